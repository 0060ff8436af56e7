// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The local header of an entry (APPNOTE.TXT 4.3.7), judged as far as it stands alone.
struct LocalHeader: Sendable {
    static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    static let fixedSize = 30

    let name: String
    let versionNeeded: UInt16
    let flags: UInt16
    let isDeflated: Bool
    let time: UInt16
    let date: UInt16
    let crc: UInt32
    let compressedSize: Int
    let size: Int
    let offset: Int
    let length: Int

    /// Whether CRC and sizes follow the content instead of standing here.
    var hasDescriptor: Bool { self.flags & 0b1000 != 0 }

    var contentOffset: Int { self.offset + self.length }

    /// How many bytes a header has in all, from its fixed part.
    static func length(of fixed: [UInt8]) -> Int {
        self.fixedSize + Int(fixed.uint16(at: 26)) + Int(fixed.uint16(at: 28))
    }

    /// Reads a whole header; `number` counts entries from zero.
    init(parsing bytes: [UInt8], at offset: Int, number: Int, limits: ContainerLimits) throws(ASiCError) {
        let numbered = "entry number \(number + 1)"
        self.offset = offset
        self.length = bytes.count
        self.versionNeeded = bytes.uint16(at: 4)
        self.flags = bytes.uint16(at: 6)
        self.time = bytes.uint16(at: 10)
        self.date = bytes.uint16(at: 12)
        self.crc = bytes.uint32(at: 14)
        self.compressedSize = Int(bytes.uint32(at: 18))
        self.size = Int(bytes.uint32(at: 22))
        let extraStart = Self.fixedSize + Int(bytes.uint16(at: 26))
        let extra = Array(bytes[extraStart...])

        guard self.versionNeeded != 45, self.compressedSize != 0xFFFF_FFFF, self.size != 0xFFFF_FFFF else {
            throw ASiCError(.zip64, "The \(numbered) uses Zip64.")
        }
        self.name = try Self.name(of: bytes[Self.fixedSize..<extraStart], number: number, flags: self.flags, limits)
        let label = "entry '\(self.name)'"
        self.isDeflated = try Self.isDeflated(bytes.uint16(at: 8), label)
        try Self.check(flags: self.flags, label)
        guard self.versionNeeded == 10 || self.versionNeeded == 20 else {
            throw ASiCError(.version, "The \(label) needs version \(self.versionNeeded) to extract.")
        }
        if number == 0 {
            guard !self.isDeflated else { throw ASiCError(.mimetypeCompressed, "The \(label) is deflated.") }
            guard extra.isEmpty else {
                throw ASiCError(.mimetypeExtraField, "The \(label) has \(extra.count) bytes of extra fields.")
            }
        }
        try ExtraField.check(extra, of: label, inDirectory: false)
        try self.checkSizes(label, limits)
    }

    private static func name(
        of bytes: ArraySlice<UInt8>,
        number: Int,
        flags: UInt16,
        _ limits: ContainerLimits
    ) throws(ASiCError) -> String {
        if number == 0 {
            guard bytes.elementsEqual("mimetype".utf8) else {
                throw ASiCError(.mimetypeMissing, "The first entry is not 'mimetype'.")
            }
        }
        guard let name = String(validating: bytes, as: UTF8.self) else {
            throw ASiCError(.nameNotUTF8, "The name of entry number \(number + 1) is not UTF-8.")
        }
        guard flags & 0x800 != 0 || bytes.allSatisfy({ $0 < 0x80 }) else {
            throw ASiCError(.nameFlagMissing, "The name of entry number \(number + 1) is not marked as UTF-8.")
        }
        try EntryName.check(name, maximumLength: limits.maximumNameLength)
        return name
    }

    private static func isDeflated(_ method: UInt16, _ label: String) throws(ASiCError) -> Bool {
        switch method {
        case 0: return false
        case 8: return true
        default: throw ASiCError(.method, "The \(label) uses compression method \(method).")
        }
    }

    private static func check(flags: UInt16, _ label: String) throws(ASiCError) {
        guard flags & 1 == 0 else { throw ASiCError(.encrypted, "The \(label) is encrypted.") }
        guard flags & ~0x080E == 0 else {
            throw ASiCError(.flags, "The \(label) has the flags 0x\(String(flags, radix: 16)).")
        }
    }

    private func checkSizes(_ label: String, _ limits: ContainerLimits) throws(ASiCError) {
        if self.hasDescriptor {
            guard self.isDeflated else {
                throw ASiCError(.descriptorOnStored, "The \(label) is stored and announces a data descriptor.")
            }
            guard self.crc == 0, self.compressedSize == 0, self.size == 0 else {
                throw ASiCError(.descriptorWithSizes, "The \(label) has a data descriptor and sizes in its header.")
            }
            return
        }
        guard self.isDeflated || self.size == self.compressedSize else {
            throw ASiCError(
                .sizeMismatch,
                "The \(label) is stored and states \(self.compressedSize) and \(self.size) bytes."
            )
        }
        guard limits.allow(self.size, from: self.compressedSize) else {
            throw ASiCError(
                .ratioExceeded,
                "The \(label) states \(self.size) bytes from \(self.compressedSize)."
            )
        }
    }
}
