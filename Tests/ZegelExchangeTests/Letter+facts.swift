// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelPolicy

/// Messages whose decision turns on what the server knows: a case, a list, who was told, how often was asked.
extension Letter {
    /// A paper for a case table, from the police unless from another.
    static func paper(
        _ kenmerk: String,
        case id: String,
        from: String = "politie/cter",
        to: [String] = ["gemeente-den-haag/casus"],
        basis: String = "wpg-art20"
    ) throws -> Letter {
        try Self.letter(
            kenmerk,
            "casusoverleg",
            "casusstuk",
            from: from,
            to: to,
            ["purpose": "persoonsgerichte-aanpak", "legalBasis": .string(basis), "case": .string(id)]
        )
    }

    /// A measure that a case table proposes to the minister; it waits for a second person.
    static func proposal(_ kenmerk: String, case id: String) throws -> Letter {
        try Self.letter(
            kenmerk,
            "casusoverleg",
            "maatregelvoorstel",
            from: "gemeente-den-haag/casus",
            to: ["nctv/maatregelen"],
            ["purpose": "bestuurlijke-maatregel", "legalBasis": "avg-art6-1e", "case": .string(id)]
        )
    }

    /// A version of the list of travellers.
    static func list(
        _ kenmerk: String,
        version: Int64,
        to: [String] = ["aivd/ct", "kmar/ct"],
        name: String = "uitreizigers"
    ) throws -> Letter {
        try Self.letter(
            kenmerk,
            "lijst-uitreizigers",
            "lijst",
            from: "politie/cter",
            to: to,
            [
                "purpose": "onderkennen-uitreizigers", "legalBasis": "wpg-art16", "reviewBy": "2027-01-20",
                "details": [
                    "subjects": 300, "list": ["name": .string(name), "version": .integer(version)],
                    "peildatum": "2026-11-15",
                ],
            ]
        )
    }

    /// The removal of an entry that stood in one or more messages.
    static func removal(_ kenmerk: String, of cited: [String], to: [String]) throws -> Letter {
        try Self.letter(
            kenmerk,
            "lijst-uitreizigers",
            "afvoering",
            from: "politie/cter",
            to: to,
            [
                "purpose": "onderkennen-uitreizigers", "legalBasis": "wpg-art16",
                "inReplyTo": .array(cited.map { ["kenmerk": .string($0), "date": "2026-11-20"] }),
            ]
        )
    }

    /// A request to look someone up, which is kept for five years and then destroyed.
    static func request(_ kenmerk: String = "AIVD-1", _ changes: [String: JSONValue?] = [:]) throws -> Letter {
        let base: [String: JSONValue?] = [
            "purpose": "onderkennen-nationale-veiligheid", "legalBasis": "wiv2017-art62",
        ]
        return try Self.letter(
            kenmerk,
            "vreemdelingenketen",
            "naslagverzoek",
            from: "aivd/ct",
            to: ["ind/nv"],
            base.merging(changes) { _, new in new }
        )
    }

    /// A question whether another knows someone.
    static func question(_ kenmerk: String, from: String = "politie/cter") throws -> Letter {
        try Self.letter(
            kenmerk,
            "hit-no-hit",
            "vraag",
            from: from,
            to: ["ind/nv"],
            [
                "purpose": "onderkennen-nationale-veiligheid", "legalBasis": "wpg-art16",
                "details": ["subjects": 1, "justification": "lopend onderzoek"],
            ]
        )
    }

    private static func letter(
        _ kenmerk: String,
        _ exchange: String,
        _ kind: String,
        from: String,
        to: [String],
        _ changes: [String: JSONValue?]
    ) throws -> Letter {
        let base: [String: JSONValue?] = [
            "exchange": .string(exchange), "kind": .string(kind), "from": try Self.address(from),
            "to": .array(try to.map { try Self.address($0) }), "details": ["subjects": 1],
        ]
        return try Self.report(kenmerk, base.merging(changes) { _, new in new })
    }

    /// The container, signed by the organisation that `from` names.
    func signed() throws -> [UInt8] {
        let from = self.members.first { $0.key == "from" }?.value["mailbox"]?.string ?? ""
        return try self.container(by: Parties.shared.get()[String(from.prefix { $0 != "/" })].seal)
    }
}

extension CaseBook {
    /// Two cases of one municipality: the police sit at the table of the first, sat there before or will sit there, and never at the second.
    static func trial() throws -> CaseBook {
        let text = """
            exchange: casusoverleg
            cases:
              - case: DH-17
                chair: gemeente-den-haag/casus
                opened: 2026-05-01
                members:
                  - { mailbox: politie/cter, basis: wpg-art20, from: 2026-05-01, until: 2026-12-31 }
                  - { mailbox: om/parket, basis: wjsg-art39f, from: 2026-05-01, until: 2026-11-19 }
              - case: DH-18
                chair: gemeente-den-haag/casus
                opened: 2026-05-01
                members:
                  - { mailbox: om/parket, basis: wjsg-art39f, from: 2026-05-01, until: 2026-12-31 }
              - case: DH-19
                chair: gemeente-den-haag/casus
                opened: 2026-05-01
                closed: 2026-10-01
                members:
                  - { mailbox: politie/cter, basis: wpg-art20, from: 2026-05-01, until: 2026-12-31 }
              - case: DH-20
                chair: gemeente-den-haag/casus
                opened: 2026-05-01
                closed: 2026-10-01
                members:
                  - { mailbox: om/parket, basis: wjsg-art39f, from: 2026-05-01, until: 2026-12-31 }
              - case: DH-21
                chair: gemeente-den-haag/casus
                opened: 2026-05-01
                members:
                  - { mailbox: politie/cter, basis: wpg-art20, from: 2026-12-01, until: 2026-12-31 }

            """
        let source = PolicySource(files: [("casusoverleg.yaml", Array(text.utf8))])
        return try CaseBook(source, for: Parties.shared.get().policy)
    }
}
