// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import Metrics
import Synchronization

/// Keeps the metrics of the process and writes them in the Prometheus text format (version 0.0.4).
///
/// Labels hold what the server itself names: a route, a status, an outcome. They never carry a case, a file or a person.
package final class PrometheusMetrics: MetricsFactory {
    private struct Key: Hashable {
        let label: String
        let dimensions: [String]
    }

    private let instruments = Mutex<[Key: PrometheusInstrument]>([:])

    /// Creates an empty collection.
    package init() {}

    /// The counter with this name and these labels: asked for again it is the same one.
    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        self.instrument(label, dimensions, .counter)
    }

    /// A distribution where values are aggregated, else a gauge that keeps the last one.
    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        self.instrument(label, dimensions, aggregate ? .distribution : .gauge)
    }

    /// A distribution of durations.
    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        self.instrument(label, dimensions, .duration)
    }

    /// Keeps it: a sum that starts again would look like a restart to whoever reads it.
    package func destroyCounter(_: any CounterHandler) {}

    /// Forgets a gauge, whose subject is gone; keeps a distribution, as the counters.
    package func destroyRecorder(_ handler: any RecorderHandler) {
        guard let gauge = handler as? PrometheusInstrument, gauge.kind == .gauge else { return }
        self.instruments.withLock { $0 = $0.filter { $0.value !== gauge } }
    }

    /// Keeps it, as the counters.
    package func destroyTimer(_: any TimerHandler) {}

    /// All metrics as text, in the order of their names.
    package var text: String {
        let instruments = self.instruments.withLock { Array($0.values) }
        let families = Dictionary(grouping: instruments, by: \.name)
        return families.sorted { $0.key < $1.key }
            .map { name, members in
                let kind = members.first?.kind.type ?? "untyped"
                return "# TYPE \(name) \(kind)\n" + members.map(\.lines).sorted().joined()
            }
            .joined()
    }

    private func instrument(
        _ label: String,
        _ dimensions: [(String, String)],
        _ kind: PrometheusInstrument.Kind
    ) -> PrometheusInstrument {
        let key = Key(label: label, dimensions: dimensions.flatMap { [$0.0, $0.1] })
        return self.instruments.withLock { instruments in
            if let known = instruments[key] { return known }
            let made = PrometheusInstrument(label: label, dimensions: dimensions, kind: kind)
            instruments[key] = made
            return made
        }
    }
}
