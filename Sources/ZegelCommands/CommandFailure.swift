// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Why a command ends without having done its work: what, why and what to do, with a code.
struct CommandFailure: Error {
    let code: ProcessExit
    let problem: Problem
    let isJSON: Bool

    init(_ code: ProcessExit, _ problem: Problem, isJSON: Bool = false) {
        self.code = code
        self.problem = problem
        self.isJSON = isJSON
    }

    /// Does the work of a command; a problem ends it with the exit code that belongs to its code.
    static func reporting(asJSON isJSON: Bool, _ body: () throws -> Void) throws {
        do { try body() } catch let problem as Problem {
            throw CommandFailure(ProcessExit(problem), problem, isJSON: isJSON)
        }
    }

    /// Tells people on standard error, and programs that asked for JSON on standard output.
    func tell() {
        if self.isJSON {
            Output.result(self.problem.document)
            return
        }
        Output.note("zegel: \(self.problem.title)")
        if !self.problem.detail.isEmpty { Output.note("  \(self.problem.detail)") }
        for item in self.problem.items where !self.problem.detail.contains(item.detail) {
            Output.note("  \(item.location): \(item.detail)")
        }
        Output.note("  (\(self.problem.code))")
    }
}
