// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A scanner for the small part of XML that manifests are written in.
///
/// Elements, attributes, text and the five entities; everything else XML knows is refused, with a code of its own. It
/// checks that tags nest, and leaves namespaces to its caller.
struct XMLScanner {
    /// A name as it is written: with the prefix in front of the colon, or an empty one.
    struct Name: Hashable {
        let prefix: String
        let local: String

        var text: String { self.prefix.isEmpty ? self.local : "\(self.prefix):\(self.local)" }
    }

    struct Attribute {
        let name: Name
        let value: String
    }

    enum Token {
        case start(Name, [Attribute])
        case end(Name)
        case text(String)
    }

    private let bytes: [UInt8]
    private var index = 0
    private var open: [Name] = []
    private var emptyElement: Name?

    /// Checks the encoding and reads the XML declaration.
    init(_ bytes: [UInt8]) throws(ASiCError) {
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
            throw ASiCError(.manifestByteOrderMark, "The manifest begins with a byte order mark.")
        }
        // Nearly all are written without anything else, and need no look at each scalar.
        var others: UInt8 = 0
        for byte in bytes { others |= byte &- 0x20 < 0x5F || byte == 0x0A ? 0 : 1 }
        if others != 0 {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw ASiCError(.manifestEncoding, "The manifest is not UTF-8.")
            }
            try Self.check(text)
        }
        self.bytes = bytes
        try self.readDeclaration()
    }

    private static func check(_ text: String) throws(ASiCError) {
        for scalar in text.unicodeScalars {
            guard scalar.value >= 0x20 || scalar == "\t" || scalar == "\n" || scalar == "\r",
                scalar != "\u{FFFE}", scalar != "\u{FFFF}"
            else { throw ASiCError(.manifestCharacter, "There is the character number \(scalar.value).") }
        }
    }

    /// The next tag or text, or `nil` at the end of the root element.
    mutating func next() throws(ASiCError) -> Token? {
        if let name = self.emptyElement {
            self.emptyElement = nil
            return try self.close(name)
        }
        guard let byte = self.peek else {
            guard self.open.isEmpty else { throw self.truncated }
            return nil
        }
        guard byte == UInt8(ascii: "<") else {
            return .text(try self.readText(until: UInt8(ascii: "<")))
        }
        try self.refuseMarkup()
        self.index += 1
        guard self.peek == UInt8(ascii: "/") else { return try self.readStart() }
        self.index += 1
        let name = try self.readName()
        self.skipSpace()
        try self.expect(">")
        return try self.close(name)
    }
}

// MARK: - Tags

extension XMLScanner {
    private mutating func readStart() throws(ASiCError) -> Token {
        let name = try self.readName()
        var attributes: [Attribute] = []
        while true {
            let isSeparated = self.skipSpace()
            guard let byte = self.peek else { throw self.truncated }
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
            guard isSeparated else { throw self.malformed("Two attributes are not separated") }
            let attribute = try self.readAttribute()
            guard !attributes.contains(where: { $0.name == attribute.name }) else {
                throw ASiCError(.manifestDuplicateAttribute, "An attribute is twice in '\(name.text)'.")
            }
            attributes.append(attribute)
        }
        self.open.append(name)
        if self.peek == UInt8(ascii: "/") {
            self.index += 1
            self.emptyElement = name
        }
        try self.expect(">")
        return .start(name, attributes)
    }

    private mutating func readAttribute() throws(ASiCError) -> Attribute {
        let name = try self.readName()
        self.skipSpace()
        try self.expect("=")
        self.skipSpace()
        guard let quote = self.peek else { throw self.truncated }
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw self.malformed("The attribute '\(name.text)' has no quotes")
        }
        self.index += 1
        let value = try self.readText(until: quote)
        guard !value.utf8.contains(where: { $0 < 0x20 }) else {
            throw ASiCError(.manifestCharacter, "The attribute '\(name.text)' contains a tab or line end.")
        }
        self.index += 1
        return Attribute(name: name, value: value)
    }

    private mutating func close(_ name: Name) throws(ASiCError) -> Token {
        guard self.open.popLast() == name else { throw self.malformed("The tag '</\(name.text)>' closes nothing") }
        if self.open.isEmpty {
            self.skipSpace()
            guard self.index == self.bytes.count else {
                try self.refuseMarkup()
                throw ASiCError(.manifestTrailing, "Something follows '</\(name.text)>'.")
            }
        }
        return .end(name)
    }

    /// Refuses everything that begins with `<!` or `<?`.
    private func refuseMarkup() throws(ASiCError) {
        guard self.looking(at: "<!") || self.looking(at: "<?") else { return }
        if self.looking(at: "<!--") { throw ASiCError(.manifestComment, "There is a comment.") }
        if self.looking(at: "<![CDATA[") { throw ASiCError(.manifestCDATA, "There is a CDATA section.") }
        if self.looking(at: "<!") { throw ASiCError(.manifestDoctype, "There is a declaration that begins with '<!'.") }
        if self.looking(at: "<?") {
            throw ASiCError(.manifestProcessingInstruction, "There is a processing instruction.")
        }
    }
}

