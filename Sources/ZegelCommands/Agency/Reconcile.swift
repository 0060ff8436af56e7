// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelClient
import ZegelCore
import ZegelPolicy

/// `zegel reconcile`: holds what the server signs for to what is here.
struct Reconcile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare what was sent and received on a day with what the server signs for.",
        discussion: """
            The server signs, for each other mailbox, the first and last number of the day and a digest over what was delivered. What was \
            received is compared with the numbers that this profile has been shown; with --dossiers DIR each message must be there as \
            ID.asice, too. With --receipts DIR what was sent is compared with the receipts in that folder. Exit 9 where something \
            differs.
            """
    )

    @OptionGroup var agency: AgencyOptions

    @Option(help: "The mailbox, instead of the one in the profile.")
    var mailbox: MailboxName?

    @Option(help: "The day, in Europe/Amsterdam; today, as far as it is over, where left out.")
    var day: CalendarDate?

    @Option(help: ArgumentHelp("The folder with the receipts of what was sent.", valueName: "dir"))
    var receipts: String?

    @Option(help: ArgumentHelp("The folder with the dossiers that were received.", valueName: "dir"))
    var dossiers: String?

    @Option(help: ArgumentHelp("Keep what the server signed in this file.", valueName: "file"))
    var out: String?

    func run() async throws {
        try await self.agency.connected { connection in
            let mailbox = self.mailbox ?? connection.profile.mailbox
            let day = self.day ?? Amsterdam.day(of: .now)
            let statement = try await connection.reconciliation(of: mailbox, on: day)
            if let out { try KeptFile.write(statement.bytes, to: out) }
            var comparison = Comparison(statement.record)
            for finding in try await connection.noteAll(of: mailbox) { comparison.add(finding.text) }
            let start = Amsterdam.end(of: day.advanced(byDays: -1))
            let received = try connection.arrivals(in: mailbox, from: start, until: Amsterdam.end(of: day))
            comparison.compare("received from", statement.record.received, with: received)
            for arrival in received.values.joined() where !self.has(arrival.message) {
                comparison.add("\(arrival.message) from \(arrival.sender) is not among the dossiers.")
            }
            if let receipts {
                let sent = try await SentMessages(of: mailbox, in: receipts, connection)
                for text in sent.faults { comparison.add(text) }
                comparison.compare(
                    "sent to",
                    statement.record.sent,
                    with: sent.delivered(from: start, until: Amsterdam.end(of: day))
                )
            }
            try comparison.tell(asJSON: self.agency.json)
        }
    }

    private func has(_ id: MessageID) -> Bool {
        self.dossiers.map { FileManager.default.fileExists(atPath: "\($0)/\(id).asice") } ?? true
    }
}

/// What a signed statement and this side have in common, and where they differ.
private struct Comparison {
    private let record: ReconciliationRecord
    private var faults: [String] = []
    private var agreed: Int64 = 0

    init(_ record: ReconciliationRecord) { self.record = record }

    mutating func add(_ fault: String) { self.faults.append(fault) }

    /// Holds the pairs of one direction to what is here; what came after the statement is not its matter.
    mutating func compare(
        _ direction: String,
        _ pairs: [ReconciliationRecord.Pair],
        with own: [MailboxName: [NumberedArrival]]
    ) {
        for pair in pairs {
            let all = (own[pair.mailbox] ?? []).filter { $0.number <= pair.last || $0.availableAt <= self.record.time }
            let numbers = Set(all.map(\.number))
            // What the server has erased it cannot sign for any more; what is here of it needs no mending.
            let erased = Set(pair.erased)
            let absent = (pair.first...pair.last).filter { !numbers.contains($0) && !erased.contains($0) }
            let beyond = numbers.filter { !(pair.first...pair.last).contains($0) }.sorted()
            let lines = all.filter { !erased.contains($0.number) }
                .flatMap { ReconciliationRecord.Pair.line($0.number, $0.container) }
            if !absent.isEmpty {
                self.add("\(absent.count) \(direction) \(pair.mailbox) are not here: \(Self.list(absent)).")
            }
            if !beyond.isEmpty {
                self.add("The server does not sign for \(direction) \(pair.mailbox): \(Self.list(beyond)).")
            }
            if absent.isEmpty, beyond.isEmpty {
                if ContentDigest(of: lines) == pair.digest {
                    self.agreed += pair.count - Int64(erased.count)
                } else {
                    self.add("What was \(direction) \(pair.mailbox) has other contents than the server signs for.")
                }
            }
        }
        for (mailbox, all) in own where !pairs.contains(where: { $0.mailbox == mailbox }) {
            let early = all.filter { $0.availableAt <= self.record.time }.map(\.number)
            if !early.isEmpty { self.add("The server does not sign for \(direction) \(mailbox): \(Self.list(early)).") }
        }
    }

    /// Prints the outcome, and ends with exit 9 where something differs.
    func tell(asJSON isJSON: Bool) throws {
        let json: JSONValue = [
            "mailbox": .string("\(self.record.mailbox)"), "day": .string("\(self.record.day)"),
            "time": .string("\(self.record.time)"), "agreed": .integer(self.agreed),
            "differences": .array(self.faults.map { .string($0) }),
        ]
        let head =
            "\(self.record.mailbox) on \(self.record.day), as the server signed at \(self.record.time): \(self.agreed) agree."
        Output.result(isJSON ? json : nil, else: ([head] + self.faults).joined(separator: "\n"))
        if !self.faults.isEmpty { throw ExitCode(ProcessExit.integrity.rawValue) }
    }

    private static func list(_ numbers: [Int64]) -> String {
        let shown = numbers.prefix(20).map { "\($0)" }.joined(separator: ", ")
        return numbers.count > 20 ? "\(shown) and \(numbers.count - 20) more" : shown
    }
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads a day as 2026-11-20.
    package init?(argument: String) { self.init(argument) }
}
