// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHTTP2
import ZegelCore

extension RequestStream {
    /// Sees to it that a client that neither sends nor reads is cut off.
    ///
    /// One timer serves a stream for as long as it lasts: it looks when the last byte moved and sleeps for what is left. A request that is
    /// answered in one go never starts it.
    func watch() {
        guard self.timer == nil else { return }
        self.sleep(.seconds(Int64(self.services.limits.stallSeconds)))
    }

    private func sleep(_ time: TimeAmount) {
        self.timer = self.eventLoop.assumeIsolated().scheduleTask(in: time) { self.timerFired() }
    }

    private func timerFired() {
        guard !self.isClosed else { return }
        let limit = TimeAmount.seconds(Int64(self.services.limits.stallSeconds))
        let silence = NIODeadline.now() - self.lastProgress
        let isUploading = self.machine.awaitsBody && !self.isWaitingForOurselves
        guard isUploading || self.pendingWrites > 0 else { return self.sleep(limit) }
        guard silence >= limit else { return self.sleep(limit - silence) }
        self.timer = nil
        if self.pendingWrites == 0, self.machine.isAnswerPending {
            self.refuse(Problem(.requestTimeout, "Nothing arrived for \(self.services.limits.stallSeconds) seconds."))
        } else {
            self.reset(.cancel)
        }
    }
}
