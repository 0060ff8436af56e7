// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHPACK
import NIOHTTP2

/// One connection of a load: it keeps a number of streams busy, without anything between it and the frames.
final class LoadConnection: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    private struct Exchange {
        let due: NIODeadline
        let expected: Int
        var status = 0
        var received = 0
        var body: OutgoingDocument?
        /// Who waits for the answer itself.
        var answer: EventLoopPromise<ByteBuffer>?
        var bytes = ByteBuffer()
    }

    /// What came of it so far.
    private(set) var outcome = LoadOutcome()
    private let work: LoadWork?
    private var context: ChannelHandlerContext?
    private var exchanges: [HTTP2StreamID: Exchange] = [:]
    private var stream = HTTP2StreamID(1)
    /// Requests that are due and wait for a stream; only where the plan has a rate.
    private var waiting = CircularBuffer<NIODeadline>()
    private var unacknowledged = 0

    /// - Parameter work: `nil` where only ``ask(_:_:)`` is called.
    init(_ work: LoadWork?) { self.work = work }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func channelActive(context: ChannelHandlerContext) {
        // The connection's window never stands in the way; streams have their own.
        self.write(.rootStream, .windowUpdate(windowSizeIncrement: 1 << 30))
        context.flush()
        context.fireChannelActive()
    }

    // MARK: - Requests

    /// Forgets what was measured before.
    func reset() { self.outcome = LoadOutcome() }

    /// Fills every stream that is free.
    func fill() {
        guard let work = self.work else { return }
        while self.exchanges.count < work.plan.streams, self.begin(.now()) {}
        self.context?.flush()
    }

    /// A request is due now, whether a stream is free or not: who waits then is late.
    func due() {
        self.waiting.append(.now())
        self.drain()
        self.context?.flush()
    }

    /// One request beside the plan.
    func ask(_ head: HPACKHeaders, _ body: ByteBuffer) -> EventLoopFuture<ByteBuffer>? {
        guard let context = self.context else { return nil }
        let promise = context.eventLoop.makePromise(of: ByteBuffer.self)
        self.exchanges[self.stream] = Exchange(due: .now(), expected: 200, answer: promise)
        self.write(self.stream, .headers(.init(headers: head)))
        self.write(self.stream, .data(.init(data: .byteBuffer(body), endStream: true)))
        self.stream = self.stream.advanced(by: 2)
        context.flush()
        return promise.futureResult
    }

    private func drain() {
        guard let work = self.work else { return }
        while let due = self.waiting.first, self.exchanges.count < work.plan.streams, self.begin(due) {
            self.waiting.removeFirst()
        }
    }

    private func begin(_ due: NIODeadline) -> Bool {
        guard let work = self.work else { return false }
        let request: LoadWork.Request
        do {
            guard let next = try work.next() else { return false }
            request = next
        } catch {
            work.fail(error)
            return false
        }
        let id = self.stream
        self.stream = id.advanced(by: 2)
        var exchange = Exchange(due: due, expected: request.status)
        let container = request.container
        self.write(id, .headers(.init(headers: request.head, endStream: container == nil)))
        if let container {
            self.write(id, .data(.init(data: .byteBuffer(container.prefix), endStream: container.document == 0)))
            if container.document > 0 { exchange.body = OutgoingDocument(container) }
        }
        self.exchanges[id] = exchange
        for _ in 0..<OutgoingDocument.pieces where exchange.body != nil { self.sendPiece(id) }
        return true
    }

    /// Sends a piece of a large document; the next one follows when it has left, so that memory holds a few.
    private func sendPiece(_ id: HTTP2StreamID) {
        guard let context = self.context, let pack = self.work?.pack else { return }
        let piece: OutgoingDocument.Piece
        do {
            guard let next = try self.exchanges[id]?.body?.next(from: pack) else { return }
            piece = next
        } catch {
            self.work?.fail(error)
            return
        }
        let frame = HTTP2Frame(
            streamID: id,
            payload: .data(.init(data: .byteBuffer(piece.bytes), endStream: piece.isLast))
        )
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.writeAndFlush(self.wrapOutboundOut(frame)).whenSuccess { bound.value.sendPiece(id) }
    }

    private func write(_ id: HTTP2StreamID, _ payload: HTTP2Frame.FramePayload) {
        self.context?.write(self.wrapOutboundOut(HTTP2Frame(streamID: id, payload: payload)), promise: nil)
    }

    // MARK: - Answers

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = self.unwrapInboundIn(data)
        switch frame.payload {
        case .headers(let headers):
            if let status = headers.headers.first(name: ":status") {
                self.exchanges[frame.streamID]?.status = Int(status) ?? 0
            }
            if self.work?.plan.keepsPlaces == true, let place = headers.headers.first(name: "location") {
                self.outcome.places.append(place)
            }
            if headers.endStream { self.finish(frame.streamID) }
        case .data(let data):
            self.take(data, of: frame.streamID)
            if data.endStream { self.finish(frame.streamID) }
        case .rstStream: self.finish(frame.streamID, isWhole: false)
        case .goAway(_, let code, _) where code != .noError: self.work?.fail(ConnectionEnded(reason: "\(code)"))
        default: ()
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if self.work?.plan.rate == nil { self.fill() } else { self.drain() }
        context.flush()
    }

    private func take(_ data: HTTP2Frame.FramePayload.Data, of id: HTTP2StreamID) {
        guard case .byteBuffer(var bytes) = data.data else { return }
        let size = bytes.readableBytes
        self.outcome.received += size
        self.unacknowledged += size
        if self.unacknowledged > 1 << 24 {
            self.write(.rootStream, .windowUpdate(windowSizeIncrement: self.unacknowledged))
            self.unacknowledged = 0
        }
        guard var exchange = self.exchanges.removeValue(forKey: id) else { return }
        exchange.received += size
        if exchange.received >= LoadClient.window / 4, !data.endStream {
            self.write(id, .windowUpdate(windowSizeIncrement: exchange.received))
            exchange.received = 0
        }
        if exchange.answer != nil { exchange.bytes.writeBuffer(&bytes) }
        self.exchanges[id] = exchange
    }

    private func finish(_ id: HTTP2StreamID, isWhole: Bool = true) {
        guard let exchange = self.exchanges.removeValue(forKey: id) else { return }
        if let answer = exchange.answer {
            guard exchange.status == exchange.expected else {
                return answer.fail(ConnectionEnded(reason: "status \(exchange.status)"))
            }
            return answer.succeed(exchange.bytes)
        }
        if isWhole, exchange.status == exchange.expected {
            self.outcome.latencies.add(UInt64((.now() - exchange.due).nanoseconds))
        } else {
            self.outcome.failures[isWhole ? exchange.status : 0, default: 0] += 1
        }
        self.work?.done()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { self.end(error) }

    func channelInactive(context: ChannelHandlerContext) { self.end(ConnectionEnded(reason: "closed")) }

    private func end(_ error: any Error) {
        for exchange in self.exchanges.values { exchange.answer?.fail(error) }
        self.context = nil
        self.work?.fail(error)
    }
}

/// A connection that ended while it was measured.
struct ConnectionEnded: Error, CustomStringConvertible {
    let reason: String

    var description: String { "A connection of the load ended (\(self.reason)); nothing was measured." }
}
