// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// How long a client waits, and how often it tries; times in milliseconds.
package struct Patience: Hashable, Sendable {
    /// For a connection with all its handshakes.
    package var connect: Int64
    /// Without a byte, while one is due; longer than a listing may wait for post.
    package var silence: Int64
    /// How often a call that may be repeated is tried in all.
    package var attempts: Int
    /// Before the second attempt; each further one waits twice as long.
    package var pause: Int64
    /// How often in a row a transfer that broke off is taken up again without a byte of progress.
    package var resumptions: Int
    /// The longest pause that a server may ask for between two attempts.
    package var longestPause: Int64

    /// Creates it; the defaults are those of a person at a terminal.
    package init(
        connect: Int64 = 10_000,
        silence: Int64 = 90_000,
        attempts: Int = 3,
        pause: Int64 = 250,
        resumptions: Int? = nil,
        longestPause: Int64 = 5_000
    ) {
        self.connect = connect
        self.silence = silence
        self.attempts = attempts
        self.pause = pause
        // Who tries only once does not want to wait.
        self.resumptions = resumptions ?? (attempts > 1 ? 8 : 0)
        self.longestPause = longestPause
    }
}

extension Patience {
    /// Milliseconds to wait after an attempt that failed; `nil` where another attempt is of no use, or not wanted.
    ///
    /// What the server asks for in `Retry-After` is kept to; where it asks for more than ``longestPause``, nobody waits.
    func pause(after failure: ClientError, attempt: Int) -> Int64? {
        guard attempt < self.attempts else { return nil }
        let own = self.pause << Int64(min(attempt - 1, 16))
        switch failure.cause {
        case .interrupted: return own
        case .answered where [429, 503].contains(failure.problem.status):
            guard let seconds = failure.retryAfter else { return own }
            let asked = Int64(min(seconds, 86_400)) * 1_000
            return asked <= self.longestPause ? asked : nil
        default: return nil
        }
    }

    /// Milliseconds to wait before what broke off is asked for again: longer each time that nothing came, half a minute at most.
    func pause(afterLost failure: ClientError?, attempt: Int) -> Int64 {
        let own = min(self.pause << Int64(min(attempt, 16)), 30_000)
        let asked = Int64(min(failure?.retryAfter ?? 0, 300)) * 1_000
        return max(own, asked)
    }
}
