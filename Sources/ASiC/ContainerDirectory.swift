// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A central directory and end record that was kept apart from its container.
public enum ContainerDirectory {
    /// The directory of the first entries alone, for a copy that leaves out the others.
    ///
    /// - Parameters:
    ///   - directory: What ``ContainerIndex/directory`` holds.
    ///   - count: How many entries stay; at least one.
    ///   - offset: Where the first entry that goes away began: the bytes of those that stay.
    /// - Throws: ``ASiCError`` if that is not a directory with as many entries.
    public static func opening(of directory: [UInt8], entries count: Int, at offset: Int) throws(ASiCError) -> [UInt8] {
        let damaged = ASiCError(.centralDirectoryMismatch, "The kept directory cannot be read.")
        var end = 0
        for _ in 0..<count {
            guard directory.count - end >= CentralHeader.fixedSize else { throw damaged }
            let fixed = Array(directory[end..<(end + CentralHeader.fixedSize)])
            guard fixed.starts(with: CentralHeader.signature) else { throw damaged }
            end += CentralHeader.length(of: fixed)
        }
        guard end > 0, end <= directory.count - EndRecord.size else { throw damaged }
        return Array(directory[..<end]) + EndRecord.encode(entries: count, directorySize: end, at: offset)
    }
}
