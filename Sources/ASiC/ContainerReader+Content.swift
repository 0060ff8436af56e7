// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The content of entries, stored and deflated.
extension ContainerReader {
    mutating func begin(_ header: LocalHeader, _ handle: (Event) throws -> Void) throws {
        var label: String { "entry '\(header.name)'" }
        try self.names.insert(header.name)
        let most = min(self.limits.maximumSize, ContainerLimits.largest)
        guard header.contentOffset + header.compressedSize <= most else {
            throw ASiCError(.tooLarge, "With the \(label) the container has more than \(most) bytes.")
        }
        try self.checkContentSize(header.size, of: header.name)
        if header.offset == 0 {
            guard header.size == Self.mediaType.count else {
                throw ASiCError(.mimetypeContent, "The \(label) has \(header.size) bytes.")
            }
        }
        self.open = OpenEntry(header)
        try handle(.began(name: header.name, size: header.hasDescriptor ? nil : header.size))
        guard header.isDeflated else {
            self.state = .stored
            return header.size == 0 ? try self.end(handle) : ()
        }
        if let inflater = self.inflater {
            inflater.reset()
        } else {
            self.inflater = try Inflater()
        }
        guard header.hasDescriptor || header.compressedSize > 0 else {
            throw ASiCError(.deflateUnfinished, "The \(label) is deflated and states no bytes.")
        }
        self.state = .deflated
    }

    mutating func readStored(_ rest: inout ArraySlice<UInt8>, _ handle: (Event) throws -> Void) throws {
        guard var entry = self.open else { return }
        self.open = nil
        let piece = rest.prefix(entry.left)
        try entry.take(piece, from: piece.count, self.limits)
        self.position += piece.count
        rest = rest.dropFirst(piece.count)
        let isEnded = entry.left == 0
        if entry.header.offset == 0 {
            let start = entry.produced - piece.count
            guard piece.elementsEqual(Self.mediaType[start..<entry.produced]) else {
                throw ASiCError(.mimetypeContent, "The entry 'mimetype' holds another text.")
            }
        }
        self.open = entry
        try handle(.content(piece))
        if isEnded {
            try self.end(handle)
        }
    }

    mutating func readDeflated(_ rest: inout ArraySlice<UInt8>, _ handle: (Event) throws -> Void) throws {
        guard var entry = self.open, let inflater = self.inflater else { return }
        self.open = nil
        var input = entry.header.hasDescriptor ? rest : rest.prefix(entry.left)
        var isEnded = false
        var mayContinue = true
        while !isEnded, mayContinue || !input.isEmpty {
            guard let step = inflater.step(input) else {
                throw ASiCError(.deflateInvalid, "The \(entry.label) cannot be inflated.")
            }
            input = input.dropFirst(step.used)
            rest = rest.dropFirst(step.used)
            self.position += step.used
            try entry.take(step.output, from: step.used, self.limits)
            try self.checkContentSize(entry.produced, of: entry.header.name)
            isEnded = step.isEnded
            mayContinue = step.mayContinue
            if !step.output.isEmpty {
                try handle(.content(step.output))
            }
        }
        self.open = entry
        if isEnded {
            guard !entry.header.hasDescriptor else {
                return self.await(.descriptor, 16)
            }
            guard entry.left == 0 else {
                throw ASiCError(.deflateEndsEarly, "The \(entry.label) ends \(entry.left) bytes early.")
            }
            try self.end(handle)
        } else if !entry.header.hasDescriptor, entry.left == 0 {
            throw ASiCError(.deflateUnfinished, "The \(entry.label) does not end where it should.")
        }
    }

    private mutating func end(_ handle: (Event) throws -> Void) throws {
        guard let open = self.open else { return }
        try self.close(open.end(), handle)
    }

    mutating func close(_ entry: ContainerEntry, _ handle: (Event) throws -> Void) throws {
        self.open = nil
        self.contentSize += entry.size
        self.entries.append(entry)
        self.await(.signature, 4)
        try handle(.ended(entry))
    }

    private func checkContentSize(_ size: Int, of name: String) throws(ASiCError) {
        guard self.contentSize + size <= self.limits.maximumContentSize else {
            throw ASiCError(
                .contentTooLarge,
                "With the entry '\(name)' the entries have more than \(self.limits.maximumContentSize) bytes."
            )
        }
    }
}
