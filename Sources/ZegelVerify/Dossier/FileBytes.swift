// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A file that is read in pieces, from its beginning, as often as asked; a small one is kept.
struct FileBytes {
    private static let piece = 1 << 18
    private let file: OpenFile
    private let kept: [UInt8]?

    init(path: String) throws(UnreadableFile) {
        self.file = try OpenFile(path: path)
        let start = try self.file.next(min(Self.piece, self.file.size + 1))
        // One that has more behind it is read again, if that can be done.
        self.kept = try self.file.next(1).isEmpty ? start : nil
    }

    /// Hands out the bytes before an offset in order, or all where there is none.
    func pieces(upTo end: Int = .max, _ take: (ArraySlice<UInt8>) throws -> Void) throws {
        if let kept = self.kept {
            let start = kept.prefix(end)
            return start.isEmpty ? () : try take(start)
        }
        try self.file.rewind()
        var left = end
        while left > 0 {
            let bytes = try self.file.next(min(left, Self.piece))
            guard !bytes.isEmpty else { return }
            left -= bytes.count
            try take(bytes[...])
        }
    }
}

/// A file that cannot be opened or read.
struct UnreadableFile: Error {}

/// A descriptor, closed when nobody has it any more.
private final class OpenFile: Sendable {
    private let descriptor: Int32
    /// The bytes of a regular file; a pipe may have any number.
    let size: Int

    init(path: String) throws(UnreadableFile) {
        self.descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard self.descriptor >= 0 else { throw UnreadableFile() }
        var status = stat()
        let isKnown = unsafe fstat(self.descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        self.size = isKnown ? Int(status.st_size) : .max - 1
    }

    deinit { close(self.descriptor) }

    func rewind() throws(UnreadableFile) {
        guard lseek(self.descriptor, 0, SEEK_SET) == 0 else { throw UnreadableFile() }
    }

    /// The next bytes: so many, or as many as there are before the end.
    func next(_ count: Int) throws(UnreadableFile) -> [UInt8] {
        var isRead = true
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while isRead, filled < count {
                let found = unsafe read(self.descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
                if found == 0 { break }
                if found > 0 { filled += found } else { isRead = errno == EINTR }
            }
        }
        guard isRead else { throw UnreadableFile() }
        return bytes
    }
}
