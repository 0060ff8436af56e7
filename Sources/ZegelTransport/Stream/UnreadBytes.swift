// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The bytes of answers that wait until their clients read them, counted for each organisation.
///
/// A client may ask on many streams and read none; what was answered stays in memory until it does, or until the stall timer ends the
/// stream. So an organisation may leave so much unread over all its connections, and hears no more before it has read.
final class UnreadBytes: Sendable {
    private let maximum: Int
    private let held = Mutex<[String: Int]>([:])

    init(maximum: Int) { self.maximum = maximum }

    /// Counts bytes that are about to wait; `false` where the organisation leaves too many unread already.
    func add(_ bytes: Int, of organisation: String) -> Bool {
        self.held.withLock { held in
            let before = held[organisation, default: 0]
            // A single answer is never too large: nobody could have it otherwise.
            guard before == 0 || before + bytes <= self.maximum else { return false }
            held[organisation] = before + bytes
            return true
        }
    }

    /// Forgets bytes that went to the network, or nowhere.
    func remove(_ bytes: Int, of organisation: String) {
        self.held.withLock { held in
            let left = held[organisation, default: bytes] - bytes
            held[organisation] = left > 0 ? left : nil
        }
    }
}
