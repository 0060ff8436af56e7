// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// A length of time as a policy writes it: `15 minutes`, `24 hours`, `5 working days`, `30 days`, `6 months`, `1 year`.
struct Span: Hashable, Sendable {
    /// Calendar months; a year has twelve.
    let months: Int
    /// Seconds beside them.
    let seconds: Int64
    /// Days from Monday to Friday beside them; public holidays count, for no table of them is part of a policy.
    let workingDays: Int

    /// Parses a number and a unit, or returns `nil`.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(plain: parts[0]), (1...10_000).contains(number) else { return nil }
        switch parts[1] {
        case "minute", "minutes": self.init(seconds: Int64(number) * 60)
        case "hour", "hours": self.init(seconds: Int64(number) * 3_600)
        case "day", "days": self.init(seconds: Int64(number) * 86_400)
        case "working day", "working days": self.init(workingDays: number)
        case "month", "months": self.init(months: number)
        case "year", "years": self.init(months: number * 12)
        default: return nil
        }
    }

    private init(months: Int = 0, seconds: Int64 = 0, workingDays: Int = 0) {
        self.months = months
        self.seconds = seconds
        self.workingDays = workingDays
    }

    /// Whether it is a number of whole days, so that it can end with one.
    var isOfDays: Bool { self.seconds % 86_400 == 0 }

    /// The last day inside it, counted from a day.
    func end(after day: CalendarDate) -> CalendarDate {
        day.advanced(byMonths: self.months).advanced(byDays: Int(self.seconds / 86_400))
            .advanced(byWorkingDays: self.workingDays)
    }

    /// The first day inside it, counted back from a day.
    func start(before day: CalendarDate) -> CalendarDate {
        day.advanced(byMonths: -self.months).advanced(byDays: -Int(self.seconds / 86_400))
            .advanced(byWorkingDays: -self.workingDays)
    }

    /// The last moment inside it, counted from a moment.
    func end(after moment: Instant) -> Instant {
        let day = moment.date
        let last = day.advanced(byMonths: self.months).advanced(byWorkingDays: self.workingDays)
        return moment.advanced(bySeconds: Int64(last.daysSince1970 - day.daysSince1970) * 86_400 + self.seconds)
    }
}

extension CalendarDate {
    /// The same day of a later month, or the last day of that month where it is shorter.
    func advanced(byMonths months: Int) -> CalendarDate {
        guard months != 0 else { return self }
        let (year, month, day) = self.civil
        let months = year * 12 + month - 1 + months
        for day in stride(from: day, to: day - 4, by: -1) {
            if let date = CalendarDate(year: months / 12, month: months % 12 + 1, day: day) { return date }
        }
        return self
    }

    /// The day a number of days from Monday to Friday later, or earlier where the number is negative.
    fileprivate func advanced(byWorkingDays days: Int) -> CalendarDate {
        var (day, left) = (self, abs(days))
        while left > 0 {
            day = day.advanced(byDays: days < 0 ? -1 : 1)
            // 1970-01-01 was a Thursday.
            if (day.daysSince1970 + 3) % 7 < 5 { left -= 1 }
        }
        return day
    }
}
