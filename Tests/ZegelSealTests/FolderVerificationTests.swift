// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import Testing
import TransparencyLog
import X509
import ZegelCore
import ZegelTrust
import ZegelVerify

/// What was found about one file must never tell on another.
@Suite("Many files, one verifier")
struct FolderVerificationTests {
    private let world: TestWorld
    private let later = TestWorld.now.advanced(bySeconds: 7_200)

    init() throws { self.world = try TestWorld.shared.get() }

    private func verifier(at now: Instant, lists: [RevocationList] = []) throws -> DossierVerifier {
        try DossierVerifier(
            trust: [self.world.authority.root.identity.pem],
            lists: lists.map(\.pemText),
            sealers: [self.world.server.oin],
            log: try LogDraft.signer.get().verifier,
            timestamps: [self.world.authority.root.identity.pem],
            at: now
        )
    }

    @Test("Each of 200 dossiers, most of them broken, gets in any order what it gets alone")
    func anyOrder() async throws {
        try await TemporaryFolder.with { folder in
            var files: [String] = []
            for number in 0..<200 {
                var draft = try DossierDraft(self.world)
                try DossierCase.all[number % DossierCase.all.count].change(&draft)
                files.append(try folder.write(try draft.built(), "\(number).asice"))
            }
            let isLong = ProcessInfo.processInfo.environment["ZEGEL_LONG"] != nil
            for days in [0, 800] as [Int64] {
                let now = self.later.advanced(bySeconds: days * TestWorld.day)
                var alone: [String: VerificationReport] = [:]
                for file in files { alone[file] = try await self.verifier(at: now).verify(file: file) }
                for _ in 0..<(isLong ? 50 : 1) {
                    let order = files.shuffled()
                    var reports: [VerificationReport] = []
                    await (try self.verifier(at: now)).verify(files: order, atOnce: 4) { reports.append($0) }
                    #expect(reports.map(\.file) == order)
                    for report in reports { #expect(report == alone[report.file]) }
                }
            }
        }
    }

    /// Two files, of which one must not help or harm the other.
    struct Pair: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The check that passes in the first and not in the second, and why not.
        let check: String
        let code: String
        var now = TestWorld.now.advanced(bySeconds: 7_200)
        var lists: @Sendable (TestWorld) throws -> [RevocationList] = { _ in [] }
        var good: @Sendable (inout DossierDraft) throws -> Void = { _ in () }
        let bad: @Sendable (inout DossierDraft) throws -> Void
    }

    /// The list of the issuing authority that revokes the sender an hour after the seal.
    private static let revoking: @Sendable (TestWorld) throws -> [RevocationList] = { world in
        let serial = try TestWorld.some(SerialNumber(world.aivd.seal.certificate.serialNumber))
        return [
            try world.authority.issuing.list(
                after: world.list,
                revoking: [.init(serial, at: TestWorld.now.advanced(bySeconds: 1_800))],
                at: TestWorld.now.advanced(bySeconds: 3_500),
                days: 30
            )
        ]
    }

    /// One key of the sender, which signs with the certificate of its authority and without.
    private static func signers(_ world: TestWorld) throws -> [CAdESSigner] {
        let issued = try world.authority.issue(
            .seal,
            organisation: "aivd",
            oin: world.aivd.oin,
            from: TestWorld.now.advanced(bySeconds: -20 * TestWorld.day)
        )
        return try [[world.authority.issuing.certificate], []].map { intermediates in
            try CAdESSigner(
                certificate: issued.certificate,
                intermediates: intermediates,
                key: SigningKey(pem: issued.keyPEM)
            )
        }
    }

