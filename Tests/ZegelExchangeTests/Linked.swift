// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import NIOCore
import TransparencyLog
import ZegelCore
import ZegelDelivery
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelVerify

@testable import ZegelClient
@testable import ZegelExchange

/// Servers in a row, each of which pushes to the next and to the one before, without a network between them.
///
/// The first has the intelligence service at home, the last its addressees; one between them is a hub.
struct Linked: Sendable {
    private(set) var worlds: [World]
    private var names: [NamedServer]
    private let folder: String

    /// Two servers.
    ///
    /// - Parameter isAudited: Whether each entry of the logs is to be opened at the end; of what was destroyed that cannot be.
    static func pair(
        limits: Limits = .init(),
        isAudited: Bool = true,
        _ body: (Linked) async throws -> Void
    ) async throws {
        let parties = try Parties.shared.get()
        try await Self.run([parties.server, parties.partner], limits, isAudited, body)
    }

    /// Two servers with a hub between them.
    static func chain(_ body: (Linked) async throws -> Void) async throws {
        let parties = try Parties.shared.get()
        try await Self.run([parties.server, parties.hub, parties.partner], .init(), true, body)
    }

    private static func run(
        _ servers: [Parties.Party],
        _ limits: Limits,
        _ isAudited: Bool,
        _ body: (Linked) async throws -> Void
    ) async throws {
        try await World.withFolder { folder in
            let names = try servers.enumerated().map { place, party in
                let isLast = place == servers.count - 1
                return try NamedServer(
                    party,
                    log: "server-\(place).example/2026",
                    serves: place == 0 ? ["aivd"] : isLast ? ["om", "nctv"] : ["ind"],
                    relays: place > 0 && !isLast ? ["aivd", "om", "nctv"] : []
                )
            }
            var linked = Linked(worlds: [], names: names, folder: folder)
            for place in names.indices {
                linked.worlds.append(try linked.open(place, in: "\(folder)/\(place)", limits))
            }
            defer { for world in linked.worlds { world.context.store.close() } }
            try await body(linked)
            if isAudited { for world in linked.worlds { try await world.audit() } }
        }
    }

    /// Opens a server; its neighbours are named to it, and the post of what lies behind them goes to them.
    private func open(_ place: Int, in folder: String, _ limits: Limits = .init()) throws -> World {
        let last = self.names.count - 1
        // What lies behind a hub is reached by the hub.
        let others = self.names.indices.filter { $0 != place && ($0 < last || place >= last - 1) }
            .map { other -> NamedServer in
                let named = self.names[other]
                let serves = other == place + 1 && other < last ? named.serves + self.names[last].serves : named.serves
                let relays = named.relays.filter { !serves.contains($0) }
                return NamedServer(named.party, named.log, serves: serves, relays: relays)
            }
        let world = try World(
            in: folder,
            limits: limits,
            log: self.names[place].log,
            server: self.names[place].party,
            policy: World.policy(naming: others)
        )
        world.context.store.routes.replace(with: world.context.policy.engine.policy.organisations.routes)
        return world
    }

    // MARK: - Restoring

    /// What a server has now.
    func snapshot(of place: Int) throws -> String {
        let copy = "\(self.folder)/\(place)-\(UUID())"
        try self.worlds[place].copy(to: copy)
        return copy
    }

    /// The same servers, of which one has what it had before; at its own hour.
    func restoring(_ place: Int, from copy: String, _ body: (Linked) async throws -> Void) async throws {
        var other = self
        let world = try self.open(place, in: copy)
        world.clock.pass(seconds: (self.worlds[place].clock.now.milliseconds - Parties.now.milliseconds) / 1_000)
        other.worlds[place] = world
        defer { world.context.store.close() }
        try await body(other)
        try await world.audit()
    }

    /// The same servers, of which the first lost all that it had and has a log of another key.
    func emptying(_ body: (Linked) async throws -> Void) async throws {
        var other = self
        let world = try LostMessage.restored(
            in: "\(self.folder)/new",
            log: self.names[0].log,
            policy: self.worlds[0].context.policy.engine.policy
        )
        world.context.store.routes.replace(with: world.context.policy.engine.policy.organisations.routes)
        world.clock.pass(seconds: (self.worlds[0].clock.now.milliseconds - Parties.now.milliseconds) / 1_000)
        other.worlds[0] = world
        other.names[0] = NamedServer(self.names[0].party, world.log, serves: self.names[0].serves)
        defer { world.context.store.close() }
        try await body(other)
        try await world.audit()
    }

