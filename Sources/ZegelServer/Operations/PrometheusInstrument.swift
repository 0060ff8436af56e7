// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Metrics
import Synchronization

/// One metric with one set of labels.
final class PrometheusInstrument: CounterHandler, RecorderHandler, TimerHandler {
    enum Kind {
        case counter
        case gauge
        case distribution
        case duration

        var type: String {
            switch self {
            case .counter: "counter"
            case .gauge: "gauge"
            case .distribution, .duration: "histogram"
            }
        }
    }

    private struct Values {
        var count: Int64 = 0
        var sum = 0.0
        var buckets = [Int64](repeating: 0, count: PrometheusInstrument.bounds.count)
    }

    /// Upper bounds of the buckets: seconds for durations, plain numbers for distributions.
    private static let bounds = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60]

    /// The name in the text format.
    let name: String
    let kind: Kind
    private let labels: String
    private let values = Mutex(Values())

    init(label: String, dimensions: [(String, String)], kind: Kind) {
        self.kind = kind
        self.name = String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        self.labels = dimensions.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
    }

    func increment(by amount: Int64) { self.values.withLock { $0.count += amount } }

    func reset() { self.values.withLock { $0 = Values() } }

    func record(_ value: Int64) { self.record(Double(value)) }

    func record(_ value: Double) {
        self.values.withLock { values in
            guard self.kind != .gauge else {
                values.sum = value
                return
            }
            values.count += 1
            values.sum += value
            if let index = Self.bounds.firstIndex(where: { value <= $0 }) { values.buckets[index] += 1 }
        }
    }

    func recordNanoseconds(_ duration: Int64) { self.record(Double(duration) / 1_000_000_000) }

    /// The lines of this metric, each with its newline.
    var lines: String {
        let values = self.values.withLock { $0 }
        switch self.kind {
        case .counter: return "\(self.name)\(self.braced(self.labels)) \(values.count)\n"
        case .gauge: return "\(self.name)\(self.braced(self.labels)) \(values.sum)\n"
        case .distribution, .duration:
            var total: Int64 = 0
            var text = ""
            for (bound, count) in zip(Self.bounds, values.buckets) {
                total += count
                text += "\(self.name)_bucket\(self.braced(self.labels, "le=\"\(bound)\"")) \(total)\n"
            }
            text += "\(self.name)_bucket\(self.braced(self.labels, "le=\"+Inf\"")) \(values.count)\n"
            text += "\(self.name)_sum\(self.braced(self.labels)) \(values.sum)\n"
            return text + "\(self.name)_count\(self.braced(self.labels)) \(values.count)\n"
        }
    }

    private func braced(_ labels: String...) -> String {
        let present = labels.filter { !$0.isEmpty }
        return present.isEmpty ? "" : "{\(present.joined(separator: ","))}"
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            default: String(character)
            }
        }
        .joined()
    }
}
