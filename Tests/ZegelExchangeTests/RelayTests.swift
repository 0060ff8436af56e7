// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Foundation
import NIOCore
import Testing
import TransparencyLog
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelTrust
import ZegelVerify

@testable import ZegelExchange

@Suite("A message from a server of partners")
struct RelayTests {
    @Test(
        "Gets an id, a seal and a log entry here, is there for its addressee, and comes once",
        arguments: [100, 300_000]
    )
    func life(_ size: Int) async throws {
        try await Relayed.with(Letter.report().with(documentOf: size)) { relayed in
            relayed.second.clock.pass(seconds: 3 * 86_400)
            guard case .created(let message) = try await relayed.outcome() else { throw Missing() }
            #expect(message.id != relayed.message.id)
            #expect(message.state == .accepted, "the second person has signed at the first server")
            #expect(message.deliveries.map(\.state) == [.available])
            try FaultTests.expectWhole(message, relayed.container, in: relayed.second)
            let acceptance = try AcceptanceRecord(parsing: message.acceptance)
            #expect(acceptance.submittedBy == relayed.first.context.server)
            #expect(acceptance.previous == [ContentDigest(of: relayed.message.signature)])
            #expect(acceptance.to == relayed.message.header.to.map(\.address.mailbox))
            let hops = try await relayed.second.context.store.read(on: relayed.second.eventLoop) { view in
                try view.hops(of: message).map { "\($0.server) \($0.message)" }
            }
            .get()
            #expect(hops == ["\(relayed.first.context.server) \(relayed.message.id)"])
            guard case .same(let again) = try await relayed.outcome() else { throw Missing() }
            #expect(again.receipt.encoded == message.receipt.encoded)
            // Its originator hands in the same here, too.
            guard case .same = try await relayed.second.submit(relayed.container) else { throw Missing() }
        }
    }

    @Test("Of one for mailboxes of several servers, it delivers what is at home here")
    func split() async throws {
        let to = JSONValue.array([try Letter.address("politie/cter"), try Letter.address("nctv/analyse")])
        try await Relayed.with(Letter.intelligence("AIVD-1", ["to": to]), serves: ["aivd", "politie"]) { relayed in
            guard case .created(let message) = try await relayed.outcome() else { throw Missing() }
            let deliveries = message.deliveries.map { "\($0.mailbox) \($0.state) \($0.number ?? 0)" }
            #expect(deliveries == ["nctv/analyse available 1"])
        }
    }

    @Test("That its originator handed in here, too, is not taken twice, and has no receipt for the other way")
    func direct() async throws {
        try await Relayed.with(Letter.intelligence()) { relayed in
            _ = try await relayed.second.stored(relayed.container)
            #expect(await Result { try await relayed.outcome() }.problem?.code == "relay.present")
        }
    }

    @Test("Shows in its dossier where it has been, and that is verified offline")
    func dossier() async throws {
        try await Relayed.with(Letter.report()) { relayed in
            guard case .created(let message) = try await relayed.outcome() else { throw Missing() }
            let dossier = try await relayed.second.dossier(of: message, as: "om")
            let (one, two) = (relayed.first, relayed.second)
            let all = try await Self.report(dossier, sealers: [one, two])
            #expect(all.indication == .totalPassed, "\(all.text())")
            #expect(all.checks.contains { $0.name == "relay 1" && $0.outcome == .passed })
            let own = try await Self.report(dossier, sealers: [two])
            #expect(own.indication == .totalPassed, "\(own.text())")
            #expect(own.checks.contains { $0.name == "relay 1" && $0.outcome == .notChecked })
            let other = try await Self.report(dossier, sealers: [one])
            #expect(other.indication == .totalFailed)
        }
    }

