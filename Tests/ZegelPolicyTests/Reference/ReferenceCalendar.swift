// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Days and moments as Foundation counts them, to compare with; days are texts as `2026-11-20`, moments milliseconds.
struct ReferenceCalendar {
    private let utc: Calendar
    private let dutch: Calendar
    private static let day: Int64 = 86_400_000

    init() {
        var utc = Calendar(identifier: .gregorian)
        utc.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
        var dutch = utc
        dutch.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .current
        self.utc = utc
        self.dutch = dutch
    }

    // MARK: - Reading

    /// The day that a text is.
    func day(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2],
            text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }), let date = self.date(text)
        else { return nil }
        return self.text(date, self.utc) == text ? text : nil
    }

    /// The moment that a text is.
    func moment(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 || bytes.count == 24, let day = self.day(String(text.prefix(10))) else { return nil }
        let shape = bytes.map { (48...57).contains($0) ? UInt8(ascii: "0") : $0 }
        let known = bytes.count == 20 ? "0000-00-00T00:00:00Z" : "0000-00-00T00:00:00.000Z"
        let clock = text.dropFirst(11).split { !$0.isNumber }.compactMap { Int64($0) }
        guard shape == Array(known.utf8), clock.count >= 3, clock[0] < 24, clock[1] < 60, clock[2] < 60,
            let midnight = self.date(day)
        else { return nil }
        let seconds = clock[0] * 3_600 + clock[1] * 60 + clock[2]
        return Int64(midnight.timeIntervalSince1970) * 1_000 + seconds * 1_000 + (clock.count > 3 ? clock[3] : 0)
    }

    /// The day of a moment in the Netherlands.
    func dutchDay(_ moment: Int64) -> String {
        self.text(Date(timeIntervalSince1970: Double(moment) / 1_000), self.dutch)
    }

    /// The moment at which a day ends in the Netherlands.
    func end(of day: String) -> Int64 {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        let start = self.dutch.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2])) ?? Date()
        let end = self.dutch.date(byAdding: .day, value: 1, to: start) ?? start
        return Int64(end.timeIntervalSince1970) * 1_000
    }

    // MARK: - Counting

    /// A length of time.
    struct Length {
        let count: Int
        let unit: String

        /// Whether it is a number of whole days.
        var isOfDays: Bool {
            switch self.unit {
            case "minute": self.count % 1_440 == 0
            case "hour": self.count % 24 == 0
            default: true
            }
        }
    }

    func length(_ text: some StringProtocol) -> Length? {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let count = Int(parts[0]) else { return nil }
        return Length(count: count, unit: parts[1].hasSuffix("s") ? String(parts[1].dropLast()) : String(parts[1]))
    }

    /// The day so much later, or earlier.
    func day(_ day: String, plus length: Length, times sign: Int = 1) -> String {
        guard var date = self.date(day) else { return day }
        func add(_ component: Calendar.Component, _ count: Int) {
            date = self.utc.date(byAdding: component, value: count, to: date) ?? date
        }
        switch length.unit {
        case "year": add(.month, 12 * length.count * sign)
        case "month": add(.month, length.count * sign)
        case "day": add(.day, length.count * sign)
        case "hour": add(.day, length.count / 24 * sign)
        case "minute": add(.day, length.count / 1_440 * sign)
        default:
            var left = length.count
            while left > 0 {
                add(.day, sign)
                // Saturday is the seventh, Sunday the first.
                if ![1, 7].contains(self.utc.component(.weekday, from: date)) { left -= 1 }
            }
        }
        return self.text(date, self.utc)
    }

    /// The moment so much later.
    func moment(_ moment: Int64, plus length: Length) -> Int64 {
        switch length.unit {
        case "minute": return moment + Int64(length.count) * 60_000
        case "hour": return moment + Int64(length.count) * 3_600_000
        case "day": return moment + Int64(length.count) * Self.day
        default:
            let begin = self.text(Date(timeIntervalSince1970: Double(moment) / 1_000), self.utc)
            guard let one = self.date(begin), let other = self.date(self.day(begin, plus: length)) else {
                return moment
            }
            return moment + Int64(other.timeIntervalSince(one)) * 1_000
        }
    }

    /// The day that a bound of a rule is: `today`, `in 3 months`, `6 months ago`, `2026-12-31`, `12-31`.
    func bound(_ text: String, _ today: String) -> String {
        if text == "today" { return today }
        if text.hasPrefix("in "), let length = self.length(text.dropFirst(3)) { return self.day(today, plus: length) }
        if text.hasSuffix(" ago"), let length = self.length(text.dropLast(4)) {
            return self.day(today, plus: length, times: -1)
        }
        return text.utf8.count == 5 ? today.prefix(4) + "-" + text : text
    }

    private func date(_ day: String) -> Date? {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return self.utc.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
    }

    private func text(_ date: Date, _ calendar: Calendar) -> String {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }
}
