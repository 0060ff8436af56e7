// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import NIOCore
import Synchronization
import Testing
import X509
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelTrust

@testable import ZegelExchange

@Suite("Handing in a message")
struct SubmitTests {
    @Test(
        "A message is stored once, and the same container is answered with the same receipt",
        arguments: [100, 300_000]
    )
    func same(_ size: Int) async throws {
        try await World.run { world in
            let container = try Letter.report().with(documentOf: size).container()
            guard case .created(let first) = try await world.submit(container) else { throw Missing() }
            guard case .same(let second) = try await world.submit(container) else { throw Missing() }
            #expect(first.receipt.encoded == second.receipt.encoded)
            try FaultTests.expectWhole(second, container, in: world)
        }
    }

    @Test("What is refused says why, is not there, and reserves nothing for its good twin", arguments: Refusal.rows)
    func refusals(_ row: Refusal) async throws {
        try await World.run(limits: row.limits) { world in
            let letter = try Letter.report()
            let bad = try await row.deviating(world, letter)
            let error = await #expect(throws: Problem.self) { try await world.submit(bad.container, as: bad.peer) }
            #expect(error?.code == row.code)
            if let reason = row.reason {
                let reasons = error?.members.first { $0.name == "reasons" }?.value.array
                #expect(reasons?.first?.string == reason.rawValue)
            }
            try await FaultTests.expectAbsent(bad.container, in: world)
            // Where the server was the reason there is no good twin: the same is refused by a limit of its own.
            guard row.code != "server.busy" else { return }
            guard case .created = try await world.submit(try letter.container()) else { throw Missing() }
        }
    }

    @Test("A signer whose certificate is revoked is refused")
    func revoked() async throws {
        try await World.withFolder { folder in
            let parties = try Parties.shared.get()
            let serial = try #require(SerialNumber(try parties["aivd"].seal.certificate.serialNumber))
            let list = try parties.authority.issuing.list(
                after: parties.authority.issuingList,
                revoking: [.init(serial, at: Parties.now.advanced(bySeconds: -60))],
                at: Parties.now.advanced(bySeconds: -30),
                days: 30
            )
            let source = try parties.authority.source(lists: [parties.authority.rootList, list])
            let world = try World(in: folder, trust: TrustEvaluator(source: source, grace: 86_400))
            defer { world.context.store.close() }
            let error = await #expect(throws: Problem.self) {
                try await world.submit(try Letter.report().container())
            }
            #expect(error?.code == "certificate.revoked")
        }
    }

    @Test(
        "Where the list of an authority is out of date nothing is taken, save what was taken before",
        arguments: [30, 40]
    )
    func stale(_ days: Int64) async throws {
        try await World.run { world in
            let earlier = try Letter.report("AIVD-1").container()
            _ = try await world.stored(earlier)
            world.clock.pass(seconds: days * 86_400 - 86_400)
            var letter = try Letter.report("AIVD-2", ["date": "2026-12-20"])
            letter.signedAt = world.clock.now
            let outcome = await Result { [letter] in try await world.submit(try letter.container()) }
            #expect(outcome.problem?.code == (days > 31 ? "revocation.stale" : nil))
            guard case .same = try await world.submit(earlier) else { throw Missing() }
        }
    }

    @Test("After the store was closed nothing is taken")
    func stopping() async throws {
        try await World.run { world in
            world.context.store.close()
            await #expect(throws: Problem(.stopping)) { try await world.submit(try Letter.report().container()) }
        }
    }
}
