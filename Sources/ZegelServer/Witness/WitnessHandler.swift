// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHTTP1
import NIOPosix
import TransparencyLog
import ZegelLog

/// Reads questions to a witness and writes its answers.
final class WitnessHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private static let path = "/add-checkpoint"

    private enum Reading {
        case question([UInt8])
        /// It was refused already; what still comes of it is thrown away.
        case refused
    }

    private let witness: Witness
    private let limits: WitnessLimits
    private let record: @Sendable (WitnessRecord) -> Void
    private var reading = Reading.refused
    private var staysOpen = false
    private var deadline: Scheduled<Void>?

    init(witness: Witness, limits: WitnessLimits, record: @escaping @Sendable (WitnessRecord) -> Void) {
        self.witness = witness
        self.limits = limits
        self.record = record
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
        guard head.uri == Self.path else { return self.refuse(.notFound, context) }
        guard head.method == .POST else { return self.refuse(.methodNotAllowed, context) }
        self.reading = .question([])
        let channel = context.channel
        self.deadline = context.eventLoop.scheduleTask(in: self.limits.question) { channel.close(promise: nil) }
    }

    private func gather(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        guard case .question(var question) = self.reading else { return }
        guard question.count + bytes.readableBytes <= AddCheckpoint.maximumBytes else {
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
        let witness = self.witness
        let record = self.record
        let staysOpen = self.staysOpen
        let channel = context.channel
        NIOThreadPool.singleton.runIfActive(eventLoop: context.eventLoop) { witness.answer(question) }
            .whenComplete { result in
                guard case .success(let (answer, origin)) = result else { return channel.close(promise: nil) }
                record(WitnessRecord(log: origin?.description, status: answer.status, outcome: answer.word))
                let status = HTTPResponseStatus(statusCode: answer.status)
                Self.write(status, answer.type, answer.body, staysOpen: staysOpen, to: channel)
            }
    }

    /// Refuses at once, and ends the connection: what still comes is not read.
    private func refuse(_ status: HTTPResponseStatus, _ context: ChannelHandlerContext) {
        self.reading = .refused
        self.deadline?.cancel()
        self.record(WitnessRecord(log: nil, status: Int(status.code), outcome: "refused"))
        Self.write(
            status,
            "text/plain; charset=utf-8",
            "\(status.reasonPhrase)\n",
            staysOpen: false,
            to: context.channel
        )
    }

    private static func write(
        _ status: HTTPResponseStatus,
        _ type: String,
        _ text: String,
        staysOpen: Bool,
        to channel: any Channel
    ) {
        var fields: HTTPHeaders = ["content-type": type, "content-length": "\(text.utf8.count)"]
        if !staysOpen { fields.add(name: "connection", value: "close") }
        if status == .methodNotAllowed { fields.add(name: "allow", value: "POST") }
        channel.write(
            HTTPServerResponsePart.head(.init(version: .http1_1, status: status, headers: fields)),
            promise: nil
        )
        channel.write(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text))), promise: nil)
        channel.writeAndFlush(HTTPServerResponsePart.end(nil)).whenComplete { _ in
            if !staysOpen { channel.close(promise: nil) }
        }
    }
}
