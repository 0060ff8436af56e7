// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import Testing
import TransparencyLog
import ZegelCore
import ZegelLog
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

@Suite("A withdrawal that a backup does not have")
struct RestoredWithdrawalTests {
    private static let key = [UInt8](repeating: 7, count: 32)
    private static let withdrawal = ZegelCore.Statement.Declaration.withdrawal(reason: "De bron deugt niet.")

    /// A server whose withdrawals are kept beside its data.
    private static func world(_ folder: String, _ data: String = "data", log: NoteSigner? = nil) throws -> World {
        try World(in: "\(folder)/\(data)", log: log, withdrawn: "\(folder)/withdrawn")
    }

    private static func takeAgain(in world: World) async throws -> RestoreWithdrawals.Outcome {
        try await RestoreWithdrawals(world.context, on: world.eventLoop)()
    }

    private static func kept(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/withdrawn")) ?? []
    }

    private static func code(_ message: StoredMessage, as who: String, in world: World) async throws -> String? {
        let peer = try world.peer(who)
        return await Result { try await world.read(message.id, as: peer) }.problem?.code
    }

    @Test("Counts again after a restore, once, and what came and was withdrawn since does not come back")
    func restored() async throws {
        try await World.withFolder { folder in
            let (message, late, bytes, receipt) = try await Self.withdrawnSinceBackup(in: folder)
            let data = "\(folder)/data"
            try FileManager.default.removeItem(atPath: data)
            let (new, anchor) = ("\(folder)/new.key", "\(folder)/new.anchor")
            let target = RestoreTarget(data: data, anchor: anchor, key: new, origin: "zegel.example/restored")
            _ = try await Restore(target, from: "\(folder)/backup", key: Self.key)(at: Parties.now)
            try FileManager.default.moveItem(atPath: anchor, toPath: "\(data)/checkpoint.anchor")
            let text = try String(contentsOfFile: new, encoding: .utf8)
            let world = try Self.world(folder, log: NoteSigner(parsing: String(text.dropLast())))
            defer { world.context.store.close() }
            world.clock.pass(seconds: 5 * 86_400)
            #expect(try await Self.code(message, as: "om", in: world) == nil, "the backup knows nothing of it")
            let before = world.context.store.log.newest.checkpoint.size
            let outcome = try await Self.takeAgain(in: world)
            #expect((outcome.withdrawn, outcome.withoutMessage) == (1, 1))
            #expect(world.context.store.log.newest.checkpoint.size > before, "it stands in the new log")
            #expect(try await Self.code(message, as: "om", in: world) == "message.withdrawn")
            let seen = try await world.read(message.id, as: try world.peer("aivd"))
            #expect(seen.message.state == .withdrawn)
            #expect(try await Self.takeAgain(in: world).withdrawn == 0, "once")
            world.clock.pass(seconds: -5 * 86_400)
            // Its originator may hand the same statement in again, and is answered with the receipt of this log.
            let again = try await world.state(
                .withdrawal,
                about: "\(message.id)",
                bytes,
                as: try world.peer("aivd")
            )
            #expect(again.isRepeated && again.record != receipt.record)
            #expect(await Result { try await world.submit(late) }.problem?.code == "message.ended")
            try await world.audit()
        }
    }

    /// A message, a backup of it, its withdrawal, and another message that came later and was withdrawn as well.
    private static func withdrawnSinceBackup(
        in folder: String
    ) async throws -> (StoredMessage, [UInt8], [UInt8], StoredStatement) {
        let world = try Self.world(folder)
        defer { world.context.store.close() }
        let message = try await world.stored(try Letter.report().container())
        try await world.say(.release, about: message, as: "aivd/ct")
        try await world.backUp(to: "\(folder)/backup")
        let bytes = try world.statement(Self.withdrawal, about: message, as: "aivd/ct")
        let aivd = try world.peer("aivd")
        let receipt = try await world.state(.withdrawal, about: "\(message.id)", bytes, as: aivd)
        let late = try Letter.request("AIVD-3").container()
        try await world.say(Self.withdrawal, about: try await world.stored(late), as: "aivd/ct")
        #expect(Self.kept(in: folder).count == 2)
        return (message, late, bytes, receipt)
    }

    @Test("Counts again where a server of partners brought it")
    func relayed() async throws {
        try await World.withFolder { folder in
            try await Relayed.with(Letter.intelligence()) { relayed in
                guard case .created(let there) = try await relayed.outcome() else { throw Missing() }
                let second = relayed.second
                let copy = "\(folder)/data"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try second.copy(to: copy)
                let bytes = try relayed.first.statement(Self.withdrawal, about: relayed.message, as: "aivd/ct")
                try await second.relay(statement: bytes, as: second.peer(of: relayed.first.parties.server))
                let world = try World(
                    in: copy,
                    log: second.log,
                    server: second.parties.partner,
                    policy: second.context.policy.engine.policy,
                    withdrawn: "\(second.folder)/withdrawn"
                )
                defer { world.context.store.close() }
                #expect(try await Self.takeAgain(in: world).withdrawn == 1)
                #expect(try await Self.code(there, as: "nctv", in: world) == "message.withdrawn")
            }
        }
    }

