// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCommands
import ZegelCore

/// Figures that were measured, each with its goal where it has one.
struct FigureTable {
    /// What a figure has to be.
    enum Goal {
        case atMost(Double)
        case atLeast(Double)
    }

    /// One figure.
    struct Figure {
        let name: String
        let value: Double
        let unit: String
        let goal: Goal?

        init(_ name: String, _ value: Double, _ unit: String, goal: Goal? = nil) {
            self.name = name
            self.value = value
            self.unit = unit
            self.goal = goal
        }

        /// Whether the goal is met; `nil` where there is none.
        var isMet: Bool? {
            switch self.goal {
            case .atMost(let most): self.value <= most
            case .atLeast(let least): self.value >= least
            case nil: nil
            }
        }
    }

    private let figures: [Figure]

    init(_ figures: [Figure]) { self.figures = figures }

    /// Whether every goal is.
    var isMet: Bool { self.figures.allSatisfy { $0.isMet ?? true } }

    /// Prints all of them.
    ///
    /// - Throws: Exit code 1 where a goal is missed.
    func tell(asJSON: Bool) throws {
        Output.result(asJSON ? self.json : nil, else: self.table)
        guard self.isMet else { throw ExitCode.failure }
    }

    /// The lines.
    var table: String {
        var table = TextTable(["what", "figure", "goal"])
        for figure in self.figures {
            table.add([figure.name, "\(Self.text(figure.value)) \(figure.unit)", Self.goal(of: figure)])
        }
        return table.text
    }

    private static func goal(of figure: Figure) -> String {
        let goal =
            switch figure.goal {
            case .atMost(let most): "at most \(Self.text(most))"
            case .atLeast(let least): "at least \(Self.text(least))"
            case nil: ""
            }
        return switch figure.isMet {
        case true: "\(goal): met"
        case false: "\(goal): MISSED"
        case nil: ""
        }
    }

    /// The same, figures in thousandths.
    var json: JSONValue {
        .array(
            self.figures.map { figure in
                var members: [JSONValue.Member] = [
                    .init("what", .string(figure.name)), .init("unit", .string(figure.unit)),
                    .init("thousandths", .integer(Int64((figure.value * 1_000).rounded()))),
                ]
                if let isMet = figure.isMet { members.append(.init("met", .bool(isMet))) }
                return .object(members)
            }
        )
    }

    /// Three significant digits, or all before the point.
    static func text(_ value: Double) -> String {
        let decimals = value >= 100 || value == value.rounded() ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
        return String(format: "%.\(decimals)f", value)
    }
}
