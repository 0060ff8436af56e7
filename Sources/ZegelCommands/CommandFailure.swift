// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelClient
import ZegelCore

/// Why a command ends without having done its work: what, why and what to do, with a code.
struct CommandFailure: Error {
    let code: ProcessExit
    let isJSON: Bool
    private let problem: Problem
    private let remedy: String
    private let document: JSONValue

    init(_ code: ProcessExit, _ problem: Problem, isJSON: Bool = false) {
        self.code = code
        self.problem = problem
        self.remedy = ""
        self.document = problem.document
        self.isJSON = isJSON
    }

    init(_ error: ClientError, isJSON: Bool = false) {
        self.code = error.exit
        self.problem = error.problem
        self.remedy = error.remedy
        self.document = error.document
        self.isJSON = isJSON
    }

    /// Any error in the words of a command; what is no known refusal is a mistake of the program.
    init(any error: any Error, isJSON: Bool = false) {
        switch error {
        case let error as CommandFailure: self = error
        case let error as ClientError: self.init(error, isJSON: isJSON)
        case let error as Problem: self.init(ProcessExit(error), error, isJSON: isJSON)
        case is CancellationError: self.init(ClientError.cancelled, isJSON: isJSON)
        default: self.init(.bug, Problem(.internalError, "\(error)"), isJSON: isJSON)
        }
    }

    /// Does the work of a command; a problem ends it with the exit code that belongs to its code.
    static func reporting(asJSON isJSON: Bool, _ body: () throws -> Void) throws {
        do { try body() } catch let problem as Problem {
            throw CommandFailure(ProcessExit(problem), problem, isJSON: isJSON)
        }
    }

    /// Whether the log of the server contradicts itself, or what it showed before.
    var isContradiction: Bool {
        [ProblemCode.logFork, .logDisagrees].map(\.rawValue).contains(self.problem.code)
    }

    /// What programs get: the problem document.
    var json: JSONValue { self.document }

    /// What people get: what it is, why, where, what to do, and the code.
    var lines: [String] {
        var lines = ["zegel: \(self.problem.title)"]
        if !self.problem.detail.isEmpty { lines.append("  \(self.problem.detail)") }
        for item in self.problem.items where !self.problem.detail.contains(item.detail) {
            lines.append("  \(item.location): \(item.detail)")
        }
        if !self.remedy.isEmpty { lines.append("  \(self.remedy)") }
        return lines + ["  (\(self.problem.code))"]
    }

    /// Tells people on standard error, and programs that asked for JSON on standard output.
    func tell() {
        if self.isJSON {
            Output.result(self.json)
        } else {
            for line in self.lines { Output.note(line) }
        }
    }
}
