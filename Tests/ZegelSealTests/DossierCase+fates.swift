// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelVerify

/// What was said about a message later, and what the server says it came to.
extension DossierCase {
    private typealias Change = @Sendable (inout DossierDraft) throws -> Void

    private static let withdrawal = Statement.Declaration.withdrawal(reason: "De bron deugt niet.")
    private static let kept = Statement.Declaration.disposal(.kept, ground: "Strafdossier.")
    private static let destroyed = Statement.Declaration.disposal(.destroyed, ground: "Ingetrokken.")

    private static func passage(to mailbox: String = "om/parket") throws -> Statement.Passage {
        Statement.Passage(
            to: [
                MailboxAddress(
                    oin: try TestWorld.some(OIN("00000099000000002000")),
                    mailbox: try TestWorld.some(MailboxName(mailbox))
                )
            ],
            purpose: "opsporing-en-vervolging",
            legalBasis: "wiv2017-art66"
        )
    }

    private static func correction(_ kenmerk: String) throws -> Statement.Declaration {
        .correction(
            replacedBy: .init(
                kenmerk: try TestWorld.some(Kenmerk(kenmerk)),
                date: try TestWorld.some(CalendarDate("2026-11-20"))
            )
        )
    }

    private static func saying(
        _ what: String,
        _ code: String,
        check: String = "statement",
        _ change: @escaping Change
    ) -> DossierCase { .failed(what, check, code, Setting(), change) }

