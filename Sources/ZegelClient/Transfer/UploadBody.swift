// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import ZegelCore

/// A file, or a part of it, on its way to the server, piece by piece; each iteration begins anew, so that it can be sent again.
struct UploadBody: AsyncSequence, Sendable {
    private static let piece = 128 * 1_024

    let path: String
    /// Where in it the bytes begin that are sent.
    var start = 0
    /// Bytes of it that are sent, from there on; it must have them.
    let size: Int
    /// What is sent after them.
    var tail: [UInt8] = []
    /// Bytes in all.
    var length: Int { self.size + self.tail.count }
    /// Told when a piece was taken to be sent, which says nothing of its arrival.
    let progress: TransferProgress.Handler?

    func makeAsyncIterator() -> Iterator { Iterator(body: self) }

    struct Iterator: AsyncIteratorProtocol {
        let body: UploadBody
        private var file: FileHandle?
        private var sent = 0

        init(body: UploadBody) { self.body = body }

        mutating func next() async throws -> ByteBuffer? {
            let total = self.body.length
            if self.sent > 0 || total == 0 { self.body.progress?(.init(done: self.sent, total: total)) }
            guard self.sent < self.body.size else {
                guard self.sent < total else { return nil }
                self.sent = total
                return ByteBuffer(bytes: self.body.tail)
            }
            let file = try self.file ?? self.opened()
            self.file = file
            let count = Swift.min(UploadBody.piece, self.body.size - self.sent)
            guard let data = try file.read(upToCount: count), data.count == count else { throw self.changed }
            self.sent += count
            return ByteBuffer(bytes: data)
        }

        private func opened() throws -> FileHandle {
            guard let file = FileHandle(forReadingAtPath: self.body.path) else { throw self.changed }
            try file.seek(toOffset: UInt64(self.body.start))
            return file
        }

        private var changed: ClientError {
            ClientError(Problem(.parameterInvalid, "\(self.body.path) changed while it was sent; send it again."))
        }
    }
}
