// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelStore

/// What to send: parts of a stored container, and bytes made for the occasion, in order.
package struct DownloadPlan: Sendable {
    /// Where a part comes from.
    enum Part: Sendable {
        case container(Range<Int>)
        case bytes([UInt8])

        var count: Int {
            switch self {
            case .container(let range): range.count
            case .bytes(let bytes): bytes.count
            }
        }
    }

    let message: StoredMessage
    let parts: [Part]
    /// The addressee for whom this collects, or `nil` where that counts for nobody.
    let addressee: MailboxName?
    /// Who collects.
    let collector: Collector

    /// Bytes in all.
    package var size: Int { self.parts.reduce(0) { $0 + $1.count } }

    /// The bytes of the container that are handed out with this.
    var covered: Range<Int>? {
        // A dossier holds every byte of the container, the end of it in an entry of its own.
        let hasMore = self.parts.contains { if case .bytes = $0 { true } else { false } }
        guard hasMore else { return self.front }
        return (self.front?.lowerBound ?? self.message.entriesSize)..<self.message.size
    }

    /// The bytes of the container that it begins with.
    var front: Range<Int>? {
        if case .container(let range)? = self.parts.first { range } else { nil }
    }

    /// What is left of a dossier from a byte on; `nil` where it lies behind what is the container's own.
    ///
    /// Each dossier of a message begins with the same bytes, and what stands behind them is made anew each time; so who has some of the first
    /// can go on with those of another.
    package func rest(from start: Int) -> DownloadPlan? {
        guard let front, front.lowerBound == 0, (1...front.upperBound).contains(start) else { return nil }
        let left = start < front.upperBound ? [Part.container(start..<front.upperBound)] : []
        return DownloadPlan(
            message: self.message,
            parts: left + self.parts.dropFirst(),
            addressee: self.addressee,
            collector: self.collector
        )
    }
}

/// Bytes on their way out: parts of a stored container, and bytes made for the occasion, in order.
///
/// Piece by piece is read and deciphered on the store's threads, the next one while the last is sent, so that a download of any size takes
/// the memory of two.
package final class Download {
    private static let piece = 262_144
    private let context: ExchangeContext
    private let eventLoop: any EventLoop
    private let plan: DownloadPlan
    private var parts: ArraySlice<DownloadPlan.Part>
    private var reader: ContentReader?
    private var gone = 0
    /// The piece that is read before it is asked for.
    private var ahead: EventLoopFuture<ByteBuffer?>?

    /// Bytes in all.
    package var size: Int { self.plan.size }

    /// Bytes that it holds beside the piece that is being sent: the next one, and what was made for the occasion.
    package var held: Int {
        let made = self.plan.parts.reduce(0) { sum, part in
            if case .bytes(let bytes) = part { sum + bytes.count } else { sum }
        }
        return made + max(0, min(Self.piece, (self.plan.front?.count ?? 0) - Self.piece))
    }

    /// Begins a download.
    package init(_ context: ExchangeContext, _ plan: DownloadPlan, on eventLoop: any EventLoop) {
        self.context = context
        self.eventLoop = eventLoop
        self.plan = plan
        self.parts = plan.parts[...]
    }

    /// The next piece, or `nil` at the end.
    package func next() -> EventLoopFuture<ByteBuffer?> {
        let piece = self.ahead ?? self.read()
        self.ahead = nil
        return piece.assumeIsolated()
            .map { bytes in
                if bytes != nil { self.ahead = self.read() }
                return bytes
            }
            .nonisolated()
    }

    private func read() -> EventLoopFuture<ByteBuffer?> {
        guard let part = self.parts.popFirst() else { return self.eventLoop.makeSucceededFuture(nil) }
        switch part {
        case .bytes(let bytes):
            return self.eventLoop.makeSucceededFuture(ByteBuffer(bytes: bytes))
        case .container(let range):
            let end = min(range.upperBound, range.lowerBound + Self.piece)
            if end < range.upperBound { self.parts = [.container(end..<range.upperBound)] + self.parts }
            let store = self.context.store
            let message = self.plan.message
            let known = self.reader
            return store.perform(on: self.eventLoop) {
                let reader = try known ?? store.content(of: message)
                return (reader, try reader.buffer(range.lowerBound..<end))
            }
            .assumeIsolated()
            .map { reader, bytes in
                // An open file, or a whole small content, is not kept for the time that the last piece waits to be read.
                if case .container? = self.parts.first { self.reader = reader } else { self.reader = nil }
                return bytes
            }
            .nonisolated()
        }
    }

    /// Notes that so many more bytes left the server.
    package func left(_ count: Int) { self.gone += count }

    /// Notes that every byte left the server in an authorised answer (DESIGN §7).
    package func sent() { self.note(self.plan.covered) }

    /// Notes what left the server of an answer that broke off, so that who goes on from there has collected all of it.
    ///
    /// The last byte counts with an answer that ended alone.
    package func brokeOff() {
        guard let front = self.plan.front else { return }
        let end = min(front.lowerBound + self.gone, front.upperBound, self.plan.message.size - 1)
        self.note(front.lowerBound..<max(front.lowerBound, end))
    }

    /// Has it noted; where the committer has too much to do, again a second later, for the one who has it cannot know.
    private func note(_ covered: Range<Int>?, tries: Int = 60) {
        guard let addressee = self.plan.addressee, let covered, !covered.isEmpty else { return }
        let promise = self.eventLoop.makePromise(of: Void.self)
        let (id, collector) = (self.plan.message.id, self.plan.collector)
        let now = self.context.clock()
        self.context.store.committer.commit(
            { try $0.collected(id, for: addressee, by: collector, range: covered, at: now) },
            answering: promise
        )
        promise.futureResult.assumeIsolated().whenFailure { error in
            guard error as? Problem == Problem(.busy), tries > 0 else { return }
            self.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { self.note(covered, tries: tries - 1) }
        }
    }
}
