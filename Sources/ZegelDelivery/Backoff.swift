// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// How long to wait after attempts that failed; times in milliseconds.
package struct Backoff: Hashable, Sendable {
    /// After the first failure; each further one doubles it.
    package var first: Int64
    /// At most.
    package var longest: Int64

    /// Creates it; the defaults go from a second to a quarter of an hour.
    package init(first: Int64 = 1_000, longest: Int64 = 900_000) {
        self.first = first
        self.longest = longest
    }

    /// The pause after an attempt.
    ///
    /// It lies between half and all of what the doubling gives, so that what failed together does not come back together.
    ///
    /// - Parameters:
    ///   - attempt: Which attempt failed, from 1.
    ///   - draw: A number from 0 up to 1, drawn by chance.
    ///   - asked: Seconds that the other side asks for; they are kept to where they are more, up to an hour.
    package func pause(after attempt: Int, draw: Double, asked: Int? = nil) -> Int64 {
        let doublings = min(max(attempt, 1) - 1, 30)
        let whole = min(self.longest, self.first << Int64(doublings))
        let pause = whole / 2 + Int64(Double(whole - whole / 2) * min(max(draw, 0), 1))
        return max(pause, Int64(min(max(asked ?? 0, 0), 3_600)) * 1_000)
    }
}

/// Keeps a server that fails again and again in peace, whatever is in its queue.
package struct Breaker: Hashable, Sendable {
    /// How many failures in a row open it.
    package let threshold: Int
    /// Milliseconds for which it stays open.
    package let rest: Int64
    /// Whether it answered to the last that was tried: until it does, one attempt is made at a time.
    package private(set) var isProven = false
    private var failures = 0
    private var failedLast: Instant?
    private var closedFrom: Instant?

    /// Creates one that is closed.
    package init(threshold: Int = 5, rest: Int64 = 30_000) {
        self.threshold = threshold
        self.rest = rest
    }

    /// Until when nothing is tried; `nil` where something may be.
    ///
    /// Once that is over one attempt is made, and its failure opens it again.
    package func opened(at moment: Instant) -> Instant? {
        guard let until = self.closedFrom, moment < until else { return nil }
        return until
    }

    /// Notes that the server answered, whatever it said.
    package mutating func succeeded() {
        self.close()
        self.isProven = true
    }

    /// Forgets what failed.
    package mutating func close() { self = Breaker(threshold: self.threshold, rest: self.rest) }

    /// Notes that it did not.
    ///
    /// Attempts that ran beside each other when it went away count as one.
    ///
    /// - Parameter begin: When the attempt began.
    package mutating func failed(begunAt begin: Instant, at moment: Instant) {
        self.isProven = false
        if let last = self.failedLast, begin < last { return }
        self.failedLast = moment
        self.failures = min(self.failures + 1, self.threshold)
        guard self.failures >= self.threshold else { return }
        self.closedFrom = Instant(milliseconds: moment.milliseconds + self.rest)
    }
}
