// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The rules for names of entries.
///
/// A name that passes can be written to any common file system without leaving the folder it is written to, and no
/// tool reads it as another name.
public enum EntryName {
    /// The most bytes of UTF-8 that a name may have unless a reader is told otherwise.
    public static let maximumLength = 200

    /// Checks a name against every rule that needs no other name.
    ///
    /// - Throws: ``ASiCError`` with the code of the first rule that is broken.
    public static func check(_ name: String, maximumLength: Int = Self.maximumLength) throws(ASiCError) {
        guard !name.isEmpty else { throw ASiCError(.nameEmpty, "A name is empty.") }
        let length = name.utf8.count
        guard length <= maximumLength else {
            throw ASiCError(.nameTooLong, "A name has \(length) bytes; \(maximumLength) are allowed.")
        }
        if self.isPlain(name) { return }
        for scalar in name.unicodeScalars {
            try self.check(scalar)
        }
        guard !name.utf8.starts(with: "/".utf8) else {
            throw ASiCError(.nameAbsolute, "The name '\(name)' begins with a slash.")
        }
        guard name.utf8.last != UInt8(ascii: "/") else {
            throw ASiCError(.nameDirectory, "The name '\(name)' is that of a folder.")
        }
        try self.checkSegments(name)
        guard NormalForm.isComposed(name) else {
            throw ASiCError(.nameNotNormalized, "The name '\(name)' is not in normalization form C.")
        }
    }

    /// Whether a name consists of ASCII letters, digits, `-` and `_`, with single dots and slashes between them: it keeps every
    /// rule, and most names are like that.
    private static func isPlain(_ name: String) -> Bool {
        var isBetween = false
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                isBetween = true
            case UInt8(ascii: "."), UInt8(ascii: "/"):
                guard isBetween else { return false }
                isBetween = false
            default:
                return false
            }
        }
        return isBetween
    }

    /// What two names have in common that differ in case only.
    ///
    /// Upper case first, so that letters without an upper-case form of one letter meet their spelling in two.
    public static func caseInsensitiveKey(_ name: some StringProtocol) -> String {
        // Nearly all names are written like that already.
        let isFolded = name.utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        return isFolded ? String(name) : name.uppercased().lowercased()
    }

    private static func check(_ scalar: Unicode.Scalar) throws(ASiCError) {
        switch scalar {
        case "\\", "%", ":", "?", "#", "*", "\"", "<", ">", "|":
            throw ASiCError(.nameForbiddenCharacter, "A name contains the character \(scalar).")
        case " "..."~":  // no need to look at the tables
            return
        case "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
            throw ASiCError(.nameBidiCharacter, "A name contains the character number \(scalar.value).")
        default:
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator:
                throw ASiCError(.nameControlCharacter, "A name contains the character number \(scalar.value).")
            default:
                guard !scalar.properties.isNoncharacterCodePoint else {
                    throw ASiCError(.nameControlCharacter, "A name contains the code point number \(scalar.value).")
                }
            }
        }
    }

    private static func checkSegments(_ name: String) throws(ASiCError) {
        let scalars = Array(name.unicodeScalars)
        for (left, right) in zip(scalars, scalars.dropFirst()) where left == "." && right == "." {
            throw ASiCError(.nameDots, "The name '\(name)' contains two dots in a row.")
        }
        for segment in scalars.split(separator: "/", omittingEmptySubsequences: false) {
            guard let first = segment.first, let last = segment.last else {
                throw ASiCError(.nameEmptySegment, "The name '\(name)' has two slashes in a row.")
            }
            guard
                ![first, last].contains(where: { $0 == "." || $0 == " " || !$0.isASCII && $0.properties.isWhitespace })
            else {
                throw ASiCError(.nameEdge, "A part of the name '\(name)' begins or ends with a space or a dot.")
            }
        }
        // unzip writes "x;1" to the file "x": it takes the digits for the file version of another system.
        if let semicolon = scalars.lastIndex(of: ";") {
            guard !scalars[semicolon...].dropFirst().allSatisfy({ ("0"..."9").contains($0) }) else {
                throw ASiCError(.nameVersion, "The name '\(name)' ends with a semicolon and digits.")
            }
        }
    }
}

/// The names of a container so far, for the rules that concern two names.
struct NameRegister: Sendable {
    private var files: [String: String] = [:]
    private var folders: Set<String> = []

    /// Adds a name that passed ``EntryName/check(_:maximumLength:)``.
    mutating func insert(_ name: String) throws(ASiCError) {
        let key = EntryName.caseInsensitiveKey(name)
        if let other = self.files[key] {
            guard other != name else {
                throw ASiCError(.duplicateName, "The name '\(name)' is there twice.")
            }
            throw ASiCError(.duplicateNameCase, "The names '\(other)' and '\(name)' are equal but for case.")
        }
        let parents = key.utf8.indices.filter { key.utf8[$0] == UInt8(ascii: "/") }.map { String(key[..<$0]) }
        guard !self.folders.contains(key), !parents.contains(where: { self.files[$0] != nil }) else {
            throw ASiCError(.nameConflict, "The name '\(name)' is that of an entry and of a folder.")
        }
        self.files[key] = name
        self.folders.formUnion(parents)
    }
}
