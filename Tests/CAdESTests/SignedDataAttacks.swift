// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import SwiftASN1

@testable import CAdES

/// Signatures whose SignedData, certificates or signer identifier are wrong.
enum SignedDataAttacks {
    static let all: [Attack] = fields + certificates + signers

    private static let fields: [Attack] = [
        Attack("SignedData of version 3 with issuer and serial", .versionInvalid) {
            $0.signedData.children[0].bytes = [3]
        },
        Attack("SignerInfo of version 3 with issuer and serial", .versionInvalid) { $0.signer.children[0].bytes = [3] },
        Attack("both of version 3 with issuer and serial", .versionInvalid) {
            $0.signedData.children[0].bytes = [3]
            $0.signer.children[0].bytes = [3]
        },
        Attack("a version of two bytes", .versionInvalid) { $0.signedData.children[0].bytes = [0, 1] },
        Attack("no digest algorithm", .digestAlgorithmMismatch) { $0.signedData.children[1].children = [] },
        Attack("two digest algorithms", .digestAlgorithmMismatch) {
            $0.signedData.children[1].children.append(try .algorithm(.CMS.sha384))
        },
        Attack(
            "a digest algorithm that is not the signer's",
            .digestAlgorithmMismatch,
            twin: { $0.signedData.children[1].children = [try .algorithm(.CMS.sha256, .null)] },
            forge: { $0.signedData.children[1].children = [try .algorithm(.CMS.sha384)] }
        ),
        Attack("content that is not id-data", .contentType) {
            $0.encapsulated.children[0] = try .objectIdentifier(.CMS.signedData)
        },
        Attack("a field behind the content", .structureInvalid) { $0.encapsulated.children.append(.null) },
        Attack("content that is not an OCTET STRING", .structureInvalid, attached: true) {
            $0.encapsulated.children[1].children[0].tag = 0x0C
        },
        Attack("content in two pieces", .structureInvalid, attached: true) {
            $0.encapsulated.children[1].children.append(DERTree(0x04, [1]))
        },
        Attack("a revocation list", .crlsPresent) {
            $0.signedData.children.insert(DERTree(0xA1, [DERTree(0x30, [DERTree]())]), at: 4)
        },
        Attack("an empty set of revocation lists", .crlsPresent) {
            $0.signedData.children.insert(DERTree(0xA1, [DERTree]()), at: 4)
        },
        Attack("a field behind the signers", .structureInvalid) { $0.signedData.children.append(.null) },
        Attack("signers as a SEQUENCE", .structureInvalid) { $0.signers.tag = 0x30 },
    ]

    private static let certificates: [Attack] = [
        Attack("no certificates", .signerCertificateMissing) { $0.signedData.children.remove(at: 3) },
        Attack("an empty set of certificates", .signerCertificateMissing) { $0.present([]) },
        Attack("only the authority's certificate", .signerCertificateMissing) {
            $0.present([try DERTree(parsing: $0.identity.authority.testDER)])
        },
        Attack("another certificate of the same key", .signerCertificateMissing) {
            let other = try TestIdentity(key: $0.identity.key, serialNumber: 4_712)
            $0.present([try DERTree(parsing: other.certificate.testDER)])
        },
        Attack("another certificate of the same key, named by the signer", .signingCertificateMismatch) {
            let other = try TestIdentity(key: $0.identity.key, serialNumber: 4_712)
            $0.present([try DERTree(parsing: other.certificate.testDER)])
            $0.signer.children[1].children[1].bytes = [0x12, 0x68]
        },
        Attack("another certificate of the same key, issuer and serial", .signingCertificateMismatch) {
            let other = try TestIdentity(key: $0.identity.key, name: "Someone else")
            $0.present([try DERTree(parsing: other.certificate.testDER)])
        },
        Attack("another certificate of the same serial and another key", .signingCertificateMismatch) {
            let other = try TestIdentity(key: .p256(.init()))
            $0.present([try DERTree(parsing: other.certificate.testDER)])
        },
        Attack("two certificates of the same issuer and serial", .signerCertificateAmbiguous) {
            let other = try TestIdentity(key: $0.identity.key, name: "Someone else")
            $0.present($0.certificates.children + [try DERTree(parsing: other.certificate.testDER)])
        },
        Attack("certificates in another order", .certificatesNotSorted) { $0.certificates.children.reverse() },
        Attack("a certificate twice", .certificateDuplicate) {
            $0.present($0.certificates.children + [$0.certificates.children[0]])
        },
        Attack(
            "eleven certificates",
            .tooManyCertificates,
            twin: { try present(10, in: &$0) },
            forge: {
                try present(11, in: &$0)
            }
        ),
        Attack("an attribute certificate", .certificateUnsupported) {
            $0.certificates.children.append(DERTree(0xA2, $0.certificates.children[0].children))
        },
        Attack("a certificate without fields", .certificateUnsupported) {
            $0.present($0.certificates.children + [DERTree(0x30, [DERTree]())])
        },
        Attack("a certificate with a key that is no point", .certificateUnsupported) {
            $0.certificates.children[0].children[0].children[6].children[1].bytes[5] ^= 1
        },
    ]

