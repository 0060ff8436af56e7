// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCore

/// `zegel-bench mailbox`: what listing a mailbox costs as the store grows.
struct MailboxBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mailbox",
        abstract: "What a page of a mailbox and a start cost in a store of many messages.",
        discussion: """
            Both stores have rows as those of real messages, all in one mailbox, with citations, lists, corrections and requests among them. \
            Pages of the same size are read in turn from both, out of the store: the first one, one from a cursor in the middle, the last one \
            (what a watcher asks for), and what a claim gives. Then a process that writes to the large one is killed, and the next start timed.
            """
    )

    @Option(help: "Messages of the large store.")
    var messages = 1_000_000

    @Option(help: "Messages of the small one.")
    var few = 1_000

    @Option(help: "Messages in a page.")
    var page = 100

    @Option(help: "How often each page is read from each store; the median counts.")
    var rounds = 201

    @Option(help: "A folder to keep the large store in; where it has one from before, that is taken.")
    var folder: String?

    @Option(help: "`zegel`, whose start is timed as well.")
    var zegel: String?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (2_000...10_000_000).contains(self.messages), (500...self.messages).contains(self.few) else {
            throw ValidationError("--messages must be 2000 to 10000000, --few 500 to that.")
        }
        guard (1...250).contains(self.page) else { throw ValidationError("--page must be 1 to 250.") }
        guard (11...10_001).contains(self.rounds) else { throw ValidationError("--rounds must be 11 to 10001.") }
    }

    func run() async throws {
        let temporary = FileManager.default.temporaryDirectory.appending(path: "zegel-bench-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        let few = try await SyntheticMailbox(folder: "\(temporary)/few", messages: self.few, page: self.page)
        let folder = self.folder ?? "\(temporary)/many"
        let many = try await SyntheticMailbox(folder: folder, messages: self.messages, page: self.page)
        var figures: [FigureTable.Figure] = []
        for view in SyntheticMailbox.View.allCases {
            let (small, large) = try await self.medians(of: view, few, many)
            figures += [
                .init("\(view.rawValue), \(few.count) messages", small, "µs"),
                .init("\(view.rawValue), \(many.count) messages", large, "µs"),
                .init("\(view.rawValue), many to few", large / small, "", goal: .atMost(1.2)),
            ]
        }
        few.close()
        many.close()
        let start = StoreStart(folder: folder)
        let name = "of \(many.count) messages, after kill -9"
        figures.append(.init("opening the store \(name)", try start.opening(), "ms", goal: .atMost(2_000)))
        if let zegel = self.zegel {
            let time = try start.serving(zegel, home: "\(temporary)/home")
            figures.append(.init("starting zegel serve \(name)", time, "ms", goal: .atMost(2_000)))
        }
        try FigureTable(figures).tell(asJSON: self.json)
    }

    /// Microseconds of each, read in turn, so that a slow moment of the machine hits both alike.
    private func medians(
        of view: SyntheticMailbox.View,
        _ few: SyntheticMailbox,
        _ many: SyntheticMailbox
    ) async throws -> (Double, Double) {
        var times: [[Double]] = [[], []]
        for round in 0..<self.rounds {
            for index in round.isMultiple(of: 2) ? [0, 1] : [1, 0] {
                let start = ContinuousClock.now
                try await [few, many][index].read(view)
                times[index].append((ContinuousClock.now - start) / .microseconds(1))
            }
        }
        return (times[0].sorted()[self.rounds / 2], times[1].sorted()[self.rounds / 2])
    }
}
