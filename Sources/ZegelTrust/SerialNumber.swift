// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509

/// A serial number of a certificate or a list: up to 20 octets (RFC 5280 §4.1.2.2), held without a heap object.
///
/// A list may hold a million of them, so that 24 bytes each matter.
package struct SerialNumber: Hashable, Sendable, Comparable {
    private let high: UInt64
    private let middle: UInt64
    private let low: UInt64

    /// Takes the octets of a number that is not negative, or returns `nil` where there are more than 20.
    package init?(bytes: some Collection<UInt8>) {
        let significant = bytes.drop { $0 == 0 }
        guard significant.count <= 20 else { return nil }
        var words = (UInt64(0), UInt64(0), UInt64(0))
        for byte in significant {
            words.0 = words.0 << 8 | words.1 >> 56
            words.1 = words.1 << 8 | words.2 >> 56
            words.2 = words.2 << 8 | UInt64(byte)
        }
        (self.high, self.middle, self.low) = words
    }

    /// Takes the number of a certificate, or returns `nil` where it is too long.
    package init?(_ serial: Certificate.SerialNumber) { self.init(bytes: serial.bytes) }

    /// Takes a small number.
    package init(_ number: UInt64) { (self.high, self.middle, self.low) = (0, 0, number) }

    /// The number as certificates hold it.
    package var certificateSerial: Certificate.SerialNumber { .init(bytes: self.bytes) }

    /// The number that follows; the largest number is followed by zero.
    package var next: SerialNumber {
        let (low, carry) = self.low.addingReportingOverflow(1)
        let (middle, overflow) = self.middle.addingReportingOverflow(carry ? 1 : 0)
        return SerialNumber(high: self.high &+ (overflow ? 1 : 0), middle: middle, low: low)
    }

    /// The octets without leading zeros; one zero for the number zero.
    package var bytes: [UInt8] {
        var all: [UInt8] = []
        for word in [self.high, self.middle, self.low] {
            for shift in stride(from: 56, through: 0, by: -8) { all.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        let significant = Array(all.drop { $0 == 0 })
        return significant.isEmpty ? [0] : significant
    }

    /// By value: of two lists of one moment the one with the higher number is the newer.
    package static func < (left: SerialNumber, right: SerialNumber) -> Bool {
        (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
    }

    private init(high: UInt64, middle: UInt64, low: UInt64) {
        (self.high, self.middle, self.low) = (high, middle, low)
    }
}
