// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelTransport

/// A small body: gathered up to a bound, then handed over whole.
final class GatheredBody: RequestBodyHandler {
    private var bytes: [UInt8] = []
    private var isRefused = false
    private let limit: Int
    private let harness: Harness
    private let whole: ([UInt8]) -> Void

    /// Creates a handler.
    ///
    /// - Parameters:
    ///   - limit: Bytes that the body may have; one more is answered with `request.too-large`.
    ///   - harness: The request.
    ///   - whole: Called once, with all of the body.
    init(limit: Int, _ harness: Harness, whole: @escaping ([UInt8]) -> Void) {
        self.limit = limit
        self.harness = harness
        self.whole = whole
    }

    func received(_ bytes: ByteBuffer) {
        guard !self.isRefused else { return }
        guard self.bytes.count + bytes.readableBytes <= self.limit else {
            self.isRefused = true
            self.bytes = []
            self.harness.fail(Problem(.contentTooLarge, "The body may hold \(self.limit) bytes."))
            return
        }
        self.bytes.append(contentsOf: bytes.readableBytesView)
    }

    func ended() {
        guard !self.isRefused else { return }
        self.whole(self.bytes)
    }

    func abandoned() { self.isRefused = true }
}

/// A body that means nothing to the call: read and thrown away.
final class IgnoredBody: RequestBodyHandler {
    func received(_: ByteBuffer) {}

    func ended() {}

    func abandoned() {}
}
