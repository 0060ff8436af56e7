// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCommands
import ZegelCore

/// `zegel-bench server`: what a running server does with real clients, beside nginx and the bare listener in the same run.
struct ServerBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "server",
        abstract: "What a running server does with real clients, beside nginx.",
        discussion: """
            Clients with certificates speak HTTP/2 over TLS 1.3 with `zegel serve`, with nginx, which keeps each container in a file of its own \
            and checks, signs and syncs nothing, and with the bare listener of Zegel, which answers and does nothing. All containers are made \
            and signed before, and no two are the same. The load is a process of its own; LOAD CORES says how busy it was with \
            its --threads.

            Scenarios: small (documents of 1 KiB on 1, 16, 64, 256 and 1,024 streams; small-64 is one of them), 64-KiB, 64-MiB, 1-GiB, download \
            (64 MiB), polling (200 clients that look at a mailbox), mixed (four reads for each message), all; soak and --goals \
            are runs of their own.
            """
    )

    @Option(help: "The server, a release build of zegel.")
    var zegel: String

    @Option(help: "nginx.")
    var nginx = "/usr/sbin/nginx"

    @Option(help: "A scenario, or several with commas between.")
    var scenario = "small"

    @Option(help: "Who is measured beside zegel, with commas between.")
    var beside = "nginx,floor"

    @Flag(help: "Measure what has to hold, and say what does.")
    var goals = false

    @Option(help: "Rounds; the median counts.")
    var rounds = 5

    @Option(help: "How many of the requests of each round, in percent.")
    var scale = 100

    @Option(help: "Minutes of a soak.")
    var minutes = 10.0

    @Option(help: "Event loops of the load.")
    var threads = 2

    @Option(help: "Also write a chart, in SVG.")
    var svg: String?

    @Flag(help: "Print JSON.")
    var json = false

    private var peers: [Peer]? {
        let beside = self.beside.split(separator: ",").map { Peer(rawValue: String($0)) }
        return beside.contains(nil) ? nil : Peer.allCases.filter { $0 == .zegel || beside.contains($0) }
    }

    private var names: [String] { self.scenario.split(separator: ",").map { String($0) } }

    func validate() throws {
        guard (1...1_000).contains(self.rounds) else { throw ValidationError("--rounds must be 1 to 1000.") }
        guard (1...1_000).contains(self.scale) else { throw ValidationError("--scale must be 1 to 1000.") }
        guard (1...64).contains(self.threads) else { throw ValidationError("--threads must be 1 to 64.") }
        guard let peers = self.peers, !self.goals || peers.contains(.nginx) else {
            throw ValidationError("--beside is nginx, floor or both; the goals need nginx.")
        }
        guard self.minutes > 0, self.minutes <= 1_440 else { throw ValidationError("--minutes must be up to 1440.") }
        guard !self.names.isEmpty, self.names.allSatisfy({ $0 == "soak" || !Scenario.named($0).isEmpty }) else {
            throw ValidationError("--scenario is small, 64-KiB, 64-MiB, 1-GiB, download, polling, mixed, soak or all.")
        }
    }

    func run() async throws {
        let run = ServerRun(
            zegel: self.zegel,
            nginx: self.nginx,
            peers: self.peers ?? [],
            rounds: self.rounds,
            scale: self.scale,
            minutes: self.minutes,
            threads: self.threads
        )
        let figures: [FigureTable.Figure]
        let results: [ScenarioResult]
        if self.goals {
            (results, figures) = try await GoalRun(run: run).measure()
        } else {
            let scenarios = self.names.flatMap(Scenario.named)
            (results, figures) = try await run.measure(scenarios, soaks: self.names.contains("soak"))
        }
        if let svg = self.svg {
            try Data(ServerChart(results: results).svg.utf8).write(to: URL(fileURLWithPath: svg))
        }
        let report = ServerReport(results: results)
        let goals = FigureTable(figures)
        Output.result(
            self.json ? ["scenarios": report.json, "figures": goals.json] : nil,
            else: [results.isEmpty ? "" : report.table, figures.isEmpty ? "" : goals.table]
                .filter { !$0.isEmpty }.joined(separator: "\n\n")
        )
        guard goals.isMet else { throw ExitCode.failure }
    }
}
