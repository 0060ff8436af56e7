// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import ZegelCore

/// A file on its way to the server, piece by piece; each iteration begins at its first byte, so that it can be sent again.
struct UploadBody: AsyncSequence, Sendable {
    private static let piece = 128 * 1_024

    let path: String
    /// Bytes that it must have.
    let size: Int
    let progress: TransferProgress.Handler?

    func makeAsyncIterator() -> Iterator { Iterator(body: self) }

    struct Iterator: AsyncIteratorProtocol {
        let body: UploadBody
        private var file: FileHandle?
        private var sent = 0

        init(body: UploadBody) { self.body = body }

        mutating func next() async throws -> ByteBuffer? {
            if self.sent > 0 || self.body.size == 0 {
                self.body.progress?(.init(done: self.sent, total: self.body.size))
            }
            guard self.sent < self.body.size else { return nil }
            let file = try self.file ?? self.opened()
            self.file = file
            let count = Swift.min(UploadBody.piece, self.body.size - self.sent)
            guard let data = try file.read(upToCount: count), data.count == count else { throw self.changed }
            self.sent += count
            return ByteBuffer(bytes: data)
        }

        private func opened() throws -> FileHandle {
            guard let file = FileHandle(forReadingAtPath: self.body.path) else { throw self.changed }
            return file
        }

        private var changed: ClientError {
            ClientError(Problem(.parameterInvalid, "\(self.body.path) changed while it was sent; send it again."))
        }
    }
}
