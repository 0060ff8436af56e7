// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

public import Crypto

/// A key that cosigns checkpoints with Ed25519 (signature type 0x04): the key of a witness (c2sp.org/tlog-cosignature).
///
/// What it signs does not name the witness, so a key belongs to one witness and to nothing else.
public struct Cosigner: Sendable {
    /// The public half.
    public let verifier: CosignatureVerifier
    private let key: Curve25519.Signing.PrivateKey

    /// Makes a cosigner of a key, a fresh one where none is given.
    public init(name: KeyName, key: Curve25519.Signing.PrivateKey = Curve25519.Signing.PrivateKey()) {
        self.key = key
        self.verifier = CosignatureVerifier(name: name, publicKey: key.publicKey)
    }

    /// Reads `PRIVATE+KEY+<name>+<identifier>+<key>`.
    ///
    /// - Throws: `key.malformed`, `key.name`, `key.type` or `key.identifier`.
    public init(parsing text: String) throws(TransparencyLogError) {
        let parsed = try KeyText(text, type: .cosignature, isSecret: true)
        self.init(name: parsed.name, key: try Curve25519.Signing.PrivateKey(seed: parsed.key))
        try parsed.check(self.verifier.identifier)
    }

    /// The key as it is kept in a file, which nobody else may read.
    public var secretText: String {
        let (name, identifier) = (self.verifier.name, self.verifier.identifier)
        return KeyText.encode(name, identifier, .cosignature, [UInt8](self.key.rawRepresentation), isSecret: true)
    }

    /// States that, at a time, this was the largest tree of the log that the witness had seen.
    ///
    /// - Parameter time: seconds since 1970.
    /// - Throws: `cosignature.time` for a time after 2⁶³ - 1.
    public func cosign(_ checkpoint: Checkpoint, at time: UInt64) throws -> NoteSignature {
        guard time <= UInt64(Int64.max) else { throw Cosignature.timeTooLate }
        let signature = try self.key.signature(for: Cosignature.message(over: checkpoint.text, at: time))
        let timestamp = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: time >> UInt64($0)) }
        return NoteSignature(
            name: self.verifier.name,
            identifier: self.verifier.identifier,
            bytes: timestamp + [UInt8](signature)
        )
    }
}

/// A key that cosignatures are verified with (signature type 0x04).
public struct CosignatureVerifier: Hashable, Sendable, CustomStringConvertible {
    /// The name of the witness.
    public let name: KeyName
    /// The short form of name and key, which says which signature to look at.
    public let identifier: UInt32
    /// The Ed25519 public key, 32 bytes.
    public let key: [UInt8]

    /// Makes a verifier of a key.
    public init(name: KeyName, publicKey: Curve25519.Signing.PublicKey) {
        self.name = name
        self.key = [UInt8](publicKey.rawRepresentation)
        self.identifier = KeyText.identifier(of: self.key, .cosignature, named: name)
    }

    /// Reads `<name>+<identifier>+<key>`.
    ///
    /// - Throws: `key.malformed`, `key.name`, `key.type` or `key.identifier`.
    public init(parsing text: String) throws(TransparencyLogError) {
        let parsed = try KeyText(text, type: .cosignature, isSecret: false)
        self.name = parsed.name
        self.key = parsed.key
        self.identifier = KeyText.identifier(of: parsed.key, .cosignature, named: parsed.name)
        try parsed.check(self.identifier)
    }

    /// The key as it is given to others.
    public var description: String {
        KeyText.encode(self.name, self.identifier, .cosignature, self.key, isSecret: false)
    }
}
