// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// For how long an upload is kept: while something comes into it, and for a pause, but not longer than a day after all.
package struct UploadTerm: Sendable {
    private let age: Int64
    private let pause: Int64
    private let idle: Int64

    /// Takes it from the limits.
    package init(_ limits: Limits) {
        // Who sends may be silent for so long, and is not idle for that.
        let silence = 3 * limits.stallSeconds
        self.age = Int64(limits.uploadAge)
        self.pause = Int64(max(limits.uploadPause, silence))
        self.idle = Int64(max(limits.uploadIdle, silence))
    }

    /// Until when one is kept into which nothing came.
    func end(begunAt moment: Instant) -> Instant { moment.advanced(bySeconds: min(self.age, self.idle)) }

    /// Until when one is kept into which a part came, or that became complete.
    func end(of upload: StoredUpload, at moment: Instant) -> Instant { self.end(of: upload, at: moment, self.pause) }

    /// Until when one should be kept into which bytes come that are no part yet.
    ///
    /// - Returns: `nil` where what stands in the store is long enough: most pieces cost nothing.
    package func postponed(_ upload: StoredUpload, at moment: Instant) -> Instant? {
        let wait = upload.offset == 0 ? self.idle : self.pause
        let end = self.end(of: upload, at: moment, wait)
        return upload.expiresAt.advanced(bySeconds: wait / 2) <= end ? end : nil
    }

    private func end(of upload: StoredUpload, at moment: Instant, _ wait: Int64) -> Instant {
        min(upload.begunAt.advanced(bySeconds: self.age), moment.advanced(bySeconds: wait))
    }
}