    // MARK: - What happens

    /// Lets the clocks of all go on.
    func pass(seconds: Int64) { for world in self.worlds { world.clock.pass(seconds: seconds) } }

    /// Hands in a message at the first server, and has it released.
    func send(_ letter: Letter) async throws -> StoredMessage {
        let message = try await self.worlds[0].stored(try letter.container())
        if message.state == .awaitingRelease { try await self.say(.release, as: "aivd/ct", at: 0, about: message) }
        return message
    }

    /// The same message as a server has it; `nil` where it has not.
    func found(_ message: StoredMessage, at place: Int) async throws -> StoredMessage? {
        let (world, digest) = (self.worlds[place], message.containerDigest)
        let oin = message.header.from.oin
        return try await world.context.store.read(on: world.eventLoop) {
            try $0.message(withContainer: digest, from: oin)
        }
        .get()
    }

    @discardableResult
    func say(
        _ declaration: Statement.Declaration,
        as mailbox: String,
        at place: Int,
        about message: StoredMessage,
        after seconds: Int64 = 0
    ) async throws -> StoredStatement {
        let world = self.worlds[place]
        let bytes = try world.statement(
            declaration,
            about: message,
            as: mailbox,
            server: world.context.server,
            after: seconds
        )
        let peer = try world.peer(String(mailbox.prefix { $0 != "/" }))
        return try await world.state(declaration.kind, about: "\(message.id)", bytes, as: peer)
    }

    /// Pushes what waits, until nothing more goes; all, or one server alone to the next.
    func drain(_ place: Int? = nil) async {
        let all = self.worlds.indices.dropLast().flatMap { [($0, $0 + 1), ($0 + 1, $0)] }
        let pairs = place.map { [($0, $0 + 1)] } ?? all
        let pushers = pairs.map { self.pusher(from: $0.0, to: $0.1) }
        var isBusy = true
        while isBusy {
            isBusy = false
            for pusher in pushers { while await pusher.step() == 0 { isBusy = true } }
        }
    }

    private func pusher(from: Int, to: Int) -> Pusher {
        let (world, other) = (self.worlds[from], self.worlds[to])
        let party = self.names[from].party
        let means = Pusher.Means(
            store: world.context.store,
            eventLoop: world.eventLoop,
            trust: world.context.trust,
            copy: { try await world.copy(of: $0) },
            clock: { world.clock.now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        return Pusher(to: self.names[to].party.oin, log: other.log.verifier, means) {
            (dispatch) async throws(ClientError) in
            do {
                let peer = try other.peer(of: party)
                switch dispatch.load {
                case .message(let body):
                    var bytes: [UInt8] = []
                    for try await piece in body { bytes += piece.readableBytesView }
                    switch try await other.relay(bytes, as: peer) {
                    case .created(let message), .same(let message): return message.receipt.encoded
                    }
                case .statement(let bytes):
                    return try await other.relay(statement: bytes, as: peer).receipt.encoded
                }
            } catch {
                throw ClientError(.answered, Problem(any: error))
            }
        }
    }

    // MARK: - Comparing

    /// Compares a day at one server with another, which answers as it does unless a test changes that.
    func compare(
        _ day: CalendarDate,
        from: Int,
        to: Int,
        _ questions: ((DayComparison.Questions) -> DayComparison.Questions) = { $0 }
    ) async throws(Problem) -> RelayDay {
        let asked = questions(self.questions(to: to, by: from))
        return try await self.worlds[from].compare(day, with: self.worlds[to], asking: asked)
    }

    /// What one server answers another.
    func questions(to: Int, by from: Int) -> DayComparison.Questions {
        self.worlds[to].questions(by: self.names[from].party)
    }

    /// The names of the statements that a server has about a message.
    func statements(about message: StoredMessage, at place: Int) async throws -> [Statement.Kind] {
        let world = self.worlds[place]
        return try await world.context.store.read(on: world.eventLoop) {
            try $0.statements(of: message, for: nil).map(\.kind)
        }
        .get()
    }

    /// What lies in a mailbox at the last server.
    func post(_ mailbox: String = "om/lovj") async throws -> [ContentDigest] {
        let world = self.worlds[self.worlds.count - 1]
        let peer = try world.peer(String(mailbox.prefix { $0 != "/" }))
        return try await world.list(mailbox, as: peer).messages.map(\.containerDigest)
    }
}
