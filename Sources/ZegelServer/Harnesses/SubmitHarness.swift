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

/// `POST /v1/messages`, and `_resubmit` below it: a container comes in, a receipt goes out.
///
/// The answer to a refusal does not wait for the rest of the body; the stream drains it to its bound.
final class SubmitHarness: RequestBodyHandler {
    private let harness: Harness
    private let submission: any MessageIntake
    /// Bytes that came while a piece was with the store; reading is paused then, so that these are few.
    private var waiting: [ByteBuffer] = []
    private var state = State.reading

    private enum State {
        case reading
        case busy(hasEnded: Bool)
        case finished
    }

    init(_ harness: Harness, _ submission: any MessageIntake) {
        self.harness = harness
        self.submission = submission
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
        let id = self.harness.head.requestID
        let renderer = self.harness.renderer
        self.harness.answer(self.submission.end()) { outcome in
            switch outcome {
            case .created(let message):
                renderer.json(message.receipt, status: 201, id: id, fields: [.location: "/v1/messages/\(message.id)"])
            case .same(let message):
                renderer.json(message.receipt, status: 200, id: id, fields: [.location: "/v1/messages/\(message.id)"])
            }
        }
    }
}
