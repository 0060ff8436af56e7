// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A file header of the central directory (APPNOTE.TXT 4.3.12).
enum CentralHeader {
    static let signature: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    static let fixedSize = 46

    /// How many bytes a header has in all, from its fixed part.
    static func length(of fixed: [UInt8]) -> Int {
        self.fixedSize + Int(fixed.uint16(at: 28)) + Int(fixed.uint16(at: 30)) + Int(fixed.uint16(at: 32))
    }

    /// Compares a whole header with what was read, and returns what only the directory says.
    static func fields(
        parsing bytes: [UInt8],
        of entry: ContainerEntry
    ) throws(ASiCError) -> ContainerEntry.DirectoryFields {
        let label = "directory record of '\(entry.name)'"
        let extraStart = self.fixedSize + Int(bytes.uint16(at: 28))
        let commentStart = extraStart + Int(bytes.uint16(at: 30))
        guard commentStart == bytes.count else {
            throw ASiCError(.entryComment, "The \(label) has a comment of \(bytes.count - commentStart) bytes.")
        }
        guard bytes.uint16(at: 34) == 0 else { throw ASiCError(.multipleDisks, "The \(label) names another disk.") }
        let compared: [(String, Bool)] = [
            ("name", bytes[self.fixedSize..<extraStart].elementsEqual(entry.name.utf8)),
            ("version", bytes.uint16(at: 6) == entry.versionNeeded),
            ("flags", bytes.uint16(at: 8) == entry.flags),
            ("method", bytes.uint16(at: 10) == (entry.isDeflated ? 8 : 0)),
            ("time", bytes.uint16(at: 12) == entry.time && bytes.uint16(at: 14) == entry.date),
            ("CRC", bytes.uint32(at: 16) == entry.crc),
            ("compressed size", Int(bytes.uint32(at: 20)) == entry.compressedSize),
            ("size", Int(bytes.uint32(at: 24)) == entry.size),
            ("offset", Int(bytes.uint32(at: 42)) == entry.localHeaderOffset),
        ]
        if let (what, _) = compared.first(where: { !$0.1 }) {
            throw ASiCError(.centralDirectoryMismatch, "The \(what) in the \(label) differs from the local header.")
        }
        return try self.fields(of: bytes, extra: Array(bytes[extraStart...]), entry, label)
    }

    private static func fields(
        of bytes: [UInt8],
        extra: [UInt8],
        _ entry: ContainerEntry,
        _ label: String
    ) throws(ASiCError) -> ContainerEntry.DirectoryFields {
        if entry.localHeaderOffset == 0 {
            guard extra.isEmpty else { throw ASiCError(.mimetypeExtraField, "The \(label) has extra fields.") }
        }
        try ExtraField.check(extra, of: label, inDirectory: true)
        let fields = ContainerEntry.DirectoryFields(
            versionMadeBy: bytes.uint16(at: 4),
            internalAttributes: bytes.uint16(at: 36),
            externalAttributes: bytes.uint32(at: 38),
            extra: extra
        )
        guard fields.internalAttributes <= 1 else {
            throw ASiCError(.internalAttributes, "The \(label) has internal attributes \(fields.internalAttributes).")
        }
        let type = fields.externalAttributes >> 28
        guard type == 0 || type == 0o10 else {
            throw ASiCError(.fileType, "The \(label) has the Unix type \(String(type, radix: 8)).")
        }
        guard fields.externalAttributes & 0x18 == 0 else {
            throw ASiCError(.directoryAttribute, "The \(label) is marked as a folder or volume label.")
        }
        return fields
    }
}

/// The end of the central directory (APPNOTE.TXT 4.3.16).
enum EndRecord {
    static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    static let size = 22

    /// Checks that a record describes the directory before it.
    static func check(_ bytes: [UInt8], entries: Int, directorySize: Int, at offset: Int) throws(ASiCError) {
        guard bytes.uint16(at: 4) == 0, bytes.uint16(at: 6) == 0 else {
            throw ASiCError(.multipleDisks, "The end record names another disk.")
        }
        let compared: [(String, Bool)] = [
            ("number of entries", Int(bytes.uint16(at: 8)) == entries && Int(bytes.uint16(at: 10)) == entries),
            ("size of the directory", Int(bytes.uint32(at: 12)) == directorySize),
            ("offset of the directory", Int(bytes.uint32(at: 16)) == offset),
        ]
        if let (what, _) = compared.first(where: { !$0.1 }) {
            throw ASiCError(.endRecordMismatch, "The \(what) in the end record is wrong.")
        }
        guard bytes.uint16(at: 20) == 0 else {
            throw ASiCError(.archiveComment, "The container has a comment of \(bytes.uint16(at: 20)) bytes.")
        }
    }

    static func encode(entries: Int, directorySize: Int, at offset: Int) -> [UInt8] {
        var record = self.signature
        record.append(uint32: 0)  // disks
        record.append(uint16: UInt16(clamping: entries))
        record.append(uint16: UInt16(clamping: entries))
        record.append(uint32: UInt32(clamping: directorySize))
        record.append(uint32: UInt32(clamping: offset))
        record.append(uint16: 0)  // comment
        return record
    }
}
