// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import SwiftASN1

@testable import CAdES

/// Signatures whose algorithms or value are wrong, or whose content is another.
enum SignatureAttacks {
    static let all: [Attack] = algorithms + pss + values + content

    private static let sha1: ASN1ObjectIdentifier = [1, 3, 14, 3, 2, 26]

    private static let algorithms: [Attack] = [
        Attack(
            "SHA-1",
            .algorithmUnsupported,
            twin: { $0.signer.children[2] = try .algorithm(.CMS.sha256, .null) },
            forge: {
                $0.signer.children[2] = try .algorithm(sha1)
                $0.signedData.children[1].children = [try .algorithm(sha1)]
            }
        ),
        Attack("SHA-512", .algorithmUnsupported) {
            $0.signer.children[2] = try .algorithm([2, 16, 840, 1, 101, 3, 4, 2, 3])
        },
        Attack("SHA-256 with parameters", .algorithmUnsupported) {
            $0.signer.children[2] = try .algorithm(.CMS.sha256, DERTree(0x02, [1]))
        },
        Attack("SHA-256 with NULL that has content", .algorithmUnsupported) {
            $0.signer.children[2] = try .algorithm(.CMS.sha256, DERTree(0x05, [0]))
        },
        Attack("SHA-384 named, SHA-256 used", .digestAlgorithmMismatch) {
            $0.signer.children[2] = try .algorithm(.CMS.sha384)
        },
        Attack("P-256 with SHA-384", .algorithmUnsupported) {
            $0.signer.children[2] = try .algorithm(.CMS.sha384)
            $0.signedData.children[1].children = [try .algorithm(.CMS.sha384)]
            $0.signer.children[4] = try .algorithm(.CMS.ecdsaWithSHA384)
        },
        Attack("P-384 with SHA-256", .algorithmUnsupported, algorithm: .p384) {
            $0.signer.children[2] = try .algorithm(.CMS.sha256)
            $0.signedData.children[1].children = [try .algorithm(.CMS.sha256)]
            $0.signer.children[4] = try .algorithm(.CMS.ecdsaWithSHA256)
        },
        Attack("ECDSA with SHA-512", .algorithmUnsupported) {
            $0.signer.children[4] = try .algorithm([1, 2, 840, 10045, 4, 3, 4])
        },
        Attack("ECDSA with NULL", .algorithmUnsupported) {
            $0.signer.children[4] = try .algorithm(.CMS.ecdsaWithSHA256, .null)
        },
        Attack("an EC key as the algorithm", .algorithmUnsupported) {
            $0.signer.children[4] = try .algorithm([1, 2, 840, 10045, 2, 1])
        },
        Attack("RSA with an EC key", .algorithmUnsupported) {
            $0.signer.children[4] = try .algorithm(.CMS.rsaEncryption, .null)
        },
        Attack(
            "ECDSA with an RSA key",
            .algorithmUnsupported,
            algorithm: .rsaPKCS1,
            twin: { $0.signer.children[4] = try .algorithm(.CMS.sha256WithRSAEncryption, .null) },
            forge: { $0.signer.children[4] = try .algorithm(.CMS.ecdsaWithSHA256) }
        ),
        Attack("RSA with SHA-512", .algorithmUnsupported, algorithm: .rsaPKCS1) {
            $0.signer.children[4] = try .algorithm([1, 2, 840, 113549, 1, 1, 13], .null)
        },
        Attack(
            "rsaEncryption without NULL",
            .algorithmUnsupported,
            algorithm: .rsaPKCS1,
            twin: { $0.signer.children[4] = try .algorithm(.CMS.sha256WithRSAEncryption) },
            forge: { $0.signer.children[4] = try .algorithm(.CMS.rsaEncryption) }
        ),
        Attack("RSA with parameters", .algorithmUnsupported, algorithm: .rsaPKCS1) {
            $0.signer.children[4] = try .algorithm(.CMS.rsaEncryption, DERTree(0x30, [DERTree]()))
        },
        Attack("Ed25519", .algorithmUnsupported) { $0.signer.children[4] = try .algorithm([1, 3, 101, 112]) },
        Attack("PKCS#1 announced, PSS used", .signatureInvalid, algorithm: .rsaPSS) {
            $0.signer.children[4] = try .algorithm(.CMS.rsaEncryption, .null)
        },
    ]

