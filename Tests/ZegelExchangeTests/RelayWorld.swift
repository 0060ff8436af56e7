// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import NIOCore
import Synchronization
import Testing
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelDelivery
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

/// A world with a partner that serves the prosecution, and what pushes to it.
struct RelayWorld {
    let world: World
    let partner: FakePartner
    private let calls = Calls()

    final class Calls: Sendable {
        let made = Mutex<[String]>([])
    }

    /// What came at the partner: `message`, or the kind of a statement.
    var arrived: [String] { self.calls.made.withLock { $0 } }

    /// The partner, and a policy that names it as the server of the prosecution; made once.
    private static let shared = Result {
        let partner = try FakePartner(Parties.shared.get())
        let servers = """
            servers:
              - { oin: \(partner.oin), url: "https://localhost:1", log: "\(partner.log.verifier)", serves: [om] }

            """
        let files = PolicySource.embedded.files.map { file in
            (file.path, file.path == "organisations.yaml" ? file.bytes + Array(servers.utf8) : file.bytes)
        }
        return (partner, try PolicySet(PolicySource(files: files)))
    }

    static func run(_ body: (RelayWorld) async throws -> Void) async throws {
        try await World.run { try await body(RelayWorld($0)) }
    }

    /// One that is not audited at its end, and where it lies; whoever opens it closes its store.
    static func open() throws -> (RelayWorld, folder: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "relay-\(UUID())").path
        return (try RelayWorld(World(in: folder)), folder)
    }

    init(_ world: World) throws {
        let (partner, policy) = try Self.shared.get()
        let engine = PolicyEngine(policy: policy, ceiling: .stgZeerGeheim)
        world.context.policy.replace(with: Rules(engine: engine, cases: .empty))
        world.context.store.committer.setPolicyInForce(policy.digest)
        world.context.store.routes.replace(with: policy.organisations.routes)
        (self.world, self.partner) = (world, partner)
    }

    /// Pushes to the partner, which answers as a test says.
    ///
    /// - Parameter server: Another server, which gets no copy that could be read.
    func pusher(
        to server: OIN? = nil,
        places: Int = Limits().pushesPerServer,
        _ answer: @escaping @Sendable (Dispatch) async throws(ClientError) -> [UInt8]
    ) -> Pusher {
        let (world, calls) = (self.world, self.calls)
        let means = Pusher.Means(
            store: world.context.store,
            eventLoop: world.eventLoop,
            trust: world.context.trust,
            copy: { item in
                guard server == nil else { return RelayBody(length: 0) { _ in ByteBuffer() } }
                return try await world.copy(of: item)
            },
            places: places,
            draw: { 1 },
            clock: { world.clock.now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        return Pusher(to: server ?? self.partner.oin, log: self.partner.log.verifier, means) {
            (dispatch) async throws(ClientError) in
            calls.made.withLock { $0.append(dispatch.word) }
            return try await answer(dispatch)
        }
    }

    /// Pushes to a partner that takes everything, and answers about one message.
    func pusher(taking message: StoredMessage, _ fault: FakePartner.Fault = .none) -> Pusher {
        let partner = self.partner
        return self.pusher { (dispatch) async throws(ClientError) in
            try partner.answer(to: dispatch, about: message, fault)
        }
    }

    func released(_ kenmerk: String = "AIVD-1") async throws -> StoredMessage {
        let message = try await self.world.stored(try Letter.report(kenmerk).container())
        try await self.say(.release, about: message)
        return message
    }

    func say(_ declaration: Statement.Declaration, about message: StoredMessage) async throws {
        let bytes = try self.world.statement(declaration, about: message, as: "aivd/ct")
        try await self.world.state(declaration.kind, about: "\(message.id)", bytes, as: try self.world.peer("aivd"))
    }

    func lines() async throws -> [OutboxLine] {
        try await self.world.context.store.read(on: self.world.eventLoop) { try $0.outbox(limit: 100) }.get()
    }

    func line(of message: StoredMessage) async throws -> OutboxLine? {
        try await self.world.context.store.read(on: self.world.eventLoop) { try $0.outbox(of: message) }.get().first
    }

    func commit<Value: Sendable>(
        _ work: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        try await self.world.commit(work)
    }
}

extension FakePartner {
    func answer(
        to dispatch: Dispatch,
        about message: StoredMessage,
        _ fault: Fault = .none
    ) throws(ClientError) -> [UInt8] {
        do {
            switch dispatch.load {
            case .message: return try self.receipt(for: message, fault)
            case .statement(let bytes): return try self.receipt(for: bytes)
            }
        } catch {
            throw ClientError(Problem(any: error))
        }
    }
}

extension Dispatch {
    var word: String {
        switch self.load {
        case .message: "message"
        case .statement: "statement"
        }
    }
}

extension Pusher {
    /// Does one thing, where one is due; how many milliseconds until there is something to do.
    func step() async -> Int64 {
        switch await self.next() {
        case .attempt(let item):
            await self.make(item)
            return 0
        case .pause(let pause): return pause
        }
    }
}

extension World {
    /// What is pushed of a message, as the server reads it.
    func copy(of item: OutboxItem) async throws -> RelayBody {
        let plan = try await CopyMessage(self.context, on: self.eventLoop)(of: item.message, for: item.server).get()
        return RelayBody(length: plan.size) {
            try await plan.piece(at: $0, from: self.context.store, on: self.eventLoop)
        }
    }
}
