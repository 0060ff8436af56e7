// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
import ZegelPolicy

extension ServerConfiguration {
    /// A limit that an operator may set, and within what.
    struct SettableLimit: Sendable {
        /// The name, as in ``Limits``.
        let name: String
        /// What may stand there.
        let range: ClosedRange<Int>
        let path: any WritableKeyPath<Limits, Int> & Sendable
    }

    /// Those that are a matter of the machine and of how much is exchanged; the others belong to the formats, and are the same everywhere.
    static let settableLimits: [SettableLimit] = [
        .init(name: "container", range: 1_048_576...3_900_000_000, path: \.container),
        .init(name: "evidence", range: 65_536...16_777_216, path: \.evidence),
        .init(name: "connections", range: 16...100_000, path: \.connections),
        .init(name: "connectionsPerOrganisation", range: 1...100_000, path: \.connectionsPerOrganisation),
        .init(name: "streams", range: 1...256, path: \.streams),
        .init(name: "handshakeSeconds", range: 1...60, path: \.handshakeSeconds),
        .init(name: "idleSeconds", range: 10...3_600, path: \.idleSeconds),
        .init(name: "stopSeconds", range: 1...600, path: \.stopSeconds),
        .init(name: "stallSeconds", range: 5...600, path: \.stallSeconds),
        .init(name: "uploadRate", range: 1...1_048_576, path: \.uploadRate),
        .init(name: "uploadPause", range: 600...86_400, path: \.uploadPause),
        .init(name: "uploadsPerOrganisation", range: 1...4_096, path: \.uploadsPerOrganisation),
        .init(
            name: "uploadBytesPerOrganisation",
            range: 1_048_576...1_125_899_906_842_624,
            path: \.uploadBytesPerOrganisation
        ),
        .init(name: "requestsPerSecond", range: 1...1_000_000, path: \.requestsPerSecond),
        .init(name: "exportsPerMinute", range: 1...1_000_000, path: \.exportsPerMinute),
        .init(name: "refusalsPerMinute", range: 1...1_000_000, path: \.refusalsPerMinute),
        .init(name: "eventsPerConnection", range: 1...256, path: \.eventsPerConnection),
        .init(name: "eventsPerOrganisation", range: 1...100_000, path: \.eventsPerOrganisation),
        .init(name: "events", range: 1...100_000, path: \.events),
        .init(name: "unreadPerOrganisation", range: 16_777_216...4_294_967_296, path: \.unreadPerOrganisation),
        .init(name: "bodyBudget", range: 4_194_304...68_719_476_736, path: \.bodyBudget),
        .init(name: "committerQueue", range: 16...65_536, path: \.committerQueue),
        .init(name: "diskReserve", range: 0...1_125_899_906_842_624, path: \.diskReserve),
    ]

    /// Reads `limits`: `{ NAME: NUMBER, … }`; what is left out is as everywhere.
    static func limits(_ reader: inout YAMLReader) -> Limits {
        var limits = Limits()
        for limit in Self.settableLimits {
            let (low, high) = (limit.range.lowerBound, limit.range.upperBound)
            let number = reader.optional(limit.name, "a number from \(low) to \(high)") { text in
                Int(text).flatMap { limit.range.contains($0) && "\($0)" == text ? $0 : nil }
            }
            if let number { limits[keyPath: limit.path] = number }
        }
        return limits
    }
}

extension Limits {
    /// What `zegel serve --check` shows: those that an operator may set.
    package var settable: JSONValue {
        .object(
            ServerConfiguration.settableLimits.map { .init($0.name, .integer(Int64(self[keyPath: $0.path]))) }
        )
    }
}
