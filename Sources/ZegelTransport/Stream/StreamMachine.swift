// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The two halves of one request and answer, and what each event asks for.
///
/// It does no input or output: ``RequestStream`` does what the actions say.
struct StreamMachine: Hashable {
    /// What to do with bytes of the body.
    enum BodyAction: Hashable {
        /// Hand them to the body's handler.
        case deliver
        /// The answer is out: throw them away.
        case discard
        /// The answer is out and the bound is reached: reset the stream with NO_ERROR.
        case stop
        /// More came than `content-length` said: answer so.
        case mismatch
    }

    /// What to do when the body ends.
    enum EndAction: Hashable {
        /// Tell the body's handler.
        case deliver
        /// The answer is out, nobody waits for it.
        case ignore
        /// Less came than `content-length` said: answer so.
        case mismatch
    }

    /// What to do when the answer has ended.
    enum FinishAction: Hashable {
        /// The request had ended, too: the stream is done.
        case close
        /// The body still arrives: drain it up to the bound.
        case drain
    }

    private enum Request: Hashable {
        case head
        case body
        case ended
    }

    private enum Answer: Hashable {
        case pending
        case begun
        case ended
    }

    private var request = Request.head
    private var answer = Answer.pending
    private var expected: Int?
    private let drainBytes: Int
    private var drained = 0
    /// Bytes of the body so far.
    private(set) var received = 0

    init(drainBytes: Int) { self.drainBytes = drainBytes }

    var awaitsHead: Bool { self.request == .head }
    var awaitsBody: Bool { self.request == .body }
    var isAnswerPending: Bool { self.answer == .pending }
    var isAnswerEnded: Bool { self.answer == .ended }
    var isDraining: Bool { self.request == .body && self.answer == .ended }

    mutating func headArrived(expected: Int?, endsStream: Bool) {
        self.expected = expected
        self.request = endsStream ? .ended : .body
    }

    mutating func bodyArrived(_ count: Int) -> BodyAction {
        self.received += count
        guard self.answer != .ended else {
            self.drained += count
            return self.drained > self.drainBytes ? .stop : .discard
        }
        if let expected = self.expected, self.received > expected { return .mismatch }
        return .deliver
    }

    mutating func bodyEnded() -> EndAction {
        guard self.request == .body else { return .ignore }
        self.request = .ended
        guard self.answer != .ended else { return .ignore }
        if let expected = self.expected, self.received != expected { return .mismatch }
        return .deliver
    }

    /// Whether an answer may begin now.
    mutating func beginAnswer() -> Bool {
        guard self.answer == .pending, self.request != .head else { return false }
        self.answer = .begun
        return true
    }

    /// Whether more of the answer may be written.
    var mayWrite: Bool { self.answer == .begun }

    mutating func endAnswer() -> FinishAction? {
        guard self.answer == .begun else { return nil }
        self.answer = .ended
        return self.request == .ended ? .close : .drain
    }
}
