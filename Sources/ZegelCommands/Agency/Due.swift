// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelClient
import ZegelCore

/// `zegel due`: what waits on me, and what waits on others.
struct Due: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "List what you are to answer or consent to, and what you wait for from others.",
        discussion: """
            A request is a message with a respondBy. A message that cites its kenmerk and date, from the mailbox that was \
            asked to the one that asked, answers it; one with a respondBy of its own is a question in return, and does not. \
            A signed refusal ends it, too. An answer that says that it is a part ends it once the parts give all that was \
            asked. What was not answered in time is shown to the mailboxes that the exchange names, too; and what you sent \
            that lapses unless you renew it. What others want to pass on of your messages, and only with your consent, you \
            answer with “zegel consent” or “zegel refuse”.
            """
    )

    @OptionGroup var agency: AgencyOptions

    @Option(help: "The mailbox, instead of the one in the profile.")
    var mailbox: MailboxName?

    @Option(help: "How many requests of each side at most, 1 to 1,000.")
    var limit = 100

    func validate() throws {
        guard (1...1_000).contains(self.limit) else { throw ValidationError("--limit takes 1 to 1,000.") }
    }

    func run() async throws {
        try await self.agency.connected { connection in
            let due = try await connection.due(self.mailbox, limit: self.limit)
            let name = "\(self.mailbox ?? connection.profile.mailbox)"
            let text = [
                Self.text("\(name) is to answer:", due.incoming) { "\($0.from)" },
                Self.text("\(name) waits for an answer to:", due.outgoing) { "\($0.to)" },
                Self.text("Not answered in time, as \(name) is to hear:", due.escalated) { "\($0.to) to \($0.from)" },
                Self.text("\(name) is to renew, else it lapses:", due.reviews),
            ]
            let none = "Nothing is due in \(name)."
            let passages = [
                Self.text("\(name) is asked to consent to:", due.consents) { "\($0.forward.mailbox)" },
                Self.text("\(name) waits for the consent of its originator to pass on:", due.forwards) {
                    "\($0.originator)"
                },
            ]
            let all = (text + passages).compactMap { $0 }.joined(separator: "\n\n")
            Output.result(self.agency.json ? due.json : nil, else: all.isEmpty ? none : all)
        }
    }

    private static func state(of request: DueRequests.Request) -> String {
        let parts = request.parts == 0 ? "" : request.parts == 1 ? "1 part came" : "\(request.parts) parts came"
        return [request.isLate ? "late" : "", parts].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func text(_ title: String, _ reviews: [DueRequests.Review]) -> String? {
        guard !reviews.isEmpty else { return nil }
        var table = TextTable(["until", "", "kenmerk", "date", "kind", "id"])
        for review in reviews {
            table.add([
                review.endsAt.seconds, review.isLapsed ? "lapsed" : "", "\(review.kenmerk)", "\(review.date)",
                review.kind, "\(review.id)",
            ])
        }
        return "\(title)\n\(table.text)"
    }

    private static func text(
        _ title: String,
        _ passages: [DueRequests.Passage],
        _ other: (DueRequests.Passage) -> String
    ) -> String? {
        guard !passages.isEmpty else { return nil }
        var table = TextTable(["since", "with", "kenmerk", "date", "to", "purpose", "basis", "id"])
        for passage in passages {
            let forward = passage.forward
            table.add([
                forward.receivedAt.seconds, other(passage), "\(passage.kenmerk)", "\(passage.date)",
                forward.to.map { "\($0.mailbox)" }.joined(separator: " "), forward.purpose, forward.legalBasis,
                "\(passage.id)",
            ])
        }
        return "\(title)\n\(table.text)"
    }

    private static func text(
        _ title: String,
        _ requests: [DueRequests.Request],
        _ other: (DueRequests.Request) -> String
    ) -> String? {
        guard !requests.isEmpty else { return nil }
        var table = TextTable(["due", "", "with", "kenmerk", "date", "kind", "id"])
        for request in requests {
            table.add([
                request.dueAt.seconds, Self.state(of: request), other(request), "\(request.kenmerk)",
                "\(request.date)", request.kind, "\(request.id)",
            ])
        }
        return "\(title)\n\(table.text)"
    }
}