    static let fates: [DossierCase] = [
        .passed("a withdrawal, and what became of the copy") { draft in
            try draft.byOriginator(Self.withdrawal)
            try draft.byAddressee(Self.kept)
            try draft.byAddressee(Self.destroyed)
            draft.state = .withdrawn
        },
        .passed("a withdrawal and a correction in a copy without an export") { draft in
            try draft.byOriginator(Self.withdrawal)
            try draft.byOriginator(try Self.correction("AIVD-2026-004712"))
            draft.hasExport = false
        },
        .passed("a withdrawal of what has been erased since") { draft in
            try draft.byOriginator(Self.withdrawal)
            draft.state = .erased
        },
        .passed("a consent, a forward, and the word of one who has it by that") { draft in
            try draft.byOriginator(.consent(try Self.passage()))
            try draft.byAddressee(.forward(try Self.passage()))
            try draft.byAddressee(.acknowledgement, as: "om/parket")
            try draft.byAddressee(.forward(try Self.passage(to: "om/landelijk")), as: "om/parket")
            try draft.byAddressee(Self.destroyed, as: "om/landelijk")
        },
        .passed("a forward without a consent in this copy") { try $0.byAddressee(.forward(try Self.passage())) },
        Self.saying("a withdrawn message that shows no withdrawal", "record_mismatch", check: "state") {
            $0.state = .withdrawn
        },
        Self.saying("a withdrawal that was taken out", "record_mismatch", check: "export") { draft in
            try draft.byOriginator(Self.withdrawal)
            draft.state = .withdrawn
            draft.changeAdded = { $0.filter { !$0.name.hasSuffix(".p7m") } }
        },
        Self.saying("a withdrawal of a message that the server calls accepted", "record_mismatch", check: "state") {
            try $0.byOriginator(Self.withdrawal)
        },
        Self.saying("a forward by one who never had it", "sig_constraints_failure") {
            try $0.byAddressee(.forward(try Self.passage()), as: "om/parket")
        },
        Self.saying("the word of a recipient before the forward to it", "sig_constraints_failure") { draft in
            try draft.byAddressee(.acknowledgement, as: "om/parket")
            try draft.byAddressee(.forward(try Self.passage()))
        },
        Self.saying("a forward after the withdrawal", "record_mismatch") { draft in
            try draft.byOriginator(Self.withdrawal)
            try draft.byAddressee(.forward(try Self.passage()))
            draft.state = .withdrawn
        },
        Self.saying("a consent after the withdrawal", "record_mismatch") { draft in
            try draft.byOriginator(Self.withdrawal)
            try draft.byOriginator(.consent(try Self.passage()))
            draft.state = .withdrawn
        },
        Self.saying("a forward of what was destroyed", "record_mismatch") { draft in
            try draft.byAddressee(Self.destroyed)
            try draft.byAddressee(.forward(try Self.passage()))
        },
        Self.saying("a copy that is kept after it was destroyed", "record_mismatch") { draft in
            try draft.byAddressee(Self.destroyed)
            try draft.byAddressee(Self.kept)
        },
        Self.saying("a withdrawal by an addressee", "sig_constraints_failure") { try $0.byAddressee(Self.withdrawal) },
        Self.saying("a withdrawal in the originator's name", "sig_constraints_failure") {
            try $0.byAddressee(Self.withdrawal, as: "aivd/ct")
        },
        Self.saying("a withdrawal by a releaser", "chain_constraints_failure") {
            try $0.add(Self.withdrawal, "aivd/ct", $0.world.aivd.release.cades)
        },
        Self.saying("a withdrawal of another message", "record_mismatch") { draft in
            let other = try TestWorld.some(MessageID(String(repeating: "f", count: 32)))
            try draft.add(Self.withdrawal, "aivd/ct", draft.world.aivd.seal.cades, message: other)
        },
        Self.saying("a withdrawal at another server", "record_mismatch") {
            try $0.add(Self.withdrawal, "aivd/ct", $0.world.aivd.seal.cades, server: $0.world.om.oin)
        },
        Self.saying("a second withdrawal", "record_mismatch") { draft in
            try draft.byOriginator(Self.withdrawal)
            try draft.byOriginator(.withdrawal(reason: "Nog eens."))
            draft.state = .withdrawn
        },
        Self.saying("a consent by an addressee", "sig_constraints_failure") {
            try $0.byAddressee(.consent(try Self.passage()))
        },
        Self.saying("a correction by an addressee", "sig_constraints_failure") {
            try $0.byAddressee(try Self.correction("AIVD-2026-004712"))
        },
        Self.saying("a second correction", "record_mismatch") { draft in
            try draft.byOriginator(try Self.correction("AIVD-2026-004712"))
            try draft.byOriginator(try Self.correction("AIVD-2026-004713"))
        },
        Self.saying("a message that takes its own place", "record_mismatch") {
            try $0.byOriginator(try Self.correction("AIVD-2026-004711"))
        },
        Self.saying("a disposal by the originator", "sig_constraints_failure") { try $0.byOriginator(Self.kept) },
        Self.saying("an acknowledgement of what the server still holds back", "record_mismatch", check: "state") {
            try $0.byAddressee(.acknowledgement)
            $0.state = .awaitingRelease
        },
        Self.saying("an acknowledgement and a refusal by one mailbox", "record_mismatch") { draft in
            try draft.byAddressee(.acknowledgement)
            try draft.byAddressee(.refusal(reason: "Toch niet."))
        },
        Self.saying("the same statement twice", "record_mismatch") { draft in
            try draft.byAddressee(Self.kept)
            let name = EntryPath.statement(.disposal, number: 2)
            draft.statements.append(.init(name: name, bytes: draft.statements[0].bytes))
        },
        Self.saying("two statements that changed places", "record_mismatch") { draft in
            try draft.add(.release, "aivd/ct", draft.world.aivd.release.cades)
            try draft.byAddressee(.acknowledgement)
            let bytes = draft.statements.map(\.bytes)
            for (place, other) in [(0, 1), (1, 0)] { draft.statements[place].bytes = bytes[other] }
            draft.hasExport = false
        }
        .also("statement record_mismatch"),
        Self.saying("a statement whose number was left out", "record_mismatch") { draft in
            try draft.byAddressee(.acknowledgement)
            draft.statements[0].name = EntryPath.statement(.acknowledgement, number: 2)
        },
    ]
}

extension DossierDraft {
    fileprivate mutating func byOriginator(_ declaration: Statement.Declaration) throws {
        try self.add(declaration, "aivd/ct", self.world.aivd.seal.cades)
    }

    fileprivate mutating func byAddressee(_ declaration: Statement.Declaration, as mailbox: String = "om/lovj") throws {
        try self.add(declaration, mailbox, self.world.om.seal.cades)
    }
}
