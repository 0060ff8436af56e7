// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
package import ZegelStore

/// Takes what one request brings to an upload: part by part becomes durable, and the last request answers with the receipt.
///
/// Everything here runs on the stream's event loop. Whatever breaks the request off, what had come by then is kept, where it is worth a
/// part; the next request learns from the store where the upload stands.
package final class ReceiveUpload: MessageIntake {
    /// What a request says of itself.
    package struct Request: Sendable {
        let id: MessageID
        let offset: Int
        let isLast: Bool
        let length: Int?
        let contentLength: Int?

        /// Describes a request.
        ///
        /// - Parameters:
        ///   - offset: Where its first byte belongs.
        ///   - isLast: Whether the container ends with it.
        ///   - length: How long it says that the container is.
        ///   - contentLength: How long it says that it is itself.
        package init(id: MessageID, offset: Int, isLast: Bool, length: Int?, contentLength: Int?) {
            self.id = id
            self.offset = offset
            self.isLast = isLast
            self.length = length
            self.contentLength = contentLength
        }
    }

    /// How a request ended.
    package enum Outcome: Sendable {
        /// All of it is durable, and more is to come.
        case appended(StoredUpload)
        /// The container is complete, and is a message.
        case finished(SubmitMessage.Outcome)
        /// The container is complete, and is refused.
        case refused(Problem)
    }

    /// Told where the upload stands, each time that a part of it is durable.
    package var progress: (StoredUpload) -> Void = { _ in }
    /// Told once where a later request takes the upload over.
    package var takenOver: (Problem) -> Void = { _ in }

    private let call: ExchangeCall
    private let request: Request
    private var begun: EventLoopFuture<Void>?
    private var turn: UploadTurn?
    /// As it stands in the store; `nil` before it was looked up, and once nothing may be added to it.
    private var upload: StoredUpload?
    private var part: UploadedPart
    private var received = 0
    /// The last thing that was begun, and that may be under way.
    private var last: EventLoopFuture<Void>?
    private var leaving: EventLoopFuture<Void>?
    private var isTakenOver = false
    private var isFinishing = false

    private var context: ExchangeContext { self.call.context }
    private var eventLoop: any EventLoop { self.call.eventLoop }

    /// Begins to take a request.
    package init(_ call: ExchangeCall, _ request: Request) {
        self.call = call
        self.request = request
        self.part = UploadedPart()
    }

    /// Takes a piece.
    ///
    /// - Returns: A future that succeeds when the next may come, and fails with the ``Problem`` that refuses the request.
    package func take(_ bytes: ByteBuffer) -> EventLoopFuture<Void>? {
        let done = self.begin().assumeIsolated().flatMap { self.write(bytes) }.nonisolated()
        self.last = done
        return done
    }

    /// Ends it when the request has ended.
    package func end() -> EventLoopFuture<Outcome> {
        let done = self.begin().assumeIsolated().flatMap { self.close() }.nonisolated()
        self.last = done.map { _ in }
        return done.assumeIsolated()
            .flatMapError { error in self.leave().flatMapThrowing { throw error } }
            .map { outcome in
                self.turn?.end()
                return outcome
            }
            .nonisolated()
    }

    /// Gives up: the client is gone, or was answered.
    ///
    /// What has come is kept.
    package func abandon() { let _: EventLoopFuture<Void> = self.leave() }

    // MARK: - Begin

    private func begin() -> EventLoopFuture<Void> {
        if let begun { return begun }
        let (manage, id) = (ManageUpload(self.call), self.request.id)
        // Who has no part in it makes nobody leave.
        let begun = manage.find(id).assumeIsolated()
            .flatMap { _ in self.askForTurn() }
            .flatMap { manage.find(id) }
            .flatMapThrowing { upload in
                guard !self.isTakenOver else { throw Self.lost }
                try self.check(upload)
                self.upload = upload
            }
            .nonisolated()
        (self.begun, self.last) = (begun, begun)
        return begun
    }

    private func askForTurn() -> EventLoopFuture<Void> {
        let (bound, eventLoop) = (NIOLoopBound(self, eventLoop: self.eventLoop), self.eventLoop)
        let (turn, may) = self.context.uploads.ask(for: self.request.id, on: eventLoop) {
            eventLoop.execute { bound.value.mustLeave() }
        }
        self.turn = turn
        return may
    }

    private func check(_ upload: StoredUpload) throws(Problem) {
        let (request, count) = (self.request, self.request.contentLength ?? 0)
        guard request.offset == upload.offset else {
            throw Problem(.uploadOffset, "Go on at expected-offset.")
                .with("expected-offset", .integer(Int64(upload.offset)))
                .with("provided-offset", .integer(Int64(request.offset)))
        }
        guard request.length ?? upload.size == upload.size, request.offset + count <= upload.size,
            !request.isLast || request.contentLength.map({ request.offset + $0 == upload.size }) ?? true
        else { throw Self.wrongLength(upload) }
        if upload.isComplete, !request.isLast {
            throw Problem(.uploadComplete, "Ask for the receipt with an empty request that says upload-complete: ?1.")
        }
        if !request.isLast, let length = request.contentLength {
            try Self.mustSuffice(length, of: upload.size, self.context.limits)
        }
    }

    // MARK: - Take

    private func write(_ bytes: ByteBuffer) -> EventLoopFuture<Void> {
        guard !self.isTakenOver, let upload else { return self.eventLoop.makeFailedFuture(Self.lost) }
        guard upload.offset + self.part.count + bytes.readableBytes <= upload.size else {
            // What is longer than it said is not what its sender thinks it is: nothing of it may be used any more.
            self.upload = nil
            return self.context.end(upload, on: self.eventLoop).flatMapThrowing { throw Self.wrongLength(upload) }
        }
        self.received += bytes.readableBytes
        return self.part.append(bytes, in: self.context, on: self.eventLoop).assumeIsolated()
            .flatMap {
                guard self.part.count >= self.context.limits.uploadPart else {
                    return self.stay()
                }
                return self.save(isLast: false)
            }
            .nonisolated()
    }

    /// Has an upload stay into which bytes come, however long they take to be a part.
    private func stay() -> EventLoopFuture<Void> {
        let (context, eventLoop) = (self.context, self.eventLoop)
        guard let upload, let end = UploadTerm(context.limits).postponed(upload, at: context.clock()) else {
            return eventLoop.makeSucceededVoidFuture()
        }
        return context.write(on: eventLoop) { try $0.keep(upload, until: end) }.assumeIsolated()
            .map { self.upload = $0 }
            // The next piece tries again; where the upload is gone, its next part says so.
            .flatMapErrorThrowing { _ in }
            .nonisolated()
    }

    /// Makes what has come durable; with the first part the front of the container is judged.
    private func save(isLast: Bool) -> EventLoopFuture<Void> {
        guard let upload else { return self.eventLoop.makeFailedFuture(Self.lost) }
        let (part, context, eventLoop) = (self.part, self.context, self.eventLoop)
        self.part = UploadedPart()
        let (now, term) = (context.clock(), UploadTerm(context.limits))
        let saved = part.save(in: context, on: eventLoop) {
            try $0.append($1, to: upload, isLast: isLast, at: now, keptFor: term)
        }
        return saved.assumeIsolated()
            .flatMap { saved in
                self.upload = saved
                self.progress(saved)
                let isFront = upload.offset == 0 && !isLast && self.leaving == nil
                return isFront ? FinishUpload(call: self.call).preview(saved) : eventLoop.makeSucceededVoidFuture()
            }
            .nonisolated()
    }

    // MARK: - End

    private func close() -> EventLoopFuture<Outcome> {
        guard !self.isTakenOver, let upload else { return self.eventLoop.makeFailedFuture(Self.lost) }
        guard !upload.isComplete else { return self.finish(upload) }
        guard !self.request.isLast || upload.offset + self.part.count == upload.size else {
            self.part.discard(in: self.context.store, on: self.eventLoop)
            return self.eventLoop.makeFailedFuture(Self.wrongLength(upload))
        }
        if !self.request.isLast {
            do { try Self.mustSuffice(self.received, of: upload.size, self.context.limits) } catch {
                self.part.discard(in: self.context.store, on: self.eventLoop)
                return self.eventLoop.makeFailedFuture(error)
            }
        }
        return self.saveRest(of: upload).assumeIsolated()
            .flatMap {
                guard let upload = self.upload else { return self.eventLoop.makeFailedFuture(Self.lost) }
                guard self.request.isLast else { return self.eventLoop.makeSucceededFuture(.appended(upload)) }
                return self.finish(upload)
            }
            .nonisolated()
    }

    private func saveRest(of upload: StoredUpload) -> EventLoopFuture<Void> {
        if self.part.count > 0 { return self.save(isLast: self.request.isLast) }
        guard self.request.isLast else { return self.eventLoop.makeSucceededVoidFuture() }
        let (now, term) = (self.context.clock(), UploadTerm(self.context.limits))
        return self.context.write(on: self.eventLoop) { try $0.complete(upload, at: now, keptFor: term) }
            .assumeIsolated()
            .map { self.upload = $0 }
            .nonisolated()
    }

    private func finish(_ upload: StoredUpload) -> EventLoopFuture<Outcome> {
        self.isFinishing = true
        return FinishUpload(call: self.call)(upload).map { .finished($0) }
            .flatMapErrorThrowing { .refused(Problem(any: $0)) }
    }

    // MARK: - Leave

    /// A later request asks for the upload: one that is being made a message of is finished first.
    private func mustLeave() {
        guard !self.isFinishing, self.leaving == nil else { return }
        self.isTakenOver = true
        let _: EventLoopFuture<Void> = self.leave()
        self.takenOver(Self.lost)
    }

    /// Keeps what has come, once nothing is under way any more, and ends the turn.
    private func leave() -> EventLoopFuture<Void> {
        if let leaving { return leaving }
        let last = self.last ?? self.eventLoop.makeSucceededVoidFuture()
        let leaving = last.assumeIsolated()
            .flatMapError { _ in self.eventLoop.makeSucceededVoidFuture() }
            .flatMap { self.keepRest() }
            .map { if let turn = self.turn { turn.end() } }
            .nonisolated()
        self.leaving = leaving
        return leaving
    }

    private func keepRest() -> EventLoopFuture<Void> {
        guard !self.isFinishing, let upload, !upload.isComplete,
            self.part.count >= StoredUpload.leastAppend(of: upload.size, self.context.limits)
        else {
            self.part.discard(in: self.context.store, on: self.eventLoop)
            return self.eventLoop.makeSucceededVoidFuture()
        }
        return self.save(isLast: false).flatMapErrorThrowing { _ in }
    }

    private static let lost = Problem(
        .uploadTakenOver,
        "Ask where the upload stands, and go on there; one request at a time."
    )

    /// Holds a request that is not the last one to what it must bring; nothing at all does no harm.
    ///
    /// - Parameter size: Bytes of the upload.
    /// - Throws: `upload.append-size`.
    package static func mustSuffice(_ count: Int, of size: Int, _ limits: Limits) throws(Problem) {
        let least = StoredUpload.leastAppend(of: size, limits)
        guard count == 0 || count >= least else {
            throw Problem(.uploadAppendSize, "Bring \(least) bytes, or all that is left, in one request.")
        }
    }

    private static func wrongLength(_ upload: StoredUpload) -> Problem {
        Problem(.uploadLength, "The upload was begun for \(upload.size) bytes; for another content begin another.")
    }
}
