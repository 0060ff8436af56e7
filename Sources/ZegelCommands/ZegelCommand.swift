// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCore

/// Runs the command line of this process and ends it with one of the frozen exit codes.
package func runCommandLine() async { await ZegelCommand.start() }

/// `zegel`: the root of all commands.
struct ZegelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zegel",
        abstract: "Exchange official reports: signed, sealed, only to those who need to know.",
        version: "0.1.0",
        subcommands: [Initialise.self, Serve.self, Verify.self, Inspect.self, Seal.self, Open.self, Demo.self]
    )

    /// Runs the command line and ends the process with one of the frozen exit codes.
    static func start() async {
        do {
            var command = try Self.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            failure.tell()
            Foundation.exit(failure.code.rawValue)
        } catch {
            let code = Self.exitCode(for: error)
            let text = Self.fullMessage(for: error)
            if code.isSuccess {
                Output.result(text)
            } else {
                Output.note(text)
            }
            Foundation.exit(code == .validationFailure ? ProcessExit.usage.rawValue : code.rawValue)
        }
    }
}
