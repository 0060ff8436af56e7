// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Proves what invariants say of the messages of one kind on one day, and of all forwards of them.
struct KindProver {
    private let proof: KindProof
    private let invariants: [Invariant]
    private(set) var covered = 0.0
    private(set) var decided = 0
    private(set) var unconfirmed = 0
    /// The smallest counterexample to each invariant, by name.
    private(set) var found: [String: Counterexample] = [:]
    private var forwards: ForwardSearch
    /// What forwards of messages that are alike were found to break.
    private var broken: [String: [(Int, [ForwardSearch.Edge])]] = [:]
    /// A message that is allowed, by purpose.
    private var byPurpose: [String: Draft] = [:]

    /// The kind, with its exchange.
    var name: String { "\(self.proof.exchange.name)/\(self.proof.kind.name)" }
    /// Whether no message of the kind is ever allowed, so that whatever is said of it holds.
    var isSilent: Bool { self.byPurpose.isEmpty }

    init(_ engine: PolicyEngine, _ exchange: ExchangePolicy, _ kind: KindPolicy, asOf: Instant, _ all: [Invariant]) {
        let invariants = all.filter { $0.concerns(kind.name, of: exchange.name) }
        let literals = invariants.flatMap { $0.violations.joined() }
        self.invariants = invariants
        self.proof = KindProof(engine, exchange, kind, asOf: asOf, literals: literals)
        // Purposes that are apart are tried as well, though no rule may name them.
        let onward = invariants.filter { $0.passages.contains(.forward) }
            .flatMap { Array($0.violations.joined()) + Self.mixing($0.apart).joined() }
        self.forwards = ForwardSearch(self.proof, literals: onward)
    }

    mutating func prove() {
        var size = 0.0
        for parties in self.proof.parties {
            for purpose in self.proof.purposes(between: parties) {
                var search = MessageSearch(self.proof, parties, purpose: purpose, further: self.coupled)
                size = max(size, search.size)
                if let witness = search.witness {
                    self.byPurpose[purpose] = self.byPurpose[purpose] ?? witness
                    self.proveMessages(&search)
                    self.proveForwards(&search)
                }
                self.decided += search.decided
            }
        }
        self.proveApart()
        self.decided += self.forwards.decided
        self.covered = KindProof.requests(
            mailboxes: self.proof.engine.policy.mailboxes.count,
            purposes: self.proof.kind.purposes.count,
            size: max(size, 1),
            forwards: self.forwards.size
        )
    }

    private var coupled: [[Dimension]] {
        self.invariants.flatMap { $0.violations.joined().map(\.dimensions) }.filter { $0.count > 1 }
    }

    // MARK: - Messages

    private mutating func proveMessages(_ search: inout MessageSearch) {
        guard let witness = search.witness else { return }
        let view = PassageView(witness, self.proof)
        for invariant in self.invariants where invariant.passages.contains(.message) {
            for way in invariant.violations {
                // What is about the parties, kind and day alone is the same for all messages between them.
                let fixed = way.filter { $0.dimensions.isEmpty }
                guard view.meets(fixed) else { continue }
                let varying = way.filter { !$0.dimensions.isEmpty }
                guard let draft = self.draft(meeting: varying, &search) else { continue }
                self.note(invariant, [Question(.send, draft.header, draft.facts)])
            }
        }
    }

    /// An allowed message that is all that some literals ask; each is judged in the group of dimensions that it looks at.
    private func draft(meeting literals: [Literal], _ search: inout MessageSearch) -> Draft? {
        guard var draft = search.witness else { return nil }
        let touched = search.touched(by: Set(literals.flatMap(\.dimensions)))
        for index in touched {
            let own = literals.filter { !Set($0.dimensions).isDisjoint(with: search.components[index].dimensions) }
            let base = draft
            var isMet = false
            for combination in search.allowed(in: index) {
                let next = search.setting(index, to: combination, in: base)
                guard PassageView(next, self.proof).meets(own) else { continue }
                (draft, isMet) = (next, true)
                break
            }
            if !isMet { return nil }
        }
        return draft
    }

    private mutating func note(_ invariant: Invariant, _ steps: [Question]) {
        let engine = self.proof.engine
        let isConfirmed = steps.allSatisfy { step in
            engine.decide(step).isAllowed
                && (step.action != .send || engine.decide(Question(.deliver, step.header, step.facts)).isAllowed)
        }
        if !isConfirmed { self.unconfirmed += 1 }
        let example = Counterexample(steps: steps)
        if let other = self.found[invariant.name], other.size <= example.size { return }
        self.found[invariant.name] = example
    }

    // MARK: - Purposes that are apart

    private mutating func proveApart() {
        for invariant in self.invariants where invariant.apart.count == 2 {
            guard let one = self.byPurpose[invariant.apart[0]], let other = self.byPurpose[invariant.apart[1]] else {
                continue
            }
            self.note(invariant, [one, other].map { Question(.send, $0.header, $0.facts) })
        }
    }

    // MARK: - Forwards

