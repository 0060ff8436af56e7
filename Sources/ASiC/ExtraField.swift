// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Extra fields of an entry (APPNOTE.TXT 4.5): time stamps, Unix owner and Java's marker, and no others.
///
/// Any other may change what a tool reads: 0x7075 renames the entry, 0x0001 changes its size, 0x9901 its method.
enum ExtraField {
    /// Checks the extra fields of one header.
    static func check(_ extra: [UInt8], of label: String, inDirectory: Bool) throws(ASiCError) {
        var seen: Set<UInt16> = []
        var start = 0
        while start < extra.count {
            guard extra.count - start >= 4 else { throw self.malformed(label) }
            let kind = extra.uint16(at: start)
            let end = start + 4 + Int(extra.uint16(at: start + 2))
            guard kind != 0x0001 else { throw ASiCError(.zip64, "The \(label) has sizes in an extra field.") }
            guard [0x5455, 0x7875, 0xCAFE].contains(kind) else {
                throw ASiCError(.extraField, "The \(label) has the extra field 0x\(String(kind, radix: 16)).")
            }
            guard end <= extra.count, seen.insert(kind).inserted,
                self.isWellFormed(Array(extra[(start + 4)..<end]), kind, inDirectory)
            else { throw self.malformed(label) }
            start = end
        }
    }

    private static func isWellFormed(_ content: [UInt8], _ kind: UInt16, _ inDirectory: Bool) -> Bool {
        switch kind {
        case 0x5455:  // flags, then a time of 4 bytes per flag; the directory may have the first alone
            guard let flags = content.first, flags < 8 else { return false }
            return content.count == 1 + 4 * flags.nonzeroBitCount
                || inDirectory && content.count == 1 + 4 * Int(flags & 1)
        case 0x7875:  // version 1, then user and group, each with its length in front
            guard content.count >= 3, content[0] == 1 else { return false }
            let group = 2 + Int(content[1])
            return content[1] <= 8 && group < content.count && content[group] <= 8
                && content.count == group + 1 + Int(content[group])
        default:
            return content.isEmpty
        }
    }

    private static func malformed(_ label: String) -> ASiCError {
        ASiCError(.extraFieldMalformed, "The extra fields of the \(label) are not well formed.")
    }
}
