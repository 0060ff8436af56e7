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

extension DER {
    /// One element: tag, length in its shortest form, and content in pieces.
    ///
    /// A signature is put together like this: the serializer moves all that was written for each length of more than one byte.
    static func element(_ tag: UInt8, _ pieces: [UInt8]...) -> [UInt8] {
        let length = pieces.reduce(0) { $0 + $1.count }
        var bytes = [tag]
        bytes.reserveCapacity(length + 8)
        if length < 0x80 {
            bytes.append(UInt8(length))
        } else {
            let count = (Int.bitWidth - length.leadingZeroBitCount + 7) / 8
            bytes.append(0x80 | UInt8(count))
            for place in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: length >> (8 * place))) }
        }
        for piece in pieces { bytes += piece }
        return bytes
    }
}

extension DER.Serializer {
    /// Appends an OCTET STRING.
    mutating func serializeOctets(_ octets: some Collection<UInt8>) {
        self.appendPrimitiveNode(identifier: .octetString) { $0.append(contentsOf: octets) }
    }
}
