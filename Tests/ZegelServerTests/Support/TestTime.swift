// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import ZegelCore

/// The time of a test, which goes on when the test says so.
final class TestTime: Sendable {
    /// The time of this machine.
    static let real = TestTime()

    private let moment: Mutex<Instant?>

    init(_ moment: Instant) { self.moment = Mutex(moment) }

    private init() { self.moment = Mutex(nil) }

    var now: Instant {
        self.moment.withLock { $0 } ?? Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
    }

    func advance(seconds: Int64) { self.moment.withLock { $0 = $0?.advanced(bySeconds: seconds) } }
}
