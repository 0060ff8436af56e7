// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension Statement {
    /// Those whom a forward names; nobody, for any other.
    package var forwardedTo: [MailboxAddress] {
        guard case .forward(let passage) = self.declaration else { return [] }
        return passage.to
    }

    /// What is declared, with the fields that only this kind has (DESIGN §4.1).
    package enum Declaration: Hashable, Sendable {
        /// The second person of the sender lets the message go.
        case release
        /// An addressee has it and accepts it.
        case acknowledgement
        /// An addressee does not accept it, and says why.
        case refusal(reason: String)
        /// The originator allows that it goes on to others.
        case consent(Passage)
        /// One who has it passes it on.
        case forward(Passage)
        /// The originator takes it back, and says why.
        case withdrawal(reason: String)
        /// The originator names the message that takes its place.
        case correction(replacedBy: Reference)
        /// One who has it destroyed its copy or keeps it, on a ground.
        case disposal(Outcome, ground: String)

        /// The kind.
        package var kind: Kind {
            switch self {
            case .release: .release
            case .acknowledgement: .acknowledgement
            case .refusal: .refusal
            case .consent: .consent
            case .forward: .forward
            case .withdrawal: .withdrawal
            case .correction: .correction
            case .disposal: .disposal
            }
        }
    }

    /// To whom a message goes on, what for, and on which basis.
    package struct Passage: Hashable, Sendable {
        /// The mailboxes, each once; 1 to 200.
        package let to: [MailboxAddress]
        /// What they may use it for.
        package let purpose: String
        /// The provision of law under which it is passed on.
        package let legalBasis: String

        /// Names a passage.
        package init(to: [MailboxAddress], purpose: String, legalBasis: String) {
            self.to = to
            self.purpose = purpose
            self.legalBasis = legalBasis
        }
    }

    /// A message of the same sender, as its registry knows it.
    package struct Reference: Hashable, Sendable {
        /// The reference.
        package let kenmerk: Kenmerk
        /// The date.
        package let date: CalendarDate

        /// Joins a reference and its date.
        package init(kenmerk: Kenmerk, date: CalendarDate) {
            self.kenmerk = kenmerk
            self.date = date
        }
    }

    /// What became of a copy.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// It is destroyed.
        case destroyed
        /// It is kept.
        case kept
    }
}

// MARK: - Fields

extension Statement.Declaration {
    /// The members that stand behind those that every statement has.
    var members: [JSONValue.Member] {
        switch self {
        case .release, .acknowledgement: []
        case .refusal(let reason), .withdrawal(let reason): [.init("reason", .string(reason))]
        case .consent(let passage), .forward(let passage): passage.members
        case .correction(let reference):
            [
                .init(
                    "replacedBy",
                    ["kenmerk": .string("\(reference.kenmerk)"), "date": .string("\(reference.date)")]
                )
            ]
        case .disposal(let outcome, let ground):
            [.init("outcome", .string(outcome.rawValue)), .init("ground", .string(ground))]
        }
    }

    /// Reads the fields of a kind; a fault in one of them is noted, and it is `nil` then.
    init?(_ kind: Statement.Kind, _ reader: inout HeaderReader) {
        let read: Self? =
            switch kind {
            case .release: .release
            case .acknowledgement: .acknowledgement
            case .refusal: Self.text("reason", &reader).map { .refusal(reason: $0) }
            case .withdrawal: Self.text("reason", &reader).map { .withdrawal(reason: $0) }
            case .consent: Statement.Passage(&reader).map { .consent($0) }
            case .forward: Statement.Passage(&reader).map { .forward($0) }
            case .correction: reader.object("replacedBy", Statement.Reference.init).map { .correction(replacedBy: $0) }
            case .disposal: Self.disposal(&reader)
            }
        guard let read else { return nil }
        self = read
    }

    private static func text(_ key: String, _ reader: inout HeaderReader) -> String? {
        reader.required(key, "a text of 1 to 500 characters", HeaderFields.text(500))
    }

    private static func disposal(_ reader: inout HeaderReader) -> Self? {
        let outcome = reader.required("outcome", "destroyed or kept") { Statement.Outcome(rawValue: $0.string ?? "") }
        let ground = Self.text("ground", &reader)
        guard let outcome, let ground else { return nil }
        return .disposal(outcome, ground: ground)
    }
}

extension Statement.Passage {
    fileprivate var members: [JSONValue.Member] {
        [
            .init(
                "to",
                .array(self.to.map { ["oin": .string("\($0.oin)"), "mailbox": .string("\($0.mailbox)")] })
            ),
            .init("purpose", .string(self.purpose)), .init("legalBasis", .string(self.legalBasis)),
        ]
    }

    fileprivate init?(_ reader: inout HeaderReader) {
        let to = reader.objects("to", isRequired: true, HeaderFields.address)
        HeaderFields.holdAddressees(to.map(\.mailbox), &reader)
        let purpose = reader.required("purpose", "the name of a purpose", HeaderFields.label)
        let legalBasis = reader.required("legalBasis", "the name of a legal basis", HeaderFields.label)
        guard let purpose, let legalBasis else { return nil }
        self.init(to: to, purpose: purpose, legalBasis: legalBasis)
    }
}

extension Statement.Reference {
    fileprivate init?(_ reader: inout HeaderReader) {
        let kenmerk = reader.required("kenmerk", "1 to 64 printable characters") { $0.string.flatMap { Kenmerk($0) } }
        let date = reader.required("date", "a day as YYYY-MM-DD", HeaderFields.day)
        guard let kenmerk, let date else { return nil }
        self.init(kenmerk: kenmerk, date: date)
    }
}
