// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Metrics
import NIOCore
package import TransparencyLog
import ZegelClient
package import ZegelCore
package import ZegelStore
import ZegelTrust
import ZegelVerify

/// Pushes to one server what waits for it, so that its order is kept and its slowness is its own.
///
/// Some pushes run beside each other, none of which has to wait for another: which may, the store says. Nothing is held in memory but what
/// is under way: the queue is in the store. What an answer proves counts, and nothing else.
package actor Pusher {
    /// Milliseconds after which it looks again, where it is not called.
    private static let look: Int64 = 60_000

    /// Attempts for a statement about a message that the other side does not know: the message may be on its way there, or its receipt
    /// here, for some minutes.
    package static let patience = 8

    private let server: OIN
    private let means: Means
    private let backoff: Backoff
    private let receipts: ReceiptVerifier
    private let call: Call
    private var breaker: Breaker
    /// What has no outcome yet, and the lanes in which nothing else goes until it has.
    private var underWay: [Int64: [Int64]] = [:]

    /// Makes one; nothing is pushed yet.
    ///
    /// - Parameters:
    ///   - server: Whom it calls.
    ///   - log: The key of that server's log.
    ///   - call: Makes one call, and gives the bytes of the answer.
    package init(
        to server: OIN,
        log: NoteVerifier,
        _ means: Means,
        backoff: Backoff = .init(),
        breaker: Breaker = .init(),
        call: @escaping Call
    ) {
        self.server = server
        self.means = means
        self.backoff = backoff
        self.breaker = breaker
        self.receipts = ReceiptVerifier(trust: means.trust, sealers: [server], log: log)
        self.call = call
    }

    /// What there is to do.
    package enum Step: Sendable {
        /// An attempt was begun, and has to be made.
        case attempt(OutboxItem)
        /// Nothing, for so many milliseconds or until something changes.
        case pause(Int64)
    }

    /// Pushes until the task is cancelled.
    package func run() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                switch await self.next() {
                case .attempt(let item): group.addTask { await self.make(item) }
                case .pause(let pause) where pause > 0:
                    await self.means.store.outboxBell.wait(for: self.server, upTo: min(pause, Self.look))
                case .pause: break
                }
            }
        }
    }

    /// Has the next attempt made at once, however often the last ones failed.
    package func hurry() { self.breaker.close() }

    /// Begins one attempt, where one is due and there is a place for it.
    package func next() async -> Step {
        let lanes = self.underWay.values.flatMap(\.self)
        guard self.underWay.count < (self.breaker.isProven ? self.means.places : 1) else { return .pause(Self.look) }
        do {
            let now = self.means.clock()
            let head = try await self.read { [server] in try $0.outboxHead(of: server, beside: lanes) }
            if let expiry = head?.expiresAt, expiry <= now {
                try await self.commit { [server] in try $0.expireOutbox(for: server, at: now) }
                return .pause(0)
            }
            guard let head else { return .pause(Self.look) }
            let due = head.dueAt.map { max($0, self.breaker.opened(at: now) ?? now) }
            guard let due, due <= now else {
                let moments = [due, head.expiresAt].compactMap { $0.map { $0.milliseconds - now.milliseconds } }
                return .pause(moments.min() ?? Self.look)
            }
            let item = try await self.commit { [server] in try $0.begin(to: server, beside: lanes, at: now) }
            guard let item else { return .pause(0) }
            self.underWay[item.number] = item.lanes
            return .attempt(item)
        } catch {
            // The store is busy or stops.
            return .pause(1_000)
        }
    }

    /// Makes an attempt that was begun, and notes what came of it.
    package func make(_ item: OutboxItem) async {
        do {
            let begin = self.means.clock()
            try await self.settle(item, await self.attempt(item), begunAt: begin)
        } catch {
            // The row says that an attempt was begun, and it is made again.
            try? await Task.sleep(for: .seconds(1))
        }
        self.underWay[item.number] = nil
        self.means.store.outboxBell.ring(self.server)
    }

    // MARK: - One attempt

    private func attempt(_ item: OutboxItem) async -> Outcome {
        do throws(ClientError) {
            let load: Dispatch.Load
            if let statement = item.statement {
                load = .statement(statement.bytes)
            } else {
                load = .message(try await self.copy(of: item))
            }
            return await self.judge(
                try await self.call(Dispatch(server: self.server, load: load, forward: item.statement?.word)),
                item
            )
        } catch {
            return Outcome(error)
        }
    }

    private func copy(of item: OutboxItem) async throws(ClientError) -> RelayBody {
        do { return try await self.means.copy(item) } catch { throw ClientError(Problem(any: error)) }
    }

    /// Believes an answer where it proves what it says; one that does not changes nothing.
    private func judge(_ answer: [UInt8], _ item: OutboxItem) async -> Outcome {
        do throws(Problem) {
            let proof = try await self.proof(of: answer, item)
            return .acknowledged(Acknowledgement(proof: proof, receipt: answer))
        } catch {
            return .failed(error.code, retryAfter: nil)
        }
    }

    private func proof(of answer: [UInt8], _ item: OutboxItem) async throws(Problem) -> Acknowledgement.Proof {
        let now = self.means.clock()
        if let statement = item.statement {
            let receipt = try StatementReceipt(parsing: answer)
            let verified = try await self.receipts.verify(receipt, ofPushed: statement.bytes, at: now)
            try Self.mustBeChecked(verified.revocation)
            return .statement(verified)
        }
        let pushed = try item.message.pushed()
        let verified = try await self.receipts.verify(try MessageReceipt(parsing: answer), of: pushed, at: now)
        try Self.mustBeChecked(verified.revocation)
        return .message(verified)
    }

    /// What cannot be looked up now can be later; until then it is not believed.
    private static func mustBeChecked(_ revocation: ReceiptVerifier.Revocation) throws(Problem) {
        if case .unknown(let error) = revocation { throw error.problem }
    }

    // MARK: - What came of it

    private func settle(_ item: OutboxItem, _ outcome: Outcome, begunAt begin: Instant) async throws {
        let now = self.means.clock()
        switch outcome {
        case .acknowledged(let acknowledgement):
            self.breaker.succeeded()
            try await self.commit { transaction in
                switch acknowledgement.proof {
                case .message(let verified):
                    try transaction.receipted(item, verified, acknowledgement.receipt, at: now)
                case .statement(let verified):
                    try transaction.receipted(item, verified, acknowledgement.receipt, at: now)
                }
            }
        case .failed(let reason, let asked):
            self.breaker.failed(begunAt: begin, at: now)
            let pause = self.backoff.pause(after: item.attempt, draw: self.means.draw(), asked: asked)
            let due = Instant(milliseconds: now.milliseconds + pause)
            try await self.commit { try $0.failed(item, because: reason, until: due, at: now) }
        case .refused(let reason):
            self.breaker.succeeded()
            let isUnknown = item.statement != nil && reason == ProblemCode.notFound.rawValue
            if isUnknown, item.attempt < Self.patience {
                let pause = self.backoff.pause(after: item.attempt, draw: self.means.draw())
                let due = Instant(milliseconds: now.milliseconds + pause)
                try await self.commit { try $0.failed(item, because: reason, until: due, at: now) }
                break
            }
            // A withdrawal or correction of what never came there says nothing to anyone.
            // Nor does a message that is there: the forwards for which it was pushed go by themselves.
            let isPresent = item.statement == nil && reason == ProblemCode.relayPresent.rawValue
            let isNeedless = isPresent || isUnknown && !item.isTaken && item.statement?.kind.isOriginators == true
            try await self.commit {
                try $0.ended(item, by: isNeedless ? .withdrawn : .refused, because: reason, at: now)
            }
        }
        self.means.told(item.message.header.from.mailbox)
        self.tell(item, outcome)
    }

    private func tell(_ item: OutboxItem, _ outcome: Outcome) {
        let (word, reason): (String, String?) =
            switch outcome {
            case .acknowledged: ("receipted", nil)
            case .failed(let reason, _): ("failed", reason)
            case .refused(let reason): ("refused", reason)
            }
        let labels = [("server", "\(self.server)"), ("outcome", word)]
        Counter(label: "zegel_outbox_attempts_total", dimensions: labels).increment()
        guard let reason else { return }
        self.means.logger.log(
            level: word == "refused" ? .error : .warning,
            word == "refused" ? "another server refused for good" : "another server could not be reached",
            metadata: [
                "server": .string("\(self.server)"), "line": .string("\(item.number)"), "reason": .string(reason),
                "attempt": .string("\(item.attempt)"),
            ]
        )
    }

    // MARK: - The store

    private func read<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing ReadView) throws -> Value
    ) async throws -> Value {
        try await self.means.store.read(on: self.means.eventLoop, body).get()
    }

    @discardableResult
    private func commit<Value: Sendable>(
        _ work: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        let promise = self.means.eventLoop.makePromise(of: Value.self)
        self.means.store.committer.commit(work, answering: promise)
        return try await promise.futureResult.get()
    }
}

extension StoredMessage {
    /// What the receipt of a server that it is pushed to must speak of.
    fileprivate func pushed() throws(Problem) -> PushedMessage {
        PushedMessage(
            header: self.header,
            container: self.containerDigest,
            size: self.size,
            entriesSize: self.entriesSize,
            acceptance: try AcceptanceRecord(parsing: self.acceptance),
            sealManifest: self.manifest,
            seal: self.signature,
            forwardedTo: self.forwardedTo
        )
    }
}
