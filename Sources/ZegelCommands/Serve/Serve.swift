// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCore
import ZegelServer

/// `zegel serve`: the server.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the server until SIGTERM or SIGINT.",
        discussion: "Prints one line of JSON on standard output when it accepts connections. Logs go to standard error."
    )

    @Option(help: "The configuration, zegel.yaml.")
    var config: String

    @Option(help: "Listen here instead; port 0 picks free ones.")
    var listen: String?

    @Flag(help: "Read the configuration, show the limits that it sets, and start nothing.")
    var check = false

    func run() async throws {
        do {
            let configuration = try ServerConfiguration.load(self.config)
            guard !self.check else {
                return Output.result(["event": "checked", "limits": configuration.limits.settable])
            }
            try await ServerProcess.run(configuration, listen: self.listen) { Output.result($0) }
        } catch let problem as Problem {
            let isLog = [ProblemCode.logDisagrees, .logFork].map(\.rawValue).contains(problem.code)
            throw CommandFailure(isLog ? .log : .configuration, problem)
        }
    }
}
