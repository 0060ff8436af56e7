// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing
import X509
import ZegelCore
import ZegelTrust

@testable import ZegelIdentity
@testable import ZegelTransport

@Suite("A connection")
struct ConnectionAuthenticatorTests {
    @Test("belongs to the organisation of its certificate")
    func identifies() async throws {
        let installation = try TestInstallation()
        let identity = try await installation.authenticator().authenticate(installation.chain(isResumed: true)).get()
        #expect(identity.oin == installation.oin)
        #expect(identity.certificate == ContentDigest(of: installation.client.der))
        #expect(identity.isResumed)
        #expect(identity.validUntil > TestInstallation.start)
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        var serverOIN = "00000099000000099000"
        let change: @Sendable (TestInstallation) async throws -> IssuedCertificate
    }

    static let refused = [
        Refused(testDescription: "of a stranger's PKI", code: "certificate.untrusted") { _ in
            let other = try TestAuthority(at: TestInstallation.start.advanced(bySeconds: -86_400))
            return try other.issue(
                .client,
                organisation: "AIVD",
                oin: #require(OIN("00000099000000001000")),
                from: TestInstallation.start
            )
        },
        Refused(testDescription: "with a seal certificate", code: "certificate.extended-key-usage") {
            try $0.authority.issue(.seal, organisation: "AIVD", oin: $0.oin, from: TestInstallation.start)
        },
        Refused(testDescription: "with a server certificate", code: "certificate.extended-key-usage") {
            try $0.authority.issue(.server, organisation: "AIVD", oin: $0.oin, from: TestInstallation.start)
        },
        Refused(testDescription: "with a certificate for the key of its seal", code: "certificate.key-reused") {
            let moment = TestInstallation.start.advanced(bySeconds: -60)
            let seal = try $0.authority.issue(.seal, organisation: "AIVD", oin: $0.oin, from: moment)
            _ = await $0.trust.judge(
                leaf: seal.certificate,
                intermediates: [],
                profile: .seal,
                at: TestInstallation.start
            )
            var request = try LeafRequest(.client, organisation: "AIVD", oin: $0.oin, from: moment)
            request.reusing = seal
            return try $0.authority.issuing.issue(request)
        },
        Refused(testDescription: "under an anchor of another organisation", code: "certificate.issuer") {
            let terms = AnchorTerms(organisations: [])
            let file = AnchorFile(pem: $0.authority.anchorsPEM, terms: terms)
            $0.trust.replace(with: try TrustSource(files: [file], crlsPEM: [$0.authority.listsPEM]))
            return $0.client
        },
        Refused(testDescription: "with a certificate from tomorrow", code: "certificate.not-yet-valid") {
            let moment = TestInstallation.start.advanced(bySeconds: 86_400)
            return try $0.authority.issue(.client, organisation: "AIVD", oin: $0.oin, from: moment)
        },
        Refused(testDescription: "after the certificate has ended", code: "certificate.expired") {
            $0.pass(seconds: 3 * 31_557_600)
            return $0.client
        },
        Refused(testDescription: "with lists that are too old", code: "revocation.stale") {
            $0.pass(seconds: 40 * 86_400)
            return $0.client
        },
        Refused(testDescription: "of a revoked certificate", code: "certificate.revoked") {
            let list = try $0.authority.issuing.list(
                after: $0.authority.issuingList,
                revoking: [
                    .init(#require(SerialNumber($0.client.certificate.serialNumber)), at: TestInstallation.start)
                ],
                at: TestInstallation.start,
                days: 30
            )
            $0.trust.replace(with: try $0.authority.source(lists: [$0.authority.rootList, list]))
            return $0.client
        },
        Refused(testDescription: "of an organisation that is not known", code: "organisation.unknown") {
            $0.organisations.withLock { $0 = [] }
            return $0.client
        },
        Refused(testDescription: "of an organisation that left yesterday", code: "organisation.inactive") {
            let left = try TestInstallation.organisation($0.oin, until: "2027-01-14")
            $0.organisations.withLock { $0 = [left] }
            return $0.client
        },
        Refused(
            testDescription: "with a test number at a real installation",
            code: "certificate.test-oin",
            serverOIN: "00000001003214345000"
        ) { $0.client },
        Refused(testDescription: "with a real number at a test installation", code: "certificate.test-oin") {
            let oin = try #require(OIN("00000001003214345000"))
            let organisation = try TestInstallation.organisation(oin)
            $0.organisations.withLock { $0.append(organisation) }
            return try $0.authority.issue(.client, organisation: "AIVD", oin: oin, from: TestInstallation.start)
        },
    ]

    @Test("is refused", arguments: Self.refused)
    func refuses(_ refused: Refused) async throws {
        let installation = try TestInstallation()
        let good = try await installation.authenticator().authenticate(installation.chain()).get()
        #expect(good.oin == installation.oin)
        let certificate = try await refused.change(installation)
        let authenticator = try installation.authenticator(serverOIN: refused.serverOIN)
        let told = Mutex<[Problem]>([])
        let result = await authenticator.authenticate(installation.chain(certificate))
        #expect(throws: (any Error).self) { try result.get() }
        if case .failure(let problem) = result { #expect(problem.code == refused.code) }
        let gate = ConnectionAuthenticator(
            trust: installation.trust,
            directory: installation.directory,
            serverOIN: try #require(OIN(refused.serverOIN)),
            clock: installation.clock
        ) { problem in told.withLock { $0.append(problem) } }
        #expect(await gate.admit(installation.chain(certificate)) == nil)
        #expect(told.withLock { $0.map(\.code) } == [refused.code])
    }
}
