// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// A passage that the engine allows, as claims look at it.
struct PassageView {
    private let evaluation: Evaluation
    private let originator: MailboxName?
    private let consents: [OriginalMessage.Consent]?

    /// A message.
    init(_ draft: Draft, _ proof: KindProof) {
        self.evaluation = Evaluation(Question(.send, draft.header, draft.facts), proof.exchange, proof.engine)
        self.originator = draft.header.from?.mailbox
        self.consents = nil
    }

    /// A forward: its parties, purpose and basis, and all else of the message that it passes on.
    init(forward question: Question, _ proof: KindProof) {
        let (forward, facts) = (question.header, question.facts)
        var header = facts.original?.header ?? forward
        header.from = forward.from
        header.to = forward.to
        header.purpose = forward.purpose
        header.legalBasis = forward.legalBasis
        self.evaluation = Evaluation(Question(.forward, header, facts), proof.exchange, proof.engine)
        self.originator = facts.original?.header.from?.mailbox
        self.consents = facts.original?.consents ?? []
    }

    /// Whether it is all that a way of breaking an invariant asks.
    func meets(_ literals: [Literal]) -> Bool { literals.allSatisfy { $0.accepts(self.truth(of: $0.leaf)) } }

    func meets(_ literal: Literal) -> Bool { literal.accepts(self.truth(of: literal.leaf)) }

    private func truth(of leaf: Claim) -> Truth {
        switch leaf {
        case .condition(let condition): self.evaluation.holds(condition)
        case .originator(let selector): self.originator.map { Truth(selector.selects($0, in: 0)) } ?? .unknown
        case .consent: Truth(self.hasConsent)
        case .answersOne(let kinds): self.answersOne(of: kinds)
        case .reachesTold: self.reachesTold
        case .cleared: self.isCleared
        case .all(let claims): .all(claims.map(self.truth))
        case .any(let claims): .any(claims.map(self.truth))
        case .not(let claim): !self.truth(of: claim)
        }
    }

    private var hasConsent: Bool {
        guard let consents else { return true }
        let header = self.evaluation.header
        return header.to.allSatisfy { address in
            consents.contains { $0.mailbox == address.mailbox && $0.purpose == header.purpose }
        }
    }

    private func answersOne(of kinds: Set<KindName>) -> Truth {
        guard self.consents == nil, let sender = self.evaluation.sender else { return .unknown }
        let answered = self.evaluation.cited.compactMap { $0 }.filter { message in
            guard let kind = message.header.kind, let exchange = message.header.exchange else { return false }
            return kinds.contains(KindName(exchange: exchange, kind: kind))
        }
        guard answered.count == 1, let message = answered.first else { return .no }
        let isOfAddressee = self.evaluation.recipients.contains { $0.mailbox == message.header.from?.mailbox }
        return Truth(isOfAddressee && message.deliveredTo.contains(sender) && !message.isWithdrawn)
    }

    private var reachesTold: Truth {
        guard self.consents == nil, let told = self.evaluation.facts.told else { return .unknown }
        let reached = Set(self.evaluation.recipients.map(\.mailbox) + [self.evaluation.sender].compactMap { $0 })
        return Truth(reached.isSuperset(of: told))
    }

    private var isCleared: Truth {
        guard let level = self.evaluation.header.classification, !self.evaluation.recipients.isEmpty else {
            return .unknown
        }
        return Truth(
            self.evaluation.recipients.allSatisfy { recipient in
                self.evaluation.policy.organisations.clearance(of: recipient.mailbox).map { level <= $0 } ?? false
            }
        )
    }
}

extension Literal {
    /// The dimensions of a message that it looks at; none where it is about parties, or about a forward alone.
    var dimensions: [Dimension] {
        switch self.leaf {
        case .condition(.field(let path, let check)):
            var paths = [path]
            switch check {
            case .sameAs(let other), .subsetOf(let other): paths.append(other)
            default: ()
            }
            // The purpose is fixed while all else varies.
            return paths.compactMap { Dimension($0) }.filter { $0 != .purpose }
        case .condition, .originator, .consent, .all, .any, .not: return []
        case .answersOne: return [.citations]
        case .reachesTold: return [.told]
        case .cleared: return [.classification]
        }
    }

    /// Whether it looks at what the forward itself says, and not only at the message that is passed on.
    var isAboutPassage: Bool {
        switch self.leaf {
        case .condition(.field(let path, _)):
            path.source == .original || path.name == .purpose || path.name == .legalBasis || path.name == .addressees
        case .condition, .consent, .cleared: true
        case .originator, .answersOne, .reachesTold, .all, .any, .not: false
        }
    }
}
