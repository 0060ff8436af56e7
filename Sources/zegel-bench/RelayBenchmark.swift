// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelClient
import ZegelCore

/// `zegel-bench relay`: how many messages a second go from one server to another, and how fast what waited goes once that is back.
struct RelayBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relay",
        abstract: "How fast messages go to a partner's server, and how fast those that waited for it drain.",
        discussion: """
            Two servers in processes of their own. First messages are handed in at the one while the other takes them: from the first handed in to the \
            last receipt. Then as many are handed in while the other is down: from its return, and an operator's word to try again, to the last receipt. \
            They go between twelve pairs of mailboxes, in turn.
            """
    )

    @Option(help: "A release build of zegel.")
    var zegel: String

    @Option(help: "Messages of each part.")
    var messages = 2_000

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (24...50_000).contains(self.messages) else { throw ValidationError("--messages must be 24 to 50000.") }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zegel-bench-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let pair = RelayPair(folder: folder, zegel: self.zegel)
        let port = try await MeasuredServer.freePort()
        try pair.make(port: port)
        let first = try pair.startFirst()
        defer { first.stop() }

        var second = try pair.startSecond(port: port)
        // The first of all waits for connections, tokens and proofs.
        try pair.send(try pair.sign(0..<24), to: first)
        try await self.drain(pair)
        let parts = try [24..<24 + self.messages, 24 + self.messages..<24 + 2 * self.messages].map { try pair.sign($0) }
        let normal = try await self.seconds {
            try pair.send(parts[0], to: first)
            try await self.drain(pair)
        }
        second.stop()
        try pair.send(parts[1], to: first)
        second = try pair.startSecond(port: port)
        defer { second.stop() }
        let draining = try await self.seconds { try await self.drain(pair) }

        let count = Double(self.messages)
        try FigureTable([
            .init("messages a second, handed in and pushed", count / normal, ""),
            .init("messages a second that waited, pushed", count / draining, ""),
            .init("the latter to the former", normal / draining, "", goal: .atLeast(0.5)),
        ])
        .tell(asJSON: self.json)
    }

    private func seconds(of work: () async throws -> Void) async throws -> Double {
        let start = ContinuousClock.now
        try await work()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    /// Waits until nothing is on its way; what waits for a later time after failures is tried at once.
    private func drain(_ pair: RelayPair) async throws {
        let lines = try await pair.control.outbox()
        for line in lines where line["state"]?.string == "waiting" && (line["attempts"]?.integer ?? 0) > 0 {
            if let number = line["number"]?.integer { try? await pair.control.retry(number) }
        }
        while true {
            let lines = try await pair.control.outbox()
            if lines.isEmpty { return }
            guard lines.allSatisfy({ ["waiting", "pushing"].contains($0["state"]?.string) }) else {
                throw WrongAnswer()
            }
            try await Task.sleep(for: .milliseconds(lines.count > 200 ? 500 : 20))
        }
    }
}
