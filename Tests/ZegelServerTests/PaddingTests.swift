// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Synchronization
import Testing
import TransparencyLog
import ZegelCore
import ZegelLog
import ZegelStore

@testable import ZegelServer

@Suite("Padding of the log")
struct PaddingTests {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    private static let start = Instant(milliseconds: 1_795_176_005_000)

    @Test("Each interval the log grows by what was drawn, whole and without anything that opens it")
    func grows() async throws {
        try await TrialServer.run(at: Self.start) { server in
            let store = server.assembly.store
            let draws = Mutex([3, 0, 300])
            let made = PaddingService(
                .init(every: 60, entries: 300),
                store: store,
                clock: { server.time.now },
                draw: { range in
                    #expect(range == 0...300)
                    return draws.withLock { $0.removeFirst() }
                },
                logger: Self.logger
            )
            let service = try #require(made)
            let before = store.log.newest.checkpoint.size
            let opened = try Self.stored(server).openEntries()
            #expect(UInt64(opened) == before)
            var due = service.next
            #expect(due.milliseconds == 1_795_176_060_000, "a multiple of the interval")
            let steps: [(seconds: Int64, padded: UInt64)] = [(54, 0), (1, 3), (59, 3), (1, 3), (600, 303)]
            for step in steps {
                server.time.advance(seconds: step.seconds)
                due = await service.pad(due)
                #expect(store.log.newest.checkpoint.size == before + step.padded)
                #expect(due > server.time.now && due.milliseconds % 60_000 == 0)
            }

            // From outside every entry is one of 32 bytes, and each is proved like the others.
            let log = LocalLog(try Self.stored(server), anchor: try Self.anchor(server), key: try Self.key(server))
            let outcome = try await LogAudit(log, key: try Self.key(server))()
            #expect(outcome.checkpoint.checkpoint.size == before + 303)
            let id = try EntryBundleID(index: 0)
            let bundle = try EntryBundle(id, bytes: try await log.read(.entries(id)))
            #expect(bundle.entries.allSatisfy { $0.count == 32 })
            #expect(Set(bundle.entries).count == bundle.entries.count, "each has a salt of its own")
            #expect(try Self.stored(server).openEntries() == opened, "nothing in the store opens them")
        }
    }

    @Test("Without terms there is no padding")
    func none() async throws {
        try await TrialServer.run(at: Self.start) { server in
            let store = server.assembly.store
            #expect(PaddingService(nil, store: store, clock: { Self.start }, logger: Self.logger) == nil)
        }
    }

    private static func configuration(_ server: TrialServer) throws -> ServerConfiguration {
        try ServerConfiguration.load(server.folder.appending(path: "zegel.yaml").path)
    }

    private static func stored(_ server: TrialServer) throws -> StoredLog {
        let configuration = try Self.configuration(server)
        return try StoredLog(folder: configuration.data, key: configuration.storageKeyBytes())
    }

    private static func anchor(_ server: TrialServer) throws -> String { try Self.configuration(server).log.anchor }

    private static func key(_ server: TrialServer) throws -> NoteVerifier {
        try Self.configuration(server).logSigner().verifier
    }
}
