// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import NIOCore
import Synchronization
import Testing
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelDelivery
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

/// Three servers that know each other, each with its own organisations; what one has for another is pushed when a test says so.
struct Neighbours: Sendable {
    /// Where the originator is at home.
    let first: World
    /// Where the addressee is.
    let second: World
    /// Where those are to whom it passes the message on.
    let third: World
    /// The message at the first server.
    let message: StoredMessage
    /// The container as it was handed in.
    let container: [UInt8]
    private let pushed = Pushed()

    private final class Pushed: Sendable {
        let calls = Mutex<[String]>([])
    }

    /// What was pushed, to which server, in order.
    var calls: [String] { self.pushed.calls.withLock { $0 } }

    /// Runs a test with a report that was released at the first server.
    ///
    /// - Parameter isPushed: Whether it is at the second already.
    static func run(
        _ letter: Letter? = nil,
        isPushed: Bool = true,
        _ body: (Neighbours) async throws -> Void
    ) async throws {
        try await World.withFolder { folder in
            let parties = try Parties.shared.get()
            let one = try Self.named(parties.server, "one", ["aivd", "ind"])
            let two = try Self.named(parties.partner, "two", ["om", "nctv"], ["aivd"])
            let three = try Self.named(parties.hub, "three", ["politie", "kmar"], ["aivd"])
            let neighbours = [two, three].map { NamedServer($0.party, $0.log, serves: $0.serves) }
            let first = try World(in: "\(folder)/1", one, naming: neighbours)
            let second = try World(in: "\(folder)/2", two, naming: [one, three])
            let third = try World(in: "\(folder)/3", three, naming: [one, two])
            try await Self.run([first, second, third], letter ?? Letter.report()) { it in
                if isPushed { try await it.push(from: first, to: second) }
                try await body(it)
            }
        }
    }

    /// The same where the second is between the first and the third, which do not know each other; the addressee is at home at the third.
    static func inLine(_ body: (Neighbours) async throws -> Void) async throws {
        try await World.withFolder { folder in
            let parties = try Parties.shared.get()
            let one = try Self.named(parties.server, "one", ["aivd"])
            let two = try Self.named(parties.partner, "two", ["om"])
            let three = try Self.named(parties.hub, "three", ["om"])
            let back = NamedServer(two.party, two.log, serves: ["aivd"])
            let worlds = [
                try World(in: "\(folder)/1", one, naming: [two]),
                try World(in: "\(folder)/2", two, naming: [one, three]),
                try World(in: "\(folder)/3", three, naming: [back]),
            ]
            try await Self.run(worlds, Letter.report(), body)
        }
    }

    private static func named(
        _ party: Parties.Party,
        _ name: String,
        _ serves: [String],
        _ relays: [String] = []
    ) throws -> NamedServer {
        try NamedServer(party, log: "\(name).example/2026", serves: serves, relays: relays)
    }

    private static func run(
        _ worlds: [World],
        _ letter: Letter,
        _ body: (Neighbours) async throws -> Void
    ) async throws {
        defer { for world in worlds { world.context.store.close() } }
        for world in worlds {
            world.context.store.routes.replace(with: world.context.policy.engine.policy.organisations.routes)
        }
        let container = try letter.container()
        let message = try await worlds[0].stored(container)
        let it = Neighbours(
            first: worlds[0],
            second: worlds[1],
            third: worlds[2],
            message: message,
            container: container
        )
        if message.state == .awaitingRelease { try await ReadingTests.release(message, in: worlds[0]) }
        try await body(it)
        for world in worlds {
            try await world.audit()
            #expect(try await it.differences(at: world).isEmpty)
        }
    }

    /// What a server that decides again on the forwards that it decided on finds otherwise.
    private func differences(at world: World) async throws -> [String] {
        let exchange = self.message.header.exchange
        let policy = world.context.policy.engine.policy
        return try await world.context.store.read(on: world.eventLoop) {
            try $0.decisions(in: [exchange], after: nil, limit: 100)
        }.get().records.map { try StoredDecision($0.encoded) }.filter { $0.question.action == .forward }
            .flatMap { $0.differences(under: policy) }
    }

