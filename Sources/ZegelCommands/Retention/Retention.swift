// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCore
import ZegelPolicy
import ZegelServer

/// `zegel retention`: when messages end, and what holds them.
struct Retention: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "See when messages end and by which rule, and hold those that must be kept.",
        subcommands: [ListRetention.self, HoldMessage.self, ReleaseMessage.self]
    )
}

/// `zegel retention list`: what ends when.
struct ListRetention: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what ends until a day, by which rule, and what is held.",
        discussion: """
            Messages are named by their id alone. Without --until it is what ends within 90 days and what is held; with --all \
            also what has no rule, or a term that does not count yet. The server may run.
            """
    )

    @Option(help: "The configuration of the server, zegel.yaml.")
    var config: String

    @Option(help: "The last day to look at; else 90 days from now.", transform: CaseArgument.day)
    var until: CalendarDate?

    @Flag(help: "Every message.")
    var all = false

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() async throws {
        do {
            let list = try RetentionList(try ServerConfiguration.load(self.config))
            let last = self.until ?? CalendarDate.today.advanced(byDays: 90)
            var lines: [RetentionList.Line] = []
            try list.each(at: .now) { line in
                if self.all || line.hold != nil || line.end.lastDay.map({ $0 <= last }) ?? false { lines.append(line) }
            }
            lines.sort { ($0.end.lastDay.map { "\($0)" } ?? "~") < ($1.end.lastDay.map { "\($0)" } ?? "~") }
            var table = TextTable(["message", "exchange", "kind", "ends after", "then", "by", "held"])
            for line in lines { table.add(line.row) }
            let text = lines.isEmpty ? "Nothing ends until \(last)." : table.text
            Output.result(self.json ? ["messages": .array(lines.map(\.json))] : nil, else: text)
        } catch { throw CommandFailure(any: error, isJSON: self.json) }
    }
}

extension MessageEnd {
    /// The last day of the term, where it has one.
    fileprivate var lastDay: CalendarDate? { if case .term(let end) = self { end.rule.until } else { nil } }
}

extension RetentionList.Line {
    fileprivate var row: [String] {
        let end =
            switch self.end {
            case .none: ["never", "-", "no rule"]
            case .open(let start): ["not yet", "-", "counts from \(start)"]
            case .term(let end): ["\(end.rule.until)", end.outcome.rawValue, end.rule.place]
            }
        return ["\(self.id)", self.exchange, self.kind] + end + [self.hold?.ground ?? "-"]
    }

    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("message", .string("\(self.id)")), .init("exchange", .string(self.exchange)),
            .init("kind", .string(self.kind)),
        ]
        switch self.end {
        case .none: ()
        case .open(let start): members.append(.init("countsFrom", .string(start)))
        case .term(let end):
            members += [
                .init("until", .string("\(end.rule.until)")), .init("outcome", .string(end.outcome.rawValue)),
                .init("rule", .string(end.rule.place)),
            ]
        }
        if let hold { members.append(.init("hold", hold.json)) }
        return .object(members)
    }
}