    /// Each call that keeps one.
    static let rows: [FaultTests.FileRow] = [
        (.makeFolder, 1), (.create, 1), (.write, 1), (.sync, 1), (.close, 1), (.rename, 1), (.syncFolder, 2),
    ]
    .flatMap { call, count in (1...count).flatMap { FaultTests.FileRow.both(call, $0) } }

    @Test("That cannot be kept outside the store is not accepted, and the same again is", arguments: rows)
    func faults(_ row: FaultTests.FileRow) async throws {
        try await World.withFolder { folder in
            let files = FaultyFileSystem()
            let path = "\(folder)/withdrawn"
            let world = try World(in: "\(folder)/data", withdrawn: path, withdrawnOn: files)
            defer { world.context.store.close() }
            let message = try await world.stored(try Letter.request().container())
            try await world.say(.acknowledgement, about: message, as: message.header.to[0].address.mailbox.description)
            #expect(FaultyFileSystem.Call.allCases.allSatisfy { files.count($0) == 0 }, "no other act costs anything")
            files.fail(row.call, number: row.number, doing: row.isDone)
            await #expect(throws: Problem(.storage)) {
                try await world.say(Self.withdrawal, about: message, as: "aivd/ct")
            }
            #expect(files.count(row.call) >= row.number)
            #expect(world.fatal.count == 0)
            let seen = try await world.read(message.id, as: try world.peer("aivd")).message
            #expect(seen.state == .accepted)
            #expect(Self.kept(in: folder) == [], "a start takes nothing that was refused")
            #expect(try await Self.takeAgain(in: world) == .init())
            try await world.say(Self.withdrawal, about: message, as: "aivd/ct")
            #expect(Self.kept(in: folder) == ["\(message.id)"])
            #expect(try await world.read(message.id, as: try world.peer("aivd")).message.state == .withdrawn)
            try await world.audit()
        }
    }

    @Test("Whose commit fails is taken back from beside the store, and one that a crash left there counts at the start")
    func crash() async throws {
        try await World.withFolder { folder in
            let counter = try SyncCounter()
            let path = "\(folder)/withdrawn"
            let world = try World(in: "\(folder)/data", vfs: counter.name, withdrawn: path)
            let message = try await world.stored(try Letter.request().container())
            try world.copy(to: "\(folder)/killed")
            counter.fail(.write, of: .wal, number: 1, as: .full, doing: false)
            await #expect(throws: Problem(.storage)) {
                try await world.say(Self.withdrawal, about: message, as: "aivd/ct")
            }
            #expect(counter.hasFailed)
            #expect(Self.kept(in: folder) == [])
            try await world.say(Self.withdrawal, about: message, as: "aivd/ct")
            world.context.store.close()
            // What was kept, and what was never committed, as a process leaves them that is killed between the two.
            let killed = try Self.world(folder, "killed")
            defer { killed.context.store.close() }
            #expect(try await Self.takeAgain(in: killed).withdrawn == 1)
            #expect(try await killed.read(message.id, as: try killed.peer("aivd")).message.state == .withdrawn)
            try await killed.audit()
        }
    }

    @Test("Is enciphered, goes with its message, and when every backup has it")
    func erased() async throws {
        try await World.withFolder { folder in
            let world = try Self.world(folder)
            defer { world.context.store.close() }
            let messages = try await [1, 2].asyncMap { number in
                let message = try await world.stored(try Letter.request("AIVD-\(number)").container())
                try await world.say(Self.withdrawal, about: message, as: "aivd/ct")
                return message
            }
            for name in Self.kept(in: folder) {
                let file = try #require(FileManager.default.contents(atPath: "\(folder)/withdrawn/\(name)"))
                #expect(file.range(of: Data("bron".utf8)) == nil && file.range(of: Data("AIVD-".utf8)) == nil)
            }
            try await world.beginErasing(messages[0])
            #expect(try await Self.takeAgain(in: world) == .init(), "it is gone already")
            try await world.finishErasing()
            #expect(Self.kept(in: folder) == ["\(messages[1].id)"])
            let folders = world.context.withdrawals
            try folders.forget(before: Parties.now)
            #expect(Self.kept(in: folder).count == 1)
            try folders.forget(before: Parties.now.advanced(bySeconds: 1))
            #expect(Self.kept(in: folder) == [])
        }
    }

    @Test("That cannot be read keeps the server from starting, for its message would be to be had")
    func damaged() async throws {
        try await World.withFolder { folder in
            let world = try Self.world(folder)
            let message = try await world.stored(try Letter.request().container())
            try world.copy(to: "\(folder)/older")
            try await world.say(Self.withdrawal, about: message, as: "aivd/ct")
            world.context.store.close()
            let path = "\(folder)/withdrawn/\(message.id)"
            let good = try #require(FileManager.default.contents(atPath: path))
            let older = try Self.world(folder, "older")
            defer { older.context.store.close() }
            var bad = good
            bad[bad.count / 2] ^= 1
            try bad.write(to: URL(fileURLWithPath: path))
            let problem = await Result { try await Self.takeAgain(in: older) }.problem
            #expect(problem?.code == "configuration.invalid")
            #expect(try await older.read(message.id, as: try older.peer("aivd")).message.state == .accepted)
            try good.write(to: URL(fileURLWithPath: path))
            #expect(try await Self.takeAgain(in: older).withdrawn == 1)
        }
    }
}

extension Array where Element: Sendable {
    fileprivate func asyncMap<Value: Sendable>(_ transform: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
