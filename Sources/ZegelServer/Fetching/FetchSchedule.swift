// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// When to ask again: before it is needed, and after failures later and later, never all at once.
struct FetchSchedule {
    /// Seconds after the first failure; each further one waits twice as long.
    private static let firstPause: Int64 = 5
    /// Seconds after a failure at most.
    private static let longestPause: Int64 = 900
    /// Seconds between two times that went well, at least.
    private static let shortestRest: Int64 = 5

    /// Seconds between two times that go well, at most.
    let every: Int64
    /// A number from 0 to 1, each time another, so that the servers of one list do not all ask in the same second.
    let random: @Sendable () -> Double

    /// When to ask again after a success: by half of the time for which the answer holds.
    func next(after now: Instant, until end: Instant?) -> Instant {
        let half = end.map { ($0.milliseconds - now.milliseconds) / 2_000 } ?? self.every
        return self.moment(max(Self.shortestRest, min(self.every, half)), after: now, spread: 0.1)
    }

    /// When to ask again after a number of failures in a row.
    func next(after now: Instant, failures: Int) -> Instant {
        let pause = min(Self.firstPause << Int64(min(max(failures, 1) - 1, 10)), Self.longestPause, self.every)
        return self.moment(pause, after: now, spread: 0.5)
    }

    /// A time less by up to a part of it.
    private func moment(_ seconds: Int64, after now: Instant, spread: Double) -> Instant {
        let share = 1 - spread * min(max(self.random(), 0), 1)
        return Instant(milliseconds: now.milliseconds + Int64(Double(seconds) * 1_000 * share))
    }
}
