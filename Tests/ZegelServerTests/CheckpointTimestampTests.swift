// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import Logging
import NIOCore
import NIOPosix
import Synchronization
import Testing
import TransparencyLog
import ZegelCore
import ZegelExchange
import ZegelStore
import ZegelTrust

@testable import ZegelServer

@Suite("Time-stamps of checkpoints")
struct CheckpointTimestampTests {
    private static let start = Instant(milliseconds: 1_795_176_005_000)
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// An authority that a test switches off, on a port of its own, for as long as the body runs.
    private static func withAuthority(
        _ server: TrialServer,
        _ body: (_ url: String, _ isDown: Switch) async throws -> Void
    ) async throws {
        let oin = try #require(OIN(TrialServer.server))
        let begin = Self.start.advanced(bySeconds: -3_600)
        let issued = try server.authority.issue(.tsa, organisation: "TSA", oin: oin, from: begin)
        let signer = try TimestampSigner(
            certificate: issued.certificate,
            intermediates: [server.authority.issuing.certificate],
            key: SigningKey(pem: issued.keyPEM),
            policy: TrialTimestampAuthority.policy
        )
        let isDown = Switch()
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let desk = QuestionDesk(path: "/", maximumBytes: TimestampRequest.maximumBytes) { question in
            let now = server.time.now.milliseconds
            let answer = isDown.isOn ? nil : try? signer.respond(to: question, at: now, serialNumber: 1)
            return QuestionAnswer(status: answer == nil ? 503 : 200, type: "x", body: answer ?? [], word: "")
        } record: { _ in
        }
        let endpoint = try #require(ServerConfiguration.Endpoint("127.0.0.1:0"))
        let listener = QuestionListener(desk: desk, endpoint: endpoint) { announce.yield($0) }
        try await withThrowingTaskGroup { group in
            group.addTask { try await listener.run() }
            defer { group.cancelAll() }
            var iterator = ports.makeAsyncIterator()
            try await body("http://127.0.0.1:\(try #require(await iterator.next()))/", isDown)
        }
    }

    final class Switch: Sendable {
        private let state = Mutex(false)
        var isOn: Bool { self.state.withLock { $0 } }
        func set(_ isOn: Bool) { self.state.withLock { $0 = isOn } }
    }

    private static func grow(_ store: Store) async throws {
        let promise = MultiThreadedEventLoopGroup.singleton.any().makePromise(of: Void.self)
        store.committer.commit({ try $0.append(.administration("x", at: Self.start)) }, answering: promise)
        try await promise.futureResult.get()
    }

    @Test("The newest is stamped once in each interval in which the log has grown, and after an outage first of all")
    func life() async throws {
        try await TrialServer.run(at: Self.start) { server in
            try await Self.withAuthority(server) { url, isDown in
                let store = server.assembly.store
                let trust = server.folder.appending(path: "ca.pem").path
                let made = try TimestampService(
                    [.init(url: url, trust: [trust], policy: nil)],
                    every: 60,
                    store: store,
                    time: ProvenTime(),
                    clock: { server.time.now },
                    logger: Self.logger
                )
                let service = try #require(made)
                var progress = LogProgress()
                func stamped() async throws -> UInt64? {
                    let loop = MultiThreadedEventLoopGroup.singleton.any()
                    return try await store.read(on: loop) { try $0.newestStamped() }.get()?.checkpoint.checkpoint.size
                }
                let first = store.log.newest.checkpoint.size
                #expect(await service.stampLog(&progress))
                #expect(try await stamped() == first)
                try await Self.grow(store)
                server.time.advance(seconds: 59)
                #expect(await service.stampLog(&progress), "it is not time yet, so that nothing is left to do")
                #expect(try await stamped() == first)
                server.time.advance(seconds: 1)
                #expect(await service.stampLog(&progress))
                #expect(try await stamped() == first + 1)
                server.time.advance(seconds: 600)
                #expect(await service.stampLog(&progress), "it has not grown")

                try await Self.grow(store)
                isDown.set(true)
                #expect(await !service.stampLog(&progress))
                #expect(try await stamped() == first + 1)
                isDown.set(false)
                #expect(await service.stampLog(&progress))
                #expect(try await stamped() == first + 2)
                await service.shutdown()
            }
        }
    }

    @Test("How long the log has been larger than what was stamped begins when it outgrows it, and anew with each token")
    func progress() {
        var progress = LogProgress()
        let at = { (seconds: Int64) in Self.start.advanced(bySeconds: seconds) }
        #expect(progress.age(of: 5, stamped: 5, at: at(0)) == 0)
        #expect(progress.age(of: 6, stamped: 5, at: at(10)) == 0)
        #expect(progress.age(of: 9, stamped: 5, at: at(70)) == 60)
        #expect(progress.age(of: 9, stamped: 8, at: at(71)) == 0, "a token, and it has grown since")
        #expect(progress.age(of: 9, stamped: 8, at: at(75)) == 4)
        #expect(progress.age(of: 9, stamped: 9, at: at(76)) == 0)
        #expect(progress.age(of: 10, stamped: 9, at: at(90)) == 0)
    }
}