    static func report(
        _ dossier: [UInt8],
        sealers: [World],
        at moment: Instant = Parties.now.advanced(bySeconds: 7_200)
    ) async throws -> VerificationReport {
        let verifier = try DossierVerifier(
            trust: [try Parties.shared.get().authority.anchorsPEM],
            sealers: Set(sealers.map(\.context.server)),
            log: sealers.last?.log.verifier,
            earlierLogs: sealers.dropLast().map(\.log.verifier),
            at: moment
        )
        let path = FileManager.default.temporaryDirectory.appending(path: "relayed-\(UUID()).asice").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(dossier).write(to: URL(filePath: path))
        return await verifier.verify(file: path)
    }

    @Test("Is decided as if its originator brought it: the record says who brought it, and is replayed")
    func decision() async throws {
        try await Relayed.with(Letter.intelligence()) { relayed in
            guard case .created = try await relayed.outcome() else { throw Missing() }
            let policy = relayed.second.context.policy.engine.policy
            let page = try await relayed.second.context.store.read(on: relayed.second.eventLoop) { view in
                try view.decisions(in: ["inlichtingenberichten"], after: nil, limit: 10)
            }
            .get()
            let record = try #require(page.records.last)
            let request = try #require(record["body"]?["adl.core.request"])
            #expect(request["subject"]?["id"]?.string == "\(relayed.message.header.from.oin)")
            #expect(request["context"]?["relayedBy"]?.string == "\(relayed.first.context.server)")
            #expect(try StoredDecision(record.encoded).differences(under: policy) == [])
        }
    }

    @Test("Is refused by the policy here, whatever that of the first server allowed")
    func denied() async throws {
        try await Relayed.with(Letter.intelligence()) { relayed in
            let before = relayed.second.context.policy.rules
            let engine = PolicyEngine(policy: before.engine.policy, ceiling: .departementaalVertrouwelijk)
            relayed.second.context.policy.replace(with: Rules(engine: engine))
            let problem = await #expect(throws: Problem.self) { try await relayed.outcome() }
            #expect(problem?.code == "policy.denied")
            try await FaultTests.expectAbsent(relayed.container, in: relayed.second)
            relayed.second.context.policy.replace(with: before)
            guard case .created = try await relayed.outcome() else { throw Missing() }
        }
    }

    @Test("Goes on over a server between, and shows both in its dossier")
    func hub() async throws {
        try await World.withFolder { folder in
            let parties = try Parties.shared.get()
            let one = try NamedServer(parties.server, log: "one.example/2026", serves: ["aivd"])
            let between = try NamedServer(parties.hub, log: "hub.example/2026", serves: ["ind"], relays: ["aivd"])
            let last = try NamedServer(parties.partner, log: "two.example/2026", serves: ["om"])
            let (first, hub) = (
                try World(in: "\(folder)/1", one, naming: []),
                try World(in: "\(folder)/2", between, naming: [one, last])
            )
            let second = try World(in: "\(folder)/3", last, naming: [between])
            defer { for world in [first, hub, second] { world.context.store.close() } }
            let message = try await first.stored(Letter.report().container())
            try await ReadingTests.release(message, in: first)
            let pushed = try await first.dossier(of: message, as: "om")
            let stranger = try hub.peer(of: parties.server)
            let unknown = await #expect(throws: Problem.self) { try await second.relay(pushed, as: stranger) }
            #expect(unknown?.code == "relay.unknown", "the first server is none that is named here")
            let passed = try await hub.relay(pushed, as: hub.peer(of: parties.server))
            guard case .created(let atHub) = passed else { throw Missing() }
            let further = try await hub.dossier(of: atHub, as: "om")
            guard case .created(let atLast) = try await second.relay(further, as: second.peer(of: parties.hub)) else {
                throw Missing()
            }
            let acceptance = try AcceptanceRecord(parsing: atLast.acceptance)
            #expect(acceptance.previous == [message.signature, atHub.signature].map { ContentDigest(of: $0) })
            let report = try await Self.report(second.dossier(of: atLast, as: "om"), sealers: [first, hub, second])
            #expect(report.indication == .totalPassed, "\(report.text())")
            #expect(report.checks.filter { $0.name.hasPrefix("relay") }.map(\.outcome) == [.passed, .passed])
            for world in [first, hub, second] { try await world.audit() }
        }
    }
}
