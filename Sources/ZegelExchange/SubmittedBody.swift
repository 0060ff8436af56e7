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
/// read, hashed, encrypted and written piece by piece on the store's own threads, one piece at a time, so that the event loop
/// never waits for a disk.
final class SubmittedBody {
    private enum Place {
        case memory([UInt8])
        case file(StreamedContainer)
    }

    private var place = Place.memory([])
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
        switch self.place {
        case .memory(var gathered):
            self.place = .memory([])  // one owner, so that appending copies nothing
            gathered.append(contentsOf: bytes.readableBytesView)
            guard gathered.count > self.context.limits.inlineContainer else {
                self.place = .memory(gathered)
                return nil
            }
            let container = StreamedContainer(limits: self.context.limits)
            self.place = .file(container)
            return self.context.store.perform(on: self.eventLoop) { [gathered, store = self.context.store] in
                try container.begin(store.makeSpool())
                return try container.take(gathered[...])
            }
        case .file(let container):
            return self.context.store.perform(on: self.eventLoop) {
                try container.take(ArraySlice(bytes.readableBytesView))
            }
        }
    }

    /// Reads what is left to read, at the end of the request.
    func readRest() -> Reading {
        switch self.place {
        case .file(let container): container.reading
        case .memory(let bytes): self.read(bytes)
        }
    }

    /// Ends the reading: every entry, digest and size agrees, and what was written to a file is durable.
    func finish() -> EventLoopFuture<ArrivedContainer> {
        switch self.place {
        case .file(let container):
            self.context.store.perform(on: self.eventLoop) { [passed = self.context.passed] in
                let arrived = try container.finish()
                passed(.spooled)
                return arrived
            }
        case .memory(let bytes):
            self.eventLoop.makeCompletedFuture {
                ArrivedContainer(checked: try self.finishInMemory(), content: .inline(bytes))
            }
        }
    }

    /// Throws away what was written.
    func discard() {
        guard case .file(let container) = self.place else { return }
        self.place = .memory([])
        let store = self.context.store
        store.perform(on: self.eventLoop) { container.discard(in: store) }.whenComplete { _ in }
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
