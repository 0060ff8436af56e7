// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
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
            let (gone, kept, record, traces) = try await Self.erasedSinceBackup(size, in: folder)
            try FileManager.default.removeItem(atPath: data)
            let (new, anchor) = ("\(folder)/new.key", "\(folder)/new.anchor")
            let target = RestoreTarget(data: data, anchor: anchor, key: new, origin: "zegel.example/restored")
            let outcome = try await Restore(target, from: "\(folder)/backup", key: Self.key)(
                at: Parties.now,
                erased: [record, record]
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
        }
    }

    /// Two messages, a backup of both, and the end of the first.
    private static func erasedSinceBackup(
        _ size: Int,
        in folder: String
    ) async throws -> (MessageID, MessageID, ErasureRecord, [String: [UInt8]]) {
        let world = try World(in: "\(folder)/data")
        defer { world.context.store.close() }
        let message = try await world.stored(try Letter.request().with(documentOf: size).container())
        let kept = try await world.stored(try Letter.request("AIVD-2").with(documentOf: size).container())
        let source = Backup.Source(
            data: world.folder,
            anchor: "\(world.folder)/checkpoint.anchor",
            log: world.log.verifier,
            key: Self.key
        )
        _ = try await Backup(source, to: "\(folder)/backup")(at: Parties.now)
        let (record, traces) = (try world.record(of: message), try world.traces(of: message.id))
        try await world.beginErasing(message)
        try await world.finishErasing()
        return (message.id, kept.id, record, traces)
    }
}
