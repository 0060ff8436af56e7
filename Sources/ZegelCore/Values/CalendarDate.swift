// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A day, written `YYYY-MM-DD` (RFC 3339 full-date), years 1900 to 9999.
package struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01, in the proleptic Gregorian calendar.
    package let daysSince1970: Int

    /// Creates a day from its distance to 1970-01-01.
    package init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

    /// Parses `YYYY-MM-DD`, or returns `nil` for another shape or a day that no calendar has.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = Decimal.value(bytes[0..<4]),
            let month = Decimal.value(bytes[5..<7]), let day = Decimal.value(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Joins year, month and day, or returns `nil` for a day that no calendar has, or of another year than those.
    package init?(year: Int, month: Int, day: Int) {
        guard (1_900...9_999).contains(year), (1...12).contains(month) else { return nil }
        self.daysSince1970 = Self.days(year: year, month: month, day: day)
        guard day >= 1, self.civil == (year, month, day) else { return nil }
    }

    /// `YYYY-MM-DD`, the only spelling that is read.
    package var description: String {
        var bytes: [UInt8] = []
        self.write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes ``description``.
    func write(to bytes: inout [UInt8]) {
        let (year, month, day) = self.civil
        Decimal.write(year, digits: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Decimal.write(month, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Decimal.write(day, digits: 2, to: &bytes)
    }

    /// The earlier day comes first.
    package static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.daysSince1970 < right.daysSince1970 }

    /// The day a number of days later.
    package func advanced(byDays days: Int) -> CalendarDate { CalendarDate(daysSince1970: self.daysSince1970 + days) }

    /// Midnight at the beginning of this day, in UTC.
    package var startInUTC: Instant { Instant(milliseconds: Int64(self.daysSince1970) * 86_400_000) }

    // Howard Hinnant's algorithms "days_from_civil" and "civil_from_days": exact for every year that we read.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The numbers of year, month and day.
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = self.daysSince1970 + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

/// Fixed-width decimal numbers inside dates.
enum Decimal {
    /// The number that ASCII digits write, or `nil` where one of them is none.
    static func value(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    /// Writes a number with leading zeros.
    static func write(_ value: Int, digits: Int, to bytes: inout [UInt8]) {
        let text = String(value).utf8
        bytes += repeatElement(UInt8(ascii: "0"), count: max(0, digits - text.count))
        bytes += text
    }
}
