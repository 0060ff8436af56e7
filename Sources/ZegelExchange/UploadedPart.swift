// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization
import ZegelCore
import ZegelStore

/// A part of an upload on its way to a file of its own; one job at a time uses it.
///
/// One piece is written while the next is gathered, as of a container that comes whole.
final class UploadedPart {
    private let file = SpoolBox()
    private var gathered: [UInt8] = []
    /// The piece that was handed over last.
    private var working: EventLoopFuture<Void>?
    /// Bytes that have come.
    private(set) var count = 0

    /// Takes bytes; nothing is promised before ``save(in:on:_:)``.
    ///
    /// - Returns: A future that succeeds when more may come.
    func append(
        _ bytes: ByteBuffer,
        in context: ExchangeContext,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<Void> {
        self.gathered.append(contentsOf: bytes.readableBytesView)
        self.count += bytes.readableBytes
        guard self.gathered.count >= context.limits.bodyPiece else { return eventLoop.makeSucceededVoidFuture() }
        return (self.working ?? eventLoop.makeSucceededVoidFuture()).assumeIsolated()
            .map {
                self.handOver(in: context.store, on: eventLoop)
                self.gathered.reserveCapacity(context.limits.bodyPiece)
            }
            .flatMapErrorThrowing { error in
                self.count = 0
                throw error
            }
            .nonisolated()
    }

    private func handOver(in store: Store, on eventLoop: any EventLoop) {
        let (file, piece) = (self.file, self.gathered)
        self.gathered = []
        self.working = store.perform(on: eventLoop) { try file.append(piece[...], in: store) }
    }

    /// Makes file and name durable, and then what owns them.
    ///
    /// - Parameter own: Writes that.
    func save<Value: Sendable>(
        in context: ExchangeContext,
        on eventLoop: any EventLoop,
        _ own: @escaping @Sendable (borrowing Transaction, SpooledContent) throws -> Value
    ) -> EventLoopFuture<Value> {
        let (file, store, rest) = (self.file, context.store, self.gathered)
        self.gathered = []
        return (self.working ?? eventLoop.makeSucceededVoidFuture())
            .flatMap {
                store.perform(on: eventLoop) {
                    try file.append(rest[...], in: store)
                    return try file.finish()
                }
            }
            .flatMap { content in context.write(on: eventLoop) { try own($0, content) } }
            .flatMapError { error in
                store.perform(on: eventLoop) { file.discard(in: store) }.flatMapThrowing { throw error }
            }
    }

    /// Removes what was written, once nobody writes any more.
    func discard(in store: Store, on eventLoop: any EventLoop) {
        let file = self.file
        (self.count, self.gathered) = (0, [])
        (self.working ?? eventLoop.makeSucceededVoidFuture()).whenComplete { _ in
            store.perform(on: eventLoop) { file.discard(in: store) }.whenComplete { _ in }
        }
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
