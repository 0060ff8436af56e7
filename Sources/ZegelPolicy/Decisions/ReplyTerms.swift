// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What a message means for the clocks of requests and for the way to another server, as the policy has it when it is delivered.
package struct ReplyTerms: Hashable, Sendable {
    /// An answer that says that it is a part.
    package struct Partial: Hashable, Sendable {
        /// The key of what it gives, in its details.
        package let provides: String
        /// The key of what was asked, in the details of what it answers.
        package let of: String
    }

    /// Who hears of it when one of those who owe an answer gave none.
    package struct Escalation: Hashable, Sendable {
        /// Who owes the answer.
        package let owing: MailboxName
        /// Who hears of it.
        package let told: MailboxName
        /// From when on.
        package let at: Instant
    }

    /// How it is a part of an answer; `nil` where it is a whole one, or none.
    package let partial: Partial?
    /// Who hears of it when it is not answered.
    package let escalations: [Escalation]
    /// Whether it lifts or corrects what it cites.
    package let lifts: Bool
    /// Until when it is of use to bring it to another server; `nil` where neither the exchange nor the message says.
    package let deliverBy: Instant?

    /// Of a message that means nothing for them.
    package static let none = ReplyTerms(partial: nil, escalations: [], lifts: false, deliverBy: nil)
}

extension PolicyEngine {
    /// What a message means for the clocks of requests.
    ///
    /// A mailbox hears of a request where it is of the organisation that owes the answer or of the one that asks, a member of the exchange
    /// on the day, and cleared for the message: it is told who owes what to whom, and never what the message says.
    package func replyTerms(of header: MessageHeader, at moment: Instant) -> ReplyTerms {
        let exchange = self.policy.exchanges[header.exchange]
        let kind = exchange?.kinds[header.kind]
        var escalations: [ReplyTerms.Escalation] = []
        if let exchange, let rule = kind?.escalation, let due = header.respondBy?.end {
            let today = Amsterdam.day(of: moment)
            let may = rule.to.filter { name in
                exchange.roles(of: name, on: today) != 0
                    && (self.policy.organisations.clearance(of: name).map { header.classification <= $0 } ?? false)
            }
            for recipient in header.to where recipient.role == .action {
                let owing = recipient.address.mailbox
                let sides = [owing.organisation, header.from.mailbox.organisation]
                escalations += may.filter { sides.contains($0.organisation) && $0 != owing }.map {
                    ReplyTerms.Escalation(owing: owing, told: $0, at: rule.after.end(after: due))
                }
            }
        }
        let stated = kind?.partial.map { HeaderView(header).detail($0.stated) == .bool(true) } ?? false
        return ReplyTerms(
            partial: stated ? kind?.partial.map { .init(provides: $0.provides, of: $0.of) } : nil,
            escalations: escalations,
            lifts: kind?.reachesAllTold ?? false,
            deliverBy: [
                header.respondBy?.end, kind?.deliverWithin.map { moment.advanced(bySeconds: Int64($0)) },
            ]
            .compactMap(\.self).filter { moment < $0 }.min()
        )
    }
}

extension HeaderView {
    /// A value of the details.
    fileprivate func detail(_ key: String) -> JSONValue? { self.details.value?.first { $0.key == key }?.value }
}

extension MessageHeader.Term {
    /// The moment at which the term has run out.
    package var end: Instant {
        switch self {
        case .day(let day): Amsterdam.end(of: day)
        case .moment(let moment): moment
        }
    }
}
