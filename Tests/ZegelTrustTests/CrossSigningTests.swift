// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import X509
import ZegelCore
import ZegelTrust

/// An authority that two roots certified, under one name and key.
struct CrossSignedAuthority: Sendable {
    let first: CertificateAuthority
    let second: CertificateAuthority
    /// The authority as the first root certified it.
    let one: CertificateAuthority
    /// The same as the second root did.
    let two: CertificateAuthority

    init(secondEnds: Int64 = 5 * 31_557_600) throws {
        func root(_ name: String) throws -> CertificateAuthority {
            try CertificateAuthority(
                root: LeafRequest(authority: name, pathLength: nil, from: TestPKI.moment, years: 10)
            )
        }
        self.first = try root("First root")
        self.second = try root("Second root")
        var request = try LeafRequest(authority: "Shared", pathLength: 0, from: TestPKI.moment, years: 5)
        self.one = try CertificateAuthority(request, below: self.first)
        request.reusing = self.one.identity
        request.notAfter = TestPKI.moment.advanced(bySeconds: secondEnds)
        self.two = try CertificateAuthority(request, below: self.second)
    }

    func list(_ root: CertificateAuthority, revoking authority: CertificateAuthority? = nil) throws -> RevocationList {
        let serials = try authority.map { [try #require(SerialNumber($0.certificate.serialNumber))] } ?? []
        return try root.list(revoking: serials.map { .init($0, at: TestPKI.moment) }, at: TestPKI.moment, days: 30)
    }

    /// Trusts these roots, by these lists of them and the authority's own.
    func source(_ roots: [CertificateAuthority], _ lists: [RevocationList]) throws -> TrustSource {
        try TrustSource(
            anchorsPEM: (roots + [self.one, self.two]).map(\.identity.pem),
            crlsPEM: (lists + [self.one.list(at: TestPKI.moment, days: 30)]).map(\.pemText)
        )
    }
}

@Suite("A cross-signed authority")
struct CrossSigningTests {
    let pki: CrossSignedAuthority
    let leaf: Certificate

    init() throws {
        self.pki = try CrossSignedAuthority()
        self.leaf = try self.pki.one.issue(TestPKI.request(.client)).certificate
    }

    @Test("is trusted by way of either root, and by none other")
    func eitherRoot() async throws {
        for root in [self.pki.first, self.pki.second] {
            let source = try self.pki.source([root], [self.pki.list(root)])
            let verdict = try await TestPKI.judge(self.leaf, .client, by: source)
            #expect(verdict.trusted?.chain.last == root.certificate)
        }
        #expect(try await TestPKI.judge(self.leaf, .client).code == "certificate.untrusted")
    }

    @Test("is trusted by way of the other root where one way has expired")
    func oneExpired() async throws {
        let pki = try CrossSignedAuthority(secondEnds: 30)
        let leaf = try pki.two.issue(TestPKI.request(.client)).certificate
        let both = try pki.source([pki.first, pki.second], [pki.list(pki.first), pki.list(pki.second)])
        #expect(try await TestPKI.judge(leaf, .client, by: both).trusted?.chain.last == pki.first.certificate)
        let second = try pki.source([pki.second], [pki.list(pki.second)])
        #expect(try await TestPKI.judge(leaf, .client, by: second).code == "certificate.expired")
    }

    @Test("is trusted by way of the other root where one root revoked it, and not where both did")
    func revoked() async throws {
        let first = try self.pki.list(self.pki.first, revoking: self.pki.one)
        let second = try self.pki.list(self.pki.second)
        let one = try self.pki.source([self.pki.first, self.pki.second], [first, second])
        let verdict = try await TestPKI.judge(self.leaf, .client, by: one)
        #expect(verdict.trusted?.chain.last == self.pki.second.certificate)
        let neither = try self.pki.source(
            [self.pki.first, self.pki.second],
            [first, self.pki.list(self.pki.second, revoking: self.pki.two)]
        )
        #expect(try await TestPKI.judge(self.leaf, .client, by: neither).code == "certificate.revoked")
    }

    @Test("is trusted by way of the other root where the terms of one refuse it")
    func terms() async throws {
        func source(_ first: AnchorTerms, _ second: AnchorTerms) throws -> TrustSource {
            try TrustSource(
                files: [
                    .init(pem: self.pki.first.identity.pem, terms: first),
                    .init(pem: self.pki.second.identity.pem + self.pki.one.identity.pem, terms: second),
                    .init(pem: self.pki.two.identity.pem),
                ],
                crlsPEM: [
                    self.pki.list(self.pki.first).pemText, self.pki.list(self.pki.second).pemText,
                    self.pki.one.list(at: TestPKI.moment, days: 30).pemText,
                ]
            )
        }
        let nobody = AnchorTerms(organisations: [])
        let one = try await TestPKI.judge(self.leaf, .client, by: source(nobody, AnchorTerms()))
        #expect(one.trusted?.chain.last == self.pki.second.certificate)
        let none = try await TestPKI.judge(self.leaf, .client, by: source(nobody, nobody))
        #expect(none.code == "certificate.issuer")
    }

    @Test("in a circle ends, with and without an anchor above it", .timeLimit(.minutes(10)))
    func circle() async throws {
        var request = try LeafRequest(authority: "First root", pathLength: nil, from: TestPKI.moment, years: 5)
        request.reusing = self.pki.first.identity
        let firstBelowSecond = try CertificateAuthority(request, below: self.pki.second)
        request = try LeafRequest(authority: "Second root", pathLength: nil, from: TestPKI.moment, years: 5)
        request.reusing = self.pki.second.identity
        let secondBelowFirst = try CertificateAuthority(request, below: self.pki.first)
        let presented = [self.pki.one, self.pki.two, firstBelowSecond, secondBelowFirst].map(\.certificate)
        #expect(
            try await TestPKI.judge(self.leaf, .client, presenting: presented).code == "certificate.untrusted"
        )
        let source = try TrustSource(
            anchorsPEM: [self.pki.first.identity.pem],
            crlsPEM: [self.pki.list(self.pki.first).pemText]
        ).adding(
            certificates: presented,
            lists: [try self.pki.list(self.pki.second), try self.pki.one.list(at: TestPKI.moment, days: 30)]
        )
        #expect(try await TestPKI.judge(self.leaf, .client, presenting: presented, by: source).code == "trusted")
    }
}
