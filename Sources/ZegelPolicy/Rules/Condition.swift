// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What a condition says of a request: what is about something absent or unreadable cannot be evaluated, negated or not (DESIGN §6).
enum Truth: Sendable {
    case yes
    case no
    /// It cannot be evaluated.
    case unknown

    init(_ isSo: Bool) { self = isSo ? .yes : .no }

    static prefix func ! (truth: Truth) -> Truth {
        switch truth {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }

    /// No where one says no, yes where all say yes.
    static func all(_ truths: some Sequence<Truth>) -> Truth {
        var result = Truth.yes
        for truth in truths {
            if truth == .no { return .no }
            if truth == .unknown { result = .unknown }
        }
        return result
    }

    /// Yes where one says yes, no where all say no.
    static func any(_ truths: some Sequence<Truth>) -> Truth { !Truth.all(truths.map { !$0 }) }
}

/// A condition of a rule, over a finite vocabulary: no variables, no calls, nothing that could fail to end.
indirect enum Condition: Sendable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// The sender is selected.
    case sender(Selector)
    /// An addressee is selected, or every one of them.
    case addressees(Selector, isEvery: Bool)
    /// A message of one of these kinds is cited, and was found.
    case cites(Set<KindName>)
    /// What a field holds passes a check.
    case field(FieldPath, Check)

    /// Whether it looks at what is known only when a message is handed in: citations, and the count of a day.
    var looksAtHandingIn: Bool {
        switch self {
        case .all(let conditions), .any(let conditions): conditions.contains(where: \.looksAtHandingIn)
        case .not(let condition): condition.looksAtHandingIn
        case .cites: true
        case .field(let path, let check): path.name == .queriesToday || path.source == .cited || check.looksAtCited
        case .sender, .addressees: false
        }
    }
}

extension Condition {
    /// Whether it looks at how many questions the sender asked today.
    var looksAtQueries: Bool {
        switch self {
        case .all(let conditions), .any(let conditions): conditions.contains(where: \.looksAtQueries)
        case .not(let condition): condition.looksAtQueries
        case .field(let path, _): path.name == .queriesToday
        case .sender, .addressees, .cites: false
        }
    }
}

/// A kind, and the exchange that has it; `nil` for the exchange of the rule.
struct KindName: Hashable, Sendable {
    let exchange: String?
    let kind: String
}

/// A field that a condition looks at.
struct FieldPath: Hashable, Sendable {
    /// Whose header it is in.
    enum Source: Hashable, Sendable {
        /// The message itself; for a forward, the forward.
        case header
        /// The message that a rule of `cites` is about.
        case cited
        /// The message that a forward passes on.
        case original
    }

    /// The fields, as policies name them.
    enum Name: String, Sendable, CaseIterable {
        case exchange, kind, purpose, legalBasis, classification, markings, documents, addressees, subject, onBehalfOf
        case caseID = "case"
        case date, notBefore, respondBy, reviewBy, retainUntil, details
        /// Facts: the moment of the decision, the persons who signed, and the questions that the sender asked today.
        case asOf, release, queriesToday
    }

    let source: Source
    let name: Name
    /// The key in `details`, and in a group of it.
    let keys: [String]
    /// The declared rule of the key, which says what can be read.
    let type: ValueType
}

/// What a field can hold.
enum ValueType: Hashable, Sendable {
    case text, number, flag, day, set, level
    /// Only whether it is there can be asked.
    case presence
}

/// What a condition asks of a field.
enum Check: Sendable {
    case isOneOf(Set<String>)
    case atLeast(Int64)
    case atMost(Int64)
    case earliest(Bound)
    case latest(Bound)
    /// A set has all of these.
    case has(Set<String>)
    /// A set has none of these.
    case lacks(Set<String>)
    case present(Bool)
    /// It equals another field.
    case sameAs(FieldPath)
    /// It is a part of another set.
    case subsetOf(FieldPath)

    fileprivate var looksAtCited: Bool {
        switch self {
        case .sameAs(let path), .subsetOf(let path): path.source == .cited
        default: false
        }
    }
}
