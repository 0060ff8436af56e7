// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What a decision on handing in a message turns on that only the store knows, beyond the messages that it cites.
///
/// It follows from the header and the rules of its kind alone, so that what is looked up tells nobody what was found.
package struct FactNeeds: Hashable, Sendable {
    /// A list, and who gets it.
    package struct List: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// The mailboxes that the rules let the sender reach with it today; empty where nobody has to subscribe.
        package let subscribers: [MailboxName]
    }

    /// The day of the decision in the Netherlands, on which questions are counted.
    package let today: CalendarDate
    /// The list that the message is a version of.
    package let list: List?
    /// Whether it must reach everyone who had what it lifts or corrects.
    package let told: Bool
    /// Whether the questions of the day count.
    package let queries: Bool

    /// Whether what was looked up must still be so when the message is committed.
    package var mustStillHold: Bool { self.list != nil || self.told || self.queries }
}

extension PolicyEngine {
    /// What has to be looked up for a decision on handing in a message.
    package func needs(toSend header: HeaderView, at moment: Instant) -> FactNeeds {
        let today = Amsterdam.day(of: moment)
        guard let exchange = header.exchange.flatMap({ self.policy.exchanges[$0] }), let sender = header.from?.mailbox,
            let kind = header.kind.flatMap({ exchange.kinds[$0] })
        else {
            return FactNeeds(today: today, list: nil, told: false, queries: false)
        }
        let name = header.details.value?.first { $0.key == "list" }?.value["name"]?.string
        return FactNeeds(
            today: today,
            list: kind.list.flatMap { rule in
                name.map { name in
                    let isOpen = rule == .versioned
                    return .init(name: name, subscribers: isOpen ? [] : exchange.subscribers(of: kind, sender, today))
                }
            },
            told: kind.reachesAllTold,
            queries: kind.forbids.contains {
                ($0.when?.looksAtQueries ?? false) || ($0.unless?.looksAtQueries ?? false)
            }
        )
    }
}

extension ExchangePolicy {
    /// The members that a permit of the kind lets the sender send to today: an exchange names beforehand who gets a list.
    fileprivate func subscribers(of kind: KindPolicy, _ sender: MailboxName, _ today: CalendarDate) -> [MailboxName] {
        let senderRoles = self.roles(of: sender, on: today)
        let permits = kind.permits.filter { $0.from.selects(sender, in: senderRoles, from: sender) }
        return self.members.keys.sorted().filter { name in
            let roles = self.roles(of: name, on: today)
            return roles != 0 && permits.contains { $0.to.selects(name, in: roles, from: sender) }
        }
    }
}
