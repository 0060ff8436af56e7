// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A file that is read in pieces, from its beginning, as often as asked; a small one is kept.
struct FileBytes {
    private static let piece = 1 << 18
    private let handle: FileHandle
    private let kept: [UInt8]?

    init(path: String) throws {
        self.handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        let start = try self.handle.read(upToCount: Self.piece) ?? Data()
        // A short read may be a slow file; only one that has nothing behind it is whole.
        self.kept = try self.handle.read(upToCount: 1)?.isEmpty ?? true ? Array(start) : nil
    }

    /// Hands out the bytes before an offset in order, or all where there is none.
    func pieces(upTo end: Int = .max, _ take: (ArraySlice<UInt8>) throws -> Void) throws {
        if let kept = self.kept {
            let start = kept.prefix(end)
            return start.isEmpty ? () : try take(start)
        }
        try self.handle.seek(toOffset: 0)
        var left = end
        while left > 0, let data = try self.handle.read(upToCount: min(left, Self.piece)), !data.isEmpty {
            left -= data.count
            try take(Array(data)[...])
        }
    }
}
