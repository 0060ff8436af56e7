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
        guard silence >= limit || isUploading && self.isTrickling else { return self.sleep(limit - silence) }
        self.timer = nil
        if self.pendingWrites == 0, self.machine.isAnswerPending {
            let limits = self.services.limits
            let seconds = "Nothing arrived for \(limits.stallSeconds) seconds"
            self.refuse(Problem(.requestTimeout, "\(seconds), or less than \(limits.uploadRate) bytes a second."))
        } else {
            self.reset(.cancel)
        }
    }

    /// Whether the body comes so slowly that it would hold its memory for ever.
    private var isTrickling: Bool {
        let limits = self.services.limits
        let patience = Int64(limits.stallSeconds + self.machine.received / max(1, limits.uploadRate))
        return NIODeadline.now() - self.owedSince > .seconds(patience)
    }

    /// Notes that from now on nothing is asked of the client, or something again: our own time does not count against it.
    func ask(nothing: Bool) {
        switch (nothing, self.unaskedSince) {
        case (true, nil): self.unaskedSince = .now()
        case (false, .some(let start)):
            self.owedSince = self.owedSince + (.now() - start)
            self.unaskedSince = nil
        default: ()
        }
    }
}
