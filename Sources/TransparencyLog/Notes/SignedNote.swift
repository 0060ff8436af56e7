// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// One signature line of a note.
public struct NoteSignature: Hashable, Sendable {
    /// The name of the key that signed.
    public let name: KeyName
    /// The identifier of that key.
    public let identifier: UInt32
    /// What the key made, without the identifier; at least one byte.
    public let bytes: [UInt8]

    init(name: KeyName, identifier: UInt32, bytes: [UInt8]) {
        self.name = name
        self.identifier = identifier
        self.bytes = bytes
    }

    /// Reads a line without its line feed.
    ///
    /// - Throws: `note.malformed` or `key.name`.
    public init(parsing line: some Collection<UInt8>) throws(TransparencyLogError) {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("\u{2014}".utf8),
            let name = String(validating: parts[1], as: UTF8.self), let value = Base64.decode(parts[2]),
            value.count > 4
        else { throw TransparencyLogError(.noteMalformed, "A line that should be a signature is not one.") }
        self.name = try KeyName(name)
        self.identifier = value.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        self.bytes = Array(value.dropFirst(4))
    }

    /// The line as it stands in a note, without its line feed.
    public var line: String {
        let identifier = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self.identifier >> $0) }
        return "\u{2014} \(self.name) \(Base64.encode(identifier + self.bytes))"
    }
}

/// A text and the signatures under it, as c2sp.org/signed-note writes them.
///
/// Nothing of it is to be believed before it was verified.
public struct SignedNote: Hashable, Sendable {
    /// The largest size of a note in bytes: room for many signatures of five kilobytes.
    public static let maximumBytes = 262_144
    /// The largest number of signatures.
    public static let maximumSignatures = 100

    /// The text, with the line feed at its end.
    public let text: [UInt8]
    /// The signatures, at least one, and one of a key at most.
    public let signatures: [NoteSignature]

    /// Reads a note.
    ///
    /// - Throws: `note.too-large`, `note.text`, `note.malformed`, `note.too-many-signatures`, `note.signature-duplicate`
    ///   or `key.name`.
    public init(parsing bytes: [UInt8]) throws(TransparencyLogError) {
        guard bytes.count <= Self.maximumBytes else { throw Self.tooLarge }
        // The last empty line stands before the signatures: none of them is empty.
        guard bytes.last == 0x0A, let end = Self.lastEmptyLine(in: bytes) else {
            throw TransparencyLogError(.noteMalformed, "A note is a text, an empty line and signatures.")
        }
        try Self.check(text: bytes)
        var signatures: [NoteSignature] = []
        for line in bytes[(end + 1)...].dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
            guard signatures.count < Self.maximumSignatures else { throw Self.tooMany }
            signatures.append(try NoteSignature(parsing: line))
        }
        try self.init(text: Array(bytes[..<end]), signatures: signatures)
    }

    /// Makes a note.
    ///
    /// - Throws: as reading does.
    public init(text: [UInt8], signatures: [NoteSignature]) throws(TransparencyLogError) {
        try Self.check(text: text)
        guard text.last == 0x0A, !signatures.isEmpty else {
            throw TransparencyLogError(.noteMalformed, "A note has a text that ends in a line feed, and a signature.")
        }
        guard signatures.count <= Self.maximumSignatures else { throw Self.tooMany }
        var seen: Set<[UInt8]> = []
        for signature in signatures {
            guard seen.insert(Array("\(signature.name)+\(signature.identifier)".utf8)).inserted else {
                throw TransparencyLogError(.signatureDuplicate, "A key signs a note once.")
            }
        }
        self.text = text
        self.signatures = signatures
        guard self.bytes.count <= Self.maximumBytes else { throw Self.tooLarge }
    }

    /// The note as it is served and stored.
    public var bytes: [UInt8] {
        self.text + [0x0A] + self.signatures.flatMap { Array("\($0.line)\n".utf8) }
    }

    /// The same note with one more signature.
    ///
    /// - Throws: `note.too-large`, `note.too-many-signatures` or `note.signature-duplicate`.
    public func adding(_ signature: NoteSignature) throws(TransparencyLogError) -> SignedNote {
        try SignedNote(text: self.text, signatures: self.signatures + [signature])
    }

    /// Checks the signature of a key; those of other keys are not looked at.
    ///
    /// - Throws: `note.signature-missing` or `note.signature-invalid`.
    public func verify(_ key: NoteVerifier) throws(TransparencyLogError) {
        guard let signature = self.signature(of: key.name, key.identifier) else {
            throw TransparencyLogError(.signatureMissing, "The key has not signed the note.")
        }
        guard key.accepts(signature.bytes, over: self.text) else {
            throw TransparencyLogError(.signatureInvalid, "The signature of a known key does not hold.")
        }
    }

    func signature(of name: KeyName, _ identifier: UInt32) -> NoteSignature? {
        self.signatures.first { $0.identifier == identifier && $0.name == name }
    }
}

extension SignedNote {
    /// The place of the line feed that is the last empty line, or `nil` where there is none behind a text.
    private static func lastEmptyLine(in bytes: [UInt8]) -> Int? {
        var place = bytes.count - 1
        while place > 0 {
            if bytes[place] == 0x0A && bytes[place - 1] == 0x0A { return place }
            place -= 1
        }
        return nil
    }

    private static func check(text: [UInt8]) throws(TransparencyLogError) {
        guard String(validating: text, as: UTF8.self) != nil, text.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else {
            throw TransparencyLogError(.noteText, "A note is UTF-8, and has no control character but line feeds.")
        }
    }

    private static var tooLarge: TransparencyLogError {
        TransparencyLogError(.noteTooLarge, "A note has at most \(self.maximumBytes) bytes.")
    }

    private static var tooMany: TransparencyLogError {
        TransparencyLogError(.tooManySignatures, "A note has at most \(self.maximumSignatures) signatures.")
    }
}
