// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension ArraySlice<UInt8> {
    /// Takes the next line off, without its line feed, or returns `nil` when there is none.
    mutating func takeLine() -> ArraySlice<UInt8>? {
        guard let end = self.firstIndex(of: 0x0A) else { return nil }
        defer { self = self[(end + 1)...] }
        return self[..<end]
    }
}
