// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// What is left to be sent of a container with a large document.
struct OutgoingDocument {
    /// Pieces that are on their way at a time.
    static let pieces = 4
    private static let size = 262_144

    struct Piece {
        let bytes: ByteBuffer
        let isLast: Bool
    }

    private let container: MessagePack.Container
    private var offset = 0
    private var isEnded = false

    init(_ container: MessagePack.Container) { self.container = container }

    /// The next piece; behind the document comes the end of the container.
    mutating func next(from pack: MessagePack) throws -> Piece? {
        guard !self.isEnded else { return nil }
        guard self.offset < self.container.document else {
            self.isEnded = true
            return Piece(bytes: self.container.suffix, isLast: true)
        }
        let length = min(Self.size, self.container.document - self.offset)
        defer { self.offset += length }
        return Piece(bytes: try pack.document(length, at: self.offset), isLast: false)
    }
}
