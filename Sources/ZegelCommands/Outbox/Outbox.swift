// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelClient
import ZegelCore
import ZegelServer

/// `zegel outbox`: what should reach the servers of partners and did not yet.
struct Outbox: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "See what waits for the servers of partners, change that, or compare what passed.",
        discussion: "It speaks to the running server over control.sock in its data folder, so run it as the same user.",
        subcommands: [ListOutbox.self, RetryOutbox.self, AbandonOutbox.self, ReconcileOutbox.self],
        defaultSubcommand: ListOutbox.self
    )
}

/// Which server.
struct OutboxOptions: ParsableArguments {
    @Option(help: "The configuration of the server, zegel.yaml.")
    var config = "zegel.yaml"

    @Flag(help: "Print one JSON document.")
    var json = false

    func caller() throws(Problem) -> ControlCaller {
        ControlCaller(folder: try ServerConfiguration.load(self.config).data)
    }

    /// Does something to one line, and says so.
    func change(
        _ number: Int64,
        _ word: String,
        _ work: (ControlCaller) async throws -> Void
    ) async throws {
        do {
            try await work(self.caller())
            let document: JSONValue = ["number": .integer(number), "state": .string(word)]
            Output.result(self.json ? document : nil, else: "Line \(number) is \(word).")
        } catch { throw CommandFailure(any: error, isJSON: self.json) }
    }
}

/// `zegel outbox list`: what did not arrive.
struct ListOutbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what waits, and what was refused, has expired or was given up."
    )

    @OptionGroup var options: OutboxOptions

    func run() async throws {
        do {
            let lines = try await self.options.caller().outbox()
            Output.result(self.options.json ? ["lines": .array(lines)] : nil, else: Self.text(lines))
        } catch { throw CommandFailure(any: error, isJSON: self.options.json) }
    }

    private static func text(_ lines: [JSONValue]) -> String {
        guard !lines.isEmpty else { return "Nothing waits, and nothing was given up." }
        var table = TextTable(["id", "server", "what", "message", "state", "attempts", "next", "reason"])
        for line in lines {
            func text(_ key: String) -> String { line[key]?.string ?? "" }
            table.add([
                "\(line["number"]?.integer ?? 0)", text("server"), line["statement"]?.string ?? "message",
                text("message"), text("state"), "\(line["attempts"]?.integer ?? 0)", text("due"), text("reason"),
            ])
        }
        return table.text
    }
}

/// `zegel outbox retry`: once more.
struct RetryOutbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Have one line tried again now, with its whole time before it."
    )

    @OptionGroup var options: OutboxOptions

    @Argument(help: "The id in the list.")
    var id: Int64

    func run() async throws { try await self.options.change(self.id, "waiting") { try await $0.retry(self.id) } }
}

/// `zegel outbox abandon`: no more.
struct AbandonOutbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "abandon",
        abstract: "Give one line up; a receipt that still comes counts all the same."
    )

    @OptionGroup var options: OutboxOptions

    @Argument(help: "The id in the list.")
    var id: Int64

    func run() async throws { try await self.options.change(self.id, "abandoned") { try await $0.abandon(self.id) } }
}
