// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelClient
import ZegelCore

/// `zegel status`: where messages stand.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show where messages stand, as your organisation may see it.",
        discussion: "A message that your organisation may not know of is not found (exit 6), as one that is not there."
    )

    @OptionGroup var agency: AgencyOptions

    @Argument(help: "Ids of messages.")
    var messages: [MessageID]

    func run() async throws {
        try await self.agency.connected { connection in
            var batch = Batch(asJSON: self.agency.json)
            for id in self.messages {
                await batch.add("message", "\(id)") {
                    let message = try await connection.message(id)
                    return Batch.Done(json: message.json, text: Self.text(message))
                }
            }
            try batch.end()
        }
    }

    private static func text(_ message: SeenMessage) -> String {
        let lines = [
            "\(message.kenmerk) of \(message.date)  \(message.state.rawValue)",
            "    id        \(message.id)",
            "    kind      \(message.kind) in \(message.exchange), \(message.classification.rawValue)",
            "    from      \(message.from.mailbox), received \(message.receivedAt)",
        ]
        let deliveries = message.deliveries.map { delivery in
            let moments = [
                delivery.number.map { "number \($0)" },
                delivery.collectedAt.map { "collected \($0)" },
                delivery.collectedWith.map { "with certificate \("\($0)".prefix(16))…" },
                delivery.acknowledgedAt.map { "acknowledged \($0)" },
                delivery.disposedAt.map { "disposal \($0)" },
                delivery.forwardedBy.map { "forwarded by \($0)" },
            ]
            return (["    to        \(delivery.mailbox), \(delivery.state.rawValue)"] + moments.compactMap { $0 })
                .joined(separator: ", ")
        }
        let links =
            message.replacedBy.map { ["    replaced  by \($0.kenmerk) of \($0.date)"] } ?? []
            + message.replaces.map { "    replaces  \($0.kenmerk) of \($0.date)" }
        let relays = message.relays.map { "    server    \($0.text)" }
        let forwards = message.forwards.flatMap { forward in
            ["    forward   \(forward.text)"] + forward.relays.map { "              \($0.text)" }
        }
        return (lines + links + deliveries + forwards + relays).joined(separator: "\n")
    }
}

extension SeenMessage.Relay {
    /// One line for people.
    fileprivate var text: String {
        "\(self.server), \(self.state.rawValue)" + (self.reason.map { ", \($0)" } ?? "")
    }
}

extension SeenForward {
    /// One line for people.
    var text: String {
        let to = self.to.map { "\($0.mailbox)" }.joined(separator: ", ")
        let why = self.reasons.isEmpty ? "" : ": \(self.reasons.joined(separator: ", "))"
        return "\(self.state.rawValue), by \(self.mailbox) to \(to) for \(self.purpose), \(self.legalBasis)\(why)"
    }
}

extension MessageID: ExpressibleByArgument {
    /// Reads an id as a receipt spells it.
    package init?(argument: String) { self.init(argument) }
}
