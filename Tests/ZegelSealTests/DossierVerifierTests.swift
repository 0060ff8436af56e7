// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Foundation
import Testing
import TransparencyLog
import ZegelCore
import ZegelTrust

@testable import ZegelSeal
@testable import ZegelVerify

@Suite("Offline verification")
struct DossierVerifierTests {
    private let world: TestWorld

    init() throws { self.world = try TestWorld.shared.get() }

    private func verifier(_ setting: DossierCase.Setting = .init()) throws -> DossierVerifier {
        let other = try TestAuthority(at: TestWorld.now)
        return try DossierVerifier(
            trust: [setting.isStranger ? other.anchorsPEM : self.world.authority.root.identity.pem],
            lists: setting.lists(self.world).isEmpty
                ? [] : [setting.lists(self.world).map(\.pemText).joined()],
            sealers: Set((setting.sealers ?? ["\(self.world.server.oin)"]).compactMap { OIN($0) }),
            log: setting.log?.get().verifier,
            witnesses: setting.witnesses.map { try WitnessPolicy(parsing: Array($0().utf8)) },
            timestamps: setting.believesTimestamps ? [self.world.authority.root.identity.pem] : [],
            at: setting.now
        )
    }

    private func report(_ bytes: [UInt8], _ setting: DossierCase.Setting = .init()) async throws -> VerificationReport {
        try await TemporaryFolder.with { folder in
            try await self.verifier(setting).verify(file: try folder.write(bytes, "dossier.asice"))
        }
    }

    @Test("Each dossier gets its indication, and the right check says why", arguments: DossierCase.all)
    func corpus(_ dossier: DossierCase) async throws {
        var draft = try DossierDraft(self.world)
        try dossier.change(&draft)
        let report = try await self.report(draft.built(), dossier.setting)
        #expect(report.indication == dossier.indication, "\(report.text())")
        let found = report.checks.filter { $0.outcome == .failed || $0.outcome == .indeterminate }
            .map { "\($0.name.prefix { $0 != " " }) \($0.code ?? "")" }
        #expect(found == dossier.findings, "\(report.text())")
    }

    @Test("Every way in which a dossier can be broken is there, each once, beside what must pass")
    func table() {
        let broken = DossierCase.all.filter { $0.indication != .totalPassed }
        #expect(broken.count >= 60)
        #expect(Set(DossierCase.all.map(\.what)).count == DossierCase.all.count)
        #expect(DossierCase.all.count { $0.indication == .totalPassed } >= 20)
        let codes = Set(broken.flatMap(\.findings).compactMap { $0.split(separator: " ").last.map(String.init) })
        // Content that is left out, and a file that is not there, have tests of their own; chains and algorithms those of the trust.
        let elsewhere: Set<String> = [
            "content_not_available", "signed_data_not_found", "crypto_constraints_failure_no_poe",
            "certificate_chain_general_failure",
        ]
        #expect(codes.union(elsewhere) == Set(Finding.Code.allCases.map(\.rawValue)))
    }

    @Test("What the server hands out passes")
    func handedOut() async throws {
        let container = try self.world.container()
        let release = try self.world.statement(
            .release,
            about: container,
            mailbox: "aivd/ct",
            by: self.world.aivd.release.cades
        )
        let dossier = try await self.world.dossier(container, statements: [.init(kind: .release, bytes: release)])
        #expect(Array(dossier.prefix(100)) == Array(container.prefix(100)))
        let report = try await self.report(dossier)
        #expect(report.indication == .totalPassed, "\(report.text())")
        #expect(report.checks.contains { $0.name == "log" && $0.outcome == .notChecked })
    }

    @Test("A copy without documents says that the content is not available, and checks the rest")
    func withoutDocuments() async throws {
        let grant = try TestWorld.grant(.audit, "ctivd/toezicht", withDocuments: false)
        let dossier = try await self.world.dossier(try self.world.container(), grant: grant)
        #expect(try !OpenSSLTests.entries(of: dossier).keys.contains { $0.hasPrefix("documents/") })
        let report = try await self.report(dossier)
        #expect(report.indication == .indeterminate)
        #expect(report.checks.filter { $0.outcome == .indeterminate }.map(\.code) == ["content_not_available"])
        #expect(report.checks.contains { $0.name == "seal" && $0.outcome == .passed })
    }

    @Test("A message without documents has a dossier like any other")
    func noDocuments() async throws {
        let report = try await self.report(try await self.world.dossier(try self.world.container(documents: [])))
        #expect(report.indication == .totalPassed, "\(report.text())")
    }

    @Test("A bare container passes with lists, and is undecided without")
    func bare() async throws {
        let container = try self.world.container()
        let without = try await self.report(container)
        #expect(without.indication == .indeterminate)
        #expect(without.checks.contains { $0.code == "no_revocation_data" })
        let lists: @Sendable (TestWorld) throws -> [RevocationList] = { [$0.list, $0.authority.rootList] }
        let with = try await self.report(container, .init(lists: lists))
        #expect(with.indication == .totalPassed, "\(with.text())")
        let late = TestWorld.now.advanced(bySeconds: 3 * 365 * TestWorld.day)
        let expired = try await self.report(container, .init(now: late, lists: lists))
        #expect(expired.indication == .indeterminate)
        #expect(expired.checks.contains { $0.code == "no_poe" })
    }

    @Test("A file that is not there cannot be decided")
    func missing() async throws {
        let report = try await self.verifier().verify(file: "/nonexistent/dossier.asice")
        #expect(report.indication == .indeterminate)
        #expect(report.checks.map(\.code) == ["signed_data_not_found"])
    }

    @Test("The report reads the same for people and machines")
    func rendering() async throws {
        let report = try await self.report(try DossierDraft(self.world).built(), .init(sealers: []))
        let json = String(decoding: report.json.encoded, as: UTF8.self)
        #expect(json.contains(#""indication":"INDETERMINATE""#))
        #expect(json.contains(#""code":"sealer_not_named""#))
        #expect(report.text().hasPrefix("INDETERMINATE  "))
        #expect(report.text().contains("undecided    seal"))
        #expect(!report.text().contains("\u{1B}"))
        #expect(report.text(isColoured: true).contains("\u{1B}[33m"))
    }
}