    private static let pss: [Attack] = [
        parameters("a salt of 222 bytes", .pssSaltLength) { $0[2].children[0].bytes = [0, 222] },
        parameters("a salt of 20 bytes by default", .pssSaltLength) { $0.removeLast() },
        parameters("a salt of 0 bytes", .pssSaltLength) { $0[2].children[0].bytes = [0] },
        parameters("a salt length with a zero in front", .pssSaltLength) { $0[2].children[0].bytes = [0, 32] },
        parameters("SHA-1 by default", .algorithmUnsupported) { $0.removeFirst() },
        parameters("MGF1 with SHA-1 by default", .algorithmUnsupported) { $0.remove(at: 1) },
        parameters("no parameters", .algorithmUnsupported) { $0 = [] },
        parameters("SHA-384", .algorithmUnsupported) { $0[0].children[0] = try .algorithm(.CMS.sha384) },
        parameters("MGF1 with SHA-384", .algorithmUnsupported) {
            $0[1].children[0] = try .algorithm(.CMS.mgf1, try .algorithm(.CMS.sha384))
        },
        parameters("MGF1 without hash", .algorithmUnsupported) { $0[1].children[0] = try .algorithm(.CMS.mgf1) },
        parameters("another mask", .algorithmUnsupported) {
            $0[1].children[0] = try .algorithm([2, 16, 840, 1, 101, 3, 4, 2, 12])
        },
        parameters("the trailer field spelt out", .structureInvalid) {
            $0.append(DERTree(0xA3, [DERTree(0x02, [1])]))
        },
        Attack("RSA-PSS without parameters", .algorithmUnsupported, algorithm: .rsaPSS) {
            $0.signer.children[4] = try .algorithm(.CMS.rsassaPSS)
        },
    ]

    private static let values: [Attack] =
        [
            Attack("ECDSA with a bit of s flipped", .signatureInvalid) { $0.value[$0.value.count - 1] ^= 1 },
            Attack("ECDSA with a bit of r flipped", .signatureInvalid) { $0.value[10] ^= 1 },
            Attack("ECDSA by another key", .signatureInvalid) {
                var other = try Forgery(TestIdentity(key: .p256(.init())), attached: false)
                other.attributes = $0.attributes
                try other.resign()
                $0.value = other.value
            },
            Attack("ECDSA over the implicit tag instead of the set", .signatureInvalid) {
                $0.value = try $0.identity.key.sign($0.attributes.encoded)
            },
            Attack("ECDSA over the content", .signatureInvalid) { $0.value = try $0.identity.key.sign(testContent) },
            Attack("ECDSA cut short", .signatureMalformed) { $0.value.removeLast() },
            Attack("ECDSA with a byte behind", .signatureMalformed) { $0.value.append(0) },
            Attack("ECDSA without bytes", .signatureMalformed) { $0.value = [] },
            Attack("ECDSA as two numbers of full length", .signatureMalformed) {
                $0.value = [UInt8](repeating: 1, count: 64)
            },
            Attack("ECDSA with a zero in front of r", .signatureMalformed) {
                try edit(&$0) { $0[0].bytes.insert(0, at: 0) }
            },
            Attack("ECDSA with a zero in front of s", .signatureMalformed) {
                try edit(&$0) { numbers in
                    // One zero may be the sign; two never are.
                    numbers[1].bytes.insert(contentsOf: [0, 0], at: 0)
                }
            },
            Attack("ECDSA with r = 0", .signatureMalformed) { try edit(&$0) { $0[0].bytes = [0] } },
            Attack("ECDSA with s = 0", .signatureMalformed) { try edit(&$0) { $0[1].bytes = [0] } },
            Attack("ECDSA with r of no length", .signatureMalformed) { try edit(&$0) { $0[0].bytes = [] } },
            Attack("ECDSA with a negative r", .signatureMalformed) {
                try edit(&$0) { $0[0].bytes = [0xFF] + [UInt8](repeating: 1, count: 31) }
            },
            Attack("ECDSA with r of 33 bytes", .signatureMalformed) {
                try edit(&$0) { $0[0].bytes = [UInt8](repeating: 1, count: 33) }
            },
            Attack("ECDSA with a third number", .signatureMalformed) {
                try edit(&$0) { $0.append(DERTree(0x02, [1])) }
            },
            Attack("ECDSA with one number", .signatureMalformed) { try edit(&$0) { $0.removeLast() } },
            Attack("ECDSA with an OCTET STRING for s", .signatureMalformed) { try edit(&$0) { $0[1].tag = 0x04 } },
            Attack("ECDSA with a long length", .signatureMalformed) { $0.value.insert(0x81, at: 1) },
            Attack("ECDSA with an indefinite length", .signatureMalformed) {
                $0.value[1] = 0x80
                $0.value += [0, 0]
            },
            Attack("ECDSA with r of the order's size", .signatureInvalid) {
                try edit(&$0) { $0[0].bytes = [0] + [UInt8](repeating: 0xFF, count: 32) }
            },
            Attack("P-384 with a bit flipped", .signatureInvalid, algorithm: .p384) {
                $0.value[$0.value.count - 1] ^= 1
            },
        ]
        + [Algorithm.rsaPKCS1, .rsaPSS].flatMap { algorithm in
            [
                Attack("\(algorithm) with a bit flipped", .signatureInvalid, algorithm: algorithm) { $0.value[9] ^= 1 },
                Attack("\(algorithm) cut short", .signatureInvalid, algorithm: algorithm) { $0.value.removeLast() },
                Attack("\(algorithm) with a zero in front", .signatureInvalid, algorithm: algorithm) {
                    $0.value.insert(0, at: 0)
                },
                Attack("\(algorithm) without bytes", .signatureInvalid, algorithm: algorithm) { $0.value = [] },
                Attack("\(algorithm) of zeros", .signatureInvalid, algorithm: algorithm) {
                    $0.value = [UInt8](repeating: 0, count: $0.value.count)
                },
            ]
        }

