// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelClient
import ZegelCore

/// `zegel outbox reconcile`: what one server has and the other lacks.
struct ReconcileOutbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Compare with the servers of partners what passed, now, and list what one has and the other lacks.",
        discussion: """
            The server does this by itself, every day for the days before. What can be mended is pushed again. Exit 9 where something \
            differs, 8 where a server could not be asked.
            """
    )

    @OptionGroup var options: OutboxOptions

    @Option(help: "Only this server: its number.")
    var server: OIN?

    @Option(help: "Only this day, in Europe/Amsterdam; of today, what passed until now.")
    var day: CalendarDate?

    func run() async throws {
        let servers: [JSONValue]
        do {
            servers = try await self.options.caller().reconcile(self.server, self.day)
        } catch { throw CommandFailure(any: error, isJSON: self.options.json) }
        Output.result(
            self.options.json ? ["servers": .array(servers)] : nil,
            else: servers.isEmpty ? "The policy names no other server." : servers.map(Self.text).joined(separator: "\n")
        )
        let days = servers.flatMap { $0["days"]?.array ?? [] }
        if days.contains(where: { ($0["open"]?.integer ?? 0) > 0 }) {
            throw ExitCode(ProcessExit.integrity.rawValue)
        }
        if servers.contains(where: { $0["failed"] != .null }) { throw ExitCode(ProcessExit.network.rawValue) }
    }

    private static func text(_ server: JSONValue) -> String {
        func text(_ value: JSONValue?, _ key: String) -> String { value?[key]?.string ?? "" }
        let agreed = server["agreed"]?.string ?? "no day yet"
        var lines = ["\(text(server, "server")): the same on both sides until \(agreed)."]
        for day in server["days"]?.array ?? [] {
            let count = day["count"]?.integer ?? 0
            lines.append("  \(text(day, "day")): \(count) passed, \(day["open"]?.integer ?? 0) to be looked at.")
            for difference in day["differences"]?.array ?? [] {
                let what = difference["message"] == nil ? "statement" : "message"
                lines.append("    \(text(difference, "kind")): \(what) \(text(difference, what))")
            }
        }
        if let failed = server["failed"], failed != .null {
            lines.append("  \(text(failed, "day")) could not be compared: \(text(failed, "reason")).")
        }
        let waiting = server["waiting"]?.array?.count ?? 0
        if waiting > 0 { lines.append("  \(waiting) days have not been compared yet.") }
        return lines.joined(separator: "\n")
    }
}

extension OIN: ExpressibleByArgument {
    /// Reads a number of 20 digits.
    package init?(argument: String) { self.init(argument) }
}
