// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `zegel-bench`: what the parts cost, as a ratio against a peer or one P-256 verification measured in the same run.
///
/// Only a release build tells anything: `swift build -c release --product zegel-bench`.
@main
struct ZegelBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zegel-bench",
        abstract: "Measure Zegel against its peers.",
        subcommands: [
            PolicyBenchmark.self, TokenBenchmark.self, HandshakeBenchmark.self, VerifyBenchmark.self, LogBenchmark.self,
            ServerBenchmark.self, LoadCommand.self, FloorCommand.self,
            MailboxBenchmark.self, StoreCrash.self, RelayBenchmark.self,
        ]
    )
}

/// Options of every measurement.
struct MeasuringOptions: ParsableArguments {
    @Option(help: "Rounds; the median counts.")
    var rounds = 15

    @Option(help: "Milliseconds of work per figure and round.")
    var milliseconds = 100

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...1_000).contains(self.rounds) else { throw ValidationError("--rounds must be 1 to 1000.") }
        guard (1...60_000).contains(self.milliseconds) else {
            throw ValidationError("--milliseconds must be 1 to 60000.")
        }
    }
}
