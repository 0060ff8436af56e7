// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import Synchronization
import ZegelCore
import ZegelTransport

/// A few routes, one for each way to answer.
final class TestResponder: RequestResponder {
    let records = Mutex<[AccessRecord]>([])
    let abandoned = Mutex(0)
    let arrived = Mutex(0)
    /// Streams that wait, to be resumed by the test.
    let held = Mutex<[NIOLoopBound<HoldingBody>]>([])

    /// How many more requests are taken.
    let left = Mutex(Int.max)

    func admit(_: String) throws(Problem) {
        let isTaken = self.left.withLock { left in
            defer { left = max(0, left - 1) }
            return left > 0
        }
        guard isTaken else { throw Problem(.rateExceeded) }
    }

    func respond(to head: RequestHead, of identity: String, over stream: RequestStream) -> any RequestBodyHandler {
        stream.route = head.path
        self.arrived.withLock { $0 += 1 }
        switch head.path {
        case "/refuse":
            stream.answer(Answer(status: 403, fields: [.contentType: "text/plain"], body: Array("no".utf8)))
        case "/stream":
            StreamingAnswer(stream, chunks: head.query.flatMap(Int.init) ?? 1).start()
        case "/hold":
            let body = HoldingBody(stream)
            self.held.withLock { $0.append(NIOLoopBound(body, eventLoop: stream.eventLoop)) }
            return body
        case "/keep":
            guard stream.keep(60_000) else { break }
            stream.begin(status: 200, fields: [:])
        case "/never": ()
        default: return EchoBody(stream, head, self)
        }
        return EchoBody(nil, head, self)
    }
}

/// Answers with what it was sent.
final class EchoBody: RequestBodyHandler {
    private let stream: RequestStream?
    private let head: RequestHead
    private let responder: TestResponder
    private var bytes: [UInt8] = []

    init(_ stream: RequestStream?, _ head: RequestHead, _ responder: TestResponder) {
        self.stream = stream
        self.head = head
        self.responder = responder
    }

    func received(_ bytes: ByteBuffer) { self.bytes += bytes.readableBytesView }

    func ended() {
        let said = "\(self.head.method) \(self.head.path) \(self.head.query ?? "-") \(self.head.authority) "
        self.stream?.answer(
            Answer(status: 200, fields: [.contentType: "text/plain"], body: Array(said.utf8) + self.bytes)
        )
    }

    func abandoned() { self.responder.abandoned.withLock { $0 += 1 } }
}

/// Takes nothing until it is told to, then counts.
final class HoldingBody: RequestBodyHandler {
    private let stream: RequestStream
    private(set) var received = 0

    init(_ stream: RequestStream) {
        self.stream = stream
        stream.pause()
    }

    func go() { self.stream.resume() }
    func received(_ bytes: ByteBuffer) { self.received += bytes.readableBytes }
    func ended() { self.stream.answer(Answer(status: 200, body: Array("\(self.received)".utf8))) }
    func abandoned() {}
}

/// Sends pieces of 64 KiB, each when the one before has left.
private final class StreamingAnswer {
    private let stream: RequestStream
    private var left: Int

    init(_ stream: RequestStream, chunks: Int) {
        self.stream = stream
        self.left = chunks
    }

    func start() {
        self.stream.begin(status: 200, fields: [.contentType: "application/octet-stream"])
        self.next()
    }

    private func next() {
        guard self.left > 0 else {
            self.stream.end()
            return
        }
        self.left -= 1
        let piece = ByteBuffer(repeating: 0x7A, count: 65_536)
        self.stream.write(piece).assumeIsolated().whenSuccess { self.next() }
    }
}
