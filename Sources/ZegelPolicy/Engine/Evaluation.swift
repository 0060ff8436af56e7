// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// One decision while it is made: the question, what concerns it of the policy, and what was found so far.
///
/// Each group of rules is an extension with a method of its own; a further kind of rule is one more of them.
struct Evaluation {
    let header: HeaderView
    let facts: Facts
    let exchange: ExchangePolicy
    let policy: PolicySet
    let ceiling: Classification
    /// The day of the decision in the Netherlands.
    let today: CalendarDate
    let action: Action
    let kind: KindPolicy?
    /// The sender and the roles that it has today.
    let sender: MailboxName?
    let senderRoles: UInt64
    /// The addressees and the roles that they have today.
    let recipients: [(mailbox: MailboxName, roles: UInt64)]
    /// What the citations of the header matched, in their order.
    let cited: [AnsweredMessage?]

    /// How often something spoke against it.
    private(set) var objections = 0

    private var found: UInt64 = 0
    private var denials: [RuleReference] = []
    private var permits: [RuleReference] = []

    init(_ question: Question, _ exchange: ExchangePolicy, _ engine: PolicyEngine) {
        let today = Amsterdam.day(of: question.facts.asOf)
        self.header = question.header
        self.facts = question.facts
        self.exchange = exchange
        self.policy = engine.policy
        self.ceiling = engine.ceiling
        self.today = today
        self.action = question.action
        self.kind = question.header.kind.flatMap { exchange.kinds[$0] }
        self.sender = question.header.from?.mailbox
        self.senderRoles = question.header.from.map { exchange.roles(of: $0.mailbox, on: today) } ?? 0
        self.recipients = question.header.to.map { ($0.mailbox, exchange.roles(of: $0.mailbox, on: today)) }
        self.cited = Self.matches(question.header, question.facts)
    }

    /// Whether nothing speaks against it so far.
    var isClear: Bool { self.found == 0 }

    func has(_ reason: ReasonCode) -> Bool { self.found & (1 << UInt64(reason.place)) != 0 }

    mutating func deny(_ reason: ReasonCode, by rule: RuleReference? = nil) {
        self.objections += 1
        self.found |= 1 << UInt64(reason.place)
        let rule = rule ?? self.kind?.reference ?? self.exchange.reference
        if !self.denials.contains(rule) { self.denials.append(rule) }
    }

    mutating func rest(on rule: RuleReference) {
        if !self.permits.contains(rule) { self.permits.append(rule) }
    }

    var decision: Decision {
        let found = self.found
        let reasons = found == 0 ? [] : ReasonCode.allCases.filter { found & (1 << UInt64($0.place)) != 0 }
        return Decision(
            reasons: reasons,
            rules: reasons.isEmpty ? self.permits : self.denials,
            releases: self.releases,
            signingAge: self.kind?.signingAge
        )
    }

    // MARK: - The actions that are about a message as it was sent

    /// Handing in: all that the kind asks, and what is known only now: citations, versions, and whom it must reach.
    mutating func sending() {
        self.judgeMessage()
        self.judgeForbids(atHandingIn: true)
        self.citing()
        self.judgeList()
        self.judgeReach()
    }

    /// Delivery: what the kind asks is judged again; what was matched when it was handed in stays matched.
    mutating func delivering() {
        self.judgeMessage()
        self.judgeForbids(atHandingIn: false)
        guard let kind = self.kind, self.facts.release < self.releases else { return }
        self.deny(.releaseRequired, by: kind.releases.first?.reference)
    }

    private mutating func judgeMessage() {
        self.judgeParties()
        self.judgePurpose()
        self.judgeClassification()
        self.judgeMarkings()
        self.judgeCase()
        self.judgeSubjects()
        self.judgeDetails()
        self.judgeFields()
    }

    /// How many persons must have signed; a condition that cannot be evaluated asks for as many as it would.
    var releases: Int {
        let asked = (self.kind?.releases ?? []).filter { self.holds($0.when) != .no }
        return asked.map(\.persons).max() ?? 1
    }
}
