// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelTrust

/// What the statements of a dossier say together, in the order in which they were accepted.
///
/// Whether a forward needed consent is for the policy to say; here it is only told whether the copy shows one.
struct StatementHistory {
    /// Those who have the message by a forward.
    private(set) var forwardedTo: [MailboxAddress] = []
    private let header: MessageHeader
    private var digests: Set<ContentDigest> = []
    private var answered: Set<MailboxName> = []
    private var destroyed: Set<MailboxName> = []
    private var consents: [Statement.Passage] = []
    private var withdrawal: Statement?
    private var correction: Statement.Reference?
    private var firstOfAddressee: Statement?

    init(of header: MessageHeader) { self.header = header }

    /// Takes the next statement; what it says for people.
    mutating func take(_ verified: VerifiedStatement) throws(Finding) -> String {
        let statement = verified.statement
        guard self.digests.insert(verified.digest).inserted else {
            throw .failed(.mismatch, "The same statement is there twice.")
        }
        if !statement.kind.isOriginators { self.firstOfAddressee = self.firstOfAddressee ?? statement }
        let isElsewhere = statement.server != verified.server
        let addition = try self.effect(of: statement, isElsewhere: isElsewhere)
        let place = isElsewhere ? " at \(statement.server)" : ""
        return "\(statement.kind.rawValue) of \(statement.mailbox), \(verified.signer.oin), \(statement.time)\(place)"
            + addition
    }

    private mutating func effect(of statement: Statement, isElsewhere: Bool) throws(Finding) -> String {
        switch statement.declaration {
        case .release: return ""
        case .refusal(let reason) where !self.isWith(statement.mailbox):
            return " of passing it on: \(reason)"
        case .acknowledgement, .refusal:
            try Self.hold(self.answered.insert(statement.mailbox).inserted, "The mailbox has answered before.")
            return ""
        case .consent(let passage):
            try Self.hold(self.withdrawal == nil, "The message had been withdrawn before.")
            self.consents.append(passage)
            return ", to \(passage.text)"
        case .forward(let passage):
            // Another server may have let it go on before it heard of the withdrawal, whatever came here first.
            try Self.hold(self.withdrawal == nil || isElsewhere, "The message had been withdrawn before.")
            try Self.hold(!self.destroyed.contains(statement.mailbox), "The mailbox had destroyed its copy before.")
            self.forwardedTo += passage.to.filter { !self.forwardedTo.contains($0) }
            return ", to \(passage.text), \(self.isConsented(passage) ? "with" : "no") consent in this copy"
        case .withdrawal(let reason):
            try Self.hold(self.withdrawal == nil, "The message had been withdrawn before.")
            self.withdrawal = statement
            return ": \(reason)"
        case .correction(let reference):
            try Self.hold(self.correction == nil, "The message had been corrected before.")
            let own = Statement.Reference(kenmerk: self.header.kenmerk, date: self.header.date)
            try Self.hold(reference != own, "The message cannot take its own place.")
            self.correction = reference
            return ", by \(reference.kenmerk) of \(reference.date)"
        case .disposal(let outcome, let ground):
            try Self.hold(!self.destroyed.contains(statement.mailbox), "The mailbox had destroyed its copy before.")
            if outcome == .destroyed { self.destroyed.insert(statement.mailbox) }
            return ", \(outcome.rawValue): \(ground)"
        }
    }

    /// Whether a mailbox was given the message, and does not speak of it as its originator alone.
    private func isWith(_ mailbox: MailboxName) -> Bool {
        (self.header.to.map(\.address) + self.forwardedTo).contains { $0.mailbox == mailbox }
    }

    private static func hold(_ isTrue: Bool, _ detail: String) throws(Finding) {
        guard isTrue else { throw .failed(.mismatch, detail) }
    }

    /// Whether the originator let the message go to all of them, for that purpose and on that basis.
    private func isConsented(_ passage: Statement.Passage) -> Bool {
        let consented = self.consents.filter { $0.purpose == passage.purpose && $0.legalBasis == passage.legalBasis }
        return passage.to.allSatisfy { address in consented.contains { $0.to.contains(address) } }
    }

    // MARK: All together

    /// What the message came to, by the word of the server or that of its originator.
    func fate(as export: ExportRecord?) -> MessageFate? {
        guard let state = export?.state ?? self.withdrawal.map({ _ in .withdrawn }) else {
            return self.correction.map { MessageFate(state: nil, replacedBy: $0) }
        }
        return MessageFate(state: state, replacedBy: self.correction ?? export?.replacedBy)
    }

    /// Holds the state that the server gives to the statements; what it came to for people.
    func told(_ fate: MessageFate, by export: ExportRecord?) throws(Finding) -> String {
        if let export { try self.hold(export) }
        let state = fate.state.map { state in
            guard state == .withdrawn, let withdrawal else { return state.rawValue }
            return "withdrawn by \(withdrawal.mailbox), \(withdrawal.time)"
        }
        let place = fate.replacedBy.map { "replaced by \($0.kenmerk) of \($0.date)" }
        let time = export.map { "as of \($0.time)" } ?? "later statements are unknown"
        return [state, place, time].compactMap(\.self).joined(separator: ", ")
    }

    private func hold(_ export: ExportRecord) throws(Finding) {
        switch export.state {
        case .withdrawn:
            try Self.hold(self.withdrawal != nil, "The export says that it is withdrawn, and shows no withdrawal.")
        case .accepted, .awaitingRelease:
            try Self.hold(self.withdrawal == nil, "It was withdrawn, and the export says \(export.state.rawValue).")
        case .erased: ()
        }
        if let place = export.replacedBy, let correction, place != correction {
            throw .failed(.mismatch, "The export says that another message took its place than its correction does.")
        }
        guard export.state == .awaitingRelease, let early = self.firstOfAddressee else { return }
        throw .failed(.mismatch, "There is a \(early.kind.rawValue), and the export says that nobody has it yet.")
    }
}

extension Statement.Passage {
    fileprivate var text: String {
        "\(self.to.map { "\($0.mailbox)" }.joined(separator: ", ")) for \(self.purpose), \(self.legalBasis)"
    }
}
