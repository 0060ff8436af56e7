// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// `zegel-bench verify`: how many dossiers `zegel verify` judges in a second of one core.
struct VerifyBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "How many dossiers of a folder `zegel verify` judges per second and core.",
        discussion: """
            A server of a trial installation seals distinct messages and hands out their dossiers: with three signatures (sender, seal, \
            export) and two of the log; with --statements each is released by a second person and acknowledged as well, five signatures. Then the command judges the folder, one file at a time; what counts is the \
            processor time, user and system, of the whole process from its start to its end.
            """
    )

    @Option(help: "A release build of zegel.")
    var zegel: String

    @Option(help: "How many dossiers.")
    var dossiers = 2_000

    @Option(help: "Rounds; the median counts.")
    var rounds = 5

    @Option(help: "A folder to keep them in; where it has dossiers from before, those are judged.")
    var folder: String?

    @Flag(help: "Dossiers with a release and an acknowledgement.")
    var statements = false

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...2_000).contains(self.dossiers) else { throw ValidationError("--dossiers must be 1 to 2000.") }
        guard (1...1_000).contains(self.rounds) else { throw ValidationError("--rounds must be 1 to 1000.") }
    }

    func run() throws {
        let temporary = FileManager.default.temporaryDirectory.appending(path: "zegel-bench-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        let made = DossierFolder(
            path: self.folder ?? temporary,
            zegel: self.zegel,
            hasStatements: self.statements
        )
        if try made.count == 0 { try made.make(self.dossiers) }
        let count = Double(try made.count)
        var (costs, ratios, walls): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 0..<self.rounds {
            let unit = try Measurement([], rounds: 1, milliseconds: 100).microseconds[0]
            let alone = try ChildProcess.run(self.zegel, made.verifying + ["--jobs", "1"])
            costs.append(alone.processor / count)
            ratios.append(alone.processor / count / unit)
            walls.append(try ChildProcess.run(self.zegel, made.verifying).wall / count)
        }
        func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
        try FigureTable([
            .init("dossiers per second and core", 1_000_000 / median(costs), "/s", goal: .atLeast(1_000)),
            .init("processor time of one", median(costs), "µs"),
            .init("the same", median(ratios), "P-256 verifications", goal: .atMost(20)),
            .init("dossiers per second, on all cores as far as they were free", 1_000_000 / median(walls), "/s"),
        ])
        .tell(asJSON: self.json)
    }
}
