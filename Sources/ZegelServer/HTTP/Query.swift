// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The parameters of a query: each at most once, none unknown.
struct Query {
    private var values: [String: String] = [:]

    /// Parses a query string.
    ///
    /// - Parameter known: The names that the call has.
    /// - Throws: `request.parameter` with every fault.
    init(_ text: String?, known: Set<String>) throws(Problem) {
        var faults: [Problem.Item] = []
        for pair in (text ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts.first ?? "")
            guard known.contains(name) else {
                faults.append(
                    .init(
                        code: "parameter.unknown",
                        location: String(name.prefix(40)),
                        detail: "This call has no such parameter."
                    )
                )
                continue
            }
            guard parts.count == 2, let value = Self.decode(parts[1]), !value.isEmpty else {
                faults.append(
                    .init(code: "parameter.invalid", location: name, detail: "Give a value, percent-encoded UTF-8.")
                )
                continue
            }
            if self.values.updateValue(value, forKey: name) != nil {
                faults.append(.init(code: "parameter.duplicate", location: name, detail: "Give it once."))
            }
        }
        guard faults.isEmpty else {
            throw Problem(.parameterInvalid, "The query has faults; see errors.", items: faults)
        }
    }

    /// The text of a parameter.
    subscript(name: String) -> String? { self.values[name] }

    /// A number within bounds, or a default where the parameter is absent.
    func number(_ name: String, in range: ClosedRange<Int>, default absent: Int) throws(Problem) -> Int {
        guard let text = self.values[name] else { return absent }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number)
        else {
            throw Problem(.parameterInvalid, "\(name) is a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// A day, or `nil` where the parameter is absent.
    func day(_ name: String) throws(Problem) -> CalendarDate? {
        guard let text = self.values[name] else { return nil }
        guard let day = CalendarDate(text) else { throw Problem(.parameterInvalid, "\(name) is a day: 2026-11-20.") }
        return day
    }

    private static func decode(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            // A sign before one digit is a number to Swift, and no escape.
            guard rest.count >= 2, rest.first != UInt8(ascii: "+"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
