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
        let most = Self.largestReservation(self.limits)
        return min(length ?? most, most)
    }

    /// One window in the multiplexer, one with the handler of the body, and two pieces of a large container; never more than there is.
    static func largestReservation(_ limits: Limits) -> Int {
        min(2 * limits.streamWindow + 2 * limits.bodyPiece, limits.bodyBudget)
    }

    /// 16 random hexadecimal digits.
    static func makeRequestID() -> String {
        let number = UInt64.random(in: .min ... .max)
        return Hexadecimal.encode((0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
    }
}
