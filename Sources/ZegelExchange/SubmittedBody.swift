// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import NIOCore
import Synchronization
import ZegelCore
import ZegelStore
import ZegelVerify

/// What is known of a container so far: its opening, once that has been read, and what is wrong with it.
///
/// A fault does not hide the opening: who may not send this message at all hears that first.
struct Reading: Sendable {
    let opening: ContainerOpening?
    let fault: Problem?
}

/// A container that arrived whole, with the place where its bytes are.
struct ArrivedContainer: Sendable {
    let checked: CheckedContainer
    let content: MessageContent
}

/// The container of a submission while it arrives.
///
/// A small one is gathered in memory and read in one go on the event loop. Once it outgrows `Limits.inlineContainer` it is
/// read, hashed, encrypted and written piece by piece on the store's own threads, so that the event loop never waits for a disk. One piece is at
/// work while the next is gathered; where that is full, and the one before is still at work, nothing more is read.
final class SubmittedBody {
    /// What has come and was not handed over.
    private var gathered: [UInt8] = []
    /// `nil` while the container is a small one.
    private var file: StreamedContainer?
    /// The piece at work; it stays where it failed.
    private var working: EventLoopFuture<Reading>?
    /// What the last piece that was done told.
    private var reading = Reading(opening: nil, fault: nil)
    private let context: ExchangeContext
    private let eventLoop: any EventLoop

    init(context: ExchangeContext, eventLoop: any EventLoop) {
        self.context = context
        self.eventLoop = eventLoop
    }

    /// Takes a piece.
    ///
    /// - Returns: `nil` where the next piece may come at once; otherwise a future that ends when it may.
    func take(_ bytes: ByteBuffer) -> EventLoopFuture<Reading>? {
        self.gathered.append(contentsOf: bytes.readableBytesView)
        guard self.file != nil else {
            guard self.gathered.count > self.context.limits.inlineContainer else { return nil }
            self.file = StreamedContainer(in: self.context.store, limits: self.context.limits)
            return self.handOver()
        }
        if self.reading.fault != nil { return self.eventLoop.makeSucceededFuture(self.reading) }
        // Who may not send at all hears that as soon as the opening is there.
        guard self.reading.opening != nil else { return self.handOver() }
        guard self.gathered.count >= self.context.limits.bodyPiece else { return nil }
        guard let working else {
            _ = self.handOver()
            return nil
        }
        return working.assumeIsolated()
            .map { reading in
                if reading.fault == nil { _ = self.handOver() }
                return reading
            }
            .nonisolated()
    }

    /// Has what was gathered read and written, once the piece before is done.
    private func handOver() -> EventLoopFuture<Reading> {
        guard let file else { return self.eventLoop.makeSucceededFuture(self.reading) }
        let piece = self.gathered
        self.gathered = []
        self.gathered.reserveCapacity(self.context.limits.bodyPiece + 16_384)
        let done = self.context.store.perform(on: self.eventLoop) { try file.take(piece) }.assumeIsolated()
            .map { reading in
                (self.working, self.reading) = (nil, reading)
                return reading
            }
            .nonisolated()
        self.working = done
        return done
    }

    /// Reads what is left to read, at the end of the request.
    func readRest() -> EventLoopFuture<Reading> {
        guard self.file != nil else { return self.eventLoop.makeSucceededFuture(self.read(self.gathered)) }
        let before = self.working ?? self.eventLoop.makeSucceededFuture(self.reading)
        return before.assumeIsolated()
            .flatMap { reading in
                guard reading.fault == nil, !self.gathered.isEmpty else {
                    return self.eventLoop.makeSucceededFuture(reading)
                }
                return self.handOver()
            }
            .nonisolated()
    }

    /// Ends the reading: every entry, digest and size agrees, and what was written to a file is durable.
    func finish() -> EventLoopFuture<ArrivedContainer> {
        guard let file else {
            return self.eventLoop.makeCompletedFuture {
                ArrivedContainer(checked: try self.finishInMemory(), content: .inline(self.gathered))
            }
        }
        return self.context.store.perform(on: self.eventLoop) { [passed = self.context.passed] in
            let arrived = try file.finish()
            passed(.spooled)
            return arrived
        }
    }

    /// Throws away what was written, once nobody writes any more.
    func discard() {
        guard let file else { return }
        (self.file, self.gathered) = (nil, [])
        let (store, eventLoop) = (self.context.store, self.eventLoop)
        let before = self.working.map { $0.map { _ in } } ?? eventLoop.makeSucceededVoidFuture()
        before.whenComplete { _ in
            store.perform(on: eventLoop) { file.discard() }.whenComplete { _ in }
        }
    }

    private var intake: ContainerIntake?

    private func read(_ bytes: [UInt8]) -> Reading {
        var intake = ContainerIntake(limits: self.context.limits)
        var fault: Problem?
        do { try intake.consume(bytes[...]) } catch { fault = error }
        let opening = intake.opening
        self.intake = consume intake
        return Reading(opening: opening, fault: fault)
    }

    private func finishInMemory() throws(Problem) -> CheckedContainer {
        guard var intake = self.intake.take() else { throw Problem(.internalError, "A container was finished unread.") }
        return try intake.finish()
    }
}
