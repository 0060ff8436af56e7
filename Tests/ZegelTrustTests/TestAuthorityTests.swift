// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import X509
import ZegelCore

@testable import ZegelTrust

@Suite("The test authority")
struct TestAuthorityTests {
    @Test("issues a certificate for each job that is judged good for it", arguments: CertificateProfile.allCases)
    func happyPath(_ profile: CertificateProfile) async throws {
        let pki = try TestPKI.shared.get()
        let issued = try pki.issuing.issue(TestPKI.request(profile))
        let evaluator = TrustEvaluator(source: try pki.source(), grace: 0)
        let moment = TestPKI.moment.advanced(bySeconds: 60)
        let verdict = await evaluator.judge(leaf: issued.certificate, intermediates: [], profile: profile, at: moment)
        let trusted = try #require(verdict.trusted, "\(verdict)")
        #expect(trusted.oin == TestPKI.oin)
        #expect(trusted.profile == profile)
        #expect(trusted.chain == [issued.certificate, pki.issuing.certificate, pki.root.certificate])
        #expect(trusted.evidence.map(\.bytes).last == pki.rootList.der)
        #expect(trusted.evidence.count == 5)
        #expect(trusted.evidence.allSatisfy { $0.name.hasSuffix(".cer") || $0.name.hasSuffix(".crl") })
        #expect(trusted.validUntil == TestPKI.moment.advanced(bySeconds: 30 * TestPKI.day))
        #expect(trusted.pseudonym == (profile == .release ? "releaser-1" : nil))
        #expect(evaluator.known(ContentDigest(of: issued.der), profile: profile, at: moment) == trusted)
    }

    @Test("takes up again from its files and renews its list, keeping what was revoked")
    func renewing() throws {
        let pki = try TestPKI.shared.get()
        let issued = try pki.issuing.issue(TestPKI.request(.seal))
        let again = try CertificateAuthority(
            certificate: try #require(try PEMFile.certificates(in: pki.anchorsPEM).last),
            keyPEM: pki.issuing.identity.keyPEM
        )
        let serial = try #require(SerialNumber(issued.certificate.serialNumber))
        let second = try again.list(
            after: pki.issuingList,
            revoking: [.init(serial, at: TestPKI.moment, reason: .superseded)],
            at: TestPKI.moment,
            days: 30
        )
        let third = try again.list(after: second, at: TestPKI.moment.advanced(bySeconds: TestPKI.day), days: 30)
        #expect(third.number == SerialNumber(3))
        #expect(third.entry(for: serial)?.reason == .superseded)
        #expect(throws: Problem.self) {
            try CertificateAuthority(certificate: pki.root.certificate, keyPEM: pki.issuing.identity.keyPEM)
        }
    }

    @Test("draws positive serial numbers of sixteen octets, all different")
    func serialNumbers() throws {
        let drawn = (0..<1_000).map { _ in Certificate.SerialNumber.random() }
        #expect(drawn.allSatisfy { $0.bytes.count == 16 && $0.bytes[$0.bytes.startIndex] < 0x80 })
        #expect(Set(drawn).count == drawn.count)
    }
}
