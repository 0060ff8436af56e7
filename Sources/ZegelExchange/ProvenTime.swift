// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import ZegelCore

/// Whether the time of seals can still be proven: what waits for a time-stamp may be so old and no older, where the operator says so.
package final class ProvenTime: Sendable {
    private let tolerance: Int64?
    private let oldest = Mutex<Instant?>(nil)

    /// - Parameter tolerance: Seconds that a seal may be without a time-stamp before nothing more is accepted; `nil` where it may for ever.
    package init(tolerance: Int64? = nil) { self.tolerance = tolerance }

    /// Notes when the oldest seal was made that waits for a time-stamp; `nil` where none does.
    package func waits(since moment: Instant?) { self.oldest.withLock { $0 = moment } }

    /// Refuses where the time could not be proven for too long.
    ///
    /// - Throws: `server.time-unproven`.
    func check(at now: Instant) throws(Problem) {
        guard let tolerance, let since = self.oldest.withLock({ $0 }) else { return }
        guard now <= since.advanced(bySeconds: tolerance) else {
            throw Problem(.timeUnproven, "No authority has stamped the seals since \(since).")
        }
    }
}