// MARK: - Declaration

extension XMLScanner {
    /// Reads `<?xml version="1.0" encoding="UTF-8" standalone="…"?>`, of which all may be left out but the version.
    private mutating func readDeclaration() throws(ASiCError) {
        if self.looking(at: "<?xml"), self.bytes.count > 5, self.isSpace(self.bytes[5]) {
            self.index = 5
            var names: [String] = []
            while self.skipSpace(), self.peek != UInt8(ascii: "?") {
                let attribute = try self.readAttribute()
                names.append(attribute.name.text)
                let value = attribute.value
                switch attribute.name.text {
                case "version" where value == "1.0": break
                case "encoding" where value.uppercased() == "UTF-8": break
                case "encoding": throw ASiCError(.manifestEncoding, "The manifest declares another encoding.")
                case "standalone" where value == "yes" || value == "no": break
                default: throw ASiCError(.manifestDeclaration, "The XML declaration has an unknown part or version.")
                }
            }
            let order = ["version", "encoding", "standalone"]
            guard names.first == "version", names == order.filter(names.contains), self.looking(at: "?>") else {
                throw ASiCError(.manifestDeclaration, "The XML declaration is not well formed.")
            }
            self.index += 2
        }
        self.skipSpace()
        guard let byte = self.peek else { throw self.truncated }
        guard byte == UInt8(ascii: "<") else { throw self.malformed("Text stands before the root element") }
    }
}

// MARK: - Characters

extension XMLScanner {
    private var peek: UInt8? { self.index < self.bytes.count ? self.bytes[self.index] : nil }

    private var truncated: ASiCError { ASiCError(.manifestTruncated, "The manifest ends within an element.") }

    private func malformed(_ found: String) -> ASiCError {
        ASiCError(.manifestSyntax, "\(found), at byte \(self.index).")
    }

    private func looking(at text: String) -> Bool {
        var index = self.index
        for byte in text.utf8 {
            guard index < self.bytes.count, self.bytes[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = self.index
        while let byte = self.peek, self.isSpace(byte) { self.index += 1 }
        return self.index > start
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(ASiCError) {
        guard let byte = self.peek else { throw self.truncated }
        guard byte == UInt8(ascii: character) else { throw self.malformed("'\(character)' is missing") }
        self.index += 1
    }

    /// Reads a name of ASCII letters, digits, `_`, `-` and `.`, with a prefix or without.
    private mutating func readName() throws(ASiCError) -> Name {
        let first = try self.readNamePart()
        guard self.peek == UInt8(ascii: ":") else { return Name(prefix: "", local: first) }
        self.index += 1
        return Name(prefix: first, local: try self.readNamePart())
    }

    private mutating func readNamePart() throws(ASiCError) -> String {
        let start = self.index
        while let byte = self.peek {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
                self.index += 1
                continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                guard self.index > start else { throw self.malformed("A name begins with a digit or sign") }
                self.index += 1
                continue
            default:
                break
            }
            guard self.index > start else { throw self.malformed("A name is missing") }
            return String(decoding: self.bytes[start..<self.index], as: UTF8.self)
        }
        throw self.truncated
    }

    /// Reads up to a byte, which is left, and puts the five entities in place.
    private mutating func readText(until end: UInt8) throws(ASiCError) -> String {
        var text: [UInt8] = []
        var start = self.index
        while let byte = self.peek, byte != end {
            switch byte {
            case UInt8(ascii: "<"):
                throw self.malformed("An attribute contains '<'")
            case UInt8(ascii: "]") where self.looking(at: "]]>"):
                throw self.malformed("Text contains ']]>'")
            case UInt8(ascii: "&"):
                text += self.bytes[start..<self.index]
                text.append(try self.readEntity())
                start = self.index
            default:
                self.index += 1
            }
        }
        guard self.peek != nil else { throw self.truncated }
        let rest = self.bytes[start..<self.index]
        return text.isEmpty ? String(decoding: rest, as: UTF8.self) : String(decoding: text + rest, as: UTF8.self)
    }

    private mutating func readEntity() throws(ASiCError) -> UInt8 {
        guard !self.looking(at: "&#") else {
            throw ASiCError(.manifestCharacterReference, "There is a character reference at byte \(self.index).")
        }
        let entities: [(String, Unicode.Scalar)] = [
            ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"),
        ]
        for (entity, character) in entities where self.looking(at: entity) {
            self.index += entity.utf8.count
            return UInt8(ascii: character)
        }
        throw ASiCError(.manifestEntity, "There is an unknown entity at byte \(self.index).")
    }
}
