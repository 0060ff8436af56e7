// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The life of an HTTP/2 connection as far as its end is concerned: which streams run, and how far a farewell has come.
///
/// A graceful end is RFC 9113 §6.8: GOAWAY that takes all streams, PING, and when that is answered GOAWAY with the last stream that counts,
/// so that no request is lost between the two.
struct ConnectionMachine: Hashable {
    private enum Phase: Hashable {
        case open
        case announced
        case leaving
    }

    /// What is to be done.
    enum Action: Hashable {
        case none
        /// No stream runs: start to count idle time.
        case idle
        /// Send the first GOAWAY and the PING.
        case announce
        /// Send the second GOAWAY.
        case goAway(lastStream: Int)
        /// Send the second GOAWAY, then close.
        case goAwayAndClose(lastStream: Int)
        /// Close: the last stream ended.
        case close
    }

    private var phase = Phase.open
    private(set) var lastStream = 0
    private(set) var openStreams = 0

    var isLeaving: Bool { self.phase != .open }

    mutating func streamOpened(_ stream: Int) {
        self.openStreams += 1
        self.lastStream = max(self.lastStream, stream)
    }

    mutating func streamClosed() -> Action {
        self.openStreams -= 1
        guard self.openStreams == 0 else { return .none }
        switch self.phase {
        case .open: return .idle
        case .announced: return .none
        case .leaving: return .close
        }
    }

    mutating func leave() -> Action {
        guard self.phase == .open else { return .none }
        self.phase = .announced
        return .announce
    }

    mutating func farewellAnswered() -> Action {
        guard self.phase == .announced else { return .none }
        self.phase = .leaving
        return self.openStreams == 0
            ? .goAwayAndClose(lastStream: self.lastStream) : .goAway(lastStream: self.lastStream)
    }
}
