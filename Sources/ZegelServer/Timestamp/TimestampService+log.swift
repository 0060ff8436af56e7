// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Metrics
import NIOCore
import NIOPosix
import TransparencyLog
import ZegelCore
import ZegelStore

extension TimestampService {
    /// Stamps the newest checkpoint, where the log has grown and it is time.
    ///
    /// - Returns: Whether there is nothing left to do now.
    func stampLog(_ progress: inout LogProgress) async -> Bool {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let newest = self.store.log.newest
        let now = self.clock()
        do {
            var last = try await self.store.read(on: loop) { try $0.newestStamped() }.get()
            let isDue = last.map { now >= $0.time.advanced(bySeconds: self.every) } ?? true
            if isDue, newest.checkpoint.size > last?.checkpoint.checkpoint.size ?? 0,
                let token = await self.token(over: newest.bytes)
            {
                let stamped = StampedCheckpoint(newest, token: token, at: now)
                let promise = loop.makePromise(of: Void.self)
                self.store.committer.commit({ try $0.keep(stamped) }, answering: promise)
                try await promise.futureResult.get()
                Counter(label: "zegel_checkpoint_timestamps_total").increment()
                last = stamped
            }
            let size = last?.checkpoint.checkpoint.size ?? 0
            let age = progress.age(of: self.store.log.newest.checkpoint.size, stamped: size, at: now)
            Gauge(label: "zegel_checkpoint_timestamp_size").record(Int64(size))
            Gauge(label: "zegel_checkpoint_unstamped_seconds").record(age)
            return !isDue || newest.checkpoint.size <= size
        } catch {
            self.logger.error("the time-stamp of a checkpoint failed", metadata: ["reason": .string("\(error)")])
            return false
        }
    }
}

/// Since when the log has been larger than the last checkpoint that was stamped.
struct LogProgress {
    private var stamped: UInt64 = 0
    private var since: Instant?

    /// Seconds for which it has been.
    mutating func age(of size: UInt64, stamped: UInt64, at now: Instant) -> Int64 {
        if size <= stamped || stamped != self.stamped { self.since = nil }
        self.stamped = stamped
        guard size > stamped else { return 0 }
        let since = self.since ?? now
        self.since = since
        return max(0, now.milliseconds - since.milliseconds) / 1_000
    }
}
