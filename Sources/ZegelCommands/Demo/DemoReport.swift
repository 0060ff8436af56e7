// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import ZegelClient
import ZegelCore

/// The official report of the demonstration: a PDF and the header that goes with it.
struct DemoReport {
    private static let kenmerk = "AIVD-2026-000001"

    let folder: String
    let moment: Instant

    /// Writes the PDF and seals it into a container; returns the digest of the container.
    func seal(with signer: CAdESSigner, to path: String) throws -> String {
        let report = "\(self.folder)/ambtsbericht.pdf"
        try Data(self.pdf.bytes).write(to: URL(fileURLWithPath: report))
        let builder = try ContainerBuilder(
            template: Self.header(at: self.moment),
            documents: [EnclosedDocument(path: report)],
            signer: signer,
            at: self.moment
        )
        return try Seal.write(builder, to: path)
    }

    private var pdf: OnePagePDF {
        OnePagePDF(
            title: "Ambtsbericht",
            lines: [
                "Kenmerk: \(Self.kenmerk)",
                "Datum: \(self.moment.date)",
                "Rubricering: departementaal vertrouwelijk",
                "Aan: de landelijk officier van justitie terrorismebestrijding",
                "",
                "Betrokkene is vermoedelijk vertrokken naar een strijdgebied.",
                "De onderliggende gegevens zijn ingezien op \(self.moment.date).",
                "",
                "Dit is een voorbeeld; personen en feiten zijn verzonnen.",
            ]
        )
    }

    /// The header of an official report of aivd to om, as its author writes it; also the example of a trial installation.
    static func header(at moment: Instant) -> JSONValue {
        [
            "kenmerk": .string(Self.kenmerk), "exchange": "ambtsberichten", "kind": "ambtsbericht",
            "subject": "Uitreis naar strijdgebied", "from": ["oin": "00000099000000001000", "mailbox": "aivd/ct"],
            "to": [["oin": "00000099000000002000", "mailbox": "om/lovj", "role": "action"]],
            "purpose": "opsporing-en-vervolging", "legalBasis": "wiv2017-art66",
            "classification": "departementaal-vertrouwelijk", "classifiedBy": "hoofd contraterrorisme",
            "classifiedOn": .string("\(moment.date)"),
            "declassifyOn": .string("\(moment.advanced(bySeconds: 3_650 * 86_400).date)"), "markings": [],
            "details": [
                "subjects": 1, "underlyingSeen": .string("\(moment.date)"),
                "evaluation": ["source": "A", "information": "1"],
            ],
        ]
    }
}
