// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelStore
import ZegelTransport

/// `GET /v1/mailboxes/{organisation}/{name}/events`: tells what comes into a mailbox, for as long as the caller may know it.
///
/// Before each step the token is looked at again and the policy decides again; where one of them says no, the stream ends, and who
/// asks again is told why. The next step begins when the last one was handed to the network: a slow reader holds one step in memory, and
/// is cut off as with any other answer.
final class EventHarness: RequestBodyHandler {
    private let harness: Harness
    private let tokens: TokenService
    private let seats: EventSeats
    private let peer: AuthenticatedPeer
    private let mailbox: MailboxName?
    private var cursor: String?
    /// Whether the last step told all there was, so that the next one may have to wait.
    private var isCaughtUp = false
    private var isSeated = false
    private var isOver = false

    init(_ harness: Harness, by peer: AuthenticatedPeer, _ tokens: TokenService, _ seats: EventSeats) {
        self.harness = harness
        self.tokens = tokens
        self.seats = seats
        self.peer = peer
        self.mailbox = harness.match.mailbox
    }

    /// Begins; the answer does once the first step was decided.
    func begin() {
        do {
            let query = try Query(self.harness.head.query, known: ["after"])
            // Whoever comes back shows the last event it had, with the query that it began with.
            let last = self.harness.head.fields[.lastEventID]
            self.cursor = last?.isEmpty == false ? last : query["after"]
            try self.seats.take(self.harness.stream.connection, of: self.peer.oin)
            self.isSeated = true
            self.step(by: self.peer, ring: nil, isFirst: true)
        } catch {
            self.harness.fail(error)
        }
    }

    // MARK: - One step after the other

    private func next() {
        let bell = self.harness.context.bell
        guard !self.isOver, !bell.isStopped, let mailbox = self.mailbox else { return self.finish() }
        // The bell is asked before the store: what arrives in between then ends the wait.
        let ring = self.isCaughtUp ? bell.wait(for: mailbox, seconds: self.beat, on: self.harness.eventLoop) : nil
        self.again().assumeIsolated().whenComplete { result in
            guard case .success(let peer) = result else { return self.finish() }
            self.step(by: peer, ring: ring, isFirst: false)
        }
    }

    private func step(by peer: AuthenticatedPeer, ring: EventLoopFuture<Void>?, isFirst: Bool) {
        let follow = FollowMailbox(self.harness.call(by: peer))
        follow(self.mailbox, after: self.cursor, isFirst: isFirst).assumeIsolated().whenComplete { result in
            switch result {
            case .failure(let error) where isFirst && !self.isOver:
                self.leave()
                self.harness.fail(error)
            case .failure: self.finish()
            case .success(let events):
                if isFirst, !self.open() { return }
                self.tell(events, ring)
            }
        }
    }

    /// Begins the answer; `false` where the head is all of it.
    private func open() -> Bool {
        let fields = self.harness.renderer.fields(type: EventView.mediaType, id: self.harness.head.requestID)
        guard self.harness.match.isHead else {
            self.harness.stream.begin(status: 200, fields: fields)
            return true
        }
        self.leave()
        self.harness.stream.answer(Answer(status: 200, fields: fields))
        return false
    }

    private func tell(_ events: [MailboxEvent], _ ring: EventLoopFuture<Void>?) {
        guard !self.isOver else { return }
        self.cursor = events.last?.cursor ?? self.cursor
        self.isCaughtUp = events.count < FollowMailbox.most
        let bytes = events.isEmpty ? EventView.heartbeat : EventView.bytes(events, of: self.harness.context.server)
        self.harness.stream.write(bytes).assumeIsolated().whenComplete { result in
            guard case .success = result else { return self.finish() }
            guard events.isEmpty, let ring else { return self.next() }
            ring.assumeIsolated().whenComplete { _ in self.next() }
        }
    }

    // MARK: - How long it lasts

    /// Seconds until the next step at the latest: never beyond the end of the token.
    private var beat: Int {
        let heartbeat = Int64(self.harness.context.limits.heartbeat)
        return Int(min(heartbeat, self.token.flatMap { self.tokens.remaining(of: $0) } ?? heartbeat))
    }

    private var token: BearerToken? {
        try? BearerToken(
            authorization: self.harness.head.fields[values: .authorization],
            maximum: self.harness.context.limits.token
        )
    }

    /// Who asks, as the token says it now.
    private func again() -> EventLoopFuture<AuthenticatedPeer> {
        let (tokens, connection, eventLoop) = (self.tokens, self.peer.connection, self.harness.eventLoop)
        guard let token = self.token else { return eventLoop.makeFailedFuture(Problem(.tokenMissing)) }
        do {
            if let known = try tokens.known(token, on: connection) { return eventLoop.makeSucceededFuture(known) }
        } catch {
            return eventLoop.makeFailedFuture(error)
        }
        return eventLoop.makeFutureWithTask { try await tokens.verify(token, on: connection) }
    }

    private func finish() {
        guard !self.isOver else { return }
        self.leave()
        self.harness.stream.end()
    }

    private func leave() {
        self.isOver = true
        guard self.isSeated else { return }
        self.isSeated = false
        self.seats.leave(self.harness.stream.connection, of: self.peer.oin)
    }

    // MARK: - The body, of which there is none

    func received(_: ByteBuffer) {}

    func ended() {}

    func abandoned() { self.leave() }
}

extension HTTPField.Name {
    /// `last-event-id` (HTML, server-sent events).
    fileprivate static let lastEventID = Self("last-event-id") ?? .via
}
