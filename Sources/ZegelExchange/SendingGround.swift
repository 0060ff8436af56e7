// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelPolicy
import ZegelStore

/// What a decision on handing in a message stands on: the rules, and the facts as one state of the store has them (EXCHANGES §0.2).
///
/// Two that come at once see the same state. What one of them changes for the other is looked up again in the transaction that stores
/// it, and one for which it changed is decided anew: of two versions of a list, or two last questions of a day, one is refused.
struct SendingGround: Sendable {
    /// What decides.
    let rules: Rules
    /// What it is told.
    let facts: Facts
    private let lookup: FactLookup

    fileprivate init(_ lookup: FactLookup, _ rules: Rules, _ facts: Facts) {
        self.rules = rules
        self.facts = facts
        self.lookup = lookup
    }

    /// Whether a later state of the store, and the cases in force by then, say the same.
    ///
    /// Citations alone are not read again: what was matched when a message was handed in stays matched.
    func isStillSo(in view: borrowing ReadView, _ cases: CaseBook) throws -> Bool {
        let lookup = self.lookup
        guard lookup.table(in: cases, at: self.facts.asOf) == self.facts.caseTable else { return false }
        return try !lookup.needs.mustStillHold || lookup.facts(in: view, cases, at: self.facts.asOf) == self.facts
    }

    /// Notes what later decisions count of the message.
    func count(_ message: StoredMessage, in transaction: borrowing Transaction) throws {
        let (header, needs) = (message.header, self.lookup.needs)
        if let list = self.facts.list {
            try transaction.keep(version: list.lastVersion + 1, of: list.name, as: message.id)
        }
        if needs.queries {
            try transaction.count(
                question: header.kind,
                in: header.exchange,
                by: header.from.mailbox,
                on: needs.today
            )
        }
    }
}

extension ExchangeContext {
    /// Looks up what a decision on handing in a message stands on.
    ///
    /// - Parameter exchanges: Of which alone cited messages may be looked at; `nil` for those of all.
    func ground(
        of header: HeaderView,
        citing exchanges: [String]? = nil,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<SendingGround> {
        let (rules, now) = (self.policy.rules, self.clock())
        let needs = rules.engine.needs(toSend: header, at: now)
        let lookup = FactLookup(header: header, needs: needs, exchanges: exchanges)
        guard lookup.looksInStore else {
            let facts = Facts(asOf: now, caseTable: lookup.table(in: rules.cases, at: now))
            return eventLoop.makeSucceededFuture(SendingGround(lookup, rules, facts))
        }
        return self.store.read(on: eventLoop) { view in
            SendingGround(lookup, rules, try lookup.facts(in: view, rules.cases, at: now))
        }
    }
}

/// How the facts about a header are looked up.
private struct FactLookup: Sendable {
    let header: HeaderView
    let needs: FactNeeds
    let exchanges: [String]?

    /// Follows from header and rules alone.
    var looksInStore: Bool { !(self.header.inReplyTo.value ?? []).isEmpty || self.needs.mustStillHold }

    func facts(in view: borrowing ReadView, _ cases: CaseBook, at moment: Instant) throws -> Facts {
        let cited = try self.cited(in: view)
        var list: ListState?
        let (exchange, sender) = (self.header.exchange ?? "", self.header.from?.mailbox)
        if let wanted = self.needs.list, let sender {
            let last = try view.lastVersion(of: wanted.name, in: exchange, by: sender)
            list = ListState(name: wanted.name, lastVersion: last, subscribers: wanted.subscribers)
        }
        var questions: Int?
        if self.needs.queries, let sender {
            let kind = self.header.kind ?? ""
            questions = try view.questions(of: kind, in: exchange, by: sender, on: self.needs.today)
        }
        return Facts(
            asOf: moment,
            inReplyTo: cited,
            caseTable: self.table(in: cases, at: moment),
            list: list,
            told: self.needs.told ? self.told(cited) : nil,
            queriesToday: questions
        )
    }

    /// The case that the header names, as far as its sender has part in it.
    func table(in cases: CaseBook, at moment: Instant) -> CaseTable? { cases.table(of: self.header, at: moment) }

    /// The messages that the header answers.
    ///
    /// An answer is matched only with what the mailbox sent or received, by kenmerk and date together (DESIGN §4.2).
    private func cited(in view: borrowing ReadView) throws -> [AnsweredMessage?] {
        guard let sender = self.header.from?.mailbox else { return [] }
        let preferred = Set(self.header.to.map(\.mailbox))
        var answered: [AnsweredMessage?] = []
        for citation in self.header.inReplyTo.value ?? [] {
            guard let kenmerk = citation.kenmerk.flatMap({ Kenmerk($0) }), let date = citation.date else {
                answered.append(nil)
                continue
            }
            let all = try view.messages(citedBy: sender, kenmerk: kenmerk, date: date)
            let found = all.filter { self.exchanges?.contains($0.header.exchange) ?? true }
            let fromAddressees = found.filter { preferred.contains($0.header.from.mailbox) }
            let candidates = fromAddressees.isEmpty ? found : fromAddressees
            let match = candidates.count == 1 ? candidates.first : nil
            answered.append(
                match.map { match in
                    AnsweredMessage(
                        header: match.header,
                        deliveredTo: match.deliveries.filter { $0.state != .pending }.map(\.mailbox),
                        isWithdrawn: match.state == .withdrawn
                    )
                }
            )
        }
        return answered
    }

    /// Who had what the sender itself sent and now lifts or corrects; not known where it cites nothing of its own.
    private func told(_ cited: [AnsweredMessage?]) -> [MailboxName]? {
        let own = cited.compactMap { $0 }.filter { $0.header.from?.mailbox == self.header.from?.mailbox }
        return own.isEmpty ? nil : Set(own.flatMap(\.deliveredTo)).sorted()
    }
}

extension CaseBook {
    /// The table of the case that a header names, as far as its sender has part in it.
    func table(of header: HeaderView, at moment: Instant) -> CaseTable? {
        guard let id = header.caseID.value, let exchange = header.exchange, let sender = header.from?.mailbox else {
            return nil
        }
        return self.table(id, of: exchange, knownTo: sender, at: moment)
    }
}
