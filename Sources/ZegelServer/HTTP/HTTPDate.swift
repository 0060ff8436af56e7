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
        let parts = moment.seconds.split { "-T:Z".contains($0) }
        let date = moment.date
        guard parts.count == 6, let month = Int(parts[1]), (1...12).contains(month) else { return "" }
        let day = Self.days[((date.daysSince1970 % 7) + 7) % 7]
        return "\(day), \(parts[2]) \(Self.months[month - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) GMT"
    }
}
