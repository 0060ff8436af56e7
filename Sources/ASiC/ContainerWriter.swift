// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Writes containers of stored entries, piece by piece, without touching their content.
///
/// The caller sends every returned piece in order, and after a ``header(name:size:crc:)`` the content that it
/// describes. The same calls give the same bytes: the time of every entry is the first that ZIP can write.
public struct ContainerWriter: Sendable {
    /// The media type of ASiC-E with CAdES, the content of `mimetype`.
    public static let mediaType = "application/vnd.etsi.asic-e+zip"

    /// How long the container is so far, content of announced entries included, in bytes.
    public private(set) var offset: Int

    private var unsent: [UInt8] = []
    private var records: [UInt8] = []
    private var count = 0
    private var names = NameRegister()

    /// Begins a new container; the entry `mimetype` comes with the first piece.
    public init() {
        self.offset = 0
        let content = Array(Self.mediaType.utf8)
        self.add(name: "mimetype", size: content.count, crc: Self.crc32(content))
        self.unsent += content
        try? self.names.insert("mimetype")  // the first name meets no other
    }

    /// Continues a container that was read, after ``ContainerIndex/entriesSize`` bytes that the caller copies.
    ///
    /// The new directory lists the entries exactly as their own did.
    public init(continuing entries: [ContainerEntry], at offset: Int) {
        self.offset = offset
        for entry in entries {
            // Names that a reader accepted can be inserted, and what else a caller made up is found on reading.
            try? self.names.insert(entry.name)
            self.records += entry.centralHeader
            self.count += 1
        }
    }

    /// Continues a container of which the directory was kept, ``ContainerIndex/directory``.
    ///
    /// - Throws: ``ASiCError`` if that is not a directory.
    public init(continuing directory: [UInt8]) throws(ASiCError) {
        let damaged = ASiCError(.centralDirectoryMismatch, "The kept directory cannot be read.")
        let size = directory.count - EndRecord.size
        guard size > 0 else { throw damaged }
        let end = Array(directory[size...])
        guard end.starts(with: EndRecord.signature) else { throw damaged }
        self.offset = Int(end.uint32(at: 16))
        self.records = Array(directory[..<size])
        var start = 0
        while start < size {
            guard size - start >= CentralHeader.fixedSize else { throw damaged }
            let fixed = Array(directory[start..<(start + CentralHeader.fixedSize)])
            let next = start + CentralHeader.length(of: fixed)
            guard fixed.starts(with: CentralHeader.signature), next <= size else { throw damaged }
            let name = directory[(start + CentralHeader.fixedSize)...].prefix(Int(fixed.uint16(at: 28)))
            guard let name = String(validating: name, as: UTF8.self) else { throw damaged }
            try self.names.insert(name)
            self.count += 1
            start = next
        }
        try EndRecord.check(end, entries: self.count, directorySize: size, at: self.offset)
    }

    /// Announces an entry: the bytes to send before its content.
    ///
    /// - Throws: ``ASiCError`` if the name is not allowed or there already, or the container would need Zip64.
    public mutating func header(name: String, size: Int, crc: UInt32) throws(ASiCError) -> [UInt8] {
        try EntryName.check(name)
        let overhead = LocalHeader.fixedSize + CentralHeader.fixedSize + 2 * name.utf8.count
        let rest = ContainerLimits.largest - self.offset - self.records.count - EndRecord.size - overhead
        guard size >= 0, size <= rest else {
            throw ASiCError(.tooLarge, "With the entry '\(name)' the container would have 4 GiB or more.")
        }
        guard self.count < 0xFFFE else { throw ASiCError(.tooManyEntries, "There are \(self.count) entries already.") }
        try self.names.insert(name)
        self.add(name: name, size: size, crc: crc)
        defer { self.unsent = [] }
        return self.unsent
    }

    /// Writes an entry whole: its header and its content.
    ///
    /// - Throws: as ``header(name:size:crc:)``.
    public mutating func entry(name: String, content: [UInt8]) throws(ASiCError) -> [UInt8] {
        try self.header(name: name, size: content.count, crc: Self.crc32(content)) + content
    }

    /// The last piece: central directory and end record.
    public func directory() -> [UInt8] {
        self.unsent + self.records
            + EndRecord.encode(entries: self.count, directorySize: self.records.count, at: self.offset)
    }

    /// CRC-32 of bytes, or of everything up to and with them when it continues an earlier value.
    public static func crc32(_ bytes: some Collection<UInt8>, continuing value: UInt32 = 0) -> UInt32 {
        let fast = bytes.withContiguousStorageIfAvailable { buffer in
            unsafe Checksum.crc32(UnsafeRawBufferPointer(buffer), continuing: value)
        }
        return fast ?? self.crc32(Array(bytes), continuing: value)
    }

    private mutating func add(name: String, size: Int, crc: UInt32) {
        let bytes = Array(name.utf8)
        let entry = ContainerEntry(
            name: name,
            isDeflated: false,
            flags: bytes.allSatisfy { $0 < 0x80 } ? 0 : 0x800,
            versionNeeded: 10,
            time: 0,
            date: 0x21,
            crc: crc,
            size: size,
            compressedSize: size,
            localHeaderOffset: self.offset,
            contentOffset: self.offset + LocalHeader.fixedSize + bytes.count,
            digest: []
        )
        self.unsent += entry.localHeader
        self.records += entry.centralHeader
        self.count += 1
        self.offset = entry.contentOffset + size
    }
}

extension ContainerEntry {
    /// The local header of an entry that is written: without extra fields or descriptor.
    fileprivate var localHeader: [UInt8] {
        let name = Array(self.name.utf8)
        var header = LocalHeader.signature
        header.append(uint16: self.versionNeeded)
        header.append(uint16: self.flags)
        header.append(uint16: 0)  // stored
        header.append(uint16: self.time)
        header.append(uint16: self.date)
        header.append(uint32: self.crc)
        header.append(uint32: UInt32(clamping: self.compressedSize))
        header.append(uint32: UInt32(clamping: self.size))
        header.append(uint16: UInt16(clamping: name.count))
        header.append(uint16: 0)  // extra
        return header + name
    }
}