    private static let content: [Attack] = [
        Attack("a byte of the content changed", .messageDigestMismatch) { $0.content[0] ^= 1 },
        Attack("a byte behind the content", .messageDigestMismatch) { $0.content.append(0) },
        Attack("no content", .messageDigestMismatch) { $0.content = [] },
        Attack("a line end of the content changed", .messageDigestMismatch) { $0.content.removeAll { $0 == 0x0D } },
        Attack("attached content changed", .messageDigestMismatch, attached: true) {
            $0.encapsulated.children[1].children[0].bytes[0] ^= 1
        },
        Attack("content and message-digest changed", .signatureInvalid) {
            $0.content[0] ^= 1
            $0[.messageDigest].bytes = DigestAlgorithm.sha256.hash($0.content)
        },
        Attack("signing-time changed", .signatureInvalid) { $0[.signingTime].bytes[0] = UInt8(ascii: "3") },
        Attack("attached, where detached is expected", .contentPresent, attached: true) { $0.expectsAttached = false },
        Attack("detached, where attached is expected", .contentAbsent) { $0.expectsAttached = true },
        Attack("content put into a detached signature", .contentPresent) {
            $0.encapsulated.children.append(DERTree(0xA0, [DERTree(0x04, testContent)]))
        },
    ]

    /// Changes the numbers of an ECDSA signature.
    private static func edit(_ forgery: inout Forgery, _ change: (inout [DERTree]) throws -> Void) throws {
        var value = try DERTree(parsing: forgery.value)
        try change(&value.children)
        forgery.value = value.encoded
    }

    /// Changes the parameters of an RSA-PSS signature; the twin names its hashes with NULL, as OpenSSL may.
    private static func parameters(
        _ name: String,
        _ code: CAdESError.Code,
        _ change: @escaping @Sendable (inout [DERTree]) throws -> Void
    ) -> Attack {
        Attack(
            "RSA-PSS with \(name)",
            code,
            algorithm: .rsaPSS,
            twin: {
                let hash = try DERTree.algorithm(.CMS.sha256, .null)
                $0.signer.children[4].children[1].children[0].children = [hash]
                $0.signer.children[4].children[1].children[1].children = [try .algorithm(.CMS.mgf1, hash)]
            },
            forge: { try change(&$0.signer.children[4].children[1].children) }
        )
    }
}
