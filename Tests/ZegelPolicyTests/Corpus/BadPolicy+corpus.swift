// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension BadPolicy {
    private static let organisations = "organisations.yaml"
    private static let classifications = "classifications.yaml"
    private static let exchange = "exchanges/proef.yaml"
    private static let invariants = "invariants.yaml"
    private static let tests = "tests/proef.yaml"
    private static let cases = CompletePolicy.casesPath
    private static let plain = "the line holds a tab, a control or bidirectional character, or is not in form NFC"

    static let corpus = keys + names + contradictions + yaml + whole + servers

    /// Keys that nobody knows, at every depth.
    private static let keys = [
        BadPolicy(organisations, "validFrom", "validForm", "unknown key validForm; did you mean validFrom?"),
        BadPolicy(classifications, "implies:", "implys:", "unknown key implys; did you mean implies?"),
        BadPolicy(classifications, "consentFor", "consentFro", "unknown key consentFro; did you mean consentFor?"),
        BadPolicy(exchange, "title:", "titel:", "unknown key titel; did you mean title?"),
        BadPolicy(
            exchange,
            "from: 2026-01-01, until",
            "form: 2026-01-01, until",
            "unknown key form; did you mean from?"
        ),
        BadPolicy(
            exchange,
            "addressees: 1, when",
            "adressees: 1, when",
            "unknown key adressees; did you mean addressees?"
        ),
        BadPolicy(exchange, "precision: day", "precison: day", "unknown key precison; did you mean precision?"),
        BadPolicy(exchange, "minimum: -1", "minimun: -1", "unknown key minimun; did you mean minimum?"),
        BadPolicy(exchange, "fromEach:", "fromeach:", "unknown key fromeach; did you mean fromEach?"),
        BadPolicy(exchange, "unless: { queries", "unles: { queries", "unknown key unles; did you mean unless?"),
        BadPolicy(exchange, "party: [provider]", "partij: [provider]", "unknown key partij; did you mean party?"),
        BadPolicy(exchange, "purposes: [toets]", "purpose: [toets]", "unknown key purpose; did you mean purposes?"),
        BadPolicy(exchange, "escalation: {", "escalatie: {", "unknown key escalatie; did you mean escalation?"),
        BadPolicy(exchange, "provides: delen", "provided: delen", "unknown key provided; did you mean provides?"),
        BadPolicy(invariants, "passages:", "pasages:", "unknown key pasages; did you mean passages?"),
        BadPolicy(
            tests,
            "outcome: deny field.value",
            "outcom: deny field.value",
            "unknown key outcom; did you mean outcome?"
        ),
        BadPolicy(tests, "forwardedTo:", "forwardTo:", "unknown key forwardTo; did you mean forwardedTo?"),
        BadPolicy(cases, "measuresBy", "measureBy", "unknown key measureBy; did you mean measuresBy?"),
    ]

    /// Names that lead nowhere.
    private static let names = [
        BadPolicy(exchange, "auditors: [aivd/liaison]", "auditors: [aivd/liason]", "did you mean aivd/liaison?"),
        BadPolicy(
            exchange,
            "bases: [wpg-art16, avg], when",
            "bases: [wpg-art61, avg], when",
            "did you mean wpg-art16?"
        ),
        BadPolicy(
            exchange,
            "kinds: [antwoord], from: [provider], to: [om/lovj]",
            "kinds: [antword], to: [om/lovj]",
            "did you mean antwoord?"
        ),
        BadPolicy(
            exchange,
            "liftedBy: [opheffing]",
            "liftedBy: [ophefing]",
            "“ophefing” is no kind of this exchange; did you mean opheffing?"
        ),
        BadPolicy(
            exchange,
            "follows: [proef/vraag]",
            "follows: [proef/vrag]",
            "“proef/vrag” is no kind of this exchange; did you mean proef/vraag?"
        ),
        BadPolicy(
            exchange,
            "fromEach: [om/lovj]",
            "fromEach: [om/lovk]",
            "“om/lovk” is no mailbox of organisations.yaml; did you mean om/lovj?"
        ),
        BadPolicy(
            exchange,
            "to: [om/lovj, bank-a/tf] }",
            "to: [om/lovj, bank-a/ft] }",
            "“bank-a/ft” is no mailbox of organisations.yaml; did you mean bank-a/tf?"
        ),
        BadPolicy(exchange, "to: [om/lovj, bank-a/tf] }", "to: [] }", "to is missing: the mailboxes that hear of it"),
        BadPolicy(exchange, "stated: vaan", "stated: delen", "delen is no boolean of antwoord"),
        BadPolicy(exchange, "provides: delen", "provides: vaan", "vaan is no set of antwoord"),
        BadPolicy(exchange, "of: delen }", "of: vaan }", "vaan is a set of no kind of this exchange"),
        BadPolicy(exchange, "party: [provider]", "party: [providr]", "“providr” is neither a role of this exchange"),
        BadPolicy(
            invariants,
            "kinds: [proef, proef/antwoord]",
            "kinds: [prof]",
            "“prof” is no exchange of this policy; did you mean proef?"
        ),
        BadPolicy(
            invariants,
            "apart: [proef, toets]",
            "apart: [proef, toest]",
            "“toest” is no purpose of any exchange; did you mean toets?"
        ),
        BadPolicy(invariants, "originator: [aivd/ct]", "originator: [aivd/cs]", "did you mean aivd/ct?"),
        BadPolicy(
            tests,
            "  antwoord: {",
            "  antword: {",
            "“antword” is no kind of this exchange; did you mean antwoord?"
        ),
        BadPolicy(
            tests,
            "from: aivd/ct\n",
            "from: aivd/cf\n",
            "“aivd/cf” is no mailbox of organisations.yaml; did you mean aivd/ct?"
        ),
        BadPolicy(cases, "chair: aivd/ct", "chair: aivd/tc", "“aivd/tc” is no member of proef; did you mean aivd/ct?"),
        BadPolicy(
            cases,
            "exchange: proef",
            "exchange: proev",
            "exchange must be one of this policy; did you mean proef?"
        ),
    ]

    /// What says two things at once, or goes round in a circle.
    private static let contradictions = [
        BadPolicy(
            organisations,
            "oin: 00000099000000002000",
            "oin: 00000099000000001000",
            "the OIN 00000099000000001000 stands twice; it stands first at line 2"
        ),
        BadPolicy(
            organisations,
            "validUntil: 2030-12-31",
            "validUntil: 2025-12-31",
            lines: -9,
            "validUntil lies before validFrom"
        ),
        BadPolicy(
            classifications,
            "  bewijs: { effect: restricts }",
            "  bewijs: { effect: restricts, implies: [derde] }\n  derde: { effect: restricts, implies: [streng] }",
            lines: -1,
            "streng implies itself: the markings make no lattice"
        ),
        BadPolicy(
            classifications,
            "bewijs: { effect: restricts }",
            "bewijs: { effect: releases }",
            lines: -1,
            "which has the other effect: they make no lattice"
        ),
        BadPolicy(
            classifications,
            "[ongerubriceerd, departementaal",
            "[departementaal",
            "levels must be [ongerubriceerd,"
        ),
        BadPolicy(
            exchange,
            "[{ mailbox: om/lovj }, { mailbox: bank-a/tf }]",
            "[{ mailbox: om/lovj, until: 2026-06-30 }, { mailbox: om/lovj, from: 2026-06-30 }, { mailbox: bank-a/tf }]",
            "om/lovj stands twice in the role receiver at the same time"
        ),
        BadPolicy(
            exchange,
            "from: 2026-01-01, until: 2027-12-31",
            "from: 2028-01-01, until: 2027-12-31",
            "until lies before from"
        ),
        BadPolicy(exchange, "minimum: -1, maximum: 5", "minimum: 6, maximum: 5", "minimum is above maximum"),
        BadPolicy(
            exchange,
            "subject: { forbidden: [any] }",
            "subject: { forbidden: [any], required: [any] }",
            "a field is either required or forbidden"
        ),
        BadPolicy(invariants, "apart: [proef, toets]", "apart: [proef]", "two purposes are apart"),
        BadPolicy(
            invariants,
            "invariant: twee",
            "invariant: een",
            "the invariant een stands twice; it stands first at line 2"
        ),
        BadPolicy(invariants, "passages: [message]", "passages: [forward]", lines: -3, "are known of messages only"),
        BadPolicy(tests, "- { row: 3,", "- { row: 1,", "row 1 stands twice; it stands first at line 6"),
        BadPolicy(cases, "until: 2026-06-30", "until: 2025-06-30", "until lies before from"),
    ]

    /// YAML that says less, or more, than it seems to.
    private static let yaml = [
        BadPolicy(exchange, "title: Proef", "title: &naam Proef", "anchors are not allowed"),
        BadPolicy(exchange, "title: Proef", "title: *naam", "found undefined alias"),
        BadPolicy(
            organisations,
            "oin: 00000099000000002000",
            "oin: !!int 00000099000000002000",
            "tags are not allowed"
        ),
        BadPolicy(exchange, "  details:\n", "  <<: { details: {} }\n  details:\n", "merge keys are not allowed"),
        BadPolicy(
            exchange,
            "title: Proef",
            "title: Proef\nexchange: proef",
            lines: 1,
            "the key exchange stands twice; it stands first at line 1"
        ),
        BadPolicy(tests, "class: DV\n", "class: DV\n    kind: vraag\n", lines: 1, "the key kind stands twice"),
        BadPolicy(classifications, "codes:\n", "---\ncodes:\n", lines: 1, "a file holds one document"),
        BadPolicy(exchange, "title: Proef", "title: Proef\u{0}", plain),
        BadPolicy(exchange, "title: Proef", "title: Pr\u{7}oef", plain),
        BadPolicy(exchange, "title: Proef", "title: Proef\u{2028}kinds: {}", plain),
        BadPolicy(exchange, "title: Proef", bytes: Array("title: Pro".utf8) + [0xC3, 0x28], "the line is not UTF-8"),
        BadPolicy(
            exchange,
            "title: Proef",
            bytes: Array("title: ".utf8) + [0xED, 0xA0, 0x80],
            "the line is not UTF-8"
        ),
        BadPolicy(exchange, "title: Proef", "title: Proef: twee", "mapping values are not allowed"),
        BadPolicy(exchange, "title: Proef", "title: [Proef", lines: 1, "did not find expected"),
        BadPolicy(exchange, "title: Proef", "? [a]\n: b", "a key must be a text"),
        BadPolicy(exchange, "subjects: any", "subjects: 01", "subjects must be a number from 0 to 1000, or any"),
        BadPolicy(
            exchange,
            "signingAge: 24 hours",
            "signingAge: +24 hours",
            "signingAge must be a number of hours or days"
        ),
    ]

    /// Files that are none of what they should be.
    private static let whole = [
        BadPolicy(organisations, "", "", "the file is empty"),
        BadPolicy(classifications, "", "# nothing\n", "the file is empty"),
        BadPolicy(exchange, "", "proef\n", "keys and values are expected here"),
        BadPolicy(exchange, "", "- exchange: proef\n", "keys and values are expected here"),
        BadPolicy(invariants, "", "invariants: none\n", "invariants must be a list"),
        BadPolicy(tests, "", "{}", "asOf is missing: a moment in UTC"),
        BadPolicy(cases, "", "null\n", "keys and values are expected here"),
        BadPolicy(organisations, "", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x3A, 0x00], "the line is not UTF-8"),
        BadPolicy(
            "organisation.yaml",
            "",
            "organisations: []\n",
            "this is no file of a policy; did you mean organisations.yaml?"
        ),
        BadPolicy("exchanges/proef.yml", "", "exchange: proef\n", "the exchange proef stands in exchanges/proef.yaml"),
        BadPolicy(
            "exchanges/diep/proef.yaml",
            "",
            "exchange: proef\n",
            "the exchange proef stands in exchanges/proef.yaml"
        ),
    ]
}
