// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

@testable import CAdES

/// Signatures by a signer who signs attributes that are wrong.
enum AttributeAttacks {
    static let all: [Attack] = missing + duplicated + sets + times + certificates

    private static let missing: [Attack] =
        Forgery.Attribute.allCases.map { attribute in
            Attack("\(attribute) is missing", .attributeMissing) { forgery in
                try forgery.resign { $0.children.remove(at: attribute.rawValue) }
            }
        } + [
            Attack("no signed attributes", .attributeMissing) {
                $0.signer.children.remove(at: 3)
                $0.signer.children[4].bytes = try $0.identity.key.sign(testContent)
            },
            Attack("an empty set of signed attributes", .attributeMissing) { try $0.resign { $0.children = [] } },
        ]

    private static let duplicated: [Attack] =
        Forgery.Attribute.allCases.flatMap { attribute in
            [
                Attack("\(attribute) is there twice", .attributeDuplicate) {
                    try $0.resign { $0.children.append($0.children[attribute.rawValue]) }
                },
                Attack("\(attribute) is there with another value", .attributeDuplicate) {
                    try $0.resign { attributes in
                        var other = attributes.children[attribute.rawValue]
                        other.children[1].children = [DERTree(0x04, [1, 2, 3])]
                        attributes.children.append(other)
                    }
                },
                Attack("\(attribute) has two values", .attributeInvalid) {
                    try $0.resign { attributes in
                        attributes.children[attribute.rawValue].children[1].children.append(DERTree(0x04, [1, 2, 3]))
                        attributes.children[attribute.rawValue].children[1].sortChildren()
                    }
                },
                Attack("\(attribute) has no value", .attributeInvalid) {
                    try $0.resign { $0.children[attribute.rawValue].children[1].children = [] }
                },
            ]
        }

    private static let sets: [Attack] = [
        Attack(
            "attributes in another order",
            .attributesNotSorted,
            twin: { try $0.resign() },
            forge: {
                try $0.resign(sorted: false) { $0.children.swapAt(0, 1) }
            }
        ),
        Attack("attributes in another order, signature as it was", .attributesNotSorted) {
            $0.attributes.children.swapAt(2, 3)
        },
        Attack(
            "an unknown attribute twice",
            .attributeDuplicate,
            twin: { try add(1, to: &$0) },
            forge: {
                try add(1, to: &$0)
                try $0.resign { attributes in
                    var other = attributes.children[0]
                    other.children[1].children = [DERTree(0x02, [9])]
                    attributes.children.append(other)
                }
            }
        ),
        Attack("an unknown attribute without value", .attributeInvalid) {
            try add(1, to: &$0)
            try $0.resign { $0.children[0].children[1].children = [] }
        },
        Attack(
            "values of an unknown attribute in another order",
            .attributesNotSorted,
            twin: { try add(1, values: [DERTree(0x02, [1]), DERTree(0x02, [2])], to: &$0) },
            forge: { try add(1, values: [DERTree(0x02, [2]), DERTree(0x02, [1])], to: &$0) }
        ),
        Attack("33 attributes", .tooManyAttributes, twin: { try add(28, to: &$0) }, forge: { try add(29, to: &$0) }),
        Attack("attributes as a SEQUENCE", .attributeMissing) { $0.attributes.tag = 0x30 },
        Attack("an attribute with a third field", .structureInvalid) {
            try $0.resign { $0.children[0].children.append(.null) }
        },
        Attack("content-type of SignedData", .contentType) {
            try $0.resign(.contentType) { $0 = try .objectIdentifier(.CMS.signedData) }
        },
        Attack("content-type as text", .contentType) { try $0.resign(.contentType) { $0 = DERTree(0x0C, [0x61]) } },
        Attack("message-digest as text", .attributeInvalid) { try $0.resign(.messageDigest) { $0.tag = 0x0C } },
        Attack("message-digest cut short", .messageDigestMismatch) {
            try $0.resign(.messageDigest) { $0.bytes.removeLast() }
        },
        Attack("message-digest with a byte more", .messageDigestMismatch) {
            try $0.resign(.messageDigest) { $0.bytes.append(0) }
        },
        Attack("message-digest without bytes", .messageDigestMismatch) {
            try $0.resign(.messageDigest) { $0.bytes = [] }
        },
    ]

    private static let times: [Attack] = [
        time("without Z", 0x17, "261120120000"),
        time("with an offset", 0x17, "261120130000+0100"),
        time("without seconds", 0x17, "2611201200Z"),
        time("with a small z", 0x17, "261120120000z"),
        time("with a space", 0x17, "26112012000 Z"),
        time("with four digits of the year as UTCTime", 0x17, "20261120120000Z"),
        time("as GeneralizedTime before 2050", 0x18, "20261120120000Z"),
        time("as GeneralizedTime in 2049", 0x18, "20491231235959Z"),
        time("with fractions", 0x18, "20511120120000.5Z", twin: (0x18, "20511120120000Z")),
        time("as GeneralizedTime without Z", 0x18, "20511120120000", twin: (0x18, "20500101000000Z")),
        time("of the 30th of February", 0x17, "260230120000Z", twin: (0x17, "260228120000Z")),
        time("of the 29th of February in no leap year", 0x17, "270229120000Z", twin: (0x17, "280229120000Z")),
        time("of the 29th of February in 2100", 0x18, "21000229120000Z", twin: (0x18, "21000228120000Z")),
        time("of month 0", 0x17, "260020120000Z"),
        time("of month 13", 0x17, "261320120000Z"),
        time("of day 0", 0x17, "261100120000Z"),
        time("at 24 hours", 0x17, "261120240000Z", twin: (0x17, "261120235959Z")),
        time("at 60 minutes", 0x17, "261120126000Z"),
        time("at 60 seconds", 0x17, "261120120060Z"),
        time("as text", 0x13, "261120120000Z", twin: (0x17, "500101000000Z")),
        time("of no length", 0x17, ""),
    ]

