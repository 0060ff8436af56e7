// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelCore
import ZegelPolicy

/// `zegel case list`: the cases, one on each line.
struct ListCases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the cases that are open, one on each line."
    )

    @Option(help: "Only those of this exchange; repeatable.")
    var exchange: [String] = []

    @Flag(help: "Also those that are closed.")
    var all = false

    @OptionGroup var options: CaseOptions

    func run() async throws {
        try await self.options.reading { folder in
            let names = try self.exchange.map { try folder.known($0) }
            let reports = (names.isEmpty ? folder.policy.exchangeNames : names).flatMap { name in
                folder.book.cases(of: name).map { CaseReport(name, $0) }
            }
            let shown = reports.filter { self.all || $0.isOpen }
            var table = TextTable(["case", "exchange", "chair", "opened", "closed", "at the table today"])
            for report in shown { table.add(report.row) }
            let text = shown.isEmpty ? "No case." : table.text
            Output.result(self.options.policy.json ? ["cases": .array(shown.map(\.json))] : nil, else: text)
        }
    }
}

/// `zegel case show`: one case with everyone who sits, sat or will sit at its table.
struct ShowCase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one case, with everyone who sits, sat or will sit at its table."
    )

    @OptionGroup var named: NamedCase

    @OptionGroup var options: CaseOptions

    func run() async throws {
        try await self.options.reading { folder in
            let exchange = try self.named.exchange(in: folder)
            guard let found = folder.book.case(self.named.id, of: exchange) else {
                let ids = folder.book.cases(of: exchange).map(\.table.id)
                let hint = Spelling.hint(for: self.named.id, among: ids)
                throw Problem(.notFound, "\(exchange) has no case “\(self.named.id)”\(hint)")
            }
            let report = CaseReport(exchange, found)
            Output.result(self.options.policy.json ? report.json : nil, else: report.text)
        }
    }
}

/// A case as it is told.
struct CaseReport {
    private let exchange: String
    private let found: CaseBook.Case

    init(_ exchange: String, _ found: CaseBook.Case) {
        self.exchange = exchange
        self.found = found
    }

    private var table: CaseTable { self.found.table }

    /// Whether it is not closed yet.
    var isOpen: Bool { self.table.closed.map { .today < $0 } ?? true }

    /// Tells what was done, and how the case is now.
    func tell(_ what: String, asJSON isJSON: Bool) {
        Output.result(isJSON ? self.json : nil, else: "\(what) \(self.table.id).\n\n\(self.text)")
    }

    /// What programs get.
    var json: JSONValue {
        [
            "exchange": .string(self.exchange), "case": .string(self.table.id), "chair": .string("\(self.found.chair)"),
            "opened": .string("\(self.table.opened)"), "closed": self.table.closed.map { .string("\($0)") } ?? .null,
            "members": .array(
                self.table.members.dropFirst().map { seat in
                    [
                        "mailbox": .string("\(seat.mailbox)"), "basis": .string(seat.basis),
                        "from": .string("\(seat.from)"), "until": seat.until.map { .string("\($0)") } ?? .null,
                    ]
                }
            ),
            "measuresBy": .array(self.table.measuresBy.map { .string("\($0)") }),
        ]
    }

    /// What people get, to be pasted into a report as it is.
    var text: String {
        let closed = self.table.closed.map { ", closed on \($0)" } ?? ""
        var lines = ["\(self.table.id) in \(self.exchange), opened on \(self.table.opened)\(closed)", ""]
        var seats = TextTable(["mailbox", "basis", "from", "until", "today"])
        for seat in self.table.members {
            let until =
                seat.until.map { "\($0)" } ?? self.table.closed.map { "\($0.advanced(byDays: -1))" } ?? "closing"
            let basis = seat.mailbox == self.found.chair ? "leads the case" : seat.basis
            seats.add(["\(seat.mailbox)", basis, "\(seat.from)", until, self.sits(seat) ? "at the table" : "-"])
        }
        lines.append(seats.text)
        let measures = self.table.measuresBy.map { "\($0)" }.joined(separator: ", ")
        if !measures.isEmpty { lines += ["", "Measures by \(measures)"] }
        return lines.joined(separator: "\n")
    }

    /// One line of a list.
    var row: [String] {
        let seated = Set(self.table.members.filter { self.sits($0) }.map(\.mailbox)).count
        return [
            self.table.id, self.exchange, "\(self.found.chair)", "\(self.table.opened)",
            self.table.closed.map { "\($0)" } ?? "-", "\(seated)",
        ]
    }

    private func sits(_ seat: CaseTable.Member) -> Bool {
        let today = CalendarDate.today
        return self.isOpen && seat.from <= today && seat.until.map { today <= $0 } ?? true
    }
}
