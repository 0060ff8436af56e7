// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Mailboxes that no rule and no invariant tells apart: one of them stands for all.
///
/// Rules select by role, by mailbox, by organisation, and by clearance. Two mailboxes that have the same roles, are named in the same
/// selectors and are cleared for the same level are therefore judged alike in each other's place.
struct PartyClasses {
    private struct Signature: Hashable {
        let roles: UInt64
        let selected: [Bool]
        let clearance: Classification?
        let organisation: String?
    }

    /// The mailboxes, by class, in a fixed order.
    let classes: [[MailboxAddress]]

    /// Classes of mailboxes that two lists of classes both hold together; a mailbox may be missing in one of them.
    static func refining(_ one: [[MailboxAddress]], _ other: [[MailboxAddress]]) -> [[MailboxAddress]] {
        func places(_ classes: [[MailboxAddress]]) -> [MailboxAddress: Int] {
            classes.enumerated().reduce(into: [:]) { places, item in
                for address in item.element { places[address] = item.offset }
            }
        }
        let (before, now) = (places(one), places(other))
        let all = Set(before.keys).union(now.keys).sorted { $0.mailbox < $1.mailbox }
        let groups = Dictionary(grouping: all) { [before[$0] ?? -1, now[$0] ?? -1] }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    /// Takes classes that were made otherwise.
    init(classes: [[MailboxAddress]]) { self.classes = classes }

    /// - Parameters:
    ///   - mailboxes: Those that are sorted into classes.
    ///   - selectors: All that rules and invariants select by.
    ///   - named: Mailboxes that stand in some other list of a rule.
    init(
        _ mailboxes: [MailboxAddress],
        in exchange: ExchangePolicy,
        _ policy: PolicySet,
        on day: CalendarDate,
        selectors: [Selector],
        named: Set<MailboxName> = []
    ) {
        let sets = Set(selectors.map(\.mailboxes)).filter { !$0.isEmpty } + named.map { [$0] }
        let hasOwn = selectors.contains(where: \.hasOwnOrganisation)
        var (order, classes) = ([Signature](), [Signature: [MailboxAddress]]())
        for address in mailboxes {
            let name = address.mailbox
            let signature = Signature(
                roles: exchange.roles(of: name, on: day),
                selected: sets.map { $0.contains(name) },
                clearance: policy.organisations.clearance(of: name),
                organisation: hasOwn ? name.organisation : nil
            )
            if classes[signature] == nil { order.append(signature) }
            classes[signature, default: []].append(address)
        }
        self.classes = order.compactMap { classes[$0] }
    }

    /// Every sender with one addressee or two, one for each way in which rules could tell them apart.
    func parties(_ isRouted: (MailboxAddress, [MailboxAddress]) -> Bool) -> [Parties] {
        let all = self.classes.flatMap { $0 }
        var found: [Parties] = []
        for sender in self.classes.compactMap(\.first) {
            let others = self.classes.map { $0.filter { $0 != sender } }
            for index in others.indices {
                guard let first = others[index].first else { continue }
                let second = others[index...].enumerated().compactMap { place, members in
                    place == 0 ? members.dropFirst().first : members.first
                }
                for recipients in [[first]] + second.map({ [first, $0] }) where isRouted(sender, recipients) {
                    let other = all.first { $0 != sender && !recipients.contains($0) }
                    found.append(Parties(sender: sender, recipients: recipients, other: other))
                }
            }
        }
        return found
    }
}

extension PolicySet {
    /// Every mailbox.
    var mailboxes: [MailboxAddress] {
        self.organisations.organisations.flatMap { organisation in
            organisation.mailboxes.map { MailboxAddress(oin: organisation.oin, mailbox: $0.name) }
        }
    }
}

extension KindProof {
    /// All that the rules of the kind, and the invariants about it, select parties by.
    var selectors: [Selector] {
        var selectors = self.looking.selectors
        for permit in self.kind.permits { selectors += [permit.from, permit.to] }
        for purpose in self.kind.purposes.values.joined() { selectors += [purpose.from, purpose.to] }
        for ceiling in self.kind.ceilings { selectors += [ceiling.from, ceiling.to] }
        for rule in self.kind.details.values { selectors += [rule.required, rule.forbidden].compactMap { $0 } }
        for rule in self.kind.fields { selectors += [rule.required, rule.forbidden].compactMap { $0 } }
        if case .required(let table, let measures, _) = self.kind.caseRule {
            selectors += [table] + [measures].compactMap { $0 }
        }
        return selectors
    }

    /// The senders and addressees that a permit could join; between all others every message is refused.
    var parties: [Parties] { self.partyClasses.parties(self.isRouted) }

    /// The members of the exchange, those together that are judged alike.
    var partyClasses: PartyClasses {
        let members = self.engine.policy.mailboxes.filter {
            self.exchange.roles(of: $0.mailbox, on: self.today) != 0
        }
        return PartyClasses(
            members,
            in: self.exchange,
            self.engine.policy,
            on: self.today,
            selectors: self.selectors,
            named: Set(self.kind.citations.flatMap(\.fromEach))
        )
    }

    /// Whether a permit could join a sender and addressees.
    func isRouted(_ sender: MailboxAddress, _ recipients: [MailboxAddress]) -> Bool {
        self.kind.permits.contains { permit in
            let from = self.exchange.roles(of: sender.mailbox, on: self.today)
            return permit.from.selects(sender.mailbox, in: from, from: sender.mailbox)
                && recipients.count <= permit.addressees
                && recipients.allSatisfy { recipient in
                    let roles = self.exchange.roles(of: recipient.mailbox, on: self.today)
                    return permit.to.selects(recipient.mailbox, in: roles, from: sender.mailbox)
                }
        }
    }
}
