// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

@testable import ASiC

/// Extra fields that are allowed: a time stamp, and a Unix owner.
private let timestamp: [UInt8] = [0x55, 0x54, 5, 0, 1, 0, 0, 0, 0x60]
private let owner: [UInt8] = [0x75, 0x78, 11, 0, 1, 4, 0xE8, 3, 0, 0, 4, 0xE8, 3, 0, 0]

extension Deviation {
    /// Every way in which a container may be wrong, beside one in which it is right.
    static let all: [Deviation] = [
        Deviation("nothing at all", .empty, bad: { $0 = RawContainer.nothing }),
        Deviation("something else than a ZIP file", .notZip, bad: { $0.prefix = Array("%PDF-1.7".utf8) }),
        Deviation("a loader in front, as self-extractors have", .notZip, bad: { $0.prefix = [0x4D, 0x5A, 0, 0] }),
        Deviation("the end record cut off", .truncated, bad: { $0.cut = 22 }),
        Deviation("the last byte cut off", .truncated, bad: { $0.cut = 1 }),
        Deviation("all but the first bytes cut off", .truncated, bad: { $0.keep = 3 }),
        Deviation("the content of an entry cut off", .truncated, bad: { $0.keep = 75 }),
        Deviation("a byte behind the end", .trailingBytes, bad: { $0.suffix = [0] }),
        Deviation(
            "a second end record behind the first",
            .trailingBytes,
            bad: { $0.suffix = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18) }
        ),
        Deviation("bytes between two entries", .bytesBetween, bad: { $0.entries[1].descriptor = [0, 0, 0, 0] }),
        Deviation("bytes between the last entry and the directory", .bytesBetween, bad: { $0.between = [1] }),
        Deviation(
            "a digital signature of the directory",
            .bytesBetween,
            bad: { $0.directoryTail = [0x50, 0x4B, 5, 5, 0, 0] }
        ),
        Deviation(
            "a descriptor that was not announced",
            .bytesBetween,
            bad: { $0.entries[1].descriptor = [0x50, 0x4B, 7, 8] + [UInt8](repeating: 0, count: 12) }
        ),
        Deviation("an entry within the directory", .bytesBetween, bad: { $0.directoryTail = [0x50, 0x4B, 3, 4] }),
        Deviation(
            "more bytes than the limit",
            .tooLarge,
            bad: { $0.limits.maximumSize = $0.bytes.count - 1 },
            good: { $0.limits.maximumSize = $0.bytes.count }
        ),
        Deviation(
            "an entry that states more than fits",
            .tooLarge,
            bad: {
                $0.entries[1].both(\.size, 4_000_000_000)
                $0.entries[1].both(\.compressedSize, 4_000_000_000)
            }
        ),
        Deviation(
            "more content than the limit",
            .contentTooLarge,
            bad: { $0.limits.maximumContentSize = 46 },
            good: { $0.limits.maximumContentSize = 47 }
        ),
        Deviation(
            "a stored entry with more than the limit",
            .contentTooLarge,
            bad: { $0.limits.maximumContentSize = 32 }
        ),
        Deviation(
            "more entries than the limit",
            .tooManyEntries,
            bad: { $0.limits.maximumEntries = 3 },
            good: { $0.limits.maximumEntries = 4 }
        ),
        Deviation(
            "a bomb with its sizes in front",
            .ratioExceeded,
            bad: { $0.addLetters(10_000) },
            good: { $0.addLetters(250) }
        ),
        Deviation(
            "a bomb with a descriptor",
            .ratioExceeded,
            bad: {
                $0.addLetters(10_000)
                $0.entries[4].moveSizesBehind()
            },
            good: {
                $0.addLetters(250)
                $0.entries[4].moveSizesBehind()
            }
        ),
        Deviation("no entries", .mimetypeMissing, bad: { $0.entries = [] }),
        Deviation("mimetype as the second entry", .mimetypeMissing, bad: { $0.entries.swapAt(0, 1) }),
        Deviation("mimetype in capitals", .mimetypeMissing, bad: { $0.entries[0].rename("MIMETYPE") }),
        Deviation("mimetype in a folder", .mimetypeMissing, bad: { $0.entries[0].rename("a/mimetype") }),
        Deviation("a deflated mimetype", .mimetypeCompressed, bad: { $0.entries[0] = $0.deflatedMimetype }),
        Deviation(
            "extra fields on mimetype",
            .mimetypeExtraField,
            bad: { $0.entries[0].local.extra = timestamp },
            good: { $0.entries[1].both(\.extra, timestamp) }
        ),
        Deviation(
            "extra fields on mimetype in the directory only",
            .mimetypeExtraField,
            bad: { $0.entries[0].central.extra = timestamp }
        ),
        Deviation(
            "another media type of the same length",
            .mimetypeContent,
            bad: { $0.replaceMimetype("application/vnd.etsi.asic-s+zip") }
        ),
        Deviation(
            "a media type with a line end",
            .mimetypeContent,
            bad: { $0.replaceMimetype(ContainerWriter.mediaType + "\n") }
        ),
        Deviation("an empty mimetype", .mimetypeContent, bad: { $0.replaceMimetype("") }),
        Deviation(
            "version 4.5",
            .zip64,
            bad: { $0.entries[1].both(\.version, 45) },
            good: { $0.entries[1].both(\.version, 10) }
        ),
        Deviation("a size of 0xFFFFFFFF", .zip64, bad: { $0.entries[1].both(\.size, 0xFFFF_FFFF) }),
        Deviation(
            "a compressed size of 0xFFFFFFFF",
            .zip64,
            bad: { $0.entries[1].both(\.compressedSize, 0xFFFF_FFFF) }
        ),
        Deviation("sizes in an extra field", .zip64, bad: { $0.entries[1].both(\.extra, [1, 0, 0, 0]) }),
        Deviation("a Zip64 end record", .zip64, bad: { $0.directoryTail = [0x50, 0x4B, 6, 6] }),
        Deviation(
            "a descriptor with sizes of 64 bits",
            .zip64,
            bad: {
                $0.entries[3].descriptor.insert(contentsOf: [0, 0, 0, 0], at: 12)
                $0.entries[3].descriptor += [0, 0, 0, 0]
            }
        ),
        Deviation(
            "an encrypted entry",
            .encrypted,
            bad: { $0.entries[1].both(\.flags, 1) },
            good: { $0.entries[1].both(\.flags, 6) }
        ),
        Deviation(
            "strong encryption",
            .flags,
            bad: { $0.entries[1].both(\.flags, 0x40) },
            good: { $0.entries[1].both(\.flags, 0x800) }
        ),
        Deviation("patch data", .flags, bad: { $0.entries[1].both(\.flags, 0x20) }),
        Deviation("a masked header", .flags, bad: { $0.entries[1].both(\.flags, 0x2000) }),
        Deviation(
            "enhanced deflate",
            .flags,
            bad: { $0.entries[2].both(\.flags, 0x10) },
            good: { $0.entries[2].both(\.flags, 2) }
        ),
        Deviation("bzip2", .method, bad: { $0.entries[1].both(\.method, 12) }),
        Deviation("Deflate64", .method, bad: { $0.entries[2].both(\.method, 9) }),
        Deviation("version 4.6 in 10ths below Zip64", .version, bad: { $0.entries[1].both(\.version, 21) }),
        Deviation("version 0", .version, bad: { $0.entries[1].both(\.version, 0) }),
        Deviation(
            "a system in the upper byte of the version",
            .version,
            bad: { $0.entries[1].both(\.version, 0x030A) }
        ),
        Deviation(
            "a descriptor on a stored entry",
            .descriptorOnStored,
            bad: { $0.entries[1].moveSizesBehind() },
            good: { $0.entries[2].moveSizesBehind() }
        ),
        Deviation("a descriptor on mimetype", .descriptorOnStored, bad: { $0.entries[0].moveSizesBehind() }),
        Deviation("a descriptor and a size in front", .descriptorWithSizes, bad: { $0.entries[3].local.size = 7 }),
        Deviation(
            "a descriptor and a CRC in front",
            .descriptorWithSizes,
            bad: { $0.entries[3].local.crc = $0.entries[3].central.crc }
        ),
        Deviation(
            "a descriptor without its signature",
            .descriptorSignature,
            bad: { $0.entries[3].descriptor.removeFirst(4) }
        ),
        Deviation("a descriptor with half a signature", .descriptorSignature, bad: { $0.entries[3].descriptor[3] = 7 }),
        Deviation("two sizes of a stored entry", .sizeMismatch, bad: { $0.entries[1].both(\.size, 3) }),
        Deviation("a deflated entry that states one byte less", .sizeMismatch, bad: { $0.entries[2].both(\.size, 6) }),
        Deviation("a deflated entry that states one byte more", .sizeMismatch, bad: { $0.entries[2].both(\.size, 8) }),
        Deviation("a descriptor that states one byte more", .sizeMismatch, bad: { $0.entries[3].descriptor[12] = 8 }),
        Deviation("a descriptor with another compressed size", .sizeMismatch, bad: { $0.entries[3].descriptor[8] = 9 }),
        Deviation("the CRC of a stored entry", .crcMismatch, bad: { $0.entries[1].both(\.crc, 1) }),
        Deviation("the CRC of a deflated entry", .crcMismatch, bad: { $0.entries[2].both(\.crc, 1) }),
        Deviation("the CRC in a descriptor", .crcMismatch, bad: { $0.entries[3].descriptor[4] ^= 1 }),
        Deviation("a changed byte of stored content", .crcMismatch, bad: { $0.entries[1].data[0] ^= 1 }),
        Deviation("a changed byte of mimetype, CRC kept", .crcMismatch, bad: { $0.entries[0].both(\.crc, 1) }),
        Deviation("a block type that does not exist", .deflateInvalid, bad: { $0.entries[2].data[0] = 7 }),
        Deviation(
            "a distance before the start",
            .deflateInvalid,
            bad: { $0.addDeflated("x", [97], data: [0x03, 0x62]) },
            good: { $0.addDeflated("x", [], data: [0x03, 0x00]) }
        ),
        Deviation(
            "a zlib header in front of deflate",
            .deflateInvalid,
            bad: {
                $0.entries[2].data.insert(contentsOf: [0x78, 0x9C], at: 0)
                $0.entries[2].both(\.compressedSize, 14)
            }
        ),
        Deviation(
            "a byte behind the deflate stream",
            .deflateEndsEarly,
            bad: {
                $0.entries[2].data.append(0)
                $0.entries[2].both(\.compressedSize, 13)
            }
        ),
        Deviation("a deflate stream without a last block", .deflateUnfinished, bad: { $0.entries[2].data[0] = 0 }),
        Deviation(
            "a deflated entry of no bytes",
            .deflateUnfinished,
            bad: { $0.addDeflated("leeg", [], data: []) },
            good: { $0.addDeflated("leeg", []) }
        ),
        Deviation(
            "a compressed size that is one too small",
            .deflateUnfinished,
            bad: { $0.entries[2].both(\.compressedSize, 11) }
        ),
        Deviation(
            "a Unicode path that renames the entry",
            .extraField,
            bad: { $0.entries[1].both(\.extra, [0x75, 0x70, 0, 0]) },
            good: { $0.entries[1].both(\.extra, owner) }
        ),
        Deviation(
            "encryption by AES",
            .extraField,
            bad: { $0.entries[1].both(\.extra, [0x01, 0x99, 0, 0]) },
            good: { $0.entries[1].both(\.extra, [0xFE, 0xCA, 0, 0]) }
        ),
        Deviation(
            "an extra field in the directory only",
            .extraField,
            bad: { $0.entries[1].central.extra = [0x75, 0x70, 0, 0] },
            good: { $0.entries[1].central.extra = timestamp }
        ),
        Deviation(
            "an extra field longer than all",
            .extraFieldMalformed,
            bad: { $0.entries[1].both(\.extra, [0x55, 0x54, 9, 0, 0]) },
            good: { $0.entries[1].both(\.extra, [0x55, 0x54, 1, 0, 0]) }
        ),
        Deviation("half an extra field", .extraFieldMalformed, bad: { $0.entries[1].both(\.extra, [0x55, 0x54]) }),
        Deviation(
            "the same extra field twice",
            .extraFieldMalformed,
            bad: { $0.entries[1].both(\.extra, timestamp + timestamp) },
            good: { $0.entries[1].both(\.extra, timestamp + owner) }
        ),
        Deviation(
            "a time stamp without its time",
            .extraFieldMalformed,
            bad: { $0.entries[1].local.extra = [0x55, 0x54, 1, 0, 2] }
        ),
        Deviation(
            "a Unix owner of another version",
            .extraFieldMalformed,
            bad: { $0.entries[1].both(\.extra, [0x75, 0x78, 3, 0, 2, 0, 0]) },
            good: { $0.entries[1].both(\.extra, [0x75, 0x78, 3, 0, 1, 0, 0]) }
        ),
        Deviation(
            "content in Java's marker",
            .extraFieldMalformed,
            bad: { $0.entries[1].both(\.extra, [0xFE, 0xCA, 1, 0, 0]) }
        ),
        Deviation("an entry without a name", .nameEmpty, bad: { $0.entries[1].rename("") }),
        Deviation(
            "a name of 201 bytes",
            .nameTooLong,
            bad: { $0.entries[1].rename(String(repeating: "a", count: 201)) },
            good: { $0.entries[1].rename(String(repeating: "a", count: 200)) }
        ),
        Deviation(
            "a name longer than a stricter limit",
            .nameTooLong,
            bad: { $0.limits.maximumNameLength = 14 },
            good: { $0.limits.maximumNameLength = 15 }
        ),
        Deviation(
            "a name in Latin-1",
            .nameNotUTF8,
            bad: {
                $0.entries[1].both(\.name, [0xE9])
                $0.entries[1].both(\.flags, 0x800)
            },
            good: {
                $0.entries[1].both(\.name, [0xC3, 0xA9])
                $0.entries[1].both(\.flags, 0x800)
            }
        ),
        Deviation(
            "a name with an overlong slash",
            .nameNotUTF8,
            bad: {
                $0.entries[1].both(\.name, [0xC0, 0xAF])
                $0.entries[1].both(\.flags, 0x800)
            }
        ),
        Deviation(
            "UTF-8 without its flag",
            .nameFlagMissing,
            bad: { $0.entries[1].rename("é") },
            good: {
                $0.entries[1].rename("é")
                $0.entries[1].both(\.flags, 0x800)
            }
        ),
        Deviation(
            "a name in normalization form D",
            .nameNotNormalized,
            bad: {
                $0.entries[1].rename("e\u{301}")
                $0.entries[1].both(\.flags, 0x800)
            },
            good: {
                $0.entries[1].rename("\u{E9}")
                $0.entries[1].both(\.flags, 0x800)
            }
        ),
        Deviation(
            "an absolute name",
            .nameAbsolute,
            bad: { $0.entries[1].rename("/etc/passwd") },
            good: { $0.entries[1].rename("etc/passwd") }
        ),
        Deviation("a folder", .nameDirectory, bad: { $0.add("documents/", []) }),
        Deviation(
            "two slashes",
            .nameEmptySegment,
            bad: { $0.entries[1].rename("documents//c.txt") },
            good: { $0.entries[1].rename("documents/c.txt") }
        ),
        Deviation(
            "a name that climbs out",
            .nameDots,
            bad: { $0.entries[1].rename("documents/../../x") },
            good: { $0.entries[1].rename("documents/x.y.z") }
        ),
        Deviation("a backslash", .nameForbiddenCharacter, bad: { $0.entries[1].rename("documents\\x") }),
        Deviation("a drive", .nameForbiddenCharacter, bad: { $0.entries[1].rename("C:x") }),
        Deviation("a zero byte", .nameControlCharacter, bad: { $0.entries[1].rename("a\0b") }),
        Deviation(
            "a name that reads from right to left",
            .nameBidiCharacter,
            bad: {
                $0.entries[1].rename("a\u{202E}b")
                $0.entries[1].both(\.flags, 0x800)
            }
        ),
        Deviation("a dot in front", .nameEdge, bad: { $0.entries[1].rename("documents/.x") }),
        Deviation(
            "a file version",
            .nameVersion,
            bad: {
                $0.entries[1].rename("x.txt;1")
            },
            good: {
                $0.entries[1].rename("x;1.txt")
            }
        ),
        Deviation("an entry twice", .duplicateName, bad: { $0.entries.append($0.entries[2]) }),
        Deviation("mimetype twice", .duplicateName, bad: { $0.entries.append($0.entries[0]) }),
        Deviation("names equal but for case", .duplicateNameCase, bad: { $0.entries[1].rename("DOCUMENTS/A.TXT") }),
        Deviation(
            "an entry with the name of a folder",
            .nameConflict,
            bad: { $0.add("documents", []) },
            good: { $0.add("document", []) }
        ),
        Deviation(
            "a folder with the name of an entry",
            .nameConflict,
            bad: { $0.add("message.json/x", []) },
            good: { $0.add("message/x", []) }
        ),
        Deviation(
            "another name in the directory",
            .centralDirectoryMismatch,
            bad: { $0.entries[1].central.name[0] ^= 1 }
        ),
        Deviation(
            "another order in the directory",
            .centralDirectoryMismatch,
            bad: { $0.listed = [0, 2, 1, 3] },
            good: { $0.listed = [0, 1, 2, 3] }
        ),
        Deviation(
            "other flags in the directory",
            .centralDirectoryMismatch,
            bad: { $0.entries[1].central.flags = 0x800 }
        ),
        Deviation(
            "another method in the directory",
            .centralDirectoryMismatch,
            bad: { $0.entries[1].central.method = 8 }
        ),
        Deviation(
            "another version in the directory",
            .centralDirectoryMismatch,
            bad: { $0.entries[1].central.version = 10 }
        ),
        Deviation(
            "another time in the directory",
            .centralDirectoryMismatch,
            bad: { $0.entries[1].central.time = 1 },
            good: { $0.entries[1].both(\.time, 1) }
        ),
        Deviation(
            "another date in the directory",
            .centralDirectoryMismatch,
            bad: { $0.entries[1].central.date = 1 },
            good: { $0.entries[1].both(\.date, 1) }
        ),
        Deviation("another CRC in the directory", .centralDirectoryMismatch, bad: { $0.entries[1].central.crc = 1 }),
        Deviation(
            "another compressed size in the directory",
            .centralDirectoryMismatch,
            bad: { $0.entries[1].central.compressedSize = 1 }
        ),
        Deviation("another size in the directory", .centralDirectoryMismatch, bad: { $0.entries[1].central.size = 1 }),
        Deviation("another offset in the directory", .centralDirectoryMismatch, bad: { $0.entries[1].offset = 0 }),
        Deviation("an entry that the directory leaves out", .centralDirectoryCount, bad: { $0.listed = [0, 1, 2] }),
        Deviation(
            "an entry that the directory lists twice",
            .centralDirectoryCount,
            bad: { $0.listed = [0, 1, 2, 3, 3] }
        ),
        Deviation("no directory", .centralDirectoryCount, bad: { $0.listed = [] }),
        Deviation("another number of entries", .endRecordMismatch, bad: { $0.count = 3 }, good: { $0.count = 4 }),
        Deviation("another size of the directory", .endRecordMismatch, bad: { $0.directorySize = 1 }),
        Deviation("another offset of the directory", .endRecordMismatch, bad: { $0.directoryOffset = 0 }),
        Deviation("a comment on an entry", .entryComment, bad: { $0.entries[1].comment = [0x21] }),
        Deviation("a comment on the container", .archiveComment, bad: { $0.comment = [0x21] }),
        Deviation("an end record of a second disk", .multipleDisks, bad: { $0.disk = 1 }),
        Deviation("an entry on a second disk", .multipleDisks, bad: { $0.entries[1].disk = 1 }),
        Deviation(
            "a symbolic link",
            .fileType,
            bad: { $0.entries[1].externalAttributes = 0o120777 << 16 },
            good: { $0.entries[1].externalAttributes = 0o100777 << 16 }
        ),
        Deviation(
            "a folder by its Unix type",
            .fileType,
            bad: { $0.entries[1].externalAttributes = 0o040755 << 16 },
            good: { $0.entries[1].externalAttributes = 0 }
        ),
        Deviation("a device", .fileType, bad: { $0.entries[1].externalAttributes = 0o020600 << 16 }),
        Deviation(
            "a folder by its DOS attribute",
            .directoryAttribute,
            bad: { $0.entries[1].externalAttributes = 0x10 },
            good: { $0.entries[1].externalAttributes = 0x20 }
        ),
        Deviation("a volume label", .directoryAttribute, bad: { $0.entries[1].externalAttributes = 0x08 }),
        Deviation(
            "records of varying length",
            .internalAttributes,
            bad: { $0.entries[1].internalAttributes = 2 },
            good: { $0.entries[1].internalAttributes = 1 }
        ),
    ]
}
