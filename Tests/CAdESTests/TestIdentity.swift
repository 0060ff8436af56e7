// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Crypto
import CryptoExtras
import Foundation
import SwiftASN1
import Testing
import X509

/// A signer of the tests: a key, its certificate, and the authority that issued it.
struct TestIdentity: Sendable {
    let key: SigningKey
    let certificate: Certificate
    let authority: Certificate

    init(
        key: SigningKey,
        serialNumber: Int = 4_711,
        name: String = "Test signer",
        authority: TestAuthority = .main,
        isTimestampAuthority: Bool = false
    ) throws {
        self.key = key
        self.certificate = try authority.issue(
            to: key.testPublicKey,
            serialNumber: serialNumber,
            name: name,
            isTimestampAuthority: isTimestampAuthority
        )
        self.authority = authority.certificate
    }

    func signer() throws -> CAdESSigner { try CAdESSigner(certificate: self.certificate, key: self.key) }
}

/// A certificate authority of the tests.
struct TestAuthority: Sendable {
    let certificate: Certificate
    private let key: Certificate.PrivateKey

    static let main: TestAuthority = made("Test authority")
    static let other: TestAuthority = made("Another authority")

    init(name: String) throws {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let subject = try DistinguishedName { CommonName(name) }
        self.certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(1),
            publicKey: key.publicKey,
            notValidBefore: Date(timeIntervalSince1970: 1_577_836_800),
            notValidAfter: Date(timeIntervalSince1970: 2_493_072_000),
            issuer: subject,
            subject: subject,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                SubjectKeyIdentifier(hash: key.publicKey)
            },
            issuerPrivateKey: key
        )
        self.key = key
    }

    func issue(
        to key: Certificate.PublicKey,
        serialNumber: Int,
        name: String,
        isTimestampAuthority: Bool = false
    ) throws -> Certificate {
        try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(serialNumber),
            publicKey: key,
            notValidBefore: Date(timeIntervalSince1970: 1_577_836_800),
            notValidAfter: Date(timeIntervalSince1970: 2_493_072_000),
            issuer: self.certificate.subject,
            subject: try DistinguishedName { CommonName(name) },
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                if isTimestampAuthority { try Critical(ExtendedKeyUsage([.timeStamping])) }
                SubjectKeyIdentifier(hash: key)
            },
            issuerPrivateKey: self.key
        )
    }

    private static func made(_ name: String) -> TestAuthority {
        do { return try TestAuthority(name: name) } catch { preconditionFailure("\(error)") }
    }
}

/// The four accepted algorithms, each with one identity for the whole run: RSA keys take long to make.
enum Algorithm: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case p256 = "ECDSA P-256 with SHA-256"
    case p384 = "ECDSA P-384 with SHA-384"
    case rsaPKCS1 = "RSA PKCS#1 with SHA-256"
    case rsaPSS = "RSA-PSS with SHA-256"

    var testDescription: String { self.rawValue }

    var identity: TestIdentity { get throws { try Self.identities[self]?.get() ?? TestIdentity(key: .p256(.init())) } }

    /// What `openssl cms -sign` needs besides.
    var options: [String] {
        switch self {
        case .p256, .rsaPKCS1: ["-md", "sha256"]
        case .p384: ["-md", "sha384"]
        case .rsaPSS: ["-md", "sha256", "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:digest"]
        }
    }

    private static let identities: [Algorithm: Result<TestIdentity, any Error>] = {
        let rsa = Result { try _RSA.Signing.PrivateKey(keySize: .bits3072) }
        return [
            .p256: Result { try TestIdentity(key: .p256(.init())) },
            .p384: Result { try TestIdentity(key: .p384(.init())) },
            .rsaPKCS1: rsa.flatMap { key in Result { try TestIdentity(key: .rsaPKCS1(key)) } },
            .rsaPSS: rsa.flatMap { key in Result { try TestIdentity(key: .rsaPSS(key)) } },
        ]
    }()
}

extension SigningKey {
    var testPublicKey: Certificate.PublicKey {
        switch self {
        case .p256(let key): Certificate.PublicKey(key.publicKey)
        case .p384(let key): Certificate.PublicKey(key.publicKey)
        case .rsaPKCS1(let key), .rsaPSS(let key): Certificate.PublicKey(key.publicKey)
        }
    }

    var pem: String {
        switch self {
        case .p256(let key): key.pemRepresentation
        case .p384(let key): key.pemRepresentation
        case .rsaPKCS1(let key), .rsaPSS(let key): key.pkcs8PEMRepresentation
        }
    }
}

extension Certificate {
    var testPEM: String { get throws { try self.serializeAsPEM().pemString } }

    var testDER: [UInt8] {
        get throws {
            var coder = DER.Serializer()
            try coder.serialize(self)
            return coder.serializedBytes
        }
    }
}

extension Certificate {
    func keyIdentifier() throws -> ArraySlice<UInt8> {
        try #require(try self.extensions.subjectKeyIdentifier).keyIdentifier
    }
}

/// The moment at which the tests sign: 2026-11-20T12:00:00Z.
let testTime: Int64 = 1_795_176_000

/// What the tests sign: bytes of every value, line ends that text modes would change among them.
let testContent: [UInt8] = (0...255).map { UInt8($0) } + Array("\r\nreport\n".utf8)
