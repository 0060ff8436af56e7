// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelServer

@Suite("A revocation waits for no policy")
struct RulesApartTests {
    private static let file = "policies/exchanges/informatieportaal.yaml"
    private static let rule = "- { to: [any], level: ongerubriceerd }"
    private static var moment: Instant {
        get throws { try #require(Instant(OpenAPI.Example.moment)) }
    }

    /// A way to change the policy, or what is read for it.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let text: String
        /// Where the refusal says the fault is.
        let location: String
    }

    static let faults = [
        Fault(
            testDescription: "that is no YAML",
            file: "policies/exchanges/informatieportaal.yaml",
            text: "exchange: [",
            location: "exchanges/informatieportaal.yaml:"
        ),
        Fault(
            testDescription: "with a word that invariants do not know",
            file: "policies/invariants.yaml",
            text: "invariants: []\nmore: 1\n",
            location: "invariants.yaml:"
        ),
        Fault(
            testDescription: "with cases that it does not fit",
            file: "cases/casusoverleg.yaml",
            text: "exchange: nergens\ncases: []\n",
            location: "casusoverleg.yaml:"
        ),
    ]

    @Test("also not for one", arguments: Self.faults)
    func broken(_ fault: Fault) async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let before = server.policyInForce()
            let folder = server.folder.appending(path: fault.file).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try server.write(fault.text, to: fault.file)
            try server.revoke("om-client.pem")
            #expect(await !server.reloader.reload())
            #expect(await server.visit("om") == "closed")
            #expect(await server.visit("aivd") == "200")
            #expect(server.policyInForce() == before)
            let refusal = try #require(await server.reloader.refusal)
            #expect(refusal.items.first?.location.hasPrefix(fault.location) == true, "\(refusal.items)")
        }
    }

    @Test("and not for the proof of one, which comes into force when that has ended")
    func proving() async throws {
        let (gate, door) = AsyncStream.makeStream(of: Void.self)
        try await TrialServer.run(at: Self.moment) { server in
            let before = server.policyInForce()
            let reloader = Reloader(
                server.assembly,
                clock: { server.time.now },
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                proving: { _ in
                    for await _ in gate { break }
                    return nil
                }
            )
            try server.replace(Self.rule, with: "\(Self.rule)  # as before", in: Self.file)
            try server.revoke("om-client.pem")
            await reloader.look()
            await reloader.look()
            #expect(await server.visit("om") == "closed")
            #expect(await server.visit("aivd") == "200")
            #expect(server.policyInForce() == before, "what is not proved does not decide")
            door.yield()
            #expect(await reloader.reload())
            #expect(server.policyInForce() != before)
        }
    }

    @Test("A proof has ended for who waits for it when what came of it was taken over")
    func ended() async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let installed = await server.reloader.installed
            try server.replace(Self.rule, with: "\(Self.rule)  # as before", in: Self.file)
            let (gate, door) = AsyncStream.makeStream(of: Void.self)
            let (reached, announce) = AsyncStream.makeStream(of: Void.self)
            let reloader = RulesReloader { _ in nil }
            _ = await reloader.choose(installed.configuration, after: installed.rules) {
                announce.yield()
                for await _ in gate { break }
            }
            for await _ in reached { break }
            let proving = try #require(await reloader.proving)
            door.yield()
            await proving.value
            #expect(await reloader.proving == nil)
        }
    }
}
