// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto

/// An entry whose content is being read.
struct OpenEntry: Sendable {
    let header: LocalHeader

    /// Bytes that were taken from the container.
    private(set) var consumed = 0

    /// Bytes of content.
    private(set) var produced = 0

    private(set) var crc: UInt32 = 0
    private var hash = SHA256()

    init(_ header: LocalHeader) {
        self.header = header
    }

    var label: String { "entry '\(self.header.name)'" }

    /// How many more bytes belong to the entry, as far as the header says.
    var left: Int { self.header.compressedSize - self.consumed }

    /// Counts and hashes content that came out of so many bytes of the container.
    mutating func take(_ content: ArraySlice<UInt8>, from used: Int, _ limits: ContainerLimits) throws(ASiCError) {
        self.consumed += used
        self.produced += content.count
        if self.header.hasDescriptor {
            guard self.produced < 0xFFFF_FFFF else {
                throw ASiCError(.contentTooLarge, "The \(self.label) inflates to 4 GiB or more.")
            }
            guard limits.allow(self.produced, from: self.consumed) else {
                throw ASiCError(
                    .ratioExceeded,
                    "The \(self.label) has \(self.produced) bytes from \(self.consumed)."
                )
            }
        } else {
            guard self.produced <= self.header.size else {
                throw ASiCError(.sizeMismatch, "The \(self.label) has more than \(self.header.size) bytes.")
            }
        }
        let value = self.crc
        unsafe content.withUnsafeBytes { bytes in
            unsafe self.hash.update(bufferPointer: bytes)
            unsafe self.crc = Checksum.crc32(bytes, continuing: value)
        }
    }

    /// The finished entry, held to the numbers of the local header.
    func end() throws(ASiCError) -> ContainerEntry {
        try self.end(crc: self.header.crc, compressedSize: self.header.compressedSize, size: self.header.size)
    }

    /// The finished entry, held to the numbers of a data descriptor (APPNOTE.TXT 4.3.9).
    func end(descriptor: [UInt8]) throws(ASiCError) -> ContainerEntry {
        guard descriptor.starts(with: [0x50, 0x4B, 0x07, 0x08]) else {
            throw ASiCError(.descriptorSignature, "The data descriptor of the \(self.label) has no signature.")
        }
        let crc = descriptor.uint32(at: 4)
        let compressedSize = Int(descriptor.uint32(at: 8))
        let size = Int(descriptor.uint32(at: 12))
        // The upper half of a compressed size of 64 bits stands where the size should.
        guard crc != self.crc || compressedSize != self.consumed || size != 0 || self.produced == 0 else {
            throw ASiCError(.zip64, "The data descriptor of the \(self.label) has sizes of 64 bits.")
        }
        return try self.end(crc: crc, compressedSize: compressedSize, size: size)
    }

    private func end(crc: UInt32, compressedSize: Int, size: Int) throws(ASiCError) -> ContainerEntry {
        guard self.produced == size, self.consumed == compressedSize else {
            throw ASiCError(
                .sizeMismatch,
                "The \(self.label) states \(size) bytes in \(compressedSize) and has \(self.produced) in \(self.consumed)."
            )
        }
        guard self.crc == crc else { throw ASiCError(.crcMismatch, "The CRC of the \(self.label) is wrong.") }
        return ContainerEntry(
            name: self.header.name,
            isDeflated: self.header.isDeflated,
            flags: self.header.flags,
            versionNeeded: self.header.versionNeeded,
            time: self.header.time,
            date: self.header.date,
            crc: crc,
            size: size,
            compressedSize: compressedSize,
            localHeaderOffset: self.header.offset,
            contentOffset: self.header.contentOffset,
            digest: Array(self.hash.finalize())
        )
    }
}
