// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelServer

@Suite("The invariants of a policy that is to come into force")
struct InvariantProofTests {
    private static let file = "policies/exchanges/informatieportaal.yaml"
    private static let rule = "- { to: [any], level: ongerubriceerd }"
    private static var moment: Instant {
        get throws { try #require(Instant(OpenAPI.Example.moment)) }
    }

    private static func change(_ folder: URL, _ old: String, _ new: String) throws {
        let url = folder.appending(path: Self.file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: url)
    }

    /// Leaves one invariant, about one small exchange, so that a proof is quick.
    private static func shorten(_ folder: URL) throws {
        let text = """
            invariants:
              - invariant: ceiling-informatieportaal
                why: The library holds nothing that is not open.
                kinds: [informatieportaal]
                always: { classification: ongerubriceerd }

            """
        try Data(text.utf8).write(to: folder.appending(path: "policies/invariants.yaml"))
    }

    @Test("What is part of the program was proved with it")
    func embedded() async throws {
        try await TrialServer.run(at: Self.moment) { server in #expect(server.proved == []) }
    }

    @Test("A change that breaks one is refused with the smallest request that shows it, and what was in force stays")
    func broken() async throws {
        try await TrialServer.run(
            at: Self.moment,
            prepare: { folder, _ in try Self.shorten(folder) },
            Self.breakAndMend
        )
    }

    private static func breakAndMend(_ server: TrialServer) async throws {
        let before = server.policyInForce()
        try server.replace(Self.rule, with: "- { to: [any], level: departementaal-vertrouwelijk }", in: Self.file)
        #expect(await !server.reloader.reload())
        let fault = try #require(await server.reloader.refusal?.items.first)
        #expect(fault.code == "policy.invariant")
        #expect(fault.location.hasPrefix("invariants.yaml:"))
        #expect(fault.detail.contains("ceiling-informatieportaal does not hold, for this is allowed:"))
        #expect(server.policyInForce() == before)
        try server.replace("- { to: [any], level: departementaal-vertrouwelijk }", with: Self.rule, in: Self.file)
        #expect(await server.reloader.reload())
        #expect(server.policyInForce() == before)
    }

    @Test("What changed is proved once: not what did not, and not again at the next start")
    func once() async throws {
        try await TrialServer.run(
            at: Self.moment,
            prepare: { folder, _ in try Self.change(folder, Self.rule, "\(Self.rule)  # as before") },
            { server in #expect(server.proved == ["informatieportaal"]) },
            afterRestart: { server in #expect(server.proved == []) }
        )
    }

    @Test("A server does not start on a policy whose invariant breaks")
    func start() async throws {
        func prepare(_ folder: URL, _: TestAuthority) throws {
            try Self.shorten(folder)
            try Self.change(folder, Self.rule, "- { to: [any], level: departementaal-vertrouwelijk }")
        }
        let problem = await #expect(throws: Problem.self) {
            try await TrialServer.run(at: Self.moment, prepare: prepare) { _ in Issue.record("It started.") }
        }
        #expect(problem?.code == "configuration.invalid")
        #expect(problem?.items.first?.code == "policy.invariant")
    }
}
