// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import Testing
import X509
import ZegelCore
import ZegelTrust

/// A certificate that differs in one thing from a good one of its profile.
struct CertificateSituation: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let profile: CertificateProfile
    let code: String
    let change: @Sendable (inout LeafRequest) throws -> Void

    init(
        _ description: String,
        _ profile: CertificateProfile,
        _ code: TrustError.Code?,
        _ change: @escaping @Sendable (inout LeafRequest) throws -> Void
    ) {
        self.testDescription = "\(profile.rawValue): \(description)"
        self.profile = profile
        self.code = code?.rawValue ?? "trusted"
        self.change = change
    }

    static let all: [CertificateSituation] = validity + usage + names + algorithms + extensions + timeStamps

    private static let validity: [CertificateSituation] = [
        .init("expired a second ago", .client, .expired) {
            $0.notBefore = TestPKI.moment.advanced(bySeconds: -TestPKI.day)
            $0.notAfter = TestPKI.moment.advanced(bySeconds: 59)
        },
        .init("expires in this very second", .client, nil) { $0.notAfter = TestPKI.moment.advanced(bySeconds: 60) },
        .init("valid from the next second", .seal, .notYetValid) {
            $0.notBefore = TestPKI.moment.advanced(bySeconds: 61)
        },
        .init("valid from this very second", .seal, nil) { $0.notBefore = TestPKI.moment.advanced(bySeconds: 60) },
        .init("ends before it begins", .seal, .notYetValid) {
            $0.notBefore = TestPKI.moment.advanced(bySeconds: 120)
            $0.notAfter = TestPKI.moment
        },
        .init("valid beyond 2049", .seal, nil) { $0.notAfter = TestPKI.moment.advanced(bySeconds: 40 * 31_557_600) },
    ]

    private static let usage: [CertificateSituation] = [
        .init("without key usage", .client, .keyUsage) { $0.keyUsage = nil },
        .init("without digitalSignature", .client, .keyUsage) { $0.keyUsage = KeyUsage(keyEncipherment: true) },
        .init("without digitalSignature", .server, .keyUsage) { $0.keyUsage = KeyUsage(keyEncipherment: true) },
        .init("without nonRepudiation", .seal, .keyUsage) { $0.keyUsage = KeyUsage(digitalSignature: true) },
        .init("with nonRepudiation alone", .seal, nil) { $0.keyUsage = KeyUsage(nonRepudiation: true) },
        .init("without key usage", .release, .keyUsage) { $0.keyUsage = nil },
        .init("that may sign certificates", .seal, .keyUsage) {
            $0.keyUsage = KeyUsage(digitalSignature: true, nonRepudiation: true, keyCertSign: true)
        },
        .init("that may sign lists", .client, .keyUsage) {
            $0.keyUsage = KeyUsage(digitalSignature: true, cRLSign: true)
        },
        .init("without extended key usage", .client, .extendedKeyUsage) { $0.extendedKeyUsages = nil },
        .init("with serverAuth alone", .client, .extendedKeyUsage) { $0.extendedKeyUsages = [.serverAuth] },
        .init("with any purpose alone", .client, .extendedKeyUsage) { $0.extendedKeyUsages = [.any] },
        .init("with both purposes of TLS", .client, nil) { $0.extendedKeyUsages = [.serverAuth, .clientAuth] },
        .init("with clientAuth alone", .server, .extendedKeyUsage) { $0.extendedKeyUsages = [.clientAuth] },
        .init("with both purposes of TLS", .server, nil) { $0.extendedKeyUsages = [.serverAuth, .clientAuth] },
        .init("with clientAuth as well", .seal, .extendedKeyUsage) {
            $0.extendedKeyUsages = [.emailProtection, .clientAuth]
        },
        .init("with serverAuth as well", .release, .extendedKeyUsage) {
            $0.extendedKeyUsages = [.emailProtection, .serverAuth]
        },
        .init("with any purpose", .seal, .extendedKeyUsage) { $0.extendedKeyUsages = [.any] },
        .init("for time-stamps", .seal, .extendedKeyUsage) { $0.extendedKeyUsages = [.timeStamping] },
        .init("without extended key usage", .seal, nil) { $0.extendedKeyUsages = nil },
        .init("for mail alone", .seal, nil) { $0.extendedKeyUsages = [.emailProtection] },
        .init("for mail alone", .release, nil) { $0.extendedKeyUsages = [.emailProtection] },
        .init("with an empty extended key usage", .seal, .extendedKeyUsage) {
            $0.extendedKeyUsages = nil
            $0.extensions = [.init(oid: [2, 5, 29, 37], critical: false, value: [0x04, 0x00])]
        },
    ]

    private static let names: [CertificateSituation] = [
        .init("without serialNumber", .client, .oinMissing) { $0.subject = try subject(serials: []) },
        .init("with two serialNumbers", .client, .oinRepeated) {
            $0.subject = try subject(serials: ["00000099000000001000", "00000099000000002000"])
        },
        .init("with the same serialNumber twice", .seal, .oinRepeated) {
            $0.subject = try subject(serials: ["00000099000000001000", "00000099000000001000"])
        },
        .init("with both serialNumbers in one set", .seal, .oinRepeated) {
            let values = ["00000099000000001000", "00000099000000002000"]
            let attributes = try values.map {
                try RelativeDistinguishedName.Attribute(type: [2, 5, 4, 5], printableString: $0)
            }
            $0.subject = DistinguishedName([RelativeDistinguishedName(attributes)])
        },
        .init("with a serialNumber of 19 digits", .seal, .oinInvalid) {
            $0.subject = try subject(serials: ["0000009900000000100"])
        },
        .init("with a serialNumber in other characters", .seal, .oinInvalid) {
            $0.subject = try subject(serials: ["BSN 0000009900000001"])
        },
        .init("with one serialNumber", .seal, nil) { $0.subject = try subject(serials: ["00000099000000001000"]) },
        .init("without pseudonym", .release, .pseudonym) { $0.subject = try subject(serials: [oin]) },
        .init("with two pseudonyms", .release, .pseudonym) {
            $0.subject = try subject(serials: [oin], pseudonyms: ["one", "two"])
        },
        .init("with an empty pseudonym", .release, .pseudonym) {
            $0.subject = try subject(serials: [oin], pseudonyms: [""])
        },
        .init("with a pseudonym that is too long", .release, .pseudonym) {
            $0.subject = try subject(serials: [oin], pseudonyms: [String(repeating: "x", count: 129)])
        },
        .init("with one pseudonym", .release, nil) {
            $0.subject = try subject(serials: [oin], pseudonyms: ["vrijgever-07"])
        },
        .init("with a pseudonym", .seal, .profile) { $0.subject = try subject(serials: [oin], pseudonyms: ["one"]) },
        .init("with a pseudonym", .client, .profile) { $0.subject = try subject(serials: [oin], pseudonyms: ["one"]) },
        .init("without a name for TLS", .server, .serverName) { $0.names = [] },
        .init("with a name of its own", .server, nil) { $0.names = [.dnsName("zegel.example")] },
    ]

    private static let algorithms: [CertificateSituation] = [
        .init("on P-521", .client, .keySize) { $0.keyKind = .p521 },
        .init("on Ed25519", .seal, .keySize) { $0.keyKind = .ed25519 },
        .init("on P-384", .seal, nil) { $0.keyKind = .p384 },
        .init("on RSA of 2048 bits", .seal, .keySize) { $0.keyKind = .rsa(bits: 2_048) },
        .init("on RSA of 3072 bits", .seal, nil) { $0.keyKind = .rsa(bits: 3_072) },
    ]

    private static let extensions: [CertificateSituation] = [
        .init("with an unknown critical extension", .client, .criticalExtension) {
            $0.extensions = [.init(oid: [2, 25, 1_234], critical: true, value: [0x05, 0x00])]
        },
        .init("with an unknown extension", .client, nil) {
            $0.extensions = [.init(oid: [2, 25, 1_234], critical: false, value: [0x05, 0x00])]
        },
        .init("marked as authority", .seal, .basicConstraints) {
            $0.basicConstraints = .isCertificateAuthority(maxPathLength: nil)
        },
        .init("without basic constraints", .seal, nil) { $0.basicConstraints = nil },
        .init("without key identifiers", .seal, nil) { $0.hasKeyIdentifiers = false },
        .init("of version 1", .client, .version) { $0.version = .v1 },
        .init("with a serial number of 21 octets", .seal, .serialNumber) {
            $0.serial = .init(bytes: [UInt8](repeating: 0x11, count: 21))
        },
        .init("with a serial number of 20 octets", .seal, nil) {
            $0.serial = .init(bytes: [UInt8](repeating: 0x11, count: 20))
        },
    ]

    private static let timeStamps: [CertificateSituation] = [
        .init("whose purpose is not critical", .tsa, .extendedKeyUsage) { $0.hasCriticalExtendedKeyUsage = false },
        .init("without extended key usage", .tsa, .extendedKeyUsage) { $0.extendedKeyUsages = nil },
        .init("with a second purpose", .tsa, .extendedKeyUsage) {
            $0.extendedKeyUsages = [.timeStamping, .codeSigning]
        },
        .init("without key usage", .tsa, .keyUsage) { $0.keyUsage = nil },
        .init("for encryption", .tsa, .keyUsage) { $0.keyUsage = KeyUsage(dataEncipherment: true) },
        .init("with nonRepudiation alone", .tsa, nil) { $0.keyUsage = KeyUsage(nonRepudiation: true) },
    ]

    private static let oin = "00000099000000001000"

    private static func subject(serials: [String], pseudonyms: [String] = []) throws -> DistinguishedName {
        try DistinguishedName(
            [try .init(type: .RDNAttributeType.countryName, printableString: "NL")]
                + serials.map { try .init(type: [2, 5, 4, 5], printableString: $0) }
                + pseudonyms.map { .init(type: [2, 5, 4, 65], utf8String: $0) }
        )
    }
}

