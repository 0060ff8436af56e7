// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// `zegel-bench load`: a load in a process of its own, so that it takes nothing from what is measured but the processor, and says how much of that.
///
/// It reads a plan in one line, warms up, says that it is ready, waits for another line, and prints what came of it.
struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "load", shouldDisplay: false)

    func run() async throws {
        guard let line = readLine() else { throw ValidationError("A plan is read from standard input.") }
        let plan = try JSONDecoder().decode(LoadPlan.self, from: Data(line.utf8))
        let client = try await LoadClient(plan)
        try await client.run(plan.warmUp)
        try Self.say("ready")
        guard readLine() != nil else { return }
        let outcome = try await client.measure()
        try Self.say(String(decoding: JSONEncoder().encode(outcome), as: UTF8.self))
        Foundation.exit(0)
    }

    private static func say(_ line: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8))
    }
}
