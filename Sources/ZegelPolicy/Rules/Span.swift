// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// A length of time as a policy writes it: `24 hours`, `30 days`, `6 months`, `1 year`.
struct Span: Hashable, Sendable {
    /// Calendar months; a year has twelve.
    let months: Int
    /// Seconds beside them.
    let seconds: Int64

    /// Parses a number and a unit, or returns `nil`.
    init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), (1...10_000).contains(number) else { return nil }
        switch parts[1] {
        case "hour", "hours": self = Self(months: 0, seconds: Int64(number) * 3_600)
        case "day", "days": self = Self(months: 0, seconds: Int64(number) * 86_400)
        case "month", "months": self = Self(months: number, seconds: 0)
        case "year", "years": self = Self(months: number * 12, seconds: 0)
        default: return nil
        }
    }

    private init(months: Int, seconds: Int64) {
        self.months = months
        self.seconds = seconds
    }

    /// The last day inside it, counted from a day.
    func end(after day: CalendarDate) -> CalendarDate {
        day.advanced(byMonths: self.months).advanced(byDays: Int(self.seconds / 86_400))
    }

    /// The last moment inside it, counted from a moment.
    func end(after moment: Instant) -> Instant {
        let day = moment.date
        let shift = day.advanced(byMonths: self.months).daysSince1970 - day.daysSince1970
        return moment.advanced(bySeconds: Int64(shift) * 86_400 + self.seconds)
    }
}

extension CalendarDate {
    /// The same day of a later month, or the last day of that month where it is shorter.
    func advanced(byMonths months: Int) -> CalendarDate {
        guard months != 0 else { return self }
        let digits = self.description.split(separator: "-").compactMap { Int($0) }
        guard digits.count == 3 else { return self }
        let (months, day) = (digits[0] * 12 + digits[1] - 1 + months, digits[2])
        func text(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        for day in stride(from: day, to: day - 4, by: -1) {
            let shifted = "\(text(months / 12, 4))-\(text(months % 12 + 1, 2))-\(text(day, 2))"
            if let date = CalendarDate(shifted) { return date }
        }
        return self
    }
}
