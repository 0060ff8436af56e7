// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// All messages of one kind between some parties for one purpose: which of them are allowed.
///
/// Each group of dimensions that share a rule (``KindProof/components(_:)``) is gone through by itself while the others stand at values
/// that are allowed; a message is allowed when each group is, so that the allowed messages are the product of what is found here.
struct MessageSearch {
    /// A group of dimensions, their values, and those combinations that are allowed.
    struct Component {
        let dimensions: [Dimension]
        let choices: [[Choice]]
        /// Whether all that is allowed was gathered, and not the first alone.
        fileprivate var isComplete = false
        fileprivate(set) var allowed: [[Int]] = []

        fileprivate func apply(_ combination: [Int], to draft: inout Draft) {
            for (index, choice) in combination.enumerated() { self.choices[index][choice].apply(&draft) }
        }

        /// Every combination, in a fixed order, until `body` says no.
        fileprivate func walk(_ body: ([Int]) -> Bool) {
            var combination = self.choices.map { _ in 0 }
            while body(combination) {
                var place = combination.count - 1
                while place >= 0, combination[place] == self.choices[place].count - 1 {
                    combination[place] = 0
                    place -= 1
                }
                if place < 0 { return }
                combination[place] += 1
            }
        }
    }

    let proof: KindProof
    let parties: Parties
    let purpose: String
    private(set) var components: [Component]
    /// A message that is allowed; `nil` where none is.
    private(set) var witness: Draft?
    /// How many messages were decided.
    private(set) var decided = 0

    /// - Parameters:
    ///   - proof: What can vary.
    ///   - parties: Who sends to whom.
    ///   - purpose: What for; most rules look at it, so that it is fixed while all else varies.
    ///   - further: Dimensions that an invariant looks at together.
    init(_ proof: KindProof, _ parties: Parties, purpose: String, further: [[Dimension]] = []) {
        let proof = proof.narrowed(to: parties)
        self.proof = proof
        self.parties = parties
        self.purpose = purpose
        self.components = proof.components(further).map { dimensions in
            Component(dimensions: dimensions, choices: dimensions.map { Self.choices(of: $0, proof, parties) })
        }
        self.begin()
    }

    /// The same with dimensions, groups and values that are given; the first group holds the basis.
    init(
        _ proof: KindProof,
        _ parties: Parties,
        purpose: String,
        components: [[Dimension]],
        choices: (Dimension) -> [Choice]
    ) {
        self.proof = proof
        self.parties = parties
        self.purpose = purpose
        self.components = components.map { Component(dimensions: $0, choices: $0.map(choices)) }
        self.begin()
    }

    /// The values of a dimension between some parties.
    static func choices(of dimension: Dimension, _ proof: KindProof, _ parties: Parties) -> [Choice] {
        switch dimension {
        case .caseTable:
            var isAsked = false
            if case .required = proof.kind.caseRule { isAsked = true }
            return parties.cases(proof.today, isAsked: isAsked)
        case .citations: return CitedChoices(proof, parties).all
        case .list: return parties.lists
        case .told: return parties.told
        default: return proof.choices(of: dimension)
        }
    }

    /// How many messages there are between these parties, counted as a product.
    var size: Double {
        self.components.flatMap(\.choices).reduce(1) { $0 * Double($1.count) }
    }

    // MARK: - Looking

    /// What speaks against a draft: on its way in, and when it is delivered.
    private mutating func objections(to draft: Draft) -> Int {
        self.decided += 1
        let question = Question(.send, draft.header, draft.facts)
        var evaluation = Evaluation(question, self.proof.exchange, self.proof.engine)
        evaluation.sending()
        return evaluation.objections + (draft.facts.release < evaluation.releases ? 1 : 0)
    }

    /// Finds a message that is allowed: each group takes the values to which least is objected, whatever the others hold.
    private mutating func begin() {
        var draft = self.empty
        for component in self.components { component.apply(component.choices.map { _ in 0 }, to: &draft) }
        var left = self.objections(to: draft)
        for component in self.components where left > 0 {
            var best = draft
            component.walk { combination in
                var next = draft
                component.apply(combination, to: &next)
                let objections = self.objections(to: next)
                if objections < left { (left, best) = (objections, next) }
                return left > 0
            }
            draft = best
        }
        if left == 0 { self.witness = draft }
    }

    private var empty: Draft {
        var header = HeaderView([
            "kenmerk": "PROOF-1", "date": .string("\(self.proof.today)"), "exchange": .string(self.proof.exchange.name),
            "kind": .string(self.proof.kind.name), "from": HeaderView.json(self.parties.sender),
            "to": .array(self.parties.recipients.map(HeaderView.json)), "purpose": .string(self.purpose),
        ])
        header.details = .value([])
        return Draft(header: header, facts: Facts(asOf: self.proof.values.asOf))
    }

    /// The groups that hold some of the dimensions.
    func touched(by dimensions: Set<Dimension>) -> [Int] {
        self.components.indices.filter { !dimensions.isDisjoint(with: self.components[$0].dimensions) }
    }

    /// The allowed combinations of a group.
    mutating func allowed(in index: Int) -> [[Int]] {
        guard let witness, !self.components[index].isComplete else { return self.components[index].allowed }
        var found: [[Int]] = []
        let component = self.components[index]
        component.walk { combination in
            var draft = witness
            component.apply(combination, to: &draft)
            if self.objections(to: draft) == 0 { found.append(combination) }
            return true
        }
        self.components[index].allowed = found
        self.components[index].isComplete = true
        return found
    }

    /// What the engine says of a draft when all of it is asked at once.
    func isAllowed(_ draft: Draft) -> Bool {
        [Action.send, .deliver].allSatisfy { action in
            self.proof.engine.decide(Question(action, draft.header, draft.facts)).isAllowed
        }
    }

    /// A draft with a group at another combination.
    func setting(_ index: Int, to combination: [Int], in draft: Draft) -> Draft {
        var draft = draft
        self.components[index].apply(combination, to: &draft)
        return draft
    }
}
