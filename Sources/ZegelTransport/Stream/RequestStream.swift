// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import NIOCore
import NIOHPACK
import NIOHTTP2
import ZegelCore

/// One request and its answer, on one HTTP/2 stream.
///
/// It belongs to its event loop: everything is called there. Once the stream has ended, calls do nothing and futures fail.
package final class RequestStream {
    /// The event loop of the connection; all is called on it.
    package let eventLoop: any EventLoop
    /// The id of the request, 16 random hexadecimal digits.
    package let requestID: String
    /// The connection that the stream belongs to, for counting.
    package var connection: ObjectIdentifier { ObjectIdentifier(self.services) }
    /// The label of the route for the access log, without ids or queries; set by the responder.
    package var route = "-"
    /// Whether the stream has ended, so that nothing can be sent any more.
    package private(set) var isClosed = false

    var machine: StreamMachine
    var context: ChannelHandlerContext?
    var status: Int?
    var sent = 0
    var isHead = false
    var lastProgress = NIODeadline.now()
    /// Since when the body is owed, the time in which nothing was asked of the client left out.
    var owedSince = NIODeadline.now()
    var unaskedSince: NIODeadline?
    var pendingWrites = 0
    /// Bytes that the answer holds until the end, counted as unread.
    var kept = 0
    var hasLostWrites = false
    /// Whether we reset the stream ourselves.
    var hasReset = false
    /// How many have reading paused.
    private var pauses = 0

    let services: StreamServices
    let organisation: String
    private let tls: NegotiatedTLS
    /// Told where the other side broke it off before it had its answer.
    private let cutOff: () -> Void
    private let start = NIODeadline.now()
    private var method = "-"
    private var body: (any RequestBodyHandler)?
    private var reservation = Reservation.none
    var timer: Scheduled<Void>?

    private enum Reservation {
        case none
        case waiting(BodyBudget.Ticket, bytes: Int)
        case held(bytes: Int)
    }

    init(
        eventLoop: any EventLoop,
        services: StreamServices,
        organisation: String,
        tls: NegotiatedTLS,
        cutOff: @escaping () -> Void
    ) {
        self.cutOff = cutOff
        self.eventLoop = eventLoop
        self.services = services
        self.organisation = organisation
        self.tls = tls
        self.requestID = StreamServices.makeRequestID()
        self.machine = StreamMachine(drainBytes: services.limits.drain)
    }

    /// Stops reading the body, until ``resume()`` has been called as often.
    package func pause() {
        self.pauses += 1
        self.ask(nothing: true)
    }

    /// Reads the body again, where nobody else has it paused.
    package func resume() {
        guard self.isPaused else { return }
        self.pauses -= 1
        guard !self.isPaused else { return }
        self.lastProgress = .now()
        self.ask(nothing: self.isWaitingForOurselves)
        self.readMore()
    }

    // MARK: - What arrives

    /// The methods that logs and metrics call by name: they would keep for ever what a client makes up.
    private static let methods: Set = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]

    /// Reads the head of the request.
    ///
    /// - Parameter admit: Counts the request, be it readable or not, and throws where it is one too many.
    func headArrived(
        _ block: HPACKHeaders,
        endsStream: Bool,
        admit: () throws(Problem) -> Void
    ) -> RequestHead? {
        let method = block.first(name: ":method") ?? "-"
        self.isHead = method == "HEAD"
        self.method = Self.methods.contains(method) ? method : "-"
        do throws(Problem) {
            try admit()
            let head = try RequestHead(
                block,
                endsStream: endsStream,
                requestID: self.requestID,
                names: self.services.names,
                maximumFields: self.services.limits.fields
            )
            self.machine.headArrived(expected: head.contentLength, endsStream: endsStream)
            return head
        } catch {
            self.machine.headArrived(expected: nil, endsStream: endsStream)
            self.refuse(error)
            return nil
        }
    }

    func begin(_ body: any RequestBodyHandler, _ head: RequestHead) {
        guard !self.isClosed, !self.machine.isAnswerEnded else { return }
        self.body = body
        guard !head.isBodyless else { return body.ended() }
        self.owedSince = .now()
        self.reserve(self.services.reservation(for: head.contentLength))
        if head.expectsContinue, self.machine.isAnswerPending {
            let block = HPACKHeaders([(":status", "100")])
            self.context?.writeAndFlush(Self.wrap(.headers(.init(headers: block))), promise: nil)
        }
    }

    func bodyArrived(_ bytes: ByteBuffer) {
        self.lastProgress = .now()
        switch self.machine.bodyArrived(bytes.readableBytes) {
        case .deliver: if bytes.readableBytes > 0 { self.body?.received(bytes) }
        case .discard: ()
        case .stop: self.reset(.noError)
        case .mismatch: self.refuse(Problem(.lengthMismatch, "The body is longer than content-length says."))
        }
    }

    func bodyEnded() {
        switch self.machine.bodyEnded() {
        case .deliver: self.body?.ended()
        case .ignore: ()
        case .mismatch: self.refuse(Problem(.lengthMismatch, "The body is shorter than content-length says."))
        }
    }

    func readMore() {
        guard !self.isClosed, self.machine.awaitsHead || self.machine.awaitsBody else { return }
        if !self.machine.isDraining {
            if case .waiting = self.reservation { return }
            guard !self.isPaused else { return }
        }
        if self.machine.awaitsBody { self.watch() }
        self.context?.read()
    }

    func closed() {
        guard !self.isClosed else { return }
        self.isClosed = true
        self.timer?.cancel()
        self.context = nil
        self.releaseReservation()
        if self.kept > 0 { self.services.unread.remove(self.kept, of: self.organisation) }
        let body = self.body
        self.body = nil
        if !self.machine.isAnswerEnded {
            body?.abandoned()
            if !self.hasReset { self.cutOff() }
        }
        if self.pendingWrites == 0 { self.record() }
    }

    /// Tells the access log, once the stream has ended and it is known what became of each write.
    func record() {
        self.services.configuration.record(
            AccessRecord(
                method: self.method,
                route: self.route,
                status: self.status,
                isComplete: self.machine.isAnswerEnded && !self.hasLostWrites,
                microseconds: (NIODeadline.now() - self.start).nanoseconds / 1_000,
                received: self.machine.received,
                sent: self.sent,
                requestID: self.requestID,
                organisation: self.organisation,
                tls: self.tls
            )
        )
    }

    // MARK: - What the transport itself answers

    /// Answers with a problem in place of the body's handler, which learns that it is abandoned.
    func refuse(_ problem: Problem) {
        let body = self.body
        self.body = nil
        if self.machine.isAnswerPending {
            self.answer(self.services.configuration.renderProblem(problem, self.requestID))
        } else {
            self.reset(.cancel)
        }
        body?.abandoned()
    }

    /// The answer has ended: the body's handler is done, what it held is free.
    func released() {
        self.body = nil
        self.releaseReservation()
    }

    // MARK: - Memory

    private func reserve(_ bytes: Int) {
        guard self.machine.isAnswerPending, bytes > 0 else { return }
        let bound = NIOLoopBound(self, eventLoop: self.eventLoop)
        let eventLoop = self.eventLoop
        let (outcome, ticket) = self.services.budget.reserve(bytes, for: self.organisation) {
            eventLoop.execute { bound.value.granted() }
        }
        switch (outcome, ticket) {
        case (.granted, _): self.reservation = .held(bytes: bytes)
        case (.waiting, .some(let ticket)):
            self.reservation = .waiting(ticket, bytes: bytes)
            self.ask(nothing: true)
        default: self.refuse(Problem(.busy, "Too many uploads at once; try again in a few seconds."))
        }
    }

    private func granted() {
        guard case .waiting(_, let bytes) = self.reservation else { return }
        self.reservation = .held(bytes: bytes)
        self.lastProgress = .now()
        self.ask(nothing: self.isWaitingForOurselves)
        self.readMore()
    }

    private func releaseReservation() {
        switch self.reservation {
        case .none: ()
        case .waiting(let ticket, let bytes):
            // Granted meanwhile, and not yet told.
            if !self.services.budget.cancel(ticket) { self.services.budget.release(bytes, of: self.organisation) }
        case .held(let bytes): self.services.budget.release(bytes, of: self.organisation)
        }
        self.reservation = .none
    }

    private var isPaused: Bool { self.pauses > 0 }

    /// Whether nothing is asked of the client now, so that its silence means nothing.
    var isWaitingForOurselves: Bool {
        if case .waiting = self.reservation { return true }
        return self.isPaused
    }

    static func wrap(_ payload: HTTP2Frame.FramePayload) -> NIOAny { NIOAny(payload) }
}