    static let pairs: [Pair] = [
        Pair(testDescription: "revocation lists that were taken out", check: "sender", code: "no_revocation_data") {
            $0.evidence.removeAll { $0.name.hasSuffix(".crl") }
        },
        Pair(
            testDescription: "the same evidence after the certificate was revoked",
            check: "sender",
            code: "revoked",
            lists: Self.revoking,
            bad: {
                $0.receivedAt = TestWorld.now.advanced(bySeconds: 1_900)
                $0.exportedAt = TestWorld.now.advanced(bySeconds: 3_700)
            }
        ),
        Pair(
            testDescription: "the same evidence when the lists were stale",
            check: "sender",
            code: "no_revocation_data",
            now: TestWorld.now.advanced(bySeconds: 40 * TestWorld.day),
            bad: {
                $0.receivedAt = TestWorld.now.advanced(bySeconds: 39 * TestWorld.day)
                $0.exportedAt = TestWorld.now.advanced(bySeconds: 39 * TestWorld.day + 60)
            }
        ),
        Pair(
            testDescription: "the same evidence before the certificate was valid",
            check: "sender",
            code: "not_yet_valid",
            bad: { $0.receivedAt = TestWorld.now.advanced(bySeconds: -21 * TestWorld.day) }
        ),
        Pair(
            testDescription: "a seal by a key that is for something else",
            check: "seal",
            code: "chain_constraints_failure",
            good: { $0.sealer = $0.world.server.seal.cades },
            bad: { $0.sealer = $0.world.server.release.cades }
        ),
    ]

    @Test("What is wrong with one stays wrong beside one that is right, whichever comes first", arguments: pairs)
    func beside(_ pair: Pair) async throws {
        try await TemporaryFolder.with { folder in
            var drafts = [try DossierDraft(self.world), try DossierDraft(self.world)]
            try pair.good(&drafts[0])
            try pair.bad(&drafts[1])
            let good = try folder.write(try drafts[0].built(), "good.asice")
            let bad = try folder.write(try drafts[1].built(), "bad.asice")
            for order in [[good, bad], [bad, good], [good, bad, good, bad]] {
                var reports: [VerificationReport] = []
                await (try self.verifier(at: pair.now, lists: pair.lists(self.world)))
                    .verify(files: order, atOnce: 1) { reports.append($0) }
                for report in reports {
                    let check = report.checks.first { $0.name == pair.check }
                    #expect(check?.code == (report.file == good ? nil : pair.code), "\(report.text())")
                }
            }
        }
    }

    @Test("A file that brings its authority does not lend it to one that does not")
    func presented() async throws {
        let signers = try Self.signers(self.world)
        try await TemporaryFolder.with { folder in
            let paths = try signers.map { signer in
                var draft = try DossierDraft(self.world)
                draft.evidence.removeFirst()
                draft.container = try self.world.container(signedBy: signer)
                draft.accepted = draft.container
                return try folder.write(try draft.built(), "\(UUID().uuidString).asice")
            }
            for order in [paths, paths.reversed()] {
                var codes: [String: String?] = [:]
                await (try self.verifier(at: self.later)).verify(files: order, atOnce: 1) { report in
                    codes[report.file] = report.checks.first { $0.name == "sender" }?.code
                }
                #expect(codes == [paths[0]: nil, paths[1]: "no_certificate_chain_found"])
            }
        }
    }

    @Test("The worst of several files is the exit status, and the counts are told")
    func tally() async throws {
        try await TemporaryFolder.with { folder in
            var draft = try DossierDraft(self.world)
            draft.log = try LogDraft()
            let dossier = try draft.built()
            let path = try folder.write(dossier, "good.asice")
            let cut = try folder.write(Array(dossier.dropLast()), "cut.asice")
            let missing = folder.path("missing.asice")
            let rows: [([String], Int32)] = [
                ([], 0), ([path, path], 0), ([path, missing], 21), ([path, missing, cut], 20),
            ]
            for (files, exitCode) in rows {
                var tally = VerificationTally()
                await (try self.verifier(at: self.later)).verify(files: files, atOnce: 3) { tally.add($0) }
                #expect(tally.exitCode == exitCode)
                #expect(tally.total == files.count)
                #expect(files.count < 3 || tally.text == "3 files: 1 TOTAL-PASSED, 1 TOTAL-FAILED, 1 INDETERMINATE")
            }
        }
    }
}