@Suite("A certificate by itself")
struct CertificateSituationTests {
    @Test("is judged by every rule of its profile, and its good twin passes", arguments: CertificateSituation.all)
    func table(_ situation: CertificateSituation) async throws {
        let issuing = try TestPKI.shared.get().issuing
        let changed = try issuing.issue(TestPKI.request(situation.profile, situation.change))
        let verdict = try await TestPKI.judge(changed.certificate, situation.profile)
        #expect(verdict.code == situation.code)
        #expect(!verdict.isUndecided)
        let twin = try issuing.issue(TestPKI.request(situation.profile))
        #expect(try await TestPKI.judge(twin.certificate, situation.profile).code == "trusted")
    }

    /// What a certificate of one job is told when it is shown for another.
    static let jobs: [CertificateProfile: [CertificateProfile: TrustError.Code]] = [
        .client: [.server: .extendedKeyUsage, .seal: .keyUsage, .release: .keyUsage, .tsa: .extendedKeyUsage],
        .server: [.client: .extendedKeyUsage, .seal: .keyUsage, .release: .keyUsage, .tsa: .extendedKeyUsage],
        .seal: [
            .client: .extendedKeyUsage, .server: .extendedKeyUsage, .release: .pseudonym, .tsa: .extendedKeyUsage,
        ],
        .release: [
            .client: .extendedKeyUsage, .server: .extendedKeyUsage, .seal: .profile, .tsa: .extendedKeyUsage,
        ],
        .tsa: [
            .client: .extendedKeyUsage, .server: .extendedKeyUsage, .seal: .keyUsage, .release: .keyUsage,
        ],
    ]

    @Test(
        "is good for its own job and for no other",
        arguments: CertificateProfile.allCases,
        CertificateProfile.allCases
    )
    func matrix(_ own: CertificateProfile, _ shown: CertificateProfile) async throws {
        let issued = try TestPKI.shared.get().issuing.issue(TestPKI.request(own))
        let verdict = try await TestPKI.judge(issued.certificate, shown)
        #expect(verdict.code == (own == shown ? "trusted" : Self.jobs[own]?[shown]?.rawValue))
    }

    @Test("with TLS and signing in one never signs, even with the key usage of a seal")
    func bothJobs() async throws {
        let issued = try TestPKI.shared.get().issuing.issue(
            TestPKI.request(.client) { $0.keyUsage = KeyUsage(digitalSignature: true, nonRepudiation: true) }
        )
        #expect(try await TestPKI.judge(issued.certificate, .client).code == "trusted")
        #expect(try await TestPKI.judge(issued.certificate, .seal).code == "certificate.extended-key-usage")
        #expect(try await TestPKI.judge(issued.certificate, .release).code == "certificate.extended-key-usage")
    }
}
