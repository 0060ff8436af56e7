// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The clock of the Netherlands: days in a header begin and end at midnight in Europe/Amsterdam (DESIGN §4.2).
///
/// Central European Time, an hour ahead of UTC, and two from the last Sunday of March to the last Sunday of October, at 01:00 UTC
/// (Directive 2000/84/EC). Written out, so that a decision depends on no table of time zones of the machine.
package enum Amsterdam {
    /// The day of a moment.
    package static func day(of moment: Instant) -> CalendarDate {
        moment.advanced(bySeconds: self.isSummer(moment) ? 7_200 : 3_600).date
    }

    /// The moment at which a day ends.
    package static func end(of day: CalendarDate) -> Instant {
        let midnight = day.advanced(byDays: 1).startInUTC
        let winter = midnight.advanced(bySeconds: -3_600)
        return self.isSummer(winter) ? midnight.advanced(bySeconds: -7_200) : winter
    }

    private static func isSummer(_ moment: Instant) -> Bool {
        let year = moment.date.civil.year
        guard let march = CalendarDate(year: year, month: 3, day: 31),
            let october = CalendarDate(year: year, month: 10, day: 31)
        else { return false }
        let hour: Int64 = 3_600
        return self.sunday(before: march).startInUTC.advanced(bySeconds: hour) <= moment
            && moment < self.sunday(before: october).startInUTC.advanced(bySeconds: hour)
    }

    /// The last Sunday up to a day; 1970-01-04 was one.
    private static func sunday(before day: CalendarDate) -> CalendarDate {
        day.advanced(byDays: -((day.daysSince1970 - 3) % 7))
    }
}
