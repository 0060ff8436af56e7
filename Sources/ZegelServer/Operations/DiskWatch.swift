// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Metrics
import Synchronization
import ZegelStore

/// Says aloud when the disk has no room for new messages, and when it has again, also where nobody sends any.
final class DiskWatch: Sendable {
    private let room: DiskSpace
    private let logger: Logger
    private let wasLow = Mutex(false)

    init(_ room: DiskSpace, logger: Logger) {
        self.room = room
        self.logger = logger
    }

    /// Looks once.
    func look() {
        guard let free = self.room.free else { return }
        let isLow = self.room.isLow
        Gauge(label: "zegel_disk_free_bytes").record(free)
        Gauge(label: "zegel_disk_low").record(isLow ? 1 : 0)
        let hasTurned = self.wasLow.withLock { wasLow in
            defer { wasLow = isLow }
            return wasLow != isLow
        }
        guard hasTurned else { return }
        if isLow {
            self.logger.error(
                "the disk is almost full: no new messages are taken",
                metadata: ["free": .stringConvertible(free)]
            )
        } else {
            self.logger.notice(
                "the disk has room again: new messages are taken",
                metadata: ["free": .stringConvertible(free)]
            )
        }
    }
}
