// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What conditions say of the request.
extension Evaluation {
    /// What a field holds.
    private enum Operand: Equatable {
        case absent
        /// It is there, but cannot be read as what it should be.
        case unreadable
        case text(String)
        case number(Int64)
        case flag(Bool)
        case day(CalendarDate)
        case moment(Instant)
        case set([String])
        case presence
    }

    /// Whether a condition holds; one that is not there does.
    ///
    /// - Parameter cited: The message that a rule of `cites` looks at.
    func holds(_ condition: Condition?, cited: AnsweredMessage? = nil) -> Truth {
        switch condition {
        case nil: .yes
        case .all(let conditions): .all(conditions.lazy.map { self.holds($0, cited: cited) })
        case .any(let conditions): .any(conditions.lazy.map { self.holds($0, cited: cited) })
        case .not(let condition): !self.holds(condition, cited: cited)
        case .sender(let selector):
            self.sender.map { Truth(selector.selects($0, in: self.senderRoles, from: $0)) } ?? .unknown
        case .addressees(let selector, let isEvery): self.selects(selector, every: isEvery)
        case .cites(let kinds): Truth(self.cited.contains { $0.map { self.isOneOf(kinds, $0.header) } ?? false })
        case .field(let path, let check): self.check(check, path, cited)
        }
    }

    /// Whether a message is of one of some kinds.
    func isOneOf(_ kinds: Set<KindName>, _ header: HeaderView) -> Bool {
        guard let kind = header.kind else { return false }
        let exchange = header.exchange == self.exchange.name ? nil : header.exchange
        return header.exchange != nil && kinds.contains(KindName(exchange: exchange, kind: kind))
    }

    private func selects(_ selector: Selector, every: Bool) -> Truth {
        if self.recipients.isEmpty { return .unknown }
        func isSelected(_ recipient: (mailbox: MailboxName, roles: UInt64)) -> Bool {
            selector.selects(recipient.mailbox, in: recipient.roles, from: self.sender)
        }
        return Truth(every ? self.recipients.allSatisfy(isSelected) : self.recipients.contains(where: isSelected))
    }

    private func check(_ check: Check, _ path: FieldPath, _ cited: AnsweredMessage?) -> Truth {
        let operand = self.operand(path, cited)
        if case .present(let wanted) = check { return Truth((operand != .absent) == wanted) }
        switch (check, operand) {
        case (_, .absent), (_, .unreadable): return .unknown
        case (.isOneOf(let values), .text(let text)): return Truth(values.contains(text))
        case (.isOneOf(let values), .number(let number)):
            return Truth(values.contains(path.type == .level ? Self.level(number) : "\(number)"))
        case (.isOneOf(let values), .flag(let flag)): return Truth(values.contains(flag ? "true" : "false"))
        case (.atLeast(let bound), .number(let number)): return Truth(number >= bound)
        case (.atMost(let bound), .number(let number)): return Truth(number <= bound)
        case (.has(let values), .set(let set)): return Truth(values.isSubset(of: set))
        case (.lacks(let values), .set(let set)): return Truth(values.isDisjoint(with: set))
        case (.earliest(let bound), .day(let day)): return Truth(bound.day(on: self.today) <= day)
        case (.latest(let bound), .day(let day)): return Truth(day <= bound.day(on: self.today))
        case (.earliest(let bound), .moment(let moment)):
            let first = bound.moment(from: self.facts.asOf)
            return Truth(first.map { $0 <= moment } ?? (bound.day(on: self.today) <= Amsterdam.day(of: moment)))
        case (.latest(let bound), .moment(let moment)):
            let last = bound.moment(from: self.facts.asOf)
            return Truth(last.map { moment <= $0 } ?? (Amsterdam.day(of: moment) <= bound.day(on: self.today)))
        case (.sameAs(let other), _):
            let value = self.operand(other, cited)
            return value == .absent || value == .unreadable ? .unknown : Truth(value == operand)
        case (.subsetOf(let other), .set(let set)):
            guard case .set(let whole) = self.operand(other, cited) else { return .unknown }
            return Truth(Set(set).isSubset(of: whole))
        default: return .unknown
        }
    }

