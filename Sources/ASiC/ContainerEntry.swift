// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// One entry, as its local header, its content and the central directory agree on it.
public struct ContainerEntry: Hashable, Sendable {
    /// The name, checked by ``EntryName``.
    public let name: String

    /// Whether the content is deflated; it is stored otherwise.
    public let isDeflated: Bool

    /// The general purpose flags: bits 1, 2, 3 and 11 at most.
    public let flags: UInt16

    /// The version needed to extract: 10 or 20.
    public let versionNeeded: UInt16

    /// The time of day in the format of MS-DOS.
    public let time: UInt16

    /// The date in the format of MS-DOS.
    public let date: UInt16

    /// CRC-32 of the content.
    public let crc: UInt32

    /// Bytes of content.
    public let size: Int

    /// Bytes between the local header and the descriptor or next entry.
    public let compressedSize: Int

    /// Where the local header begins.
    public let localHeaderOffset: Int

    /// Where the stored or deflated content begins.
    public let contentOffset: Int

    /// SHA-256 of the content, inflated.
    public let digest: [UInt8]

    /// What only the central directory says.
    ///
    /// While a container is read the directory has not come yet: until the end these are those of a new entry.
    public internal(set) var directoryFields = DirectoryFields()

    /// The fields of an entry that stand in the central directory alone.
    public struct DirectoryFields: Hashable, Sendable {
        /// System and version that made the entry; Unix and 2.0 unless read otherwise.
        public internal(set) var versionMadeBy: UInt16 = 3 << 8 | 20

        /// 1 for text, 0 otherwise.
        public internal(set) var internalAttributes: UInt16 = 0

        /// MS-DOS attributes and, in the upper half, the Unix mode.
        public internal(set) var externalAttributes: UInt32 = 0o100644 << 16

        /// Extra fields, which may differ from those of the local header.
        public internal(set) var extra: [UInt8] = []
    }

    /// The file header in the central directory (APPNOTE.TXT 4.3.12), byte for byte as it was read.
    var centralHeader: [UInt8] {
        let name = Array(self.name.utf8)
        var record = CentralHeader.signature
        record.append(uint16: self.directoryFields.versionMadeBy)
        record.append(uint16: self.versionNeeded)
        record.append(uint16: self.flags)
        record.append(uint16: self.isDeflated ? 8 : 0)
        record.append(uint16: self.time)
        record.append(uint16: self.date)
        record.append(uint32: self.crc)
        record.append(uint32: UInt32(clamping: self.compressedSize))
        record.append(uint32: UInt32(clamping: self.size))
        record.append(uint16: UInt16(clamping: name.count))
        record.append(uint16: UInt16(clamping: self.directoryFields.extra.count))
        record.append(uint16: 0)  // comment
        record.append(uint16: 0)  // disk
        record.append(uint16: self.directoryFields.internalAttributes)
        record.append(uint32: self.directoryFields.externalAttributes)
        record.append(uint32: UInt32(clamping: self.localHeaderOffset))
        return record + name + self.directoryFields.extra
    }
}
