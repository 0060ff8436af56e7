// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Single changes to a header that might mend a reason, drawn from what the exchange declares.
struct FlipCandidates {
    let exchange: ExchangePolicy
    let policy: PolicySet
    let question: Question

    private var header: HeaderView { self.question.header }
    private var kind: KindPolicy? { self.header.kind.flatMap { self.exchange.kinds[$0] } }
    private var today: CalendarDate { Amsterdam.day(of: self.question.facts.asOf) }

    /// The changes, in a fixed order.
    func changes(mending reason: ReasonCode) -> [Flip.Change] {
        switch reason {
        case .notMember, .routeNotAllowed: self.addressees + self.details
        case .mailboxUnknown: self.addressees
        case .kindNotAllowed: self.exchange.kinds.keys.sorted().map { .init(path: "/kind", value: .string($0)) }
        case .purposeNotAllowed: self.purposes
        case .basisNotAllowed: self.bases + self.details
        case .aboveCeiling: self.levels
        case .aboveClearance: self.levels + self.addressees
        case .markingRequired, .markingForbidden: self.markings
        case .caseRequired, .caseNotMember, .caseMembershipLapsed, .caseClosed: self.cases + self.addressees
        case .replyRequired, .replyUnmatched: [.init(path: "/inReplyTo", value: nil)] + self.details
        case .subjectsMoreThanOne: self.subjects
        case .replyExceedsRequest, .sourcePresent, .countsDisclosing, .humanRightsNegative, .humanRightsLapsed,
            .offenceBelowThreshold, .listVersionGap:
            self.details
        case .fieldRequired, .fieldForbidden, .fieldValue, .termRequired, .termTooLong, .termLapsed:
            self.fields + self.details + self.subjects + self.told
        case .consentRequired, .onwardForbidden, .listNotSubscriber: self.addressees + self.purposes + self.bases
        case .releaseRequired, .onwardWithdrawn: []
        }
    }

    // MARK: - Who, for what, how high

    /// Fewer addressees, or one other member of the exchange.
    private var addressees: [Flip.Change] {
        let fewer =
            self.header.to.count < 2
            ? []
            : self.header.to.indices.map { index -> Flip.Change in
                var rest = self.header.to
                rest.remove(at: index)
                return .init(path: "/to", value: .array(rest.map(HeaderView.json)))
            }
        let others = self.exchange.members.keys.sorted().compactMap { name -> Flip.Change? in
            guard let owner = self.policy.organisations.owner(of: name), name != self.header.from?.mailbox else {
                return nil
            }
            return .init(path: "/to", value: [HeaderView.json(MailboxAddress(oin: owner.oin, mailbox: name))])
        }
        return fewer + others
    }

    private var purposes: [Flip.Change] {
        let names =
            self.question.action == .forward
            ? [self.question.facts.original?.header.purpose].compactMap { $0 } : self.kind?.purposes.keys.sorted() ?? []
        return names.map { .init(path: "/purpose", value: .string($0)) }
    }

    private var bases: [Flip.Change] {
        let purposes = self.kind.map { Array($0.purposes.values.joined()) } ?? []
        let names =
            self.question.action == .forward
            ? self.exchange.onward.permits.flatMap { $0.bases ?? [] } : purposes.flatMap(\.bases)
        return Set(names).sorted().map { .init(path: "/legalBasis", value: .string($0)) }
    }

    /// Lower levels, the highest of them first.
    private var levels: [Flip.Change] {
        let level = self.header.classification ?? .stgZeerGeheim
        return Classification.allCases.filter { $0 < level }.reversed().map {
            .init(path: "/classification", value: .string($0.rawValue))
        }
    }

    private var markings: [Flip.Change] {
        let given = self.header.markings.value ?? []
        let required = (self.kind?.requiredMarkings ?? []).filter { !given.contains($0) }
        let kept = (given + required).filter { name in
            self.policy.markings[name] != nil && !(self.kind?.forbiddenMarkings.contains(name) ?? false)
        }
        let others = self.policy.markings.keys.sorted().filter { !kept.contains($0) }.map { kept + [$0] }
        let fewer = kept.map { name in kept.filter { $0 != name } }
        return ([kept] + others + fewer).map { .init(path: "/markings", value: .array($0.map { .string($0) })) }
    }

    private var cases: [Flip.Change] {
        let known = self.question.facts.caseTable.map { [Flip.Change(path: "/case", value: .string($0.id))] } ?? []
        return known + [.init(path: "/case", value: nil)]
    }

