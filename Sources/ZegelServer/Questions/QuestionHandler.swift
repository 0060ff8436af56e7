// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHTTP1
import NIOPosix

/// Reads questions and writes the answers to them.
final class QuestionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Reading {
        case question([UInt8])
        /// It was refused already; what still comes of it is thrown away.
        case refused
    }

    private let desk: QuestionDesk
    private let limits: QuestionLimits
    private var reading = Reading.refused
    private var staysOpen = false
    private var deadline: Scheduled<Void>?

    init(desk: QuestionDesk, limits: QuestionLimits) {
        self.desk = desk
        self.limits = limits
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch self.unwrapInboundIn(data) {
        case .head(let head): self.begin(head, context)
        case .body(let bytes): self.gather(bytes, context)
        case .end: self.end(context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error _: any Error) { context.close(promise: nil) }

    func handlerRemoved(context _: ChannelHandlerContext) { self.deadline?.cancel() }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        self.staysOpen = head.isKeepAlive
        guard head.uri == self.desk.path else { return self.refuse(.notFound, context) }
        guard head.method == .POST else { return self.refuse(.methodNotAllowed, context) }
        self.reading = .question([])
        let channel = context.channel
        self.deadline = context.eventLoop.scheduleTask(in: self.limits.question) { channel.close(promise: nil) }
    }

    private func gather(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        guard case .question(var question) = self.reading else { return }
        guard question.count + bytes.readableBytes <= self.desk.maximumBytes else {
            return self.refuse(.payloadTooLarge, context)
        }
        // Taken out, so that growing it copies nothing.
        self.reading = .refused
        question += bytes.readableBytesView
        self.reading = .question(question)
    }

    /// The disk is waited for on another thread; the next question of this connection waits meanwhile.
    private func end(_ context: ChannelHandlerContext) {
        guard case .question(let question) = self.reading else { return }
        self.reading = .refused
        self.deadline?.cancel()
        let desk = self.desk
        let staysOpen = self.staysOpen
        let channel = context.channel
        NIOThreadPool.singleton.runIfActive(eventLoop: context.eventLoop) { desk.answer(question) }
            .whenComplete { result in
                guard case .success(let answer) = result else { return channel.close(promise: nil) }
                desk.record(answer)
                Self.write(answer, staysOpen: staysOpen, to: channel)
            }
    }

    /// Refuses at once, and ends the connection: what still comes is not read.
    private func refuse(_ status: HTTPResponseStatus, _ context: ChannelHandlerContext) {
        self.reading = .refused
        self.deadline?.cancel()
        let answer = QuestionAnswer(
            status: Int(status.code),
            type: "text/plain; charset=utf-8",
            body: Array("\(status.reasonPhrase)\n".utf8),
            word: "refused"
        )
        self.desk.record(answer)
        Self.write(answer, staysOpen: false, to: context.channel)
    }

    private static func write(_ answer: QuestionAnswer, staysOpen: Bool, to channel: any Channel) {
        let status = HTTPResponseStatus(statusCode: answer.status)
        var fields: HTTPHeaders = ["content-type": answer.type, "content-length": "\(answer.body.count)"]
        if !staysOpen { fields.add(name: "connection", value: "close") }
        if status == .methodNotAllowed { fields.add(name: "allow", value: "POST") }
        channel.write(
            HTTPServerResponsePart.head(.init(version: .http1_1, status: status, headers: fields)),
            promise: nil
        )
        channel.write(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: answer.body))), promise: nil)
        channel.writeAndFlush(HTTPServerResponsePart.end(nil)).whenComplete { _ in
            if !staysOpen { channel.close(promise: nil) }
        }
    }
}
