// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Numbers in decimal digits, in the one spelling that a number has.
enum DecimalText {
    /// Reads 0 to 2⁶³ - 1, or returns `nil` for a sign, a leading zero, anything that is no digit, or a larger number.
    ///
    /// The bound is that of the other implementations, which keep sizes in signed integers of 64 bits.
    static func decode(_ text: some Collection<UInt8>) -> UInt64? {
        guard (1...19).contains(text.count), text.count == 1 || text.first != UInt8(ascii: "0") else { return nil }
        var value: UInt64 = 0
        for byte in text {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + UInt64(byte - UInt8(ascii: "0"))
        }
        return value <= UInt64(Int64.max) ? value : nil
    }
}
