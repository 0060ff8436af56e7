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
        groupedSubcommands: [
            CommandGroup(name: "Begin", subcommands: [Demo.self, Initialise.self, Serve.self, TrialTSA.self]),
            CommandGroup(
                name: "Exchange messages",
                subcommands: [
                    WhoAmI.self, Send.self, Release.self, Inbox.self, Receive.self, Acknowledge.self, Refuse.self,
                    Forward.self, Consent.self, Withdraw.self, Correct.self, Dispose.self, Due.self, Lists.self,
                    Status.self,
                    Reconcile.self,
                ]
            ),
            CommandGroup(
                name: "Look at files, without a server",
                subcommands: [Verify.self, Inspect.self, Open.self, Seal.self]
            ),
            CommandGroup(
                name: "Keep it running",
                subcommands: [
                    Policy.self, Case.self, Retention.self, Certificates.self, LogCommands.self, Outbox.self,
                    BackUp.self, PutBack.self,
                ]
            ),
        ]
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
            switch (code.isSuccess, CommandLine.arguments.contains("--json")) {
            case (true, _): Output.result(text)
            case (false, true) where code == .validationFailure: Output.result(Self.usageProblem(error).document)
            case (false, _) where text.isEmpty: ()  // The command has told everything.
            case (false, _): Output.note(text)
            }
            Foundation.exit(code == .validationFailure ? ProcessExit.usage.rawValue : code.rawValue)
        }
    }

    /// A wrong command line for a program that asked for JSON.
    private static func usageProblem(_ error: any Error) -> Problem {
        Problem(.parameterInvalid, "\(Self.message(for: error)) `zegel --help` shows the commands and their options.")
    }
}