    private static let signers: [Attack] = [
        Attack("no signer", .signerMissing) { $0.signers.children = [] },
        Attack("the same signer twice", .moreThanOneSigner) { $0.signers.children.append($0.signer) },
        Attack("a second signer", .moreThanOneSigner) {
            let other = try Forgery(TestIdentity(key: .p256(.init()), serialNumber: 5), attached: false)
            $0.signers.children.append(other.signer)
            $0.signers.sortChildren()
        },
        Attack("a serial number that no certificate has", .signerCertificateMissing) {
            $0.signer.children[1].children[1].bytes = [0x12, 0x68]
        },
        Attack("the serial number with a zero in front", .signerCertificateMissing) {
            $0.signer.children[1].children[1].bytes.insert(0, at: 0)
        },
        Attack("an issuer that no certificate has", .signerCertificateMissing) {
            let other = try DERTree(parsing: TestAuthority.other.certificate.testDER)
            $0.signer.children[1].children[0] = other.children[0].children[3]
        },
        Attack(
            "a key identifier that no certificate has",
            .signerCertificateMissing,
            twin: { try name(byKey: Array($0.identity.certificate.keyIdentifier()), in: &$0) },
            forge: { try name(byKey: [1, 2, 3], in: &$0) }
        ),
        Attack("a key identifier with version 1", .versionInvalid) {
            try name(byKey: Array($0.identity.certificate.keyIdentifier()), in: &$0)
            $0.signedData.children[0].bytes = [1]
            $0.signer.children[0].bytes = [1]
        },
        Attack("two certificates of the same key identifier", .signerCertificateAmbiguous) {
            try name(byKey: Array($0.identity.certificate.keyIdentifier()), in: &$0)
            let other = try TestIdentity(key: $0.identity.key, serialNumber: 4_712)
            $0.present($0.certificates.children + [try DERTree(parsing: other.certificate.testDER)])
        },
        Attack("an unsigned attribute", .unsignedAttributes) {
            $0.signer.children.append(DERTree(0xA1, [$0.attributes.children[1]]))
        },
        Attack("an empty set of unsigned attributes", .unsignedAttributes) {
            $0.signer.children.append(DERTree(0xA1, [DERTree]()))
        },
        Attack("a field behind the signature", .structureInvalid) { $0.signer.children.append(.null) },
        Attack("a signer without signature", .structureInvalid) { $0.signer.children.removeLast() },
    ]

    private static func present(_ count: Int, in forgery: inout Forgery) throws {
        var all = forgery.certificates.children
        for serialNumber in all.count..<count {
            let other = try TestIdentity(key: forgery.identity.key, serialNumber: serialNumber)
            all.append(try DERTree(parsing: other.certificate.testDER))
        }
        forgery.present(all)
    }

    private static func name(byKey identifier: [UInt8], in forgery: inout Forgery) throws {
        forgery.signedData.children[0].bytes = [3]
        forgery.signer.children[0].bytes = [3]
        forgery.signer.children[1] = DERTree(0x80, identifier)
    }
}
