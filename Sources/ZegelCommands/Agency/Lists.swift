// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelClient
import ZegelCore

/// `zegel lists`: the lists that a mailbox publishes and has, version by version.
struct Lists: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the lists that you publish and have: versions, which is in force, and who received it.",
        discussion: """
            Of a list that you publish you see for each addressee when it collected and acknowledged each version; of one \
            that you have, your own delivery. Each version replaces the one before. Where a version between the first and \
            the last is not there that is told, exit 9.
            """
    )

    @OptionGroup var agency: AgencyOptions

    @Argument(help: "The mailbox, instead of the one in the profile.")
    var mailbox: MailboxName?

    @Option(help: "How many versions of each side at most, the last ones, 1 to 1,000.")
    var limit = 100

    func validate() throws {
        guard (1...1_000).contains(self.limit) else { throw ValidationError("--limit takes 1 to 1,000.") }
    }

    func run() async throws {
        try await self.agency.connected { connection in
            let lists = try await connection.lists(self.mailbox, limit: self.limit)
            let name = "\(self.mailbox ?? connection.profile.mailbox)"
            let texts =
                lists.published.map { Self.text($0, "\(name) publishes") }
                + lists.received.map { Self.text($0, "\(name) has from \($0.publisher)") }
            let text = texts.isEmpty ? "\(name) publishes no list and has none." : texts.joined(separator: "\n\n")
            Output.result(self.agency.json ? Self.json(lists) : nil, else: text)
            if (lists.published + lists.received).contains(where: { !$0.missing.isEmpty }) {
                throw ExitCode(ProcessExit.integrity.rawValue)
            }
        }
    }

    /// The answer, with what is missing.
    private static func json(_ lists: PublishedLists) -> JSONValue {
        let missing = (lists.published + lists.received).flatMap { list in
            list.missing.map { versions -> JSONValue in
                [
                    "name": .string(list.name), "exchange": .string(list.exchange),
                    "publisher": .string("\(list.publisher)"), "first": .integer(versions.lowerBound),
                    "last": .integer(versions.upperBound),
                ]
            }
        }
        return .object((lists.json.members ?? []) + [.init("missing", .array(missing))])
    }

    private static func text(_ list: PublishedLists.List, _ what: String) -> String {
        let inForce = list.inForce.map { "version \($0.version) is in force" } ?? "no version is in force"
        var table = TextTable([
            "version", "standing", "published", "period", "as of", "kenmerk", "addressee", "state", "collected",
            "acknowledged",
        ])
        for version in list.versions {
            let deliveries: [SeenMessage.Delivery?] = version.deliveries.isEmpty ? [nil] : version.deliveries
            for (place, delivery) in deliveries.enumerated() {
                let first = [
                    "\(version.version)", version.standing.rawValue, version.receivedAt.seconds, version.period ?? "",
                    version.asOf ?? "", "\(version.kenmerk)",
                ]
                let cells = place == 0 ? first : first.map { _ in "" }
                table.add(
                    cells + [
                        delivery.map { "\($0.mailbox)" } ?? "", delivery?.state.rawValue ?? "",
                        delivery?.collectedAt?.seconds ?? "", delivery?.acknowledgedAt?.seconds ?? "",
                    ]
                )
            }
        }
        let missing = list.missing.map { versions in
            versions.count == 1
                ? "\(versions.lowerBound)" : "\(versions.lowerBound) to \(versions.upperBound)"
        }
        let gaps = missing.isEmpty ? "" : "\nmissing: \(missing.joined(separator: ", "))"
        return "\(what) “\(list.name)” (\(list.exchange)); \(inForce).\n\(table.text)\(gaps)"
    }
}
