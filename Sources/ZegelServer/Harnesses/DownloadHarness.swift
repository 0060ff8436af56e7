// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Logging
import NIOCore
import ZegelCore
import ZegelExchange
import ZegelTransport

/// Sends a download piece by piece: the next one is asked for when the last one has been written.
final class DownloadHarness {
    private let harness: Harness
    private let download: Download

    init(_ harness: Harness, _ plan: DownloadPlan) {
        self.harness = harness
        self.download = Download(harness.context, plan, on: harness.eventLoop)
    }

    /// Begins to send.
    ///
    /// - Parameters:
    ///   - status: 200, or 206 for a range.
    ///   - fields: What this answer has beyond the common fields.
    func send(status: Int, fields: HTTPFields) {
        let id = self.harness.head.requestID
        var all = self.harness.renderer.fields(type: MessageView.mediaType, id: id, adding: fields)
        all[.contentLength] = String(self.download.size)
        if self.harness.match.isHead {
            self.harness.stream.answer(Answer(status: status, fields: all, body: []))
            return
        }
        guard self.harness.stream.keep(self.download.held) else { return }
        self.harness.stream.begin(status: status, fields: all)
        self.sendNext()
    }

    private func sendNext() {
        self.download.next().assumeIsolated().whenComplete { result in
            switch result {
            case .success(.some(let bytes)):
                self.harness.stream.write(bytes).assumeIsolated().whenComplete { result in
                    guard case .success = result else { return self.download.brokeOff() }
                    self.download.left(bytes.readableBytes)
                    self.sendNext()
                }
            case .success(.none):
                self.harness.stream.end().assumeIsolated().whenSuccess { self.download.sent() }
            case .failure:
                // The head is out: all that is left is to break the answer off, so that nobody takes it for whole.
                self.harness.logger.error(
                    "download broke off",
                    metadata: ["request": .string(self.harness.head.requestID)]
                )
                self.harness.stream.abort()
            }
        }
    }
}
