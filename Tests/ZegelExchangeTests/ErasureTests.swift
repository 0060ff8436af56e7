// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import GRDB
import NIOCore
import Testing
import TransparencyLog
import ZegelCore
import ZegelSeal
import ZegelStore
import ZegelTrust
import ZegelVerify

@testable import ZegelExchange

@Suite("The end of a message")
struct ErasureTests {
    private static let withdrawal = ZegelCore.Statement.Declaration.withdrawal(reason: "De bron is onbetrouwbaar.")

    private static func run(_ body: (World) async throws -> Void) async throws {
        try await World.withFolder { folder in
            let world = try World(in: folder)
            defer { world.context.store.close() }
            try await body(world)
        }
    }

    @Test("Leaves nothing in the data folder, and what its holders have still verifies")
    func forensic() async throws {
        try await Self.run { world in
            var kept: [StoredMessage] = []
            var erased: [StoredMessage] = []
            // Small and large, in no order of their references, so that pages are shared, split and joined again.
            for (number, size) in [100, 9_000, 200_000, 400, 90_000, 3_000, 300_000, 50, 1_000, 20_000].enumerated() {
                let kenmerk = "K-\("\(ContentDigest(of: [UInt8(number)]))".prefix(20))"
                let message = try await world.stored(try Letter.report(kenmerk).with(documentOf: size).container())
                try await world.say(.release, about: message, as: "aivd/ct")
                if number % 3 == 2 { kept.append(message) } else { erased.append(message) }
            }
            let first = try #require(erased.first)
            let dossier = try await world.dossier(of: first.id, as: "om")
            try await world.say(.acknowledgement, about: first, as: "om/lovj")
            try await world.say(Self.withdrawal, about: first, as: "aivd/ct")
            let traces = try erased.map { try world.traces(of: $0.id) }
            for trace in traces { #expect(try world.found(trace) == Set(trace.keys), "each is found before") }
            let others = try kept.map { try world.traces(of: $0.id) }

            for message in erased { #expect(try await world.beginErasing(message)) }
            #expect(try await world.finishErasing() == erased.count)
            for trace in traces { #expect(try world.found(trace) == []) }
            for trace in others {
                #expect(try Set(trace.keys).subtracting(world.found(trace)) == [], "the others are untouched")
            }
            for message in kept { _ = try await world.dossier(of: message.id, as: "aivd") }
            // Per message its acceptance and release; of the first the delivery, the acknowledgement and the withdrawal.
            try await world.audit(erased: 2 * erased.count + 3)

            let path = "\(world.folder)/kept.asice"
            try Data(dossier).write(to: URL(fileURLWithPath: path))
            let verifier = try DossierVerifier(
                trust: [world.parties.authority.anchorsPEM],
                sealers: [world.parties.server.oin],
                log: world.log.verifier,
                at: world.clock.now
            )
            #expect(await verifier.verify(file: path).indication == .totalPassed)
        }
    }

    @Test("Its parties and auditors are told what the server states; to others it never was")
    func told() async throws {
        try await Self.run { world in
            let message = try await world.stored(try Letter.report().container())
            try await world.say(.release, about: message, as: "aivd/ct")
            let cursor = try await world.list("om/lovj", as: try world.peer("om")).next
            try await world.beginErasing(message)
            let early = await Result { try await world.read(message.id, as: try world.peer("om")) }.problem
            #expect(early?.code == "message.erased")
            #expect(early?.members.isEmpty == true, "nothing is stated before the disk is clear")
            try await world.finishErasing()
            for who in ["aivd", "om"] {
                let told = try #require(
                    await Result { try await world.read(message.id, as: try world.peer(who)) }.problem
                )
                try Self.verify(told, message, in: world)
            }
            let audited = await Result { try await world.audit(message.id, as: try world.peer("ctivd")) }.problem
            try Self.verify(try #require(audited), message, in: world)
            let stranger = await Result { try await world.read(message.id, as: try world.peer("ind")) }.problem
            #expect(stranger?.code == "not-found")
            let bytes = try world.statement(.acknowledgement, about: message, as: "om/lovj")
            let late = await Result {
                try await world.state(.acknowledgement, about: "\(message.id)", bytes, as: try world.peer("om"))
            }.problem
            #expect(late?.code == "message.erased")
            // A new message comes behind the place of the old one, where who reads on meets it.
            #expect(try await world.list("om/lovj", as: try world.peer("om")).messages.isEmpty)
            guard case .created(let next) = try await world.submit(try Letter.report("AIVD-2").container()) else {
                throw Missing()
            }
            try await world.say(.release, about: next, as: "aivd/ct")
            let page = try await world.list("om/lovj", as: try world.peer("om"), after: cursor)
            #expect(page.messages.map(\.id) == [next.id])
        }
    }

    private static func verify(_ told: Problem, _ message: StoredMessage, in world: World) throws {
        #expect(told.code == "message.erased" && told.status == 410)
        let members = Dictionary(uniqueKeysWithValues: told.members.map { ($0.name, $0.value.string ?? "") })
        let record = try #require(members["record"].flatMap { Base64.decode($0) })
        let signature = try #require(members["signature"].flatMap { Base64.decode($0) })
        #expect(try ErasureRecord(parsing: record) == world.record(of: message))
        _ = try CAdESSignature(parsing: signature).verify(detached: record)
        let proof = try #require(members["proof"].flatMap { Base64.decode($0) })
        let salt = try #require(members["salt"].flatMap { Base64.decode($0) })
        let evidence = LogEvidence(proof: proof, salt: salt)
        _ = try evidence.verified(signed: record, signature: signature, by: world.log.verifier)
    }

    @Test("Is not stated while a reader keeps old pages; a crash in between is finished at the next start")
    func crash() async throws {
        try await World.withFolder { folder in
            var traces: [String: [UInt8]] = [:]
            var id: MessageID?
            do {
                let world = try World(in: "\(folder)/first")
                let message = try await world.stored(try Letter.report().with(documentOf: 200_000).container())
                traces = try world.traces(of: message.id)
                id = message.id
                let reader = try DatabaseQueue(path: "\(folder)/first/zegel.sqlite")
                try await reader.read { database in
                    _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM message")
                    let erasing = DispatchSemaphore(value: 0)
                    Task {
                        try await world.beginErasing(message)
                        #expect(try await world.finishErasing() == 0, "the reader still sees it")
                        erasing.signal()
                    }
                    erasing.wait()
                }
                #expect(try !world.found(traces).isEmpty)
                try world.copy(to: "\(folder)/second")
                world.context.store.close()
            }
            let world = try World(in: "\(folder)/second")
            defer { world.context.store.close() }
            #expect(try await world.finishErasing() == 1)
            #expect(try await world.finishErasing() == 0)
            #expect(try world.found(traces) == [])
            let told = await Result { try await world.read(try #require(id), as: try world.peer("aivd")) }.problem
            #expect(told?.members.contains { $0.name == "signature" } == true)
            try await world.audit(erased: 1)
        }
    }

    @Test(
        "Is not stated where the database cannot be synced, which ends the work; the next start finishes it",
        arguments: [false, true]
    )
    func sync(isDone: Bool) async throws {
        try await World.withFolder { folder in
            let counter = try SyncCounter()
            let first = try World(in: "\(folder)/first", vfs: counter.name)
            let message = try await first.stored(try Letter.report().container())
            let traces = try first.traces(of: message.id)
            try await first.beginErasing(message)
            counter.fail(.sync, of: .main, number: 1, as: .sync, doing: isDone)
            let outcome = await Result { try await first.finishErasing() }
            #expect(outcome.problem == Problem(.storage) && first.fatal.count == 1)
            try first.copy(to: "\(folder)/second")
            first.context.store.close()
            let second = try World(in: "\(folder)/second")
            defer { second.context.store.close() }
            #expect(try await second.finishErasing() == 1)
            #expect(try second.found(traces) == [])
        }
    }

    @Test(
        "What is erased has nothing left, as the tables themselves hold it",
        arguments: [
            "UPDATE message SET kenmerk = 'X'", "UPDATE message SET wrapped_key = x'00'",
            "UPDATE message SET salt = x'00'",
            "UPDATE message SET content = x'00'", "UPDATE message SET state = 'accepted'",
            "UPDATE message SET evidence_set = 1", "UPDATE delivery SET acknowledged_at = 1",
            "UPDATE decision SET json = x'7B7D' WHERE digest IS NOT NULL",
        ]
    )
    func constraints(_ sql: String) async throws {
        try await Self.run { world in
            let message = try await world.stored(try Letter.report().container())
            try await world.say(.release, about: message, as: "aivd/ct")
            try await world.beginErasing(message)
            let again = try await world.beginErasing(message)
            #expect(!again, "once")
            let promise = world.eventLoop.makePromise(of: Void.self)
            world.context.store.committer.commit({ try $0.execute(sql) }, answering: promise)
            await #expect(throws: Problem(.storage)) { try await promise.futureResult.get() }
        }
    }

    @Test("Evidence that messages have in common stays for the others, and its set goes with the last of them")
    func evidence() async throws {
        try await Self.run { world in
            var messages: [StoredMessage] = []
            for kenmerk in ["AIVD-1", "AIVD-2"] {
                messages.append(try await world.stored(try Letter.report(kenmerk).container()))
            }
            let (first, last) = (messages[0], messages[1])
            func names(_ message: StoredMessage) async throws -> [String] {
                try await world.context.store.read(on: world.eventLoop) { try $0.evidence(of: message).map(\.name) }
                    .get()
            }
            func sets() async throws -> Int {
                let promise = world.eventLoop.makePromise(of: Int.self)
                let count = "UPDATE evidence_set SET number = number"
                world.context.store.committer.commit({ try $0.execute(count) }, answering: promise)
                return try await promise.futureResult.get()
            }
            let all = try await names(last)
            #expect(!all.isEmpty)
            #expect(try await names(first) == all)
            #expect(try await sets() == 1)
            try await world.beginErasing(first)
            #expect(try await names(first) == [])
            #expect(try await names(last) == all)
            try await world.beginErasing(last)
            #expect(try await sets() == 0)
        }
    }

    @Test("A partner that calls two messages the same, taken at the same moment, keeps neither from its end")
    func sameName() async throws {
        try await Self.run { world in
            let it = try RelayWorld(world)
            var messages: [StoredMessage] = []
            for kenmerk in ["AIVD-1", "AIVD-2"] {
                let message = try await it.released(kenmerk)
                let pusher = it.pusher(taking: message)
                while await pusher.step() == 0 {}
                #expect(try await it.line(of: message)?.state == .receipted)
                messages.append(message)
            }
            for message in messages { #expect(try await it.world.beginErasing(message)) }
        }
    }
}