    private static let certificates: [Attack] = [
        Attack("signing-certificate of another hash", .signingCertificateMismatch) {
            try $0.resign(.signingCertificate) { $0.children[0].children[0].children[0].bytes[31] ^= 1 }
        },
        Attack("signing-certificate with half a hash", .signingCertificateMismatch) {
            try $0.resign(.signingCertificate) { $0.children[0].children[0].children[0].bytes.removeLast(16) }
        },
        Attack(
            "signing-certificate of another serial number",
            .signingCertificateMismatch,
            twin: { try $0.resign(.signingCertificate) { $0.children[0].children[0].children.removeLast() } },
            forge: {
                try $0.resign(.signingCertificate) { $0.children[0].children[0].children[1].children[1].bytes = [7] }
            }
        ),
        Attack("signing-certificate of another issuer", .signingCertificateMismatch) {
            let other = try DERTree(parsing: TestAuthority.other.certificate.testDER).children[0].children[3]
            try $0.resign(.signingCertificate) {
                $0.children[0].children[0].children[1].children[0].children[0].children = [other]
            }
        },
        Attack("signing-certificate with two names", .structureInvalid) {
            try $0.resign(.signingCertificate) {
                let names = $0.children[0].children[0].children[1].children[0].children
                $0.children[0].children[0].children[1].children[0].children = names + names
            }
        },
        Attack("signing-certificate whose issuer is a DNS name", .structureInvalid) {
            try $0.resign(.signingCertificate) {
                $0.children[0].children[0].children[1].children[0].children = [DERTree(0x82, [0x61])]
            }
        },
        Attack(
            "signing-certificate by SHA-1",
            .algorithmUnsupported,
            twin: {
                try $0.resign(.signingCertificate) {
                    $0.children[0].children[0].children.insert(try .algorithm(.CMS.sha256), at: 0)
                }
            },
            forge: {
                try $0.resign(.signingCertificate) {
                    $0.children[0].children[0].children.insert(try .algorithm([1, 3, 14, 3, 2, 26]), at: 0)
                }
            }
        ),
        Attack(
            "signing-certificate by SHA-384 with a hash by SHA-256",
            .signingCertificateMismatch,
            twin: { forgery in
                let hash = DigestAlgorithm.sha384.hash(try forgery.identity.certificate.testDER)
                try forgery.resign(.signingCertificate) {
                    $0.children[0].children[0].children.insert(try .algorithm(.CMS.sha384), at: 0)
                    $0.children[0].children[0].children[1].bytes = hash
                }
            },
            forge: {
                try $0.resign(.signingCertificate) {
                    $0.children[0].children[0].children.insert(try .algorithm(.CMS.sha384), at: 0)
                }
            }
        ),
        Attack("signing-certificate of none", .structureInvalid) {
            try $0.resign(.signingCertificate) { $0.children[0].children = [] }
        },
        Attack(
            "signing-certificate whose second is the signer's",
            .signingCertificateMismatch,
            twin: { try addIdentifier(at: 1, to: &$0) },
            forge: { try addIdentifier(at: 0, to: &$0) }
        ),
        Attack("signing-certificate with a field behind", .structureInvalid) {
            try $0.resign(.signingCertificate) { $0.children.append(.null) }
        },
        Attack("signing-certificate of version 1 instead", .attributeMissing) {
            try $0.resign {
                $0.children[3].children[0] = try .objectIdentifier([1, 2, 840, 113549, 1, 9, 16, 2, 12])
            }
        },
    ]

    /// Adds attributes that are unknown here.
    private static func add(
        _ count: Int,
        values: [DERTree] = [DERTree(0x02, [1])],
        to forgery: inout Forgery
    ) throws {
        try forgery.resign { attributes in
            for number in 0..<count {
                let type = try DERTree.objectIdentifier([1, 2, 3, UInt(number)])
                attributes.children.append(DERTree(0x30, [type, DERTree(0x31, values)]))
            }
        }
    }

    private static func addIdentifier(at position: Int, to forgery: inout Forgery) throws {
        try forgery.resign(.signingCertificate) {
            let other = DERTree(0x30, [DERTree(0x04, [UInt8](repeating: 7, count: 32))])
            $0.children[0].children.insert(other, at: position)
        }
    }

    private static func time(
        _ name: String,
        _ tag: UInt8,
        _ text: String,
        twin: (tag: UInt8, text: String) = (0x17, "261120120000Z")
    ) -> Attack {
        Attack(
            "signing-time \(name)",
            .signingTimeInvalid,
            twin: { try $0.resign(.signingTime) { $0 = DERTree(twin.tag, Array(twin.text.utf8)) } },
            forge: { try $0.resign(.signingTime) { $0 = DERTree(tag, Array(text.utf8)) } }
        )
    }
}
