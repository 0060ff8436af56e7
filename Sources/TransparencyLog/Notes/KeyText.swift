// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// The text forms of keys: `<name>+<identifier>+<type and key>`, secret ones behind `PRIVATE+KEY+`.
struct KeyText {
    /// What a key signs with (c2sp.org/signed-note, signature types).
    enum SignatureType: UInt8 {
        /// Ed25519 over the text of a note.
        case note = 0x01
        /// Ed25519 over a time and the text of a checkpoint.
        case cosignature = 0x04
    }

    private static let secretPrefix = "PRIVATE+KEY+"

    let name: KeyName
    let identifier: UInt32
    let key: [UInt8]

    /// Reads a key of one type; whether the identifier belongs to it is for the caller to compare.
    init(_ text: String, type: SignatureType, isSecret: Bool) throws(TransparencyLogError) {
        guard text.utf8.count <= 512, text.utf8.starts(with: (isSecret ? Self.secretPrefix : "").utf8) else {
            throw Self.malformed
        }
        let body = text.utf8.dropFirst(isSecret ? Self.secretPrefix.utf8.count : 0)
        let parts = body.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let identifier = Self.identifier(parts[1]), let bytes = Base64.decode(parts[2]),
            let first = bytes.first
        else { throw Self.malformed }
        self.name = try KeyName(Substring(parts[0]))
        guard first == type.rawValue else {
            throw TransparencyLogError(.keyType, "The key is of signature type \(first) and not of \(type.rawValue).")
        }
        guard bytes.count == 33 else { throw Self.malformed }
        self.identifier = identifier
        self.key = Array(bytes.dropFirst())
    }

    /// Writes a key.
    static func encode(
        _ name: KeyName,
        _ identifier: UInt32,
        _ type: SignatureType,
        _ key: [UInt8],
        isSecret: Bool
    )
        -> String
    {
        let digits = String(identifier, radix: 16)
        let padded = String(repeating: "0", count: 8 - digits.utf8.count) + digits
        return "\(isSecret ? self.secretPrefix : "")\(name)+\(padded)+\(Base64.encode([type.rawValue] + key))"
    }

    /// The identifier of a key: the first four bytes of SHA-256 over name, line feed, type and public key.
    static func identifier(of key: [UInt8], _ type: SignatureType, named name: KeyName) -> UInt32 {
        let digest = SHA256.hash(data: Array(name.description.utf8) + [0x0A, type.rawValue] + key)
        return digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Refuses an identifier that belongs to another name or key.
    func check(_ identifier: UInt32) throws(TransparencyLogError) {
        guard self.identifier == identifier else {
            throw TransparencyLogError(.keyIdentifier, "The identifier does not belong to the name and the key.")
        }
    }

    /// Eight hexadecimal digits, small letters.
    private static func identifier(_ text: some Collection<UInt8>) -> UInt32? {
        guard text.count == 8 else { return nil }
        var identifier: UInt32 = 0
        for digit in text {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): identifier = identifier << 4 | UInt32(digit - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): identifier = identifier << 4 | UInt32(digit - 0x61 + 10)
            default: return nil
            }
        }
        return identifier
    }

    private static var malformed: TransparencyLogError {
        TransparencyLogError(
            .keyMalformed,
            "A key is written as name, identifier in 8 hexadecimal digits, and type and key in base64, with + between."
        )
    }
}
