// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A smallest set of changes to a request that would have been allowed.
package struct Flip: Hashable, Sendable {
    /// One field with another value.
    package struct Change: Hashable, Sendable {
        /// Its place in the header, as a JSON pointer.
        package let path: String
        /// The value that would do; `nil` where the field must be left out.
        package let value: JSONValue?

        /// As `{"path": …, "value": …}`; a field to leave out has the value `null`.
        package var json: JSONValue { ["path": .string(self.path), "value": self.value ?? .null] }
    }

    /// The changes, all of which are needed.
    package let changes: [Change]
    /// Whether they help because of another party's clearance, membership or case; who asked for the decision only as a sender is not told
    /// these (DESIGN §6).
    package let isAboutOthers: Bool
}

extension PolicyEngine {
    /// The smallest sets of changes to the header that would have turned a refusal into leave; empty where it is allowed, or where none of
    /// up to three changes would.
    ///
    /// Each step mends the first reason that is left, so that the search stays small and every set is tried by deciding again.
    /// - Parameter maximum: How many decisions the search may take.
    package func wouldAllow(_ question: Question, maximum: Int = 4_000) -> [Flip] {
        guard let exchange = question.header.exchange.flatMap({ self.policy.exchanges[$0] }) else { return [] }
        var search = FlipSearch(engine: self, exchange: exchange, question: question, left: maximum)
        search.run()
        return search.found
    }
}

/// A search for flips, in the order of their size.
private struct FlipSearch {
    /// Changes made so far, the header with them, and what is still wrong.
    private struct State {
        let changes: [Flip.Change]
        let header: JSONValue
        let reason: ReasonCode
        let isAboutOthers: Bool
    }

    private static let size = 3
    private static let others: Set<ReasonCode> = [
        .notMember, .aboveClearance, .caseNotMember, .caseMembershipLapsed, .caseClosed, .listNotSubscriber,
        .mailboxUnknown,
    ]

    let engine: PolicyEngine
    let exchange: ExchangePolicy
    let question: Question
    /// Decisions that may still be taken.
    var left: Int
    private(set) var found: [Flip] = []

    init(engine: PolicyEngine, exchange: ExchangePolicy, question: Question, left: Int) {
        self.engine = engine
        self.exchange = exchange
        self.question = question
        self.left = left
    }

    mutating func run() {
        let decision = self.engine.decide(self.question)
        guard let first = decision.reasons.first else { return }
        let header = JSONValue.object(self.question.header.members)
        var states = [State(changes: [], header: header, reason: first, isAboutOthers: false)]
        for _ in 0..<Self.size {
            states = states.flatMap { self.next($0) }
            if states.isEmpty { return }
        }
    }

    /// The states one change further; those that are allowed are found.
    private mutating func next(_ state: State) -> [State] {
        let candidates = FlipCandidates(
            exchange: self.exchange,
            policy: self.engine.policy,
            question: Question(self.question.action, HeaderView(state.header), self.question.facts)
        )
        var states: [State] = []
        for change in candidates.changes(mending: state.reason) {
            let path = change.path.split(separator: "/").map(String.init)
            let isRepeated = state.changes.contains { $0.path == change.path || $0.path.hasPrefix(change.path + "/") }
            guard self.left > 0, !isRepeated else { continue }
            self.left -= 1
            let header = state.header.setting(path[...], to: change.value)
            let question = Question(self.question.action, HeaderView(header), self.question.facts)
            let changes = state.changes + [change]
            let isAboutOthers = state.isAboutOthers || Self.others.contains(state.reason)
            if let reason = self.engine.decide(question).reasons.first {
                guard reason != state.reason else { continue }
                states.append(.init(changes: changes, header: header, reason: reason, isAboutOthers: isAboutOthers))
            } else if !self.found.contains(where: { Set($0.changes).isSubset(of: changes) }) {
                self.found.append(Flip(changes: changes, isAboutOthers: isAboutOthers))
            }
        }
        return states
    }
}