    /// Pushes what waits at one server for another, until nothing is due.
    func push(from one: World, to other: World) async throws {
        let pusher = try self.pusher(from: one, to: other)
        while await pusher.step() == 0 {}
    }

    /// Pushes between all of them until nothing is due.
    func settle() async throws {
        let worlds = [self.first, self.second, self.third]
        var before = -1
        while before != self.calls.count {
            before = self.calls.count
            for one in worlds {
                let known = one.context.policy.engine.policy.organisations
                for other in worlds where other !== one && known.server(other.context.server) != nil {
                    try await self.push(from: one, to: other)
                }
            }
        }
    }

    private func pusher(from one: World, to other: World) throws -> Pusher {
        let peer = try other.peer(of: self.party(of: one))
        let pushed = self.pushed
        let means = Pusher.Means(
            store: one.context.store,
            eventLoop: one.eventLoop,
            trust: one.context.trust,
            copy: { try await one.copy(of: $0) },
            draw: { 1 },
            clock: { one.clock.now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        return Pusher(to: other.context.server, log: other.log.verifier, means) {
            (dispatch) async throws(ClientError) in
            do {
                let (what, answer) = try await Self.take(dispatch, in: other, from: peer)
                pushed.calls.withLock { $0.append("\(what) to \(other.name)") }
                return answer
            } catch {
                throw ClientError(Problem(any: error))
            }
        }
    }

    private static func take(
        _ dispatch: Dispatch,
        in world: World,
        from peer: AuthenticatedPeer
    ) async throws -> (String, [UInt8]) {
        switch dispatch.load {
        case .message(let body):
            var bytes: [UInt8] = []
            for try await piece in body { bytes += Array(piece.readableBytesView) }
            switch try await world.relay(bytes, as: peer) {
            case .created(let message), .same(let message): return ("message", message.receipt.encoded)
            }
        case .statement(let bytes):
            let kind = try StatementOpening(parsing: bytes).statement.kind.rawValue
            let stored = try await world.relay(statement: bytes, dispatch.forward, as: peer)
            let word = dispatch.forward.map { " \($0.rawValue)" } ?? ""
            return ("\(kind)\(word)", stored.receipt.encoded)
        }
    }

    /// The copy that the third server gets from the second.
    func copy() async throws -> Relayed {
        let message = try #require(try await self.message(at: self.second))
        let copy = CopyMessage(self.second.context, on: self.second.eventLoop)
        let plan = try await copy(of: message, for: self.third.context.server).get()
        return Relayed(
            container: self.container,
            message: message,
            dossier: try await DownloadTests.bytes(plan, in: self.second, isSent: false),
            first: self.second,
            second: self.third
        )
    }

    // MARK: - What parties do and see

    private func party(of world: World) throws -> Parties.Party {
        let parties = [world.parties.server, world.parties.partner, world.parties.hub]
        return try #require(parties.first { $0.oin == world.context.server })
    }

    /// What each of two servers finds amiss of the day of the test once that is over; by kind, as each has it.
    func kinds(_ one: World, _ other: World) async throws -> [[RelayDifference.Kind]] {
        var kinds: [[RelayDifference.Kind]] = []
        for (from, to) in [(one, other), (other, one)] {
            let questions = to.questions(by: try self.party(of: from))
            let outcome = try await from.compare(Amsterdam.day(of: Parties.now), with: to, asking: questions)
            kinds.append(outcome.differences.map(\.kind))
        }
        return kinds
    }

    /// Lets the clocks of all go on by a day.
    func passDay() { for world in [self.first, self.second, self.third] { world.clock.pass(seconds: 86_400) } }

    /// The message as a server has it.
    func message(at world: World) async throws -> StoredMessage? {
        let digest = self.message.containerDigest
        let originator = self.message.header.from.oin
        return try await world.context.store.read(on: world.eventLoop) {
            try $0.message(withContainer: digest, from: originator)
        }.get()
    }

    func statement(
        _ declaration: Statement.Declaration,
        at world: World,
        as mailbox: String,
        after seconds: Int64 = 0
    ) async throws -> [UInt8] {
        let message = try #require(try await self.message(at: world))
        return try world.statement(
            declaration,
            about: message,
            as: mailbox,
            server: world.context.server,
            after: seconds
        )
    }

    @discardableResult
    func say(
        _ declaration: Statement.Declaration,
        at world: World,
        as mailbox: String,
        after seconds: Int64 = 0
    ) async throws -> StoredStatement {
        let bytes = try await self.statement(declaration, at: world, as: mailbox, after: seconds)
        let message = try #require(try await self.message(at: world))
        return try await world.state(declaration.kind, about: "\(message.id)", bytes, as: self.peer(mailbox, at: world))
    }

    private func peer(_ mailbox: String, at world: World) throws -> AuthenticatedPeer {
        try world.peer(String(mailbox.prefix { $0 != "/" }))
    }

    func seen(by mailbox: String, at world: World) async throws -> ReadMessage.Seen {
        let message = try #require(try await self.message(at: world))
        return try await world.read(message.id, as: self.peer(mailbox, at: world))
    }

    func problem(for mailbox: String, at world: World) async -> String? {
        await Result { try await self.seen(by: mailbox, at: world) }.problem?.code
    }

    /// Has the addressee pass the message back to a mailbox of the first server, with the consent for that.
    func passBack() async throws {
        let back = try Passing.passage(["ind/nv"])
        try await self.say(.consent(back), at: self.first, as: "aivd/ct")
        try await self.settle()
        try await self.say(.forward(back), at: self.second, as: "om/lovj", after: 1)
        try await self.settle()
    }

    /// What is in a mailbox, save that the other server has a message.
    func list(_ mailbox: String, at world: World) async throws -> [MailboxLine] {
        try await world.list(mailbox, as: self.peer(mailbox, at: world)).messages.filter { $0.notice != .delivered }
    }

    func due(_ mailbox: String, at world: World) async throws -> OpenRequests {
        let call = ExchangeCall(
            world.context,
            by: try self.peer(mailbox, at: world),
            trace: .random(),
            on: world.eventLoop
        )
        return try await ListDue(call)(MailboxName(mailbox), limit: 100).get()
    }

    /// Where the message stands for each mailbox, as its originator sees it at a server.
    func deliveries(at world: World) async throws -> [String] {
        try await self.seen(by: "aivd/ct", at: world).message.deliveries.map { delivery in
            "\(delivery.mailbox) \(delivery.state)" + (delivery.forwardedBy.map { " by \($0)" } ?? "")
        }
    }

    /// Where the forwards stand, as the originator sees them at a server.
    func forwards(at world: World) async throws -> [ForwardState] {
        try await self.seen(by: "aivd/ct", at: world).forwards.map(\.state)
    }

    /// What did not arrive from a server.
    func undelivered(from world: World) async throws -> [String] {
        try await world.context.store.read(on: world.eventLoop) { try $0.outbox(limit: 100) }.get().map { line in
            "\(line.statement.map(\.rawValue) ?? "message") \(line.state) \(line.reason ?? "")"
        }
    }

    /// What verification says of the dossier of a mailbox.
    func report(for mailbox: String, at world: World) async throws -> VerificationReport {
        let message = try #require(try await self.message(at: world))
        let organisation = String(mailbox.prefix { $0 != "/" })
        return try await RelayTests.report(
            world.dossier(of: message, as: organisation),
            sealers: [self.first, self.second, self.third].filter { $0 !== world } + [world]
        )
    }
}

extension World {
    /// How a test calls it.
    fileprivate var name: String { "\(self.log.verifier.name)".split(separator: ".").first.map(String.init) ?? "" }
}
