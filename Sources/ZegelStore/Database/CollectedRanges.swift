// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Which bytes of a container an addressee has had: ranges that neither overlap nor touch, in order.
struct CollectedRanges: Hashable {
    private var ranges: [Range<Int>] = []

    /// Reads what ``text`` wrote.
    init(_ text: String) {
        for part in text.split(separator: ",") {
            let bounds = part.split(separator: "-").compactMap { Int($0) }
            if bounds.count == 2, bounds[0] < bounds[1] { self.ranges.append(bounds[0]..<bounds[1]) }
        }
    }

    /// As many as the columns hold: `0-10,20-30`, upper bounds excluded.
    var text: String { self.ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",") }

    /// The same with a further range.
    ///
    /// At most 100 ranges are kept; a reader that takes single bytes here and there is not counted further.
    func adding(_ range: Range<Int>) -> CollectedRanges {
        guard !range.isEmpty, !self.cover(range) else { return self }
        var joined = range
        var copy = self
        copy.ranges = self.ranges.filter { other in
            guard other.lowerBound <= joined.upperBound, joined.lowerBound <= other.upperBound else { return true }
            joined = min(joined.lowerBound, other.lowerBound)..<max(joined.upperBound, other.upperBound)
            return false
        }
        copy.ranges.append(joined)
        copy.ranges.sort { $0.lowerBound < $1.lowerBound }
        return copy.ranges.count <= 100 ? copy : self
    }

    /// Whether every byte of a range is among them.
    func cover(_ range: Range<Int>) -> Bool {
        self.ranges.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
    }
}
