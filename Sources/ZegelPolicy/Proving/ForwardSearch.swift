// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// All forwards of the messages of one kind, by whoever has them, to whomever: which of them are allowed.
///
/// The domain is every mailbox by class, the purposes and bases that a rule for forwards or an invariant names and one that none does,
/// and the originator's consent. What no permit for forwards selects is refused whatever else is asked, and is not tried. What is known
/// is set so that it stands in the way of nothing: not withdrawn, all at the table of the case, and consent given wherever no invariant
/// is about it. Each of these could only refuse, so that nothing that is allowed is missed.
struct ForwardSearch {
    /// A forward that is allowed, for messages that are alike.
    struct Edge {
        let from: MailboxAddress
        let to: [MailboxAddress]
        let purpose: String
        let basis: String
        let hasConsent: Bool
        /// The levels of messages for which it is.
        fileprivate(set) var levels: Set<Classification> = []
    }

    private let proof: KindProof
    /// What is tried.
    private(set) var domain: ForwardDomain
    private var known: [String: [Edge]] = [:]
    private(set) var decided = 0

    /// - Parameters:
    ///   - proof: What can vary about the messages.
    ///   - literals: What the invariants look at that are about forwards of this kind.
    ///   - isWhole: Whether every mailbox stands for itself.
    init(_ proof: KindProof, literals: [Literal], isWhole: Bool = false) {
        self.proof = proof
        self.domain = ForwardDomain(proof, literals: literals, isWhole: isWhole)
    }

    /// Takes in what another search tells apart.
    mutating func join(_ other: ForwardSearch) { self.domain.join(other.domain) }

    /// Whether a permit is about forwards of the kind.
    var isOpen: Bool {
        self.proof.exchange.onward.permits.contains { $0.kinds?.contains(self.proof.kind.name) ?? true }
    }

    /// The size of the domain, counted as a product, for one message and one holder.
    var size: Double { self.domain.size }

    /// What a forward can depend on in a message besides its level, in words: two messages that say the same are passed on alike.
    func features(of original: HeaderView) -> String { self.domain.features(of: original) }

    /// The forwards of a message that one who has it may make.
    ///
    /// - Parameter features: Those of the message.
    mutating func edges(of original: HeaderView, from holder: MailboxName, _ features: String) -> [Edge] {
        let key = "\(holder) \(features)"
        if let found = self.known[key] { return found }
        let found = self.search(original, holder)
        self.known[key] = found
        return found
    }

    private mutating func search(_ original: HeaderView, _ holder: MailboxName) -> [Edge] {
        let (exchange, policy) = (self.proof.exchange, self.proof.engine.policy)
        func roles(_ name: MailboxName) -> UInt64 { exchange.roles(of: name, on: self.proof.today) }
        guard roles(holder) != 0, let owner = policy.organisations.owner(of: holder) else { return [] }
        let permits = exchange.onward.permits.filter {
            $0.from.selects(holder, in: roles(holder), from: holder) && $0.kinds?.contains(self.proof.kind.name) ?? true
        }
        let from = MailboxAddress(oin: owner.oin, mailbox: holder)
        var edges: [Edge] = []
        for to in self.domain.targets where !to.contains(from) {
            let isSelected = permits.contains { permit in
                to.allSatisfy { permit.to.selects($0.mailbox, in: roles($0.mailbox), from: holder) }
            }
            guard isSelected else { continue }
            for purpose in Set(self.domain.purposes + [original.purpose ?? "~"]).sorted() {
                for basis in self.domain.bases {
                    for hasConsent in self.domain.consents {
                        var edge = Edge(from: from, to: to, purpose: purpose, basis: basis, hasConsent: hasConsent)
                        edge.levels = self.levels(of: edge, original)
                        if !edge.levels.isEmpty { edges.append(edge) }
                    }
                }
            }
        }
        return edges
    }

    /// The levels at which a message may be passed on so; what is refused at the lowest is refused for another reason, at every level.
    private mutating func levels(of edge: Edge, _ original: HeaderView) -> Set<Classification> {
        var (levels, original) = (Set<Classification>(), original)
        for level in Classification.allCases {
            original.classification = level
            self.decided += 1
            if self.proof.engine.decide(self.question(edge, original)).isAllowed {
                levels.insert(level)
            } else if levels.isEmpty {
                break
            }
        }
        return levels
    }

    /// The question that a forward of a message is.
    func question(_ edge: Edge, _ original: HeaderView, deliveredTo: [MailboxName] = []) -> Question {
        var header = HeaderView([:])
        header.exchange = self.proof.exchange.name
        header.kind = "forward"
        header.from = edge.from
        header.to = edge.to
        header.purpose = edge.purpose
        header.legalBasis = edge.basis == "~" ? self.domain.otherBasis : edge.basis
        header.classification = original.classification
        let agreed = edge.hasConsent ? edge.to.map(\.mailbox) : []
        var facts = Facts(asOf: self.proof.values.asOf)
        facts.original = OriginalMessage(
            header: original,
            consents: agreed.map { OriginalMessage.Consent(mailbox: $0, purpose: edge.purpose) },
            isWithdrawn: false,
            deliveredTo: deliveredTo.isEmpty ? [edge.from.mailbox] : deliveredTo
        )
        if let id = original.caseID.value {
            let begin = self.proof.today.advanced(byDays: -60)
            let members = ([edge.from] + edge.to).map { address in
                CaseTable.Member(mailbox: address.mailbox, basis: "-", from: begin, until: nil)
            }
            facts.caseTable = CaseTable(id: id, opened: begin, members: members)
        }
        return Question(.forward, header, facts)
    }
}
