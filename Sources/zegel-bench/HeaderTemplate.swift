// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelClient
import ZegelCommands
import ZegelCore

/// The headers of the messages that are measured, made from the example of a trial installation.
enum HeaderTemplate {
    /// A report that a second person releases.
    static func report(_ home: String) throws -> [JSONValue.Member] {
        try StrictJSON.parse(FilePieces.whole("\(home)/examples/ambtsbericht.json")).members ?? []
    }

    /// Intelligence that one person may send.
    static func intelligence(_ home: String) throws -> [JSONValue.Member] {
        let changes: JSONValue = [
            "exchange": "inlichtingenberichten", "kind": "inlichtingenbericht", "purpose": "informeren-over-dreiging",
            "legalBasis": "wiv2017-art62", "classification": "stg-confidentieel",
            "to": [["oin": "00000099000000011000", "mailbox": "nctv/analyse"]],
            "markings": ["originator-control", "geen-bewijs"],
            "reviewBy": .string("\(Instant.now.advanced(bySeconds: 180 * 86_400))".prefix(10).description),
            "details": ["subjects": 1, "evaluation": ["source": "B", "information": "2"]],
        ]
        return try Self.report(home).filter { changes[$0.key] == nil } + (changes.members ?? [])
    }
}
