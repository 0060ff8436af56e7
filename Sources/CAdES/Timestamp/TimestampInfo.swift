// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import SwiftASN1

/// What an authority for time-stamps signs: TSTInfo of RFC 3161, section 2.4.2.
struct TimestampInfo: Hashable, Sendable {
    let policy: ASN1ObjectIdentifier
    /// SHA-256 of what was stamped.
    let digest: [UInt8]
    /// The number of the token, as an INTEGER's content.
    let serialNumber: [UInt8]
    /// The time, in milliseconds since 1970.
    let time: Int64
    /// How far the time may be off, in milliseconds, rounded up.
    let accuracy: Int64
    let nonce: [UInt8]?

    init(policy: ASN1ObjectIdentifier, digest: [UInt8], serialNumber: [UInt8], time: Int64, nonce: [UInt8]?) {
        self.policy = policy
        self.digest = digest
        self.serialNumber = serialNumber
        self.time = time
        self.accuracy = 0
        self.nonce = nonce
    }

    init(parsing der: [UInt8]) throws(CAdESError) {
        guard let root = DERNode(parsing: der) else { throw .timestamp("TSTInfo is not DER.") }
        var fields = try NodeReader(root, as: .sequence, in: "TSTInfo")
        guard try fields.version() == 1 else { throw .timestamp("TSTInfo has version 1.") }
        self.policy = try fields.objectIdentifier()
        self.digest = try Self.imprint(fields.constructed())
        self.serialNumber = Array(try fields.primitive(.integer).bytes)
        self.time = try SigningTime.decodeMilliseconds(fields.primitive(.generalizedTime))
        self.accuracy = try fields.optionalConstructed(.sequence).map(Self.accuracy) ?? 0
        if fields.upcoming?.identifier == .boolean {
            // FALSE is the default, which DER leaves out.
            guard fields.any()?.bytes == [0xFF] else { throw .timestamp("The ordering is not DER.") }
        }
        self.nonce =
            fields.upcoming?.identifier == .integer ? Array(try fields.primitive(.integer).bytes) : nil
        _ = fields.optionalConstructed(.context(0))
        guard fields.optionalConstructed(.context(1)) == nil else {
            throw .timestamp("There are extensions, which nobody here knows.")
        }
        try fields.end()
    }

    func encoded() throws -> [UInt8] {
        let policy = try DER.Serializer.bytes(self.policy)
        let imprint = try Self.imprint(of: self.digest)
        let time = try SigningTime.encodeMilliseconds(self.time)
        return DER.encoded(.sequence) { info in
            info.serializeRawBytes([0x02, 0x01, 1] + policy + imprint)
            info.appendPrimitiveNode(identifier: .integer) { $0.append(contentsOf: self.serialNumber) }
            info.serializeRawBytes(time)
            if let nonce = self.nonce {
                info.appendPrimitiveNode(identifier: .integer) { $0.append(contentsOf: nonce) }
            }
        }
    }

    // MARK: - Parts

    /// A policy from numbers with dots.
    static func policy(_ text: String) throws(CAdESError) -> ASN1ObjectIdentifier {
        do { return try ASN1ObjectIdentifier(dotRepresentation: text) } catch {
            throw .timestamp("A policy is an object identifier, as 1.3.6.1.4.1.1.")
        }
    }

    /// The digest of a MessageImprint, which is one of SHA-256.
    static func imprint(_ node: DERNode) throws(CAdESError) -> [UInt8] {
        var fields = try NodeReader(node, as: .sequence, in: "MessageImprint")
        guard try DigestAlgorithm(fields.constructed()) == .sha256 else { throw .unsupported }
        let digest = Array(try fields.octets())
        try fields.end()
        guard digest.count == 32 else { throw .timestamp("The digest has 32 bytes.") }
        return digest
    }

    static func imprint(of digest: [UInt8]) throws -> [UInt8] {
        let algorithm = try DigestAlgorithm.sha256.encoded()
        return DER.encoded(.sequence) { imprint in
            imprint.serializeRawBytes(algorithm)
            imprint.serializeOctets(digest)
        }
    }

    private static func accuracy(_ node: DERNode) throws(CAdESError) -> Int64 {
        var fields = try NodeReader(node, as: .sequence, in: "Accuracy")
        let parts: [(ASN1Identifier, Int64)] = [(.integer, 1_000_000), (.context(0), 1_000), (.context(1), 1)]
        var micros: Int64 = 0
        for (identifier, factor) in parts where fields.upcoming?.identifier == identifier {
            let bytes = try fields.primitive(identifier).bytes
            guard (1...4).contains(bytes.count), bytes.first.map({ $0 < 0x80 }) == true else {
                throw .timestamp("The accuracy is out of bounds.")
            }
            micros += bytes.reduce(0) { $0 << 8 | Int64($1) } * factor
        }
        try fields.end()
        return (micros + 999) / 1_000
    }
}
