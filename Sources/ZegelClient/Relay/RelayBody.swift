// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore

/// A message on its way to another server, piece by piece; each iteration begins at its first byte, so that it can be sent again.
package struct RelayBody: AsyncSequence, Sendable {
    /// Bytes in all.
    package let length: Int
    private let piece: @Sendable (Int) async throws -> ByteBuffer

    /// Describes a body.
    ///
    /// - Parameter piece: Reads some bytes from an offset on; it is asked for nothing behind the end.
    package init(length: Int, piece: @escaping @Sendable (Int) async throws -> ByteBuffer) {
        self.length = length
        self.piece = piece
    }

    /// Begins at the first byte.
    package func makeAsyncIterator() -> Iterator { Iterator(body: self) }

    /// Reads one piece after the other.
    package struct Iterator: AsyncIteratorProtocol {
        private let body: RelayBody
        private var offset = 0

        fileprivate init(body: RelayBody) { self.body = body }

        /// The next piece.
        package mutating func next() async throws -> ByteBuffer? {
            guard self.offset < self.body.length else { return nil }
            let bytes = try await self.body.piece(self.offset)
            guard bytes.readableBytes > 0 else { return nil }
            self.offset += bytes.readableBytes
            return bytes
        }
    }
}