    /// All who had what is lifted.
    private var told: [Flip.Change] {
        guard self.kind?.reachesAllTold ?? false, let told = self.question.facts.told else { return [] }
        let missing = told.filter { name in !self.header.to.contains { $0.mailbox == name } }
        let addresses = missing.compactMap { name in
            self.policy.organisations.owner(of: name).map { MailboxAddress(oin: $0.oin, mailbox: name) }
        }
        if addresses.isEmpty { return [] }
        return [.init(path: "/to", value: .array((self.header.to + addresses).map(HeaderView.json)))]
    }

    // MARK: - Fields and details

    private var subjects: [Flip.Change] {
        [.init(path: "/details/subjects", value: .integer(self.kind?.subjects ?? 1))]
    }

    /// Fields left out, and terms at the last day that is allowed.
    private var fields: [Flip.Change] {
        let terms = (self.kind?.fields ?? []).compactMap { rule -> Flip.Change? in
            let isTerm = [.notBefore, .respondBy, .reviewBy, .retainUntil].contains(rule.field)
            guard isTerm else { return nil }
            let value: JSONValue
            if let within = rule.within, !within.isOfDays {
                value = .string("\(within.end(after: self.question.facts.asOf))")
            } else {
                value = .string("\(rule.within?.end(after: self.today) ?? self.today.advanced(byDays: 1))")
            }
            return .init(path: "/\(rule.field.rawValue)", value: value)
        }
        let fields = KindPolicy.Field.allCases.map(\.rawValue) + ["case", "inReplyTo"]
        return terms + fields.map { .init(path: "/\($0)", value: nil) }
    }

    /// Each declared key with each value that it could have, and each key left out.
    private var details: [Flip.Change] {
        let rules = (self.kind?.details ?? [:]).sorted { $0.key < $1.key }
        let values = rules.flatMap { name, rule in self.values(of: rule, at: "/details/\(name)", self.given(name)) }
        let given = self.header.details.value ?? []
        let without = given.filter { $0.key != "subjects" }.map { Flip.Change(path: "/details/\($0.key)", value: nil) }
        return values + without
    }

    private func given(_ name: String) -> JSONValue? {
        self.header.details.value?.first { $0.key == name }?.value
    }

    private func values(of rule: DetailRule, at path: String, _ given: JSONValue?) -> [Flip.Change] {
        func changes(_ values: [JSONValue]) -> [Flip.Change] { values.map { .init(path: path, value: $0) } }
        switch rule.type {
        case .boolean: return changes([.bool(true), .bool(false)])
        case .integer:
            let near = (given?.integer).map { [$0 + 1, max(0, $0 - 1)] } ?? []
            let list = self.question.facts.list.map { [$0.lastVersion + 1] } ?? []
            let bounds = [rule.minimum, rule.maximum].compactMap { $0 }
            return changes((bounds + list + [5] + near).map { .integer($0) })
        case .date:
            let days = [rule.earliest, rule.latest].compactMap { $0?.day(on: self.today) }
            return changes((days + [self.today]).map { .string("\($0)") })
        case .choice(let names): return changes(names.sorted().map { .string($0) })
        case .text: return changes([.string(rule.allowed?.min() ?? "…")])
        case .set(let names):
            let cited = self.question.facts.inReplyTo.compactMap { $0?.header.details.value }.joined()
            let elements = given?.array ?? names.sorted().map { .string($0) }
            let common = cited.compactMap(\.value.array).map { other in elements.filter(other.contains) }
            let fewer = elements.map { one in elements.filter { $0 != one } }
            return changes((common + fewer).filter { !$0.isEmpty }.map { .array($0) })
        case .group(let rules):
            guard given != nil else { return changes([self.example(of: rules)]) }
            return rules.sorted { $0.key < $1.key }.flatMap { name, inner in
                self.values(of: inner, at: "\(path)/\(name)", given?[name])
            }
        }
    }

    /// A group with the first value of each key that it must have.
    private func example(of rules: [String: DetailRule]) -> JSONValue {
        let members = rules.filter { $0.value.required != nil }.sorted { $0.key < $1.key }
        return .object(
            members.compactMap { name, rule in
                let values = self.values(of: rule, at: "", nil).compactMap(\.value)
                let first = values.first { rule.objections(to: $0, on: self.today).isEmpty }
                return first.map { JSONValue.Member(name, $0) }
            }
        )
    }
}
