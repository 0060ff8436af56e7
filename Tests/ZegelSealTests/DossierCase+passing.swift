// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import ZegelCore
import ZegelVerify

/// A message that came from another server by a forward: what shows that, and what does not.
extension DossierCase {
    private static let both = Setting(sealers: ["00000099000000099000", "00000099000000099002"])

    private static func passage(to mailbox: String) throws -> Statement.Passage {
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

    private static func failed(
        _ what: String,
        _ check: String,
        _ code: String,
        by mailbox: String = "om/lovj",
        to recipient: String = "om/parket",
        at message: MessageID? = nil,
        _ signer: @escaping @Sendable (TestWorld) -> CAdESSigner = { $0.om.seal.cades }
    ) -> DossierCase {
        .failed(what, check, code, Self.both) { draft in
            try draft.passOn(Self.passage(to: recipient), as: mailbox, by: signer(draft.world), named: message)
        }
    }

    static let passing: [DossierCase] = [
        .passed("a message that came by a forward", Self.both) { try $0.passOn(Self.passage(to: "om/parket")) },
        .passed("one with the consent to that, and the word of who has it", Self.both) { draft in
            let passage = try Self.passage(to: "om/parket")
            try draft.atPartner(.consent(passage), as: "aivd/ct", by: draft.world.aivd.seal.cades)
            try draft.passOn(passage)
            try draft.add(.acknowledgement, "om/parket", draft.world.om.seal.cades)
        },
        .passed("one that was passed on there before its withdrawal was known there", Self.both) { draft in
            let aivd = draft.world.aivd.seal.cades
            try draft.atPartner(.withdrawal(reason: "De bron deugt niet."), as: "aivd/ct", by: aivd)
            try draft.passOn(Self.passage(to: "om/parket"))
            draft.state = .withdrawn
        },
        .failed("one whose forward was taken out", "container", "record_mismatch", Self.both) { draft in
            try draft.passOn(Self.passage(to: "om/parket"))
            draft.statements = []
        },
        .failed("one whose forward was taken out under an export", "container", "record_mismatch", Self.both) { draft in
            try draft.passOn(Self.passage(to: "om/parket"))
            draft.changeAdded = { $0.filter { !$0.name.hasSuffix(".p7m") } }
        },
        .failed("one whose consent was taken out under an export", "export", "record_mismatch", Self.both) { draft in
            let passage = try Self.passage(to: "om/parket")
            try draft.passOn(passage)
            try draft.atPartner(.consent(passage), as: "aivd/ct", by: draft.world.aivd.seal.cades)
            draft.changeAdded = { $0.filter { !$0.name.hasSuffix("-consent.p7m") } }
        },
        .failed("one with a consent by the addressee", "statement", "sig_constraints_failure", Self.both) { draft in
            let passage = try Self.passage(to: "om/parket")
            try draft.passOn(passage)
            try draft.atPartner(.consent(passage), as: "aivd/ct", by: draft.world.om.seal.cades)
        },
        Self.failed("a forward to another than has it", "container", "record_mismatch", to: "om/fp"),
        Self.failed("a forward by another organisation", "statement", "sig_constraints_failure") {
            $0.aivd.seal.cades
        },
        Self.failed("a forward there by one who never had it", "statement", "sig_constraints_failure", by: "om/fp"),
        Self.failed("a forward by its originator", "statement", "sig_constraints_failure", by: "aivd/ct") {
            $0.aivd.seal.cades
        },
        Self.failed(
            "a forward of another message there",
            "statement",
            "record_mismatch",
            at: MessageID(String(repeating: "f", count: 32))
        ),
    ]
}

extension DossierDraft {
    /// Has the message come from the partner's server, where it was passed on to who has it here.
    fileprivate mutating func passOn(
        _ passage: Statement.Passage,
        as mailbox: String = "om/lovj",
        by signer: CAdESSigner? = nil,
        named message: MessageID? = nil
    ) throws {
        try self.relay()
        let before = self.changeAcceptance
        self.changeAcceptance = { before($0).replacing("\"to\":[\"om/lovj\"]", with: "\"to\":[\"om/parket\"]") }
        try self.atPartner(.forward(passage), as: mailbox, by: signer ?? self.world.om.seal.cades, named: message)
    }

    /// Adds a statement that was made at the partner's server.
    fileprivate mutating func atPartner(
        _ declaration: Statement.Declaration,
        as mailbox: String,
        by signer: CAdESSigner,
        named message: MessageID? = nil
    ) throws {
        try self.add(
            declaration,
            mailbox,
            signer,
            server: self.world.partner.oin,
            message: message ?? HopDraft.id
        )
    }
}
