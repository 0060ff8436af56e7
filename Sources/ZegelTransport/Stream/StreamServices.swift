// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import NIOCore
import ZegelCore

/// What all streams of a connection share.
final class StreamServices: Sendable {
    let names: ServedNames
    let budget: BodyBudget
    let unread: UnreadBytes
    let configuration: ListenerConfiguration

    init(names: ServedNames, budget: BodyBudget, unread: UnreadBytes, configuration: ListenerConfiguration) {
        self.names = names
        self.budget = budget
        self.unread = unread
        self.configuration = configuration
    }

    var limits: Limits { self.configuration.limits }

    /// The bytes that a body may take in memory at most.
    func reservation(for length: Int?) -> Int {
        let most = min(2 * self.limits.streamWindow, self.limits.bodyBudget)
        return min(length ?? most, most)
    }

    /// 16 random hexadecimal digits.
    static func makeRequestID() -> String {
        let number = UInt64.random(in: .min ... .max)
        return Hexadecimal.encode((0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
    }
}
