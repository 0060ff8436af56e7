// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization
import ZegelCore
import ZegelStore

/// A part of an upload on its way to a file of its own; one job at a time uses it.
final class UploadedPart {
    private let file = SpoolBox()
    /// Bytes that have come.
    private(set) var count = 0

    /// Writes bytes; nothing is promised before ``save(in:on:_:)``.
    func append(_ bytes: ByteBuffer, in store: Store, on eventLoop: any EventLoop) -> EventLoopFuture<Void> {
        let file = self.file
        return store.perform(on: eventLoop) { try file.append(ArraySlice(bytes.readableBytesView), in: store) }
            .assumeIsolated()
            .map { self.count += bytes.readableBytes }
            .flatMapErrorThrowing { error in
                self.count = 0
                throw error
            }
            .nonisolated()
    }

    /// Makes file and name durable, and then what owns them.
    ///
    /// - Parameter own: Writes that.
    func save<Value: Sendable>(
        in context: ExchangeContext,
        on eventLoop: any EventLoop,
        _ own: @escaping @Sendable (borrowing Transaction, SpooledContent) throws -> Value
    ) -> EventLoopFuture<Value> {
        let (file, store) = (self.file, context.store)
        return store.perform(on: eventLoop) { try file.finish() }
            .flatMap { content in context.write(on: eventLoop) { try own($0, content) } }
            .flatMapError { error in
                store.perform(on: eventLoop) { file.discard(in: store) }.flatMapThrowing { throw error }
            }
    }

    /// Removes what was written.
    func discard(in store: Store, on eventLoop: any EventLoop) {
        let file = self.file
        self.count = 0
        store.perform(on: eventLoop) { file.discard(in: store) }.whenComplete { _ in }
    }
}

private final class SpoolBox: Sendable {
    private let spool = Mutex<Spool?>(nil)

    func append(_ bytes: ArraySlice<UInt8>, in store: Store) throws {
        try self.spool.withLock { spool in
            if spool == nil { spool = try store.makeSpool() }
            try spool?.append(bytes)
        }
    }

    func finish() throws -> SpooledContent {
        try self.spool.withLock { spool in
            guard let spool else { throw Problem(.internalError, "A part has no file.") }
            return try spool.finish()
        }
    }

    func discard(in store: Store) {
        self.spool.withLock { spool in
            if let spool = spool.take() { store.discard(spool) }
        }
    }
}
