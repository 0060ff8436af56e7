// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// A date as HTTP writes it (RFC 9110 §5.6.7): `Fri, 20 Nov 2026 12:00:00 GMT`.
enum HTTPDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Writes a moment, its milliseconds cut.
    static func text(_ moment: Instant) -> String {
        // YYYY-MM-DDThh:mm:ssZ
        let bytes = Array(moment.seconds.utf8)
        guard bytes.count == 20 else { return "" }
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        guard let month = Int(part(5..<7)), (1...12).contains(month) else { return "" }
        let day = Self.days[((moment.date.daysSince1970 % 7) + 7) % 7]
        return "\(day), \(part(8..<10)) \(Self.months[month - 1]) \(part(0..<4)) \(part(11..<19)) GMT"
    }
}