    private static func level(_ rank: Int64) -> String {
        Classification.allCases.first { Int64($0.rank) == rank }?.rawValue ?? ""
    }

    // MARK: - What a field holds

    private func operand(_ path: FieldPath, _ cited: AnsweredMessage?) -> Operand {
        switch path.name {
        case .asOf: return .moment(self.facts.asOf)
        case .release: return .number(Int64(self.facts.release))
        case .queriesToday: return self.facts.queriesToday.map { .number(Int64($0)) } ?? .absent
        default: ()
        }
        switch path.source {
        case .header: return self.operand(path, in: self.header, self.kind?.details)
        case .cited:
            guard let header = cited?.header else { return .absent }
            return self.operand(path, in: header, self.exchange.kinds[header.kind ?? ""]?.details)
        case .original:
            guard let header = self.facts.original?.header else { return .absent }
            return self.operand(path, in: header, self.exchange.kinds[header.kind ?? ""]?.details)
        }
    }

    private func operand(_ path: FieldPath, in header: HeaderView, _ rules: [String: DetailRule]?) -> Operand {
        func text(_ value: String?) -> Operand { value.map { $0.isEmpty ? .unreadable : .text($0) } ?? .absent }
        func given<Value>(_ given: Given<Value>, _ make: (Value) -> Operand) -> Operand {
            switch given {
            case .absent: .absent
            case .unreadable: .unreadable
            case .value(let value): make(value)
            }
        }
        func term(_ term: MessageHeader.Term) -> Operand {
            switch term {
            case .day(let day): .day(day)
            case .moment(let moment): .moment(moment)
            }
        }
        switch path.name {
        case .exchange: return text(header.exchange)
        case .kind: return text(header.kind)
        case .purpose: return text(header.purpose)
        case .legalBasis: return text(header.legalBasis)
        case .classification: return header.classification.map { .number(Int64($0.rank)) } ?? .absent
        case .markings: return header.markings == .absent ? .set([]) : given(header.markings) { .set($0) }
        case .documents: return .number(Int64(header.documents))
        case .addressees: return header.to.isEmpty ? .unreadable : .number(Int64(header.to.count))
        case .subject: return header.hasSubject ? .presence : .absent
        case .onBehalfOf: return header.hasOnBehalfOf ? .presence : .absent
        case .caseID: return given(header.caseID) { .text($0) }
        case .date: return header.date.map { .day($0) } ?? .absent
        case .notBefore: return given(header.notBefore, term)
        case .respondBy: return given(header.respondBy, term)
        case .reviewBy: return given(header.reviewBy) { .day($0) }
        case .retainUntil: return given(header.retainUntil) { .day($0) }
        case .details: return given(header.details) { Self.detail(path.keys, $0, rules ?? [:]) }
        case .asOf, .release, .queriesToday: return .absent
        }
    }

    private static func detail(
        _ keys: [String],
        _ members: [JSONValue.Member],
        _ rules: [String: DetailRule]
    ) -> Operand {
        guard let key = keys.first, let value = members.first(where: { $0.key == key })?.value else { return .absent }
        if keys == ["subjects"] { return value.integer.map { .number($0) } ?? .unreadable }
        guard let rule = rules[key] else { return .unreadable }
        if keys.count > 1 {
            guard case .group(let inner) = rule.type, let members = value.members else { return .unreadable }
            return Self.detail(Array(keys.dropFirst()), members, inner)
        }
        guard rule.isOfType(value) else { return .unreadable }
        switch value {
        case .bool(let flag): return .flag(flag)
        case .integer(let number): return .number(number)
        case .array(let elements): return .set(elements.compactMap(\.string))
        case .object: return .presence
        case .string(let text):
            if case .date = rule.type { return CalendarDate(text).map { .day($0) } ?? .unreadable }
            return .text(text)
        case .null: return .unreadable
        }
    }
}
