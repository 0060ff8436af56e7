// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

public import Crypto

/// A key that signs notes with Ed25519 (signature type 0x01): the key of a log.
public struct NoteSigner: Sendable {
    /// The public half.
    public let verifier: NoteVerifier
    private let key: Curve25519.Signing.PrivateKey

    /// Makes a signer of a key, a fresh one where none is given.
    public init(name: KeyName, key: Curve25519.Signing.PrivateKey = Curve25519.Signing.PrivateKey()) {
        self.key = key
        self.verifier = NoteVerifier(name: name, publicKey: key.publicKey)
    }

    /// Reads `PRIVATE+KEY+<name>+<identifier>+<key>`.
    ///
    /// - Throws: `key.malformed`, `key.name`, `key.type` or `key.identifier`.
    public init(parsing text: String) throws(TransparencyLogError) {
        let parsed = try KeyText(text, type: .note, isSecret: true)
        self.init(name: parsed.name, key: try Curve25519.Signing.PrivateKey(seed: parsed.key))
        try parsed.check(self.verifier.identifier)
    }

    /// The key as it is kept in a file, which nobody else may read.
    public var secretText: String {
        let (name, identifier) = (self.verifier.name, self.verifier.identifier)
        return KeyText.encode(name, identifier, .note, [UInt8](self.key.rawRepresentation), isSecret: true)
    }

    /// Signs the text of a note.
    public func sign(_ text: [UInt8]) throws -> NoteSignature {
        let signature = [UInt8](try self.key.signature(for: text))
        return NoteSignature(name: self.verifier.name, identifier: self.verifier.identifier, bytes: signature)
    }
}

/// A key that notes are verified with (signature type 0x01).
public struct NoteVerifier: Hashable, Sendable, CustomStringConvertible {
    /// Whose key it is; of a log, its origin.
    public let name: KeyName
    /// The short form of name and key, which says which signature to look at.
    public let identifier: UInt32
    /// The Ed25519 public key, 32 bytes.
    public let key: [UInt8]

    /// Makes a verifier of a key.
    public init(name: KeyName, publicKey: Curve25519.Signing.PublicKey) {
        self.name = name
        self.key = [UInt8](publicKey.rawRepresentation)
        self.identifier = KeyText.identifier(of: self.key, .note, named: name)
    }

    /// Reads `<name>+<identifier>+<key>`.
    ///
    /// - Throws: `key.malformed`, `key.name`, `key.type` or `key.identifier`.
    public init(parsing text: String) throws(TransparencyLogError) {
        let parsed = try KeyText(text, type: .note, isSecret: false)
        self.name = parsed.name
        self.key = parsed.key
        self.identifier = KeyText.identifier(of: parsed.key, .note, named: parsed.name)
        try parsed.check(self.identifier)
    }

    /// The key as it is given to others.
    public var description: String {
        KeyText.encode(self.name, self.identifier, .note, self.key, isSecret: false)
    }

    /// Whether a signature over a text is by this key.
    func accepts(_ signature: [UInt8], over text: [UInt8]) -> Bool {
        Curve25519.Signing.PublicKey.accepts(signature, over: text, key: self.key)
    }
}

extension Curve25519.Signing.PrivateKey {
    /// Reads the 32 bytes of a private key.
    init(seed: [UInt8]) throws(TransparencyLogError) {
        do {
            try self.init(rawRepresentation: seed)
        } catch {
            throw TransparencyLogError(.keyMalformed, "The private key is not one of Ed25519.")
        }
    }
}

extension Curve25519.Signing.PublicKey {
    /// Whether a signature over some bytes is by a key.
    static func accepts(_ signature: [UInt8], over bytes: [UInt8], key: [UInt8]) -> Bool {
        guard signature.count == 64, let key = try? Self(rawRepresentation: key) else { return false }
        return key.isValidSignature(signature, for: bytes)
    }
}
