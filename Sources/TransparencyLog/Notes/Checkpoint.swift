// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The identity of a log, the first line of its checkpoints: 1 to 255 bytes of UTF-8 without control characters.
///
/// It is usually the name of the log's key, and then has no spaces and no plus. Origins are compared byte by byte.
public struct LogOrigin: Sendable, CustomStringConvertible {
    /// The origin.
    public let description: String

    /// Reads an origin.
    ///
    /// - Throws: `checkpoint.malformed`.
    public init(_ text: some StringProtocol) throws(TransparencyLogError) {
        guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x20 }) else {
            throw TransparencyLogError(
                .checkpointMalformed,
                "An origin has 1 to 255 bytes and no control character."
            )
        }
        self.description = String(text)
    }

    /// The origin of a log whose key has a name.
    public init(_ name: KeyName) {
        self.description = name.description
    }
}

extension LogOrigin: Hashable {
    /// Compares the bytes.
    public static func == (left: Self, right: Self) -> Bool {
        left.description.utf8.elementsEqual(right.description.utf8)
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Array(self.description.utf8))
    }
}

/// What a log says of itself at some size: origin, size and root (c2sp.org/tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
    /// Which log.
    public let origin: LogOrigin
    /// The number of entries.
    public let size: UInt64
    /// The root of the tree of that many entries.
    public let root: TreeHash
    /// Further lines, which nobody can audit; usually none.
    public let extensions: [[UInt8]]

    /// Makes a checkpoint without further lines.
    ///
    /// - Throws: `tree.too-large` or `checkpoint.empty-root`.
    public init(origin: LogOrigin, size: UInt64, root: TreeHash) throws(TransparencyLogError) {
        try self.init(origin: origin, size: size, root: root, extensions: [])
    }

    private init(
        origin: LogOrigin,
        size: UInt64,
        root: TreeHash,
        extensions: [[UInt8]]
    ) throws(TransparencyLogError) {
        try TreeShape.check(size: size)
        guard size > 0 || root == .empty else {
            throw TransparencyLogError(.checkpointEmptyRoot, "The root of the tree without entries is another.")
        }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a note.
    ///
    /// - Throws: `checkpoint.malformed`, `tree.too-large` or `checkpoint.empty-root`.
    public init(parsing text: [UInt8]) throws(TransparencyLogError) {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.last?.isEmpty == true, lines.dropLast().allSatisfy({ !$0.isEmpty }),
            let origin = String(validating: lines[0], as: UTF8.self), let size = DecimalText.decode(lines[1]),
            let hash = Base64.decode(lines[2]), let root = TreeHash(hash)
        else {
            throw TransparencyLogError(
                .checkpointMalformed,
                "A checkpoint is an origin, a size and a root hash, each on a line of its own."
            )
        }
        let extensions = lines[3...].dropLast().map { Array($0) }
        try self.init(origin: LogOrigin(origin), size: size, root: root, extensions: extensions)
    }

    /// The text that is signed.
    public var text: [UInt8] {
        Array("\(self.origin)\n\(self.size)\n\(self.root)\n".utf8) + self.extensions.flatMap { $0 + [0x0A] }
    }
}
