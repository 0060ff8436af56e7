// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The values of a field of the header that rules could tell apart.
struct FieldChoices {
    private let proof: KindProof
    private let field: KindPolicy.Field

    init(_ proof: KindProof, _ field: KindPolicy.Field) {
        self.proof = proof
        self.field = field
    }

    /// All of them; those that are likely to be allowed come first.
    var all: [Choice] {
        switch self.field {
        case .subject: return [false, true].map { flag in Choice { $0.header.hasSubject = flag } }
        case .onBehalfOf: return [false, true].map { flag in Choice { $0.header.hasOnBehalfOf = flag } }
        case .documents:
            let counts = self.proof.values.numbers([], self.proof.looking.checks(.documents))
            return counts.map { count in Choice { $0.header.documents = Int(count) } }
        case .notBefore: return self.terms { term in Choice { $0.header.notBefore = term } }
        case .respondBy: return self.terms { term in Choice { $0.header.respondBy = term } }
        case .reviewBy: return self.days(.reviewBy) { day in Choice { $0.header.reviewBy = day } }
        case .retainUntil: return self.days(.retainUntil) { day in Choice { $0.header.retainUntil = day } }
        }
    }

    private var rules: [KindPolicy.FieldRule] { self.proof.kind.fields.filter { $0.field == self.field } }
    private var spans: [Span] { self.rules.compactMap(\.within) }
    private var isRequired: Bool { self.rules.contains { $0.required != nil } }

    private func days(_ name: FieldPath.Name, _ choice: (Given<CalendarDate>) -> Choice) -> [Choice] {
        let days = self.proof.values.days([], self.proof.looking.checks(name), self.spans)
        let values = days.filter { $0 >= self.proof.today } + days.filter { $0 < self.proof.today }
        let given = values.map { Given.value($0) } + [.unreadable]
        return (self.isRequired ? given + [.absent] : [.absent] + given).map(choice)
    }

    private func terms(_ choice: (Given<MessageHeader.Term>) -> Choice) -> [Choice] {
        let name: FieldPath.Name = self.field == .notBefore ? .notBefore : .respondBy
        let checks = self.proof.looking.checks(name)
        let moments = self.proof.values.moments(self.spans, checks) + [self.proof.values.asOf]
        let days = self.proof.values.days([], checks, self.spans.filter(\.isOfDays))
        let given =
            moments.map { Given.value(MessageHeader.Term.moment($0)) }
            + days.map { .value(.day($0)) } + [.unreadable]
        return (self.isRequired ? given + [.absent] : [.absent] + given).map(choice)
    }
}
