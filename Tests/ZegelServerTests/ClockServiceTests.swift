// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import NIOCore
import NIOPosix
import Testing
import TransparencyLog
import ZegelCore
import ZegelStore

@testable import ZegelServer

@Suite("The clocks of a server")
struct ClockServiceTests {
    @Test("Tell what has come due once, by the server's clock, and write nothing where nothing is due")
    func lapse() async throws {
        let moment = try #require(Instant("2026-11-20T12:00:00Z"))
        try await TrialServer.run(at: moment) { server in
            let id = try await server.deliver("AIVD-1")
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let service = ClockService(server.assembly.context, logger: logger)
            let mailbox = try #require(MailboxName("nctv/analyse"))
            let store = server.assembly.store
            func events() async throws -> [MailboxEvent] {
                let loop = MultiThreadedEventLoopGroup.singleton.any()
                return try await store.read(on: loop) { try $0.events(of: mailbox, after: nil, limit: 10) }.get()
            }
            try await service.ring()
            let before = try await events()
            #expect(before.map { "\($0.message)" } == [id] && before.first?.notice == nil)
            // It was to be renewed by 2027-05-20, and was not.
            server.time.advance(seconds: 182 * 86_400)
            try await service.ring()
            let after = try await events()
            #expect(after.map { "\($0.message)" } == [id] && after.first?.notice == .lapse)
            #expect(after.first?.cursor != before.first?.cursor, "it comes behind what was told before")
            let size = store.log.newest.checkpoint.size
            try await service.ring()
            #expect(try await events() == after && store.log.newest.checkpoint.size == size)
        }
    }
}
