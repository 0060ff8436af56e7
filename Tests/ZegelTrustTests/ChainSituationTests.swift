// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import Testing
import X509
import ZegelCore
import ZegelTrust

/// A chain of root, one or two authorities, and a leaf, in which one thing is changed.
struct ChainSituation: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var code: TrustError.Code?
    var profile: CertificateProfile = .seal
    var root: @Sendable (inout LeafRequest) throws -> Void = { _ in }
    var authority: @Sendable (inout LeafRequest) throws -> Void = { _ in }
    /// A second authority below the first.
    var below: (@Sendable (inout LeafRequest) throws -> Void)?
    var leaf: @Sendable (inout LeafRequest) throws -> Void = { _ in }

    static let all: [ChainSituation] = [
        .init(testDescription: "as it should be", code: nil),
        .init(testDescription: "two authorities", code: nil, below: { _ in }),
        .init(
            testDescription: "more authorities than the first allows",
            code: .pathLength,
            authority: { $0.basicConstraints = .isCertificateAuthority(maxPathLength: 0) },
            below: { _ in }
        ),
        .init(
            testDescription: "more authorities than the root allows",
            code: .pathLength,
            root: { $0.basicConstraints = .isCertificateAuthority(maxPathLength: 0) }
        ),
        .init(
            testDescription: "as many authorities as the root allows",
            code: nil,
            root: { $0.basicConstraints = .isCertificateAuthority(maxPathLength: 1) }
        ),
        .init(
            testDescription: "an issuer that is no authority",
            code: .basicConstraints,
            authority: { $0.basicConstraints = .notCertificateAuthority }
        ),
        .init(
            testDescription: "an issuer without basic constraints",
            code: .basicConstraints,
            authority: { $0.basicConstraints = nil }
        ),
        .init(
            testDescription: "an issuer that may not sign certificates",
            code: .keyUsage,
            authority: { $0.keyUsage = KeyUsage(cRLSign: true) }
        ),
        .init(testDescription: "an issuer without key usage", code: .keyUsage, authority: { $0.keyUsage = nil }),
        .init(
            testDescription: "an expired issuer",
            code: .expired,
            authority: { $0.notAfter = TestPKI.moment.advanced(bySeconds: 30) }
        ),
        .init(
            testDescription: "an issuer that is not valid yet",
            code: .notYetValid,
            authority: { $0.notBefore = TestPKI.moment.advanced(bySeconds: 90) }
        ),
        .init(
            testDescription: "an expired root",
            code: .expired,
            root: { $0.notAfter = TestPKI.moment.advanced(bySeconds: 30) }
        ),
        .init(testDescription: "an issuer on P-521", code: .keySize, authority: { $0.keyKind = .p521 }),
        .init(testDescription: "an issuer on P-384", code: nil, authority: { $0.keyKind = .p384 }),
        .init(
            testDescription: "a leaf signed with SHA-1",
            code: .algorithm,
            authority: { $0.keyKind = .rsa(bits: 3_072) },
            leaf: { $0.algorithm = .sha1WithRSAEncryption }
        ),
        .init(
            testDescription: "a leaf signed with RSA and SHA-256",
            code: nil,
            authority: { $0.keyKind = .rsa(bits: 3_072) }
        ),
        .init(
            testDescription: "an issuer with an unknown critical extension",
            code: .criticalExtension,
            authority: { $0.extensions = [.init(oid: [2, 25, 1_234], critical: true, value: [0x05, 0x00])] }
        ),
        .init(
            testDescription: "an issuer with an unknown extension",
            code: nil,
            authority: { $0.extensions = [.init(oid: [2, 25, 1_234], critical: false, value: [0x05, 0x00])] }
        ),
        .init(
            testDescription: "an issuer for TLS above a seal",
            code: .extendedKeyUsage,
            authority: { $0.extendedKeyUsages = [.serverAuth, .clientAuth] }
        ),
        .init(
            testDescription: "an issuer for TLS above a client",
            code: nil,
            profile: .client,
            authority: { $0.extendedKeyUsages = [.serverAuth, .clientAuth] }
        ),
        .init(
            testDescription: "an issuer for any purpose above a seal",
            code: nil,
            authority: { $0.extendedKeyUsages = [.any] }
        ),
        .init(
            testDescription: "an issuer for mail above a client",
            code: .extendedKeyUsage,
            profile: .client,
            authority: { $0.extendedKeyUsages = [.emailProtection] }
        ),
        .init(
            testDescription: "an issuer for mail above a time-stamp authority",
            code: .extendedKeyUsage,
            profile: .tsa,
            authority: { $0.extendedKeyUsages = [.emailProtection] }
        ),
        .init(
            testDescription: "an issuer whose extended key usage cannot be read",
            code: .extendedKeyUsage,
            authority: { $0.extensions = [.init(oid: [2, 5, 29, 37], critical: false, value: [0x05, 0x00])] }
        ),
        .init(testDescription: "an issuer of version 1", code: .version, authority: { $0.version = .v1 }),
        .init(
            testDescription: "an issuer on RSA of 2048 bits",
            code: .keySize,
            authority: { $0.keyKind = .rsa(bits: 2_048) }
        ),
        .init(testDescription: "a root on P-521", code: .keySize, root: { $0.keyKind = .p521 }),
        .init(
            testDescription: "a root that signed itself with SHA-1, which proves nothing either way",
            code: nil,
            root: {
                $0.keyKind = .rsa(bits: 3_072)
                $0.algorithm = .sha1WithRSAEncryption
            },
            authority: { $0.algorithm = .sha256WithRSAEncryption }
        ),
        .init(
            testDescription: "a server in the excluded part of the name constraints",
            code: .nameConstraints,
            profile: .server,
            authority: { $0.extensions = [try constraint("example.nl", excluding: "secret.example.nl")] },
            leaf: { $0.names = [.dnsName("zegel.secret.example.nl")] }
        ),
        .init(
            testDescription: "a constraint on directory names, which is not understood and therefore refuses",
            code: .nameConstraints,
            profile: .client,
            authority: { $0.extensions = [try constraint(country: "NL")] }
        ),
        .init(
            testDescription: "a server outside of the name constraints",
            code: .nameConstraints,
            profile: .server,
            authority: { $0.extensions = [try constraint("example.nl")] },
            leaf: { $0.names = [.dnsName("zegel.example.com")] }
        ),
        .init(
            testDescription: "a server inside of the name constraints",
            code: nil,
            profile: .server,
            authority: { $0.extensions = [try constraint("example.nl")] },
            leaf: { $0.names = [.dnsName("zegel.example.nl")] }
        ),
    ]

    private static func constraint(_ name: String, excluding other: String? = nil) throws -> Certificate.Extension {
        let excluded = other.map { [GeneralName.dnsName($0)] } ?? []
        return try .init(
            NameConstraints(permittedSubtrees: [.dnsName(name)], excludedSubtrees: excluded),
            critical: true
        )
    }

    private static func constraint(country: String) throws -> Certificate.Extension {
        let name = try DistinguishedName([.init(type: .RDNAttributeType.countryName, printableString: country)])
        return try .init(
            NameConstraints(permittedSubtrees: [.directoryName(name)], excludedSubtrees: []),
            critical: true
        )
    }

    /// Builds the chain and judges its leaf; lists of all authorities are there.
    func judge() async throws -> TrustVerdict {
        var request = try LeafRequest(authority: "Root", pathLength: nil, from: TestPKI.moment, years: 10)
        try self.root(&request)
        var authorities = [try CertificateAuthority(root: request)]
        for (index, change) in [self.authority, self.below].compactMap(\.self).enumerated() {
            request = try LeafRequest(authority: "Authority \(index)", pathLength: nil, from: TestPKI.moment, years: 5)
            try change(&request)
            authorities.append(try CertificateAuthority(request, below: try #require(authorities.last)))
        }
        let last = try #require(authorities.last)
        let issued = try last.issue(TestPKI.request(self.profile, self.leaf))
        let usable = authorities.filter { (try? $0.certificate.extensions.keyUsage)?.cRLSign ?? false }
        let source = try TrustSource(
            anchorsPEM: authorities.map(\.identity.pem),
            crlsPEM: try usable.map { try $0.list(at: TestPKI.moment, days: 30).pemText }
        )
        return try await TestPKI.judge(issued.certificate, self.profile, by: source)
    }
}

@Suite("A chain")
struct ChainSituationTests {
    @Test("is judged by every rule for authorities", arguments: ChainSituation.all)
    func table(_ situation: ChainSituation) async throws {
        let verdict = try await situation.judge()
        #expect(verdict.code == situation.code?.rawValue ?? "trusted")
        #expect(!verdict.isUndecided)
    }

    @Test("of the same names made by someone else is not trusted")
    func selfMade() async throws {
        let ours = try TestPKI.shared.get()
        let theirs = try TestAuthority(at: TestPKI.moment)
        let leaf = try theirs.issuing.issue(TestPKI.request(.client)).certificate
        let presented = [theirs.issuing.certificate, theirs.root.certificate]
        #expect(leaf.issuer == ours.issuing.certificate.subject)
        #expect(try await TestPKI.judge(leaf, .client, presenting: presented).code == "certificate.untrusted")
        let good = try await TestPKI.judge(leaf, .client, presenting: presented, by: theirs.source())
        #expect(good.code == "trusted")
    }

    @Test("may take its intermediates from the peer, who cannot bring anchors")
    func presentedIntermediates() async throws {
        let pki = try TestPKI.shared.get()
        let rootOnly = try TrustSource(anchorsPEM: [pki.root.identity.pem], crlsPEM: [pki.rootList.pemText])
        let leaf = try pki.issuing.issue(TestPKI.request(.client)).certificate
        #expect(try await TestPKI.judge(leaf, .client, by: rootOnly).code == "certificate.untrusted")
        // The chain holds with the intermediate, whose list is then missing.
        let presented = [pki.issuing.certificate]
        let undecided = try await TestPKI.judge(leaf, .client, presenting: presented, by: rootOnly)
        #expect(undecided.code == "revocation.missing")
        #expect(undecided.isUndecided)
        let complete = rootOnly.adding(certificates: presented, lists: [pki.issuingList])
        #expect(try await TestPKI.judge(leaf, .client, presenting: presented, by: complete).code == "trusted")
    }

    @Test("with many intermediates is refused before any of them is looked at")
    func tooMany() async throws {
        let stranger = try TestAuthority(at: TestPKI.moment)
        let leaf = try TestPKI.shared.get().issuing.issue(TestPKI.request(.client)).certificate
        let crowd = try (0..<9).map { _ in try stranger.issuing.issue(TestPKI.request(.client)).certificate }
        let refused = try await TestPKI.judge(leaf, .client, presenting: crowd)
        #expect(refused.code == "certificate.too-many-intermediates")
        let eight = Array(crowd.dropLast())
        #expect(try await TestPKI.judge(leaf, .client, presenting: eight).code == "trusted")
    }

    @Test("of authorities that someone made below a certificate that is none is cut off")
    func authoritiesBelowLeaf() async throws {
        let pki = try TestPKI.shared.get()
        let holder = try pki.issuing.issue(TestPKI.request(.seal))
        let abused = try CertificateAuthority(certificate: holder.certificate, keyPEM: holder.keyPEM)
        let direct = try abused.issue(TestPKI.request(.seal)).certificate
        let presented = [holder.certificate]
        let refused = try await TestPKI.judge(direct, .seal, presenting: presented)
        #expect(refused.code == "certificate.basic-constraints")
        let made = try CertificateAuthority(
            LeafRequest(authority: "Made", pathLength: nil, from: TestPKI.moment, years: 1),
            below: abused
        )
        let leaf = try made.issue(TestPKI.request(.seal)).certificate
        let cut = try await TestPKI.judge(leaf, .seal, presenting: [holder.certificate, made.certificate])
        #expect(cut.code == "certificate.untrusted")
    }

    @Test("that consists of an anchor alone is no certificate of anyone")
    func anchorAsLeaf() async throws {
        let pki = try TestPKI.shared.get()
        for certificate in [pki.root.certificate, pki.issuing.certificate] {
            #expect(try await TestPKI.judge(certificate, .seal).code == "certificate.basic-constraints")
        }
    }
}
