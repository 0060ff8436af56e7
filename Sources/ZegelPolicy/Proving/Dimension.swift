// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// One thing about a message that can vary while its kind, sender, addressees and day are fixed.
enum Dimension: Hashable, Sendable {
    case purpose
    case basis
    case classification
    case markings
    /// The case that is named, and what is known of it.
    case caseTable
    /// A key of `details`.
    case detail(String)
    case field(KindPolicy.Field)
    case date
    /// What is cited, and what is known of it.
    case citations
    /// What is known of the list.
    case list
    /// Who had what is lifted.
    case told
    case queries
    /// How many persons signed.
    case release

    /// What a field of a condition is; `nil` for what is fixed, and for the original of a forward.
    init?(_ path: FieldPath) {
        switch path.source {
        case .cited:
            self = .citations
            return
        case .original: return nil
        case .header: ()
        }
        switch path.name {
        case .purpose: self = .purpose
        case .legalBasis: self = .basis
        case .classification: self = .classification
        case .markings: self = .markings
        case .caseID: self = .caseTable
        case .details:
            guard let key = path.keys.first else { return nil }
            self = .detail(key)
        case .documents: self = .field(.documents)
        case .subject: self = .field(.subject)
        case .onBehalfOf: self = .field(.onBehalfOf)
        case .notBefore: self = .field(.notBefore)
        case .respondBy: self = .field(.respondBy)
        case .reviewBy: self = .field(.reviewBy)
        case .retainUntil: self = .field(.retainUntil)
        case .date: self = .date
        case .release: self = .release
        case .queriesToday: self = .queries
        case .exchange, .kind, .addressees, .asOf: return nil
        }
    }
}

/// A message while it is varied, and what is known of it.
struct Draft: Hashable, Sendable {
    var header: HeaderView
    var facts: Facts

    /// Sets a key of `details`, or leaves it out.
    mutating func setDetail(_ key: String, _ value: JSONValue?) {
        var members = self.header.details.value ?? []
        members.removeAll { $0.key == key }
        if let value { members.append(.init(key, value)) }
        self.header.details = .value(members)
    }
}

/// One value of a dimension.
struct Choice: Sendable {
    let apply: @Sendable (inout Draft) -> Void

    init(_ apply: @escaping @Sendable (inout Draft) -> Void) { self.apply = apply }
}

/// What conditions look at: the checks of each field, and which dimensions one rule or claim looks at together.
struct Looking {
    private(set) var checks: [FieldPath: [Check]] = [:]
    /// Dimensions that some rule looks at together: their values cannot be judged one by one.
    private(set) var groups: [[Dimension]] = []
    /// The kinds that a condition asks to be cited.
    private(set) var cited: Set<KindName> = []
    /// Whom conditions and claims select.
    private(set) var selectors: [Selector] = []
    /// Whether a claim is about who was told.
    private(set) var looksAtTold = false
    /// Whether a condition looks at all addressees together.
    private(set) var looksAtAddressees = false

    /// Takes in a condition that stands beside further dimensions.
    mutating func look(at condition: Condition?, with further: [Dimension] = []) {
        var dimensions = further
        if let condition { self.gather(condition, &dimensions) }
        if dimensions.count > 1 { self.groups.append(dimensions) }
    }

    /// Takes in a literal of an invariant.
    mutating func look(at literal: Literal) {
        switch literal.leaf {
        case .condition(let condition): self.look(at: condition)
        case .originator(let selector): self.selectors.append(selector)
        case .answersOne(let kinds): self.cited.formUnion(kinds)
        case .reachesTold: self.looksAtTold = true
        case .all, .any, .not, .consent, .cleared: ()
        }
    }

    private mutating func gather(_ condition: Condition, _ dimensions: inout [Dimension]) {
        switch condition {
        case .all(let conditions), .any(let conditions):
            for condition in conditions { self.gather(condition, &dimensions) }
        case .not(let condition): self.gather(condition, &dimensions)
        case .sender(let selector): self.selectors.append(selector)
        case .addressees(let selector, _):
            self.selectors.append(selector)
            self.looksAtAddressees = true
        case .cites(let kinds):
            self.cited.formUnion(kinds)
            dimensions.append(.citations)
        case .field(let path, let check):
            self.checks[path, default: []].append(check)
            if path.name == .addressees { self.looksAtAddressees = true }
            if let dimension = Dimension(path), dimension != .purpose { dimensions.append(dimension) }
            switch check {
            case .sameAs(let other), .subsetOf(let other):
                self.checks[other, default: []] += []
                if let dimension = Dimension(other), dimension != .purpose { dimensions.append(dimension) }
            default: ()
            }
        }
    }

    /// The checks of a field of the message itself.
    func checks(_ name: FieldPath.Name, _ keys: [String] = []) -> [Check] {
        self.checks.filter { $0.key.source == .header && $0.key.name == name && $0.key.keys == keys }
            .values.flatMap { $0 }
    }

    /// The fields of what is cited that conditions look at.
    var citedPaths: [FieldPath] {
        self.checks.keys.filter { $0.source == .cited }.sorted {
            ($0.name.rawValue, $0.keys.joined()) < ($1.name.rawValue, $1.keys.joined())
        }
    }
}
