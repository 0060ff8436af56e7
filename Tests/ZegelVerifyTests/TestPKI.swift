// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import X509
import ZegelCore
import ZegelTrust

/// The authorities and organisations of these tests, made once.
struct TestPKI: Sendable {
    static let shared = Result { try TestPKI() }

    /// When everything in these tests happens: 2026-11-20T12:00:00Z.
    static let now = Instant(milliseconds: 1_795_176_000_000)

    let authority: TestAuthority
    let trust: TrustEvaluator
    let aivd: Organisation
    let om: Organisation
    let stranger: Signer

    struct Organisation: Sendable {
        let oin: OIN
        let client: Signer
        let seal: Signer
        let release: Signer
    }

    struct Signer: Sendable {
        let certificate: Certificate
        let cades: CAdESSigner
    }

    init() throws {
        let begin = Self.now.advanced(bySeconds: -30 * 86_400)
        let authority = try TestAuthority(at: begin)
        let list = try authority.issuing.list(after: authority.issuingList, at: Self.now, days: 30)
        self.authority = authority
        self.trust = TrustEvaluator(source: try authority.source(lists: [authority.rootList, list]), grace: 86_400)
        self.aivd = try Self.organisation("aivd", "00000099000000001000", authority, begin)
        self.om = try Self.organisation("om", "00000099000000002000", authority, begin)
        let other = try TestAuthority(at: begin, name: "Other")
        self.stranger = try Self.signer(.seal, "aivd", self.aivd.oin, other, begin)
    }

    func issue(_ profile: CertificateProfile, _ oin: OIN, change: (inout LeafRequest) -> Void) throws -> Signer {
        var request = try LeafRequest(
            profile,
            organisation: "aivd",
            oin: oin,
            from: Self.now.advanced(bySeconds: -30 * 86_400)
        )
        change(&request)
        return try Self.signer(self.authority.issuing.issue(request), self.authority)
    }

    private static func organisation(
        _ name: String,
        _ number: String,
        _ authority: TestAuthority,
        _ begin: Instant
    ) throws -> Organisation {
        guard let oin = OIN(number) else { throw TestFailure() }
        return Organisation(
            oin: oin,
            client: try self.signer(.client, name, oin, authority, begin),
            seal: try self.signer(.seal, name, oin, authority, begin),
            release: try self.signer(.release, name, oin, authority, begin)
        )
    }

    private static func signer(
        _ profile: CertificateProfile,
        _ name: String,
        _ oin: OIN,
        _ authority: TestAuthority,
        _ begin: Instant
    ) throws -> Signer {
        try self.signer(authority.issue(profile, organisation: name, oin: oin, from: begin), authority)
    }

    private static func signer(_ issued: IssuedCertificate, _ authority: TestAuthority) throws -> Signer {
        Signer(
            certificate: issued.certificate,
            cades: try CAdESSigner(
                certificate: issued.certificate,
                intermediates: [authority.issuing.certificate],
                key: SigningKey(pem: issued.keyPEM)
            )
        )
    }
}

/// What a helper throws where a test cannot be set up.
struct TestFailure: Error {}
