// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// The value of the signing-time attribute, RFC 5652 section 11.3.
///
/// The years 1950 to 2049 are UTCTime, later ones GeneralizedTime; both with seconds, without fractions, and with Z.
/// Each moment has one spelling.
enum SigningTime {
    /// Encodes a moment, in seconds since 1970.
    ///
    /// - Throws: ``CAdESError/Code/signingTimeInvalid`` outside the years 1950 to 9999.
    static func encode(_ secondsSince1970: Int64) throws(CAdESError) -> [UInt8] {
        guard (-631_152_000...253_402_300_799).contains(secondsSince1970) else {
            throw CAdESError(.signingTimeInvalid, "A signing-time lies in the years 1950 to 9999.")
        }
        var (day, second) = Int(secondsSince1970).quotientAndRemainder(dividingBy: 86_400)
        if second < 0 { (day, second) = (day - 1, second + 86_400) }
        let (year, month, dayOfMonth) = Self.date(ofDay: day)
        var text: [UInt8] = []
        text.reserveCapacity(17)
        if year < 2050 {
            text += [0x17, 13]
        } else {
            text += [0x18, 15]
            Self.append(year / 100, to: &text)
        }
        for number in [year % 100, month, dayOfMonth, second / 3_600, second / 60 % 60, second % 60] {
            Self.append(number, to: &text)
        }
        text.append(UInt8(ascii: "Z"))
        return text
    }

    /// Decodes a moment, in seconds since 1970.
    ///
    /// - Throws: ``CAdESError/Code/signingTimeInvalid`` for every other spelling.
    static func decode(_ node: DERNode) throws(CAdESError) -> Int64 {
        var digits = node.bytes
        guard !node.isConstructed, digits.popLast() == UInt8(ascii: "Z") else { throw Self.invalid }
        let year: Int
        switch (node.identifier, digits.count) {
        case (.utcTime, 12):
            let short = try Self.number(&digits)
            year = short < 50 ? 2000 + short : 1900 + short
        case (.generalizedTime, 14):
            year = try Self.number(&digits) * 100 + Self.number(&digits)
            guard year >= 2050 else { throw Self.invalid }
        default:
            throw Self.invalid
        }
        return try Self.moment(in: year, &digits)
    }

    /// Decodes the time of a time-stamp, in milliseconds since 1970: GeneralizedTime in any year, with Z and perhaps a fraction.
    ///
    /// - Throws: ``CAdESError/Code/signingTimeInvalid`` for every spelling that RFC 3161 section 2.4.2 does not have.
    static func decodeMilliseconds(_ node: DERNode) throws(CAdESError) -> Int64 {
        var digits = node.bytes
        guard digits.popLast() == UInt8(ascii: "Z"), digits.count >= 14 else { throw Self.invalid }
        var fraction = digits.dropFirst(14)
        digits = digits.prefix(14)
        let year = try Self.number(&digits) * 100 + Self.number(&digits)
        let seconds = try Self.moment(in: year, &digits)
        guard let point = fraction.popFirst() else { return seconds * 1_000 }
        guard point == UInt8(ascii: "."), (1...9).contains(fraction.count), fraction.last != UInt8(ascii: "0"),
            fraction.allSatisfy({ (0x30...0x39).contains($0) })
        else { throw Self.invalid }
        let padded = Array(fraction.prefix(3)) + [UInt8](repeating: 0x30, count: max(0, 3 - fraction.count))
        return seconds * 1_000 + padded.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    /// Encodes the time of a time-stamp, in milliseconds since 1970.
    ///
    /// - Throws: ``CAdESError/Code/signingTimeInvalid`` outside the years 1970 to 9999.
    static func encodeMilliseconds(_ milliseconds: Int64) throws(CAdESError) -> [UInt8] {
        guard (0...253_402_300_799_999).contains(milliseconds) else {
            throw CAdESError(.signingTimeInvalid, "A time-stamp lies in the years 1970 to 9999.")
        }
        let (day, second) = Int(milliseconds / 1_000).quotientAndRemainder(dividingBy: 86_400)
        let (year, month, dayOfMonth) = Self.date(ofDay: day)
        var text: [UInt8] = []
        for number in [year / 100, year % 100, month, dayOfMonth, second / 3_600, second / 60 % 60, second % 60] {
            Self.append(number, to: &text)
        }
        var fraction = [milliseconds / 100 % 10, milliseconds / 10 % 10, milliseconds % 10].map { 0x30 + UInt8($0) }
        while fraction.last == 0x30 { fraction.removeLast() }
        if !fraction.isEmpty { text += [UInt8(ascii: ".")] + fraction }
        text.append(UInt8(ascii: "Z"))
        return [0x18, UInt8(text.count)] + text
    }

    private static func moment(in year: Int, _ digits: inout ArraySlice<UInt8>) throws(CAdESError) -> Int64 {
        let month = try Self.number(&digits)
        let day = try Self.number(&digits)
        let hour = try Self.number(&digits)
        let minute = try Self.number(&digits)
        let second = try Self.number(&digits)
        let number = Self.day(year: year, month: month, day: day)
        // The way back shows whether the month has that day.
        guard (1...12).contains(month), (1...31).contains(day), Self.date(ofDay: number) == (year, month, day),
            hour < 24, minute < 60, second < 60
        else { throw Self.invalid }
        return Int64(number) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    }

    // MARK: - Digits

    private static func append(_ number: Int, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    private static func number(_ digits: inout ArraySlice<UInt8>) throws(CAdESError) -> Int {
        guard let tens = digits.popFirst(), let ones = digits.popFirst(), (0x30...0x39).contains(tens),
            (0x30...0x39).contains(ones)
        else { throw Self.invalid }
        return Int(tens - 0x30) * 10 + Int(ones - 0x30)
    }

    private static var invalid: CAdESError {
        CAdESError(
            .signingTimeInvalid,
            "A signing-time is UTCTime until 2049 and GeneralizedTime from 2050, with seconds, without fractions, and Z."
        )
    }

    // MARK: - Calendar

    // Days since 1970-01-01 in the Gregorian calendar, counted in eras of 400 years that begin in March, so that the
    // leap day is the last of its year. Years are positive here.

    private static func day(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }
}
