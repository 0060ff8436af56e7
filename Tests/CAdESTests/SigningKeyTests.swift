// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Crypto
import CryptoExtras
import Foundation
import Testing
import X509

@Suite("Only a key that may sign, and only with its own certificate, becomes a signer")
struct SigningKeyTests {
    @Test("a key comes back from PKCS#8 PEM and signs", arguments: Algorithm.allCases)
    func pem(_ algorithm: Algorithm) throws {
        let identity = try algorithm.identity
        let key = try SigningKey(pem: identity.key.pem)
        let signer = try CAdESSigner(certificate: identity.certificate, key: key)
        #expect(signer.certificate == identity.certificate)
        let signature = try CAdESSignature(parsing: signer.sign(detached: testContent, at: testTime))
        #expect(try signature.verify(detached: testContent).signer == identity.certificate)
    }

    @Test(
        "a key that OpenSSL made is read",
        .needsOpenSSL,
        arguments: [
            ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
            ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"],
            ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072"],
        ]
    )
    func opensslKey(_ options: [String]) throws {
        let pem = try Self.openSSLKey(options)
        #expect(throws: Never.self) { try SigningKey(pem: pem) }
    }

    @Test(
        "a key of another kind that OpenSSL made is refused",
        .needsOpenSSL,
        arguments: [
            (["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"], .keyUnsupported),
            (["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"], .keyUnsupported),
            (["-algorithm", "ED25519"], .keyUnsupported),
            (["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], .rsaKeyTooSmall),
            (["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"], .keyUnsupported),
            (
                ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-aes256", "-pass", "pass:secret"],
                .keyUnsupported
            ),
        ] as [([String], CAdESError.Code)]
    )
    func opensslKeyRefused(_ options: [String], _ code: CAdESError.Code) throws {
        let pem = try Self.openSSLKey(options)
        #expect { try SigningKey(pem: pem) } throws: { ($0 as? CAdESError)?.code == code }
    }

    @Test("what is no PKCS#8 PEM is refused")
    func otherText() throws {
        let pem = try Algorithm.p256.identity.key.pem
        let texts = try [
            "", "secret", Algorithm.p256.identity.certificate.testPEM, String(pem.dropLast(30)),
            pem.replacing("PRIVATE KEY", with: "EC PRIVATE KEY"), pem.replacing("\n", with: "-"),
        ]
        for text in texts {
            #expect { try SigningKey(pem: text) } throws: { ($0 as? CAdESError)?.code == .keyUnsupported }
        }
    }

    @Test("a key that is not the certificate's is refused", arguments: Algorithm.allCases)
    func otherKey(_ algorithm: Algorithm) throws {
        let identity = try algorithm.identity
        let other = SigningKey.p256(P256.Signing.PrivateKey())
        #expect {
            try CAdESSigner(certificate: identity.certificate, key: other)
        } throws: { ($0 as? CAdESError)?.code == .keyMismatch }
    }

    @Test("an RSA key of 2048 bits is refused, with either padding")
    func smallKey() throws {
        let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        for signingKey in [SigningKey.rsaPKCS1(key), .rsaPSS(key)] {
            let identity = try TestIdentity(key: signingKey)
            #expect { try identity.signer() } throws: { ($0 as? CAdESError)?.code == .rsaKeyTooSmall }
        }
    }

    @Test("a chain is at most nine certificates besides the signer's")
    func longChain() throws {
        let identity = try Algorithm.p256.identity
        let chain = try (1...10).map { try TestIdentity(key: identity.key, serialNumber: $0).certificate }
        let signer = try CAdESSigner(
            certificate: identity.certificate,
            intermediates: Array(chain.dropLast()),
            key: identity.key
        )
        let signature = try CAdESSignature(parsing: signer.sign(detached: testContent, at: testTime))
        #expect(signature.certificates.count == 10)
        #expect {
            try CAdESSigner(certificate: identity.certificate, intermediates: chain, key: identity.key)
        } throws: { ($0 as? CAdESError)?.code == .tooManyCertificates }
    }

    @Test("a chain that holds another certificate of the same issuer and serial number is refused")
    func ambiguousChain() throws {
        let identity = try Algorithm.p256.identity
        let other = try TestIdentity(key: identity.key, name: "Someone else").certificate
        #expect {
            try CAdESSigner(certificate: identity.certificate, intermediates: [other], key: identity.key)
        } throws: { ($0 as? CAdESError)?.code == .signerCertificateAmbiguous }
    }

    private static func openSSLKey(_ options: [String]) throws -> String {
        try OpenSSL.use { openssl in
            let result = try openssl.run(["genpkey", "-out", "key.pem"] + options)
            #expect(result.status == 0, "\(result.errors)")
            return try String(decoding: openssl.read("key.pem"), as: UTF8.self)
        }
    }
}
