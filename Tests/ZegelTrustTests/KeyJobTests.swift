// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import X509
import ZegelCore
import ZegelTrust

@Suite("The job of a key")
struct KeyJobTests {
    let pki: TestAuthority
    let evaluator: TrustEvaluator

    init() throws {
        self.pki = try TestPKI.shared.get()
        self.evaluator = TrustEvaluator(source: try self.pki.source(), grace: 0)
    }

    private func judge(_ issued: IssuedCertificate, _ profile: CertificateProfile) async -> String {
        await self.evaluator.judge(
            leaf: issued.certificate,
            intermediates: [],
            profile: profile,
            at: TestPKI.moment.advanced(bySeconds: 60)
        ).code
    }

    private func issue(
        _ profile: CertificateProfile,
        reusing other: IssuedCertificate? = nil,
        _ number: String = "00000099000000001000"
    ) throws -> IssuedCertificate {
        var request = try LeafRequest(
            profile,
            organisation: "Dienst",
            oin: try #require(OIN(number)),
            from: TestPKI.moment
        )
        request.reusing = other
        return try self.pki.issuing.issue(request)
    }

    @Test(
        "is the first in which it is seen",
        arguments: [
            (CertificateProfile.client, CertificateProfile.seal), (.seal, .client), (.seal, .release),
            (.release, .seal), (.client, .server),
        ]
    )
    func twoJobs(_ first: CertificateProfile, _ second: CertificateProfile) async throws {
        let one = try self.issue(first)
        #expect(await self.judge(one, first) == "trusted")
        let other = try self.issue(second, reusing: one)
        #expect(await self.judge(other, second) == "certificate.key-reused")
        #expect(await self.judge(one, first) == "trusted")
        #expect(await self.judge(try self.issue(second), second) == "trusted")
    }

    @Test("stays when its certificate is renewed, and when lists change")
    func renewed() async throws {
        let one = try self.issue(.client)
        #expect(await self.judge(one, .client) == "trusted")
        self.evaluator.replace(with: try self.pki.source())
        #expect(await self.judge(try self.issue(.client, reusing: one), .client) == "trusted")
        #expect(await self.judge(try self.issue(.seal, reusing: one), .seal) == "certificate.key-reused")
    }

    @Test("is not taken away by another organisation that got a certificate for the same public key")
    func otherOrganisation() async throws {
        let seal = try self.issue(.seal)
        #expect(await self.judge(try self.issue(.client, reusing: seal, "00000099000000002000"), .client) == "trusted")
        #expect(await self.judge(seal, .seal) == "trusted")
    }

    @Test("goes on in a new certificate when the old one is revoked")
    func newCertificate() async throws {
        let old = try self.issue(.seal)
        let new = try self.issue(.seal, reusing: old)
        let serial = try #require(SerialNumber(old.certificate.serialNumber))
        let list = try self.pki.issuing.list(
            after: self.pki.issuingList,
            revoking: [.init(serial, at: TestPKI.moment, reason: .superseded)],
            at: TestPKI.moment,
            days: 30
        )
        self.evaluator.replace(with: try self.pki.source(lists: [self.pki.rootList, list]))
        #expect(await self.judge(old, .seal) == "certificate.revoked")
        #expect(await self.judge(new, .seal) == "trusted")
    }
}
