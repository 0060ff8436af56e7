// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelPolicy
import ZegelSeal
package import ZegelStore

/// Makes the copy of a message that another server gets: its dossier, as an addressee there would be given it.
package struct CopyMessage {
    private let context: ExchangeContext
    private let eventLoop: any EventLoop

    /// Prepares to copy.
    package init(_ context: ExchangeContext, on eventLoop: any EventLoop) {
        self.context = context
        self.eventLoop = eventLoop
    }

    /// Plans the copy.
    ///
    /// - Returns: A future that fails with `not-found` where the policy in force names the server for none of the addressees.
    package func callAsFunction(of message: StoredMessage, for server: OIN) -> EventLoopFuture<DownloadPlan> {
        let engine = self.context.policy.engine
        guard let grant = engine.grant(relayOf: message.header, forwardedTo: message.forwardedTo, to: server) else {
            let problem = Problem(.notFound, "The policy names the server for none of those who are to have it.")
            return self.eventLoop.makeFailedFuture(problem)
        }
        let (now, sealer) = (self.context.clock(), self.context.seal.sealer)
        return DownloadMessage(self.context, on: self.eventLoop).plan(
            message,
            seenBy: grant.mailboxes,
            for: nil,
            Collector(oin: server, certificate: nil)
        ) { try sealer.export($0, relayedUnder: grant, at: now, checkpoint: $1) }
    }
}

extension DownloadPlan {
    private static let piece = 262_144

    /// Reads a piece that begins at an offset; it ends where another part begins.
    ///
    /// - Throws: `server.storage` or `storage.damaged` where it cannot be read.
    package func piece(at offset: Int, from store: Store, on eventLoop: any EventLoop) async throws -> ByteBuffer {
        var begin = offset
        for part in self.parts {
            guard begin >= part.count else {
                switch part {
                case .bytes(let bytes): return ByteBuffer(bytes: bytes[begin...])
                case .container(let range):
                    let start = range.lowerBound + begin
                    let end = min(range.upperBound, start + Self.piece)
                    let message = self.message
                    let bytes = try await store.perform(on: eventLoop) {
                        try store.content(of: message).read(start..<end)
                    }.get()
                    return ByteBuffer(bytes: bytes)
                }
            }
            begin -= part.count
        }
        return ByteBuffer()
    }
}
