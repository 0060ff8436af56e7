// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import Testing
import TransparencyLog
import ZegelCore
import ZegelLog
import ZegelStore

@testable import ZegelExchange

@Suite("What a backup brings back")
struct RestoredErasureTests {
    private static let key = [UInt8](repeating: 7, count: 32)

    @Test("is destroyed again where it was destroyed since, and nothing else is", arguments: [100, 200_000])
    func again(_ size: Int) async throws {
        try await World.withFolder { folder in
            let data = "\(folder)/data"
            let (gone, kept, late, traces) = try await Self.erasedSinceBackup(size, in: folder)
            let memories = try ErasureJournal("\(folder)/erased", key: Self.key).memories()
            try FileManager.default.removeItem(atPath: data)
            let (new, anchor) = ("\(folder)/new.key", "\(folder)/new.anchor")
            let target = RestoreTarget(data: data, anchor: anchor, key: new, origin: "zegel.example/restored")
            let outcome = try await Restore(target, from: "\(folder)/backup", key: Self.key)(
                at: Parties.now,
                erased: memories + memories
            )
            #expect((outcome.messages, outcome.erased) == (2, 1))
            try FileManager.default.moveItem(atPath: anchor, toPath: "\(data)/checkpoint.anchor")
            let text = try String(contentsOfFile: new, encoding: .utf8)
            let world = try World(in: data, log: NoteSigner(parsing: String(text.dropLast())))
            defer { world.context.store.close() }
            #expect(try await world.finishErasing() == 1)
            #expect(try world.found(traces) == [])
            let aivd = try world.peer("aivd")
            let told = await Result { try await world.read(gone, as: aivd) }.problem
            #expect(told?.code == "message.erased" && told?.members.isEmpty == false)
            #expect(try await world.read(kept, as: aivd).message.id == kept)
            let again = await Result { try await world.submit(late) }.problem
            #expect(again?.code == "message.ended", "the backup never had it")
        }
    }

    /// Two messages, a backup of both, and the end of the first and of a third that came later.
    private static func erasedSinceBackup(
        _ size: Int,
        in folder: String
    ) async throws -> (MessageID, MessageID, [UInt8], [String: [UInt8]]) {
        let world = try World(in: "\(folder)/data")
        defer { world.context.store.close() }
        let message = try await world.stored(try Letter.request().with(documentOf: size).container())
        let kept = try await world.stored(try Letter.request("AIVD-2").with(documentOf: size).container())
        try await world.backUp(to: "\(folder)/backup")
        let traces = try world.traces(of: message.id)
        let late = try Letter.request("AIVD-3").container()
        for message in [message, try await world.stored(late)] { try await world.beginErasing(message) }
        let journal = try ErasureJournal("\(folder)/erased", key: Self.key)
        _ = try await EraseMessages(world.context, journal: journal, on: world.eventLoop).finish().get()
        return (message.id, kept.id, late, traces)
    }
}

extension World {
    /// Backs up what it has now.
    func backUp(to folder: String) async throws {
        let source = Backup.Source(
            data: self.folder,
            anchor: "\(self.folder)/checkpoint.anchor",
            log: self.log.verifier,
            key: [UInt8](repeating: 7, count: 32)
        )
        _ = try await Backup(source, to: folder)(at: Parties.now)
    }
}
