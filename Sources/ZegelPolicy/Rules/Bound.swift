// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// A day that a rule compares with: `today`, `in 3 months`, `6 months ago`, `2026-12-31`, or each year's `10-01`.
enum Bound: Hashable, Sendable {
    case today
    case ahead(Span)
    case ago(Span)
    case day(CalendarDate)
    /// A day of the year of the decision.
    case yearly(String)

    /// Parses a bound, or returns `nil`.
    init?(_ text: String) {
        if text == "today" {
            self = .today
        } else if text.hasPrefix("in "), let span = Span(text.dropFirst(3)) {
            self = .ahead(span)
        } else if text.hasSuffix(" ago"), let span = Span(text.dropLast(4)), span.isOfDays {
            self = .ago(span)
        } else if let day = CalendarDate(text) {
            self = .day(day)
        } else if text.utf8.count == 5, CalendarDate("2026-\(text)") != nil {
            // Every year has the days of 2026; 29 February is not among them.
            self = .yearly(text)
        } else {
            return nil
        }
    }

    /// The day that it is, where today is known.
    func day(on today: CalendarDate) -> CalendarDate {
        switch self {
        case .today: today
        case .ahead(let span): span.end(after: today)
        case .ago(let span): span.start(before: today)
        case .day(let day): day
        case .yearly(let day): CalendarDate("\(today.description.prefix(4))-\(day)") ?? today
        }
    }

    /// The moment up to which it reaches, where it is counted in hours or minutes.
    func moment(from now: Instant) -> Instant? {
        guard case .ahead(let span) = self, !span.isOfDays else { return nil }
        return span.end(after: now)
    }
}
