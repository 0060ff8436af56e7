// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import TransparencyLog
import ZegelCore
package import ZegelStore

/// Hands out the log: its checkpoint, its tiles and entries, and proofs (DESIGN §4.4).
///
/// All of it is the same for everyone who may read the log at all, and tells nothing without the salts, which are in receipts and dossiers.
package struct ReadLog {
    private let context: ExchangeContext
    private let eventLoop: any EventLoop

    /// Prepares to read.
    package init(_ context: ExchangeContext, on eventLoop: any EventLoop) {
        self.context = context
        self.eventLoop = eventLoop
    }

    /// The newest checkpoint, as it is served.
    package var checkpoint: [UInt8] { self.context.store.log.served.bytes }

    /// Hashes or entries below the newest checkpoint, as they are served.
    ///
    /// - Returns: A future that fails with `not-found` for what that tree does not have.
    package func resource(_ resource: LogResource) -> EventLoopFuture<[UInt8]> {
        let newest = self.context.store.log.newest
        return self.context.store.read(on: self.eventLoop) { view in
            let bytes: [UInt8]? =
                switch resource {
                case .checkpoint: newest.bytes
                case .tile(let id): try view.logTile(id, under: newest.checkpoint)
                case .entries(let id): try view.logEntries(id, under: newest.checkpoint)
                }
            guard let bytes else { throw Problem(.notFound) }
            return bytes
        }
    }

    /// The newest checkpoint that was time-stamped.
    ///
    /// - Returns: A future that fails with `not-found` where none was yet.
    package func stamped() -> EventLoopFuture<StampedCheckpoint> {
        self.context.store.read(on: self.eventLoop) { view in
            guard let stamped = try view.newestStamped() else { throw Problem(.notFound) }
            return stamped
        }
    }

    /// Proves the entry with a leaf hash under the newest checkpoint.
    ///
    /// - Returns: A future that fails with `not-found` where the log has none.
    package func proof(of leaf: TreeHash) -> EventLoopFuture<LogProof> {
        let newest = self.context.store.log.served
        return self.context.store.read(on: self.eventLoop) { view in
            guard let proof = try view.logProof(of: leaf, under: newest) else { throw Problem(.notFound) }
            return proof
        }
    }
}
