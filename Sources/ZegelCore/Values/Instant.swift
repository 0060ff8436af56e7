// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A moment, in milliseconds, written as RFC 3339 in UTC: `2026-11-20T12:00:00.000Z`.
package struct Instant: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    /// Creates a moment from milliseconds since 1970.
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Parses `YYYY-MM-DDThh:mm:ssZ` or the same with three digits of milliseconds; anything else is `nil`.
    ///
    /// No offset but `Z`, no lower case, no leap second: one spelling per precision.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 || bytes.count == 24, bytes.last == UInt8(ascii: "Z"), bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = Decimal.value(bytes[11..<13]), hour < 24,
            let minute = Decimal.value(bytes[14..<16]), minute < 60,
            let second = Decimal.value(bytes[17..<19]), second < 60
        else { return nil }
        var milliseconds = 0
        if bytes.count == 24 {
            guard bytes[19] == UInt8(ascii: "."), let fraction = Decimal.value(bytes[20..<23]) else { return nil }
            milliseconds = fraction
        }
        let seconds = day.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second
        self.milliseconds = Int64(seconds) * 1_000 + Int64(milliseconds)
    }

    /// The day of this moment in UTC.
    package var date: CalendarDate {
        CalendarDate(daysSince1970: Int((self.milliseconds - self.millisecondOfDay) / 86_400_000))
    }

    /// RFC 3339 with milliseconds and `Z`.
    package var description: String { self.clock(withMilliseconds: true) }

    /// RFC 3339 with seconds and `Z`; the milliseconds are cut.
    package var seconds: String { self.clock(withMilliseconds: false) }

    /// The earlier moment comes first.
    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment a number of seconds later.
    package func advanced(bySeconds seconds: Int64) -> Instant {
        Instant(milliseconds: self.milliseconds + seconds * 1_000)
    }

    private var millisecondOfDay: Int64 {
        let rest = self.milliseconds % 86_400_000
        return rest < 0 ? rest + 86_400_000 : rest
    }

    private func clock(withMilliseconds: Bool) -> String {
        let rest = Int(self.millisecondOfDay)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        self.date.write(to: &bytes)
        let parts = [rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60]
        for (mark, part) in zip("T::".utf8, parts) {
            bytes.append(mark)
            Decimal.write(part, digits: 2, to: &bytes)
        }
        if withMilliseconds {
            bytes.append(UInt8(ascii: "."))
            Decimal.write(rest % 1_000, digits: 3, to: &bytes)
        }
        bytes.append(UInt8(ascii: "Z"))
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Says what time it is; tests hand in their own.
package typealias WallClock = @Sendable () -> Instant
