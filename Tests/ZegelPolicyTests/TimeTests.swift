// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Terms and days")
struct TimeTests {
    @Test(
        "A day begins and ends at midnight in Amsterdam",
        arguments: [
            ("2026-11-20T22:59:59Z", "2026-11-20"), ("2026-11-20T23:00:00Z", "2026-11-21"),
            ("2026-07-01T21:59:59Z", "2026-07-01"), ("2026-07-01T22:00:00Z", "2026-07-02"),
            // Summer begins on 29 March 2026 and ends on 25 October 2026, at 01:00 UTC.
            ("2026-03-28T23:00:00Z", "2026-03-29"), ("2026-03-29T22:00:00Z", "2026-03-30"),
            ("2026-10-24T22:00:00Z", "2026-10-25"), ("2026-10-25T22:59:59Z", "2026-10-25"),
        ]
    )
    func day(_ moment: String, _ day: String) throws {
        #expect(Amsterdam.day(of: try #require(Instant(moment))).description == day)
    }

    @Test(
        "The end of a day is the moment at which the next one begins",
        arguments: ["2026-03-28", "2026-03-29", "2026-07-01", "2026-10-24", "2026-10-25", "2026-12-31", "2028-02-29"]
    )
    func end(_ text: String) throws {
        let day = try #require(CalendarDate(text))
        let end = Amsterdam.end(of: day)
        #expect(Amsterdam.day(of: end) == day.advanced(byDays: 1))
        #expect(Amsterdam.day(of: end.advanced(bySeconds: -1)) == day)
    }

    @Test(
        "Months and years end on the same day, or on the last of a shorter month",
        arguments: [
            ("1 year", "2026-11-20", "2027-11-20"), ("1 year", "2028-02-29", "2029-02-28"),
            ("6 months", "2026-08-31", "2027-02-28"), ("3 months", "2026-11-20", "2027-02-20"),
            ("30 days", "2026-11-20", "2026-12-20"), ("24 hours", "2026-11-20", "2026-11-21"),
            ("20 years", "2026-11-20", "2046-11-20"), ("1 month", "2026-12-31", "2027-01-31"),
        ]
    )
    func span(_ text: String, _ from: String, _ end: String) throws {
        let span = try #require(Span(text))
        #expect(span.end(after: try #require(CalendarDate(from))).description == end)
        let moment = try #require(Instant("\(from)T10:00:00Z"))
        #expect(span.end(after: moment).description == "\(end)T10:00:00.000Z")
    }

    @Test(
        "A length of time has one spelling",
        arguments: [
            "", "1", "year", "1 years ", "-1 days", "0 days", "1.5 days", "1  day", "24h", "10001 days", "1 week",
        ]
    )
    func refuses(_ text: String) { #expect(Span(text) == nil) }
}
