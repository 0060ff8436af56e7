// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import HTTPTypes
package import NIOCore
import NIOHPACK
import NIOHTTP2
import ZegelCore

extension RequestStream {
    /// Sends a whole answer.
    ///
    /// Before the request has ended that is a refusal of the rest: answer and end are sent, what still arrives is thrown away up to the bound
    /// in bytes and seconds, and then the stream is reset with NO_ERROR (RFC 9113 §8.1). In answer to HEAD the body is left out.
    package func answer(_ answer: Answer) {
        var fields = answer.fields
        if fields[.contentLength] == nil, answer.status != 204, answer.status != 304 {
            fields[.contentLength] = String(answer.body.count)
        }
        let hasBody = !answer.body.isEmpty && !self.isHead
        let count = hasBody ? answer.body.count : 0
        guard self.hold(count) else { return }
        guard self.sendHead(status: answer.status, fields: fields, endsStream: !hasBody) else {
            return self.services.unread.remove(count, of: self.organisation)
        }
        if hasBody {
            self.sent = count
            let body = ByteBuffer(bytes: answer.body)
            self.send(.data(.init(data: .byteBuffer(body), endStream: true)), holding: count, promise: nil)
        }
        self.finish()
        self.context?.flush()
        if !self.isClosed { self.watch() }
    }

    /// Sends an interim answer (RFC 9110 §15.2); of no effect once the answer that counts has begun.
    package func inform(status: Int, fields: HTTPFields) {
        guard !self.isClosed, self.machine.isAnswerPending else { return }
        var block = HPACKHeaders([(":status", String(status))])
        for field in fields { block.add(name: field.name.canonicalName, value: field.value) }
        self.context?.writeAndFlush(Self.wrap(.headers(.init(headers: block))), promise: nil)
    }

    /// Begins an answer whose body follows by ``write(_:)`` and is ended by ``end()``.
    package func begin(status: Int, fields: HTTPFields) {
        guard self.sendHead(status: status, fields: fields, endsStream: false) else { return }
        self.context?.flush()
        self.watch()
    }

    /// Sends a piece of the body.
    ///
    /// - Returns: Completed when the piece was handed to the network, which is when to write the next one.
    package func write(_ bytes: ByteBuffer) -> EventLoopFuture<Void> {
        guard self.machine.mayWrite, !self.isClosed else { return self.gone() }
        guard !self.isHead else { return self.eventLoop.makeSucceededVoidFuture() }
        let count = bytes.readableBytes
        guard self.hold(count) else { return self.gone() }
        self.sent += count
        let promise = self.eventLoop.makePromise(of: Void.self)
        self.send(.data(.init(data: .byteBuffer(bytes))), holding: count, promise: promise)
        self.context?.flush()
        return promise.futureResult
    }

    /// Ends the body.
    ///
    /// - Returns: Completed when all of the answer was handed to the network.
    @discardableResult
    package func end() -> EventLoopFuture<Void> {
        guard self.machine.mayWrite, !self.isClosed else { return self.gone() }
        let promise = self.eventLoop.makePromise(of: Void.self)
        self.send(.data(.init(data: .byteBuffer(ByteBuffer()), endStream: true)), promise: promise)
        self.finish()
        self.context?.flush()
        return promise.futureResult
    }

    /// Breaks off an answer that cannot be completed, so that the client does not take it for whole.
    package func abort() { self.reset(.internalError) }

    func reset(_ code: NIOHTTP2.HTTP2ErrorCode) {
        guard !self.isClosed, let context = self.context else { return }
        self.hasReset = true
        context.writeAndFlush(Self.wrap(.rstStream(code)), promise: nil)
    }

    /// Counts what an answer holds in memory until the stream has ended as unread.
    ///
    /// - Returns: `false` where its organisation leaves too much unread: the stream is reset then.
    package func keep(_ count: Int) -> Bool {
        guard !self.isClosed, self.hold(count) else { return false }
        self.kept += count
        return true
    }

    /// Counts what is about to wait for the client; where its organisation leaves too much unread, the stream is reset instead.
    private func hold(_ count: Int) -> Bool {
        guard count > 0 else { return true }
        guard self.services.unread.add(count, of: self.organisation) else {
            self.reset(.enhanceYourCalm)
            return false
        }
        return true
    }

    private func sendHead(status: Int, fields: HTTPFields, endsStream: Bool) -> Bool {
        guard !self.isClosed, self.machine.beginAnswer() else {
            // An answer within an answer would be read as its body.
            if self.machine.mayWrite { self.abort() }
            return false
        }
        self.status = status
        var block = HPACKHeaders()
        block.reserveCapacity(fields.count + 1)
        block.add(name: ":status", value: String(status))
        for field in fields {
            let name = field.name.canonicalName
            block.add(
                name: name,
                value: field.value,
                indexing: Self.repeated.contains(name) ? .indexable : .nonIndexable
            )
        }
        self.send(.headers(.init(headers: block, endStream: endsStream)), promise: nil)
        return true
    }

    /// Fields whose values are few, and so may stand in the table of HPACK.
    ///
    /// The client says how large that table is, up to 4 GiB, and what stands in it stays for as long as the connection: no value that is new
    /// with each answer goes there.
    private static let repeated: Set = [
        "api-version", "cache-control", "content-security-policy", "content-type", "strict-transport-security",
        "x-content-type-options", "x-frame-options", "zegel-trial",
    ]

    private func finish() {
        guard self.machine.endAnswer() == .drain else { return self.released() }
        self.released()
        self.timer?.cancel()
        let bound = TimeAmount.seconds(Int64(self.services.limits.drainSeconds))
        self.timer = self.eventLoop.assumeIsolated().scheduleTask(in: bound) { self.reset(.noError) }
        self.readMore()
    }

    private func send(
        _ payload: HTTP2Frame.FramePayload,
        holding count: Int = 0,
        promise: EventLoopPromise<Void>?
    ) {
        guard let context = self.context else {
            self.services.unread.remove(count, of: self.organisation)
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        let promise = promise ?? self.eventLoop.makePromise(of: Void.self)
        // Silence counts from here: nothing was owed before.
        if self.pendingWrites == 0 { self.lastProgress = .now() }
        self.pendingWrites += 1
        promise.futureResult.assumeIsolated().whenComplete { result in
            if count > 0 { self.services.unread.remove(count, of: self.organisation) }
            self.pendingWrites -= 1
            self.lastProgress = .now()
            if case .failure = result { self.hasLostWrites = true }
            if self.isClosed, self.pendingWrites == 0 { self.record() }
        }
        context.write(Self.wrap(payload), promise: promise)
    }

    private func gone() -> EventLoopFuture<Void> { self.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel) }
}