    private mutating func proveForwards(_ search: inout MessageSearch) {
        let invariants = self.invariants.filter { $0.passages.contains(.forward) }
        guard self.forwards.isOpen, !invariants.isEmpty, search.parties.recipients.count == 1,
            let holder = search.parties.recipients.first?.mailbox
        else { return }
        let ways = invariants.flatMap { invariant in
            (invariant.violations + Self.mixing(invariant.apart)).map { (invariant, $0) }
        }
        for (original, signature) in self.originals(&search) {
            let view = PassageView(original, self.proof)
            let key = "\(holder) \(signature)"
            let broken = self.broken[key] ?? self.breaking(ways.map(\.1), original, from: holder)
            self.broken[key] = broken
            for (index, path) in broken {
                let (invariant, way) = ways[index]
                // Who first sent it is all that messages with one signature may differ in.
                guard view.meets(way.filter { !$0.isAboutPassage }) else { continue }
                self.note(invariant, self.questions(path, original))
            }
        }
    }

    /// A message, and the forwards of it one after the other.
    private func questions(_ path: [ForwardSearch.Edge], _ original: Draft) -> [Question] {
        var holders = original.header.to.map(\.mailbox)
        let forwards = path.map { edge in
            defer { holders += edge.to.map(\.mailbox) }
            return self.forwards.question(edge, original.header, deliveredTo: holders)
        }
        return [Question(.send, original.header, original.facts)] + forwards
    }

    /// The ways of breaking invariants that a forward meets, each with a shortest path to one.
    private mutating func breaking(
        _ ways: [[Literal]],
        _ original: Draft,
        from holder: MailboxName
    ) -> [(Int, [ForwardSearch.Edge])] {
        let view = PassageView(original, self.proof)
        let isOpen = ways.map { way in
            view.meets(
                way.filter { literal in
                    if case .originator = literal.leaf { return false }
                    return !literal.isAboutPassage
                }
            )
        }
        let about = ways.map { $0.filter(\.isAboutPassage) }
        var found: [(Int, [ForwardSearch.Edge])] = []
        for path in self.reached(from: holder, original) {
            guard let last = path.last else { continue }
            let passage = PassageView(forward: self.forwards.question(last, original.header), self.proof)
            for index in ways.indices where isOpen[index] && !found.contains(where: { $0.0 == index }) {
                if passage.meets(about[index]) { found.append((index, path)) }
            }
        }
        return found
    }

    /// A message of one purpose that is passed on for the other.
    private static func mixing(_ apart: [String]) -> [[Literal]] {
        guard apart.count == 2 else { return [] }
        func literal(_ source: FieldPath.Source, _ name: String) -> Literal {
            let path = FieldPath(source: source, name: .purpose, keys: [], type: .text)
            return Literal(leaf: .condition(.field(path, .isOneOf([name]))), wanted: .yes)
        }
        return [
            [literal(.original, apart[0]), literal(.header, apart[1])],
            [literal(.original, apart[1]), literal(.header, apart[0])],
        ]
    }

    /// The allowed messages as far as forwards, and invariants about them, tell them apart, each with what it is told apart by.
    private func originals(_ search: inout MessageSearch) -> [(Draft, String)] {
        guard let witness = search.witness else { return [] }
        let literals = self.invariants.flatMap { $0.violations.joined() }
            .filter { !$0.isAboutPassage || !$0.dimensions.isEmpty }
        let dimensions = self.forwards.domain.dimensions.union([.classification])
            .union(literals.flatMap(\.dimensions))
        var drafts = [(witness, "")]
        for index in search.touched(by: dimensions) {
            let allowed = search.allowed(in: index)
            var seen: Set<String> = []
            drafts = drafts.flatMap { draft, _ in
                allowed.compactMap { combination in
                    let next = search.setting(index, to: combination, in: draft)
                    let view = PassageView(next, self.proof)
                    let truths = literals.map { view.meets($0) ? "1" : "0" }.joined()
                    let level = next.header.classification?.rawValue ?? ""
                    let signature = "\(self.forwards.features(of: next.header)) \(level) \(truths)"
                    return seen.insert(signature).inserted ? (next, signature) : nil
                }
            }
        }
        return drafts
    }

    /// Every forward that can follow, each at the end of a shortest path to it.
    private mutating func reached(from holder: MailboxName, _ original: Draft) -> [[ForwardSearch.Edge]] {
        guard let level = original.header.classification else { return [] }
        let features = self.forwards.features(of: original.header)
        var (pending, seen) = ([(holder, [ForwardSearch.Edge]())], Set([holder]))
        var paths: [[ForwardSearch.Edge]] = []
        var next = 0
        while next < pending.count {
            let (holder, path) = pending[next]
            next += 1
            let edges = self.forwards.edges(of: original.header, from: holder, features)
            for edge in edges where edge.levels.contains(level) {
                paths.append(path + [edge])
                for target in edge.to.map(\.mailbox) where seen.insert(target).inserted {
                    pending.append((target, path + [edge]))
                }
            }
        }
        return paths
    }
}
