// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import SwiftASN1
import X509
import ZegelCore

/// Which certificate an answer is about: its number, and hashes of the name and the key of its issuer (RFC 6960 §4.1.1).
struct StatusID: Hashable, Sendable {
    enum Hash: Hashable, Sendable, CaseIterable {
        /// What every responder knows. Nothing rests on it: the answer is signed by that issuer, or for it.
        case sha1
        case sha256

        fileprivate var identifier: [UInt8] {
            switch self {
            case .sha1: [0x06, 0x05, 0x2B, 0x0E, 0x03, 0x02, 0x1A]
            case .sha256: [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
            }
        }

        fileprivate func hashed(_ bytes: [UInt8]) -> [UInt8] {
            switch self {
            case .sha1: Array(Insecure.SHA1.hash(data: bytes))
            case .sha256: Array(SHA256.hash(data: bytes))
            }
        }
    }

    let hash: Hash
    let issuerName: [UInt8]
    let issuerKey: [UInt8]
    let serial: SerialNumber

    /// The id of a certificate of an issuer.
    init(_ serial: SerialNumber, of issuer: Certificate, hash: Hash) {
        self.hash = hash
        self.issuerName = hash.hashed(issuer.subject.derBytes)
        self.issuerKey = hash.hashed(Array(issuer.publicKey.subjectPublicKeyInfoBytes))
        self.serial = serial
    }

    /// Reads an id.
    ///
    /// - Throws: ``TrustError`` with `revocation.syntax`, or `revocation.answer-algorithm` for another hash.
    init(_ element: DERWalker.Element) throws(TrustError) {
        var fields = DERWalker(element.content)
        let algorithm = Array(try fields.next(0x30).content)
        // The parameters may be NULL, or absent.
        guard
            let hash = Hash.allCases.first(where: {
                [$0.identifier, $0.identifier + [0x05, 0x00]].contains(algorithm)
            })
        else { throw TrustError(.answerAlgorithm) }
        self.hash = hash
        self.issuerName = Array(try fields.next(0x04).content)
        self.issuerKey = Array(try fields.next(0x04).content)
        self.serial = try fields.serialNumber()
        guard fields.isAtEnd else { throw TrustError(.listSyntax) }
    }

    /// The id in DER.
    var encoded: [UInt8] {
        let number = self.serial.bytes
        return DERText.element(
            0x30,
            DERText.element(0x30, self.hash.identifier + [0x05, 0x00]) + DERText.element(0x04, self.issuerName)
                + DERText.element(0x04, self.issuerKey)
                + DERText.element(0x02, (number[0] >= 0x80 ? [0x00] : []) + number)
        )
    }
}

/// Writes DER, element by element.
enum DERText {
    /// An element of a tag of one octet.
    static func element(_ tag: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
        let count = content.count
        guard count >= 0x80 else { return [tag, UInt8(count)] + content }
        var length: [UInt8] = []
        var rest = count
        while rest > 0 {
            length.insert(UInt8(rest & 0xFF), at: 0)
            rest >>= 8
        }
        return [tag, 0x80 | UInt8(length.count)] + length + content
    }
}

extension DistinguishedName {
    /// The name in DER, with the kinds of text that it was read with.
    var derBytes: [UInt8] {
        var serializer = DER.Serializer()
        // A name that was parsed before has no way to fail.
        guard (try? serializer.serialize(self)) != nil else { return [] }
        return serializer.serializedBytes
    }
}
