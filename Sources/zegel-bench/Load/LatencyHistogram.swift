// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Times in buckets of less than 2 % of their value (log-linear, as an HdrHistogram), so that millions fit in a few kilobytes.
struct LatencyHistogram: Codable, Sendable {
    /// How many fell into each bucket; those behind the last that was hit are left out.
    private var counts: [Int] = []
    private(set) var count = 0

    /// Buckets of a power of two.
    private static let steps = 64

    /// Adds a time in nanoseconds.
    mutating func add(_ value: UInt64) {
        let bucket = Self.bucket(of: value)
        if bucket >= self.counts.count {
            self.counts += Array(repeating: 0, count: bucket + 1 - self.counts.count)
        }
        self.counts[bucket] += 1
        self.count += 1
    }

    /// Adds all of another one.
    mutating func add(_ other: LatencyHistogram) {
        if other.counts.count > self.counts.count {
            self.counts += Array(repeating: 0, count: other.counts.count - self.counts.count)
        }
        for (bucket, count) in other.counts.enumerated() { self.counts[bucket] += count }
        self.count += other.count
    }

    /// The time, in microseconds, that so large a part of all did not exceed; 0 where there are none.
    func microseconds(at share: Double) -> Double {
        let rank = max(1, Int((share * Double(self.count)).rounded(.up)))
        var seen = 0
        for (bucket, count) in self.counts.enumerated() {
            seen += count
            if seen >= rank { return Double(Self.upperBound(of: bucket)) / 1_000 }
        }
        return 0
    }

    /// Values below 64 have a bucket each; above, each power of two has 64 that are equally wide.
    private static func bucket(of value: UInt64) -> Int {
        guard value >= UInt64(Self.steps) else { return Int(value) }
        let exponent = 63 - value.leadingZeroBitCount - 6
        return (exponent + 1) * Self.steps + Int(value >> UInt64(exponent)) - Self.steps
    }

    private static func upperBound(of bucket: Int) -> UInt64 {
        guard bucket >= Self.steps else { return UInt64(bucket) }
        let exponent = bucket / Self.steps - 1
        return (UInt64(bucket % Self.steps + Self.steps + 1) << UInt64(exponent)) - 1
    }
}
