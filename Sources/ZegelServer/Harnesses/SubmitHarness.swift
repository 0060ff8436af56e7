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
        switch self.state {
        case .reading: self.finish()
        case .busy: self.state = .busy(hasEnded: true)
        case .finished: ()
        }
    }

    func abandoned() {
        guard case .finished = self.state else {
            self.state = .finished
            self.waiting = []
            self.submission.abandon()
            return
        }
    }

    private func take(_ bytes: ByteBuffer) {
        guard let pause = self.submission.take(bytes) else { return }
        self.state = .busy(hasEnded: false)
        self.harness.stream.pause()
        pause.assumeIsolated().whenComplete { self.resumed($0) }
    }

    private func resumed(_ result: Result<Void, any Error>) {
        guard case .busy(let hasEnded) = self.state else { return }
        switch result {
        case .failure(let error):
            self.state = .finished
            self.waiting = []
            self.submission.abandon()
            self.harness.fail(error)
        case .success:
            self.state = .reading
            if !self.waiting.isEmpty {
                let pieces = self.waiting
                self.waiting = []
                self.take(pieces.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1) })
                if case .busy = self.state {
                    self.state = .busy(hasEnded: hasEnded)
                    return
                }
            }
            if hasEnded { self.finish() } else { self.harness.stream.resume() }
        }
    }

    private func finish() {
        self.state = .finished
        self.harness.answer(self.submission.end(), self.render)
    }
}

private enum State {
    case reading
    case busy(hasEnded: Bool)
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
