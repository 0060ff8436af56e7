// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelExchange

@Suite("The time that is proven")
struct ProvenTimeTests {
    struct Row: Sendable {
        let tolerance: Int64?
        let waits: Int64?
        let isRefused: Bool
    }

    private static let now = Instant(milliseconds: 1_795_176_000_000)

    @Test(
        "Nothing is accepted once a seal waited longer than the operator tolerates",
        arguments: [
            Row(tolerance: nil, waits: nil, isRefused: false), Row(tolerance: nil, waits: 999_999, isRefused: false),
            Row(tolerance: 60, waits: nil, isRefused: false), Row(tolerance: 60, waits: 0, isRefused: false),
            Row(tolerance: 60, waits: 60, isRefused: false), Row(tolerance: 60, waits: 61, isRefused: true),
        ]
    )
    func tolerance(_ row: Row) throws {
        let time = ProvenTime(tolerance: row.tolerance)
        time.waits(since: row.waits.map { Self.now.advanced(bySeconds: -$0) })
        if row.isRefused {
            #expect(throws: Problem(.timeUnproven)) { try time.check(at: Self.now) }
        } else {
            try time.check(at: Self.now)
        }
        time.waits(since: nil)
        try time.check(at: Self.now)
    }
}
