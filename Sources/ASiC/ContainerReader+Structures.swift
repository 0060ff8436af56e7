// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Everything that is not content: headers, descriptors, the directory.
extension ContainerReader {
    mutating func await(_ state: State, _ needed: Int) {
        self.state = state
        self.needed = needed
    }

    /// Deals with `pending`, which holds as many bytes as were needed: more of the structure, or all of it.
    mutating func readStructure(_ handle: (Event) throws -> Void) throws {
        switch self.state {
        case .signature:
            return try self.readSignature()
        case .localHeader:
            self.needed = LocalHeader.length(of: self.pending)
        case .centralHeader:
            self.needed = CentralHeader.length(of: self.pending)
        default:
            break
        }
        guard self.pending.count == self.needed else { return }
        let structure = self.pending
        let offset = self.position
        self.pending.removeAll(keepingCapacity: true)
        self.position += structure.count
        switch self.state {
        case .localHeader:
            try self.begin(
                LocalHeader(parsing: structure, at: offset, number: self.entries.count, limits: self.limits),
                handle
            )
        case .descriptor:
            guard let open = self.open else { return }
            try self.close(open.end(descriptor: structure), handle)
        case .centralHeader:
            self.entries[self.listed].directoryFields = try CentralHeader.fields(
                parsing: structure,
                of: self.entries[self.listed]
            )
            self.listed += 1
            self.directory += structure
            self.await(.signature, 4)
        default:
            try EndRecord.check(
                structure,
                entries: self.entries.count,
                directorySize: self.directory.count,
                at: self.entriesSize
            )
            self.directory += structure
            self.state = .finished
        }
    }

    /// Decides by four bytes what comes next.
    private mutating func readSignature() throws(ASiCError) {
        switch self.pending {
        case LocalHeader.signature where self.directory.isEmpty:
            guard self.entries.count < self.limits.maximumEntries else {
                throw ASiCError(.tooManyEntries, "There are more than \(self.limits.maximumEntries) entries.")
            }
            self.await(.localHeader, LocalHeader.fixedSize)
        case CentralHeader.signature where !self.entries.isEmpty:
            guard self.listed < self.entries.count else {
                throw ASiCError(.centralDirectoryCount, "The directory lists more than \(self.entries.count) entries.")
            }
            if self.listed == 0 { self.entriesSize = self.position }
            self.await(.centralHeader, CentralHeader.fixedSize)
        case EndRecord.signature:
            guard !self.entries.isEmpty else { throw ASiCError(.mimetypeMissing, "There are no entries.") }
            guard self.listed == self.entries.count else {
                throw ASiCError(
                    .centralDirectoryCount,
                    "The directory lists \(self.listed) of \(self.entries.count) entries."
                )
            }
            self.await(.endRecord, EndRecord.size)
        case [0x50, 0x4B, 0x06, 0x06], [0x50, 0x4B, 0x06, 0x07]:
            throw ASiCError(.zip64, "There is a Zip64 end record.")
        default:
            guard self.position > 0 else { throw ASiCError(.notZip, "The file does not begin with a ZIP entry.") }
            throw ASiCError(.bytesBetween, "At offset \(self.position) there is neither an entry nor the directory.")
        }
    }
}
