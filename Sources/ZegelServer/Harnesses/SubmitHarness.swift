// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelSeal
import ZegelStore
import ZegelTransport

/// A container comes in, whole or in parts, and what came of it goes out: of `POST /v1/messages` a receipt.
///
/// The answer to a refusal does not wait for the rest of the body; the stream drains it to its bound.
final class SubmitHarness<Outcome: Sendable>: RequestBodyHandler {
    private let harness: Harness
    private let submission: any MessageIntake<Outcome>
    private let render: @Sendable (Outcome) -> Answer
    /// Bytes that came while a piece was with the store; reading is paused then, so that these are few.
    private var waiting: [ByteBuffer] = []
    private var state = State.reading
    private var hasEnded = false
    private var isPausing = false

    init(
        _ harness: Harness,
        _ submission: any MessageIntake<Outcome>,
        _ render: @escaping @Sendable (Outcome) -> Answer
    ) {
        self.harness = harness
        self.submission = submission
        self.render = render
    }

    func received(_ bytes: ByteBuffer) {
        switch self.state {
        case .reading: self.take(bytes)
        case .busy: self.waiting.append(bytes)
        case .finished: ()
        }
    }

    func ended() {
        self.hasEnded = true
        if case .reading = self.state { self.finish() }
    }

    func abandoned() {
        guard case .finished = self.state else {
            self.state = .finished
            self.waiting = []
            self.submission.abandon()
            return
        }
    }

    /// What is taken at once pauses nothing: to read on from here would be a call within a call for each frame that waits.
    private func take(_ bytes: ByteBuffer) {
        guard let pause = self.submission.take(bytes) else { return }
        self.state = .busy
        pause.assumeIsolated().whenComplete { self.resumed($0) }
        guard case .busy = self.state, !self.isPausing else { return }
        self.isPausing = true
        self.harness.stream.pause()
    }

    private func resumed(_ result: Result<Void, any Error>) {
        guard case .busy = self.state else { return }
        switch result {
        case .failure(let error):
            self.state = .finished
            self.waiting = []
            self.submission.abandon()
            self.harness.fail(error)
        case .success:
            self.state = .reading
            let pieces = self.waiting
            self.waiting = []
            if !pieces.isEmpty { self.take(pieces.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1) }) }
            self.goOn()
        }
    }

    /// Ends where the request has, else reads on, unless a piece is with the store again.
    private func goOn() {
        guard case .reading = self.state else { return }
        guard !self.hasEnded else { return self.finish() }
        guard self.isPausing else { return }
        self.isPausing = false
        self.harness.stream.resume()
    }

    private func finish() {
        self.state = .finished
        self.harness.answer(self.submission.end(), self.render)
    }
}

private enum State {
    case reading
    case busy
    case finished
}

extension AnswerRenderer {
    /// The answer to a message that is durable: its receipt.
    func receipt(_ outcome: SubmitMessage.Outcome, id: String, adding fields: HTTPFields = [:]) -> Answer {
        let (message, status) =
            switch outcome {
            case .created(let message): (message, 201)
            case .same(let message): (message, 200)
            }
        var fields = fields
        fields[.location] = "/v1/messages/\(message.id)"
        return self.json(message.receipt, status: status, id: id, fields: fields)
    }
}
