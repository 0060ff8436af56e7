// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import X509
import ZegelCore
import ZegelTrust

/// What one anchor is allowed, and a certificate under it.
struct TermsSituation: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: TrustError.Code?
    var terms = AnchorTerms()
    var profile = CertificateProfile.client
    var keyKind = SigningKeyKind.p256

    private static let own = Set([OIN("00000099000000001000")].compactMap(\.self))
    private static let other = Set([OIN("00000099000000002000")].compactMap(\.self))

    static let all: [TermsSituation] = [
        .init(testDescription: "RSA of 2048 bits, and nothing said", code: .keySize, keyKind: .rsa(bits: 2_048)),
        .init(
            testDescription: "RSA of 2048 bits, which is enough here",
            code: nil,
            terms: .init(minimumRSABits: 2_048),
            keyKind: .rsa(bits: 2_048)
        ),
        .init(
            testDescription: "RSA of 3072 bits where 4096 are asked for",
            code: .keySize,
            terms: .init(minimumRSABits: 4_096),
            keyKind: .rsa(bits: 3_072)
        ),
        .init(
            testDescription: "P-256 where only P-384 is allowed",
            code: .keySize,
            terms: .init(curves: [.p384]),
            keyKind: .p256
        ),
        .init(
            testDescription: "P-384 where only P-256 is allowed",
            code: .keySize,
            terms: .init(curves: [.p256]),
            keyKind: .p384
        ),
        .init(testDescription: "P-256 where only P-256 is allowed", code: nil, terms: .init(curves: [.p256])),
        .init(
            testDescription: "an organisation that the anchor speaks for",
            code: nil,
            terms: .init(organisations: own)
        ),
        .init(
            testDescription: "an organisation that another anchor speaks for",
            code: .issuer,
            terms: .init(organisations: other)
        ),
        .init(
            testDescription: "a seal of an organisation that another anchor speaks for",
            code: .issuer,
            terms: .init(organisations: other),
            profile: .seal
        ),
        .init(
            testDescription: "an anchor that speaks for nobody",
            code: .issuer,
            terms: .init(organisations: []),
            profile: .release
        ),
    ]
}

@Suite("The terms of an anchor")
struct AnchorTermsTests {
    @Test("hold for every certificate under it", arguments: TermsSituation.all)
    func table(_ situation: TermsSituation) async throws {
        let pki = try TestPKI.shared.get()
        let leaf = try pki.issuing.issue(TestPKI.request(situation.profile) { $0.keyKind = situation.keyKind })
        let source = try TrustSource(
            files: [.init(pem: pki.anchorsPEM, terms: situation.terms)],
            crlsPEM: [pki.listsPEM]
        )
        let verdict = try await TestPKI.judge(leaf.certificate, situation.profile, by: source)
        #expect(verdict.code == situation.code?.rawValue ?? "trusted")
    }

    @Test("of one partner do not loosen those of another")
    func separate() async throws {
        let (ours, theirs) = (try TestPKI.shared.get(), try TestAuthority(at: TestPKI.moment, name: "Partner"))
        let source = try TrustSource(
            files: [
                .init(pem: ours.anchorsPEM),
                .init(pem: theirs.anchorsPEM, terms: .init(minimumRSABits: 2_048, organisations: [])),
            ],
            crlsPEM: [ours.listsPEM, theirs.listsPEM]
        )
        let weak = try TestPKI.request(.client) { $0.keyKind = .rsa(bits: 2_048) }
        let good = try ours.issuing.issue(TestPKI.request(.client)).certificate
        #expect(try await TestPKI.judge(good, .client, by: source).code == "trusted")
        let ourWeak = try ours.issuing.issue(weak).certificate
        #expect(try await TestPKI.judge(ourWeak, .client, by: source).code == "certificate.key-size")
        let theirWeak = try theirs.issuing.issue(weak).certificate
        #expect(try await TestPKI.judge(theirWeak, .client, by: source).code == "certificate.issuer")
    }

    @Test("are one set for each anchor")
    func contradiction() throws {
        let pki = try TestPKI.shared.get()
        let same = AnchorFile(pem: pki.anchorsPEM)
        #expect(try TrustSource(files: [same, same], crlsPEM: []).anchors == [pki.root.certificate])
        let other = AnchorFile(pem: pki.anchorsPEM, terms: .init(minimumRSABits: 2_048))
        let problem = #expect(throws: Problem.self) { try TrustSource(files: [same, other], crlsPEM: []) }
        #expect(problem?.code == "trust.anchor-terms")
        #expect(problem?.items.map(\.location) == ["anchors[1]"])
    }

    @Test("do not ask a time-stamp authority for a number")
    func timeStamps() async throws {
        let pki = try TestPKI.shared.get()
        let source = try TrustSource(
            files: [.init(pem: pki.anchorsPEM, terms: .init(organisations: []))],
            crlsPEM: [pki.listsPEM]
        )
        let request = try TestPKI.request(.tsa) {
            $0.subject = try DistinguishedName([.init(type: .RDNAttributeType.commonName, utf8String: "Time")])
        }
        let leaf = try pki.issuing.issue(request).certificate
        for (profile, code) in [
            (CertificateProfile.tsa, "trusted"), (.client, "certificate.extended-key-usage"),
        ] {
            let verdict = await source.validate(
                leaf: leaf,
                intermediates: [],
                profile: profile,
                at: TestPKI.moment,
                view: .live,
                grace: 0
            )
            #expect(verdict.code == code)
        }
        #expect(try await TestPKI.judge(leaf, .tsa).code == "certificate.oin-missing")
    }
}
