// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// Writing and reading of AlgorithmIdentifier, RFC 5280 section 4.1.1.2.
enum AlgorithmIdentifier {
    /// Encodes an algorithm with its parameters, already encoded, or without.
    static func encode(_ algorithm: ASN1ObjectIdentifier, parameters: [UInt8] = []) throws -> [UInt8] {
        try DER.encoded(.sequence) { coder in
            try coder.serialize(algorithm)
            coder.serializeRawBytes(parameters)
        }
    }

    /// The encoding of NULL.
    static let null: [UInt8] = [0x05, 0x00]
}

extension NodeReader {
    /// Takes NULL or nothing, and says whether that was all.
    mutating func endsWithNullOrNothing() throws(CAdESError) -> Bool {
        guard self.upcoming != nil else { return true }
        return self.any()?.encodedBytes.elementsEqual(AlgorithmIdentifier.null) == true && self.upcoming == nil
    }
}

extension DER {
    /// The bytes of one constructed node.
    static func encoded(
        _ identifier: ASN1Identifier,
        _ write: (inout DER.Serializer) throws -> Void
    ) rethrows -> [UInt8] {
        var coder = DER.Serializer()
        try coder.appendConstructedNode(identifier: identifier, write)
        return coder.serializedBytes
    }
}

extension DER.Serializer {
    /// Appends an OCTET STRING.
    mutating func serializeOctets(_ octets: some Collection<UInt8>) {
        self.appendPrimitiveNode(identifier: .octetString) { $0.append(contentsOf: octets) }
    }
}
