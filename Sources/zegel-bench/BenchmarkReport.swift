// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCommands
import ZegelCore

/// Prints a measurement and says whether the goals are met.
struct BenchmarkReport {
    private let candidates: [Candidate]
    private let measurement: Measurement

    /// Measures.
    init(_ candidates: [Candidate], _ options: MeasuringOptions) throws {
        self.candidates = candidates
        self.measurement = try Measurement(
            candidates,
            rounds: options.rounds,
            milliseconds: options.milliseconds
        )
    }

    /// Prints all of it.
    ///
    /// - Throws: Exit code 1 where a goal is missed.
    func tell(asJSON: Bool) throws {
        Output.result(asJSON ? self.json : nil, else: self.table)
        guard self.candidates.indices.allSatisfy({ self.isMet($0) ?? true }) else { throw ExitCode.failure }
    }

    private func isMet(_ index: Int) -> Bool? {
        switch self.candidates[index].goal {
        case .microseconds(let most): self.measurement.microseconds[index + 1] <= most
        case .verifications(let most): self.measurement.verifications[index + 1] <= most
        case nil: nil
        }
    }

    private var table: String {
        var table = TextTable(["what", "microseconds", "P-256 verifications", "goal"])
        table.add(["one P-256 verification", Self.text(self.measurement.microseconds[0]), "1", ""])
        for (index, candidate) in self.candidates.enumerated() {
            table.add([
                candidate.name, Self.text(self.measurement.microseconds[index + 1]),
                Self.text(self.measurement.verifications[index + 1]), self.goal(index),
            ])
        }
        return table.text
    }

    private func goal(_ index: Int) -> String {
        let most =
            switch self.candidates[index].goal {
            case .microseconds(let most): "at most \(Self.text(most)) µs"
            case .verifications(let most): "at most \(Self.text(most)) verifications"
            case nil: ""
            }
        return switch self.isMet(index) {
        case true: "\(most): met"
        case false: "\(most): MISSED"
        case nil: ""
        }
    }

    private var json: JSONValue {
        let all =
            [("one P-256 verification", nil)]
            + self.candidates.indices.map { (self.candidates[$0].name, self.isMet($0)) }
        return .array(
            all.enumerated().map { index, entry in
                var members: [JSONValue.Member] = [
                    .init("what", .string(entry.0)),
                    .init("nanoseconds", .integer(Int64(self.measurement.microseconds[index] * 1_000))),
                    .init(
                        "millionthsOfVerification",
                        .integer(Int64(self.measurement.verifications[index] * 1_000_000))
                    ),
                ]
                if let isMet = entry.1 { members.append(.init("met", .bool(isMet))) }
                return .object(members)
            }
        )
    }

    /// Three significant digits.
    private static func text(_ value: Double) -> String {
        let decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 4
        let scale = Double((0..<decimals).reduce(1) { product, _ in product * 10 })
        let scaled = Int((value * scale).rounded())
        guard decimals > 0 else { return "\(scaled)" }
        let fraction = "\(scaled % Int(scale))"
        return "\(scaled / Int(scale)).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
    }
}
