// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization
import ZegelCore
import ZegelStore

/// Makes a message of an upload: its parts go, as one container, through what every container goes through that is handed in.
struct FinishUpload {
    let call: ExchangeCall

    private var context: ExchangeContext { self.call.context }
    private var eventLoop: any EventLoop { self.call.eventLoop }

    /// Hands in what is complete; asked again it gives the same receipt.
    ///
    /// What is refused for what it is, is refused for good, and the upload goes; where the server cannot now, it stays to be asked again.
    func callAsFunction(_ upload: StoredUpload) -> EventLoopFuture<SubmitMessage.Outcome> {
        self.context.store.read(on: self.eventLoop) { view in
            let message = try view.message(from: upload)
            return (message, message == nil ? try view.parts(of: upload) : [])
        }
        .assumeIsolated()
        .flatMap { message, parts in
            if let message {
                return self.context.proved(message, on: self.eventLoop).map { SubmitMessage.Outcome.same($0) }
            }
            return self.submit(parts, of: upload)
        }
        .nonisolated()
    }

    /// Has the front of an upload judged, as far as it has come: who is refused there need not send the rest.
    func preview(_ upload: StoredUpload) -> EventLoopFuture<Void> {
        let submission = SubmitMessage(self.call)
        return self.context.store.read(on: self.eventLoop) { try $0.parts(of: upload) }.assumeIsolated()
            .flatMap { self.feed($0, to: submission) { submission.isDecided } }
            .map { submission.abandon() }
            .flatMapError { error in
                submission.abandon()
                return self.refused(upload, error)
            }
            .nonisolated()
    }

    private func submit(_ parts: [SpooledContent], of upload: StoredUpload) -> EventLoopFuture<SubmitMessage.Outcome> {
        let submission = SubmitMessage(self.call, of: upload)
        return self.feed(parts, to: submission) { false }.assumeIsolated()
            .flatMapError { error in
                submission.abandon()
                return self.eventLoop.makeFailedFuture(error)
            }
            .flatMap { submission.end() }
            .flatMap { self.settled(upload, parts, $0) }
            .flatMapError { self.refused(upload, $0) }
            .nonisolated()
    }

    /// The message is durable, whatever becomes of what it was made of.
    ///
    /// The transaction that stored a new one has settled the upload as well; one that was there before had no transaction now.
    private func settled(
        _ upload: StoredUpload,
        _ parts: [SpooledContent],
        _ outcome: SubmitMessage.Outcome
    ) -> EventLoopFuture<SubmitMessage.Outcome> {
        let (store, eventLoop) = (self.context.store, self.eventLoop)
        let settled =
            switch outcome {
            case .created: eventLoop.makeSucceededVoidFuture()
            case .same(let message): self.context.write(on: eventLoop) { try $0.settle(upload, as: message.id) }
            }
        return settled.flatMap { store.perform(on: eventLoop) { store.remove(parts) } }
            .map { outcome }
            .flatMapErrorThrowing { _ in outcome }
    }

    private func refused<Value: Sendable>(_ upload: StoredUpload, _ error: any Error) -> EventLoopFuture<Value> {
        let problem = Problem(any: error)
        let passes = ProblemCode(rawValue: problem.code)?.passes ?? false
        guard problem.status < 500, problem.status != 429, !passes else {
            return self.eventLoop.makeFailedFuture(error)
        }
        return self.context.end(upload, on: self.eventLoop).flatMapErrorThrowing { _ in }
            .flatMapThrowing { throw error }
    }

    /// Hands parts over piece by piece, until there is no more or enough was seen.
    private func feed(
        _ parts: [SpooledContent],
        to submission: SubmitMessage,
        until isEnough: @escaping () -> Bool
    ) -> EventLoopFuture<Void> {
        let (reader, store) = (UploadReader(parts, in: self.context.store), self.context.store)
        let (eventLoop, promise) = (self.eventLoop, self.eventLoop.makePromise(of: Void.self))
        func next() {
            guard !isEnough() else { return promise.succeed() }
            store.perform(on: eventLoop) { try reader.next() }.assumeIsolated().whenComplete { result in
                switch result {
                case .failure(let error): promise.fail(error)
                case .success(nil): promise.succeed()
                case .success(.some(let piece)):
                    guard let pause = submission.take(ByteBuffer(bytes: piece)) else { return next() }
                    pause.assumeIsolated().whenComplete { result in
                        switch result {
                        case .success: next()
                        case .failure(let error): promise.fail(error)
                        }
                    }
                }
            }
        }
        next()
        return promise.futureResult
    }
}

extension SubmitMessage.Outcome {
    /// The message that is stored.
    var message: StoredMessage {
        switch self {
        case .created(let message), .same(let message): message
        }
    }
}

/// Reads the parts of an upload one after the other; it blocks, so the store's own threads use it.
private final class UploadReader: Sendable {
    private struct Place {
        var parts: ArraySlice<SpooledContent>
        var reader: ContentReader?
        var offset = 0
    }

    private static let piece = 262_144
    private let place: Mutex<Place>
    private let store: Store

    init(_ parts: [SpooledContent], in store: Store) {
        self.place = Mutex(Place(parts: parts[...]))
        self.store = store
    }

    /// The next piece; `nil` behind the last one.
    func next() throws -> [UInt8]? {
        try self.place.withLock { place in
            guard let part = place.parts.first else { return nil }
            let reader = try place.reader ?? self.store.content(of: part)
            let end = min(part.size, place.offset + Self.piece)
            let bytes = try reader.read(place.offset..<end)
            (place.reader, place.offset) = (reader, end)
            if end == part.size { place = Place(parts: place.parts.dropFirst()) }
            return bytes
        }
    }
}
