// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization
package import ZegelCore

/// Holds each organisation to so many acts in a time: a bucket that fills by itself and is full at the beginning.
///
/// Of each bucket one number is kept, the moment at which it will be full again (the generic cell rate algorithm). It counts on the monotonic
/// clock, so that nobody gains or loses by a clock that is set.
package final class RateLimiter: Sendable {
    /// Above so many buckets those that are full are forgotten, which is no different from keeping them.
    private static let tidy = 1_024

    private let full = Mutex<[OIN: UInt64]>([:])
    private let what: String
    private let cost: UInt64
    private let size: UInt64
    private let now: @Sendable () -> NIODeadline

    /// Makes a limiter.
    ///
    /// - Parameters:
    ///   - count: How many acts a full bucket has; at least 1.
    ///   - seconds: In which an empty one fills.
    ///   - what: What is counted, in the plural, for the one who is told.
    ///   - now: The monotonic clock.
    init(_ count: Int, per seconds: Int, of what: String, now: @escaping @Sendable () -> NIODeadline = { .now() }) {
        self.what = "\(count) \(what) of one organisation in \(seconds == 1 ? "a second" : "\(seconds) seconds")"
        self.cost = UInt64(seconds) * 1_000_000_000 / UInt64(max(1, count))
        self.size = self.cost * UInt64(max(1, count))
        self.now = now
    }

    /// How many buckets are kept.
    var count: Int { self.full.withLock { $0.count } }

    /// Counts an act of an organisation.
    ///
    /// - Throws: `rate.exceeded` with the seconds after which the next one is allowed; such an act costs nothing.
    package func count(_ organisation: OIN) throws(Problem) {
        let now = self.now().uptimeNanoseconds
        let wait: UInt64? = self.full.withLock { full in
            if full.count > Self.tidy { full = full.filter { $0.value > now } }
            let next = max(full[organisation] ?? 0, now) + self.cost
            guard next <= now + self.size else { return next - now - self.size }
            full[organisation] = next
            return nil
        }
        guard let wait else { return }
        throw Problem(.rateExceeded, "More than \(self.what).").after(seconds: Int(wait / 1_000_000_000) + 1)
    }
}

extension NIODeadline {
    fileprivate var uptimeNanoseconds: UInt64 {
        // The clock begins at the start of the machine, so this is never negative.
        UInt64(max(0, (self - .uptimeNanoseconds(0)).nanoseconds))
    }
}
