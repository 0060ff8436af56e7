// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import ZegelCore

/// The time of a test, which goes on when the test says so.
final class TestTime: Sendable {
    private let moment: Mutex<Instant>

    init(_ moment: Instant) { self.moment = Mutex(moment) }

    var now: Instant { self.moment.withLock { $0 } }

    func advance(seconds: Int64) { self.moment.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}
