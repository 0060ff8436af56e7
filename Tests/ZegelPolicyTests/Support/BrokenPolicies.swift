// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// For every invariant, what would break it.
enum BrokenPolicies {
    private static let reports = "exchanges/ambtsberichten.yaml"
    private static let intelligence = "exchanges/inlichtingenberichten.yaml"
    private static let table = "exchanges/casusoverleg.yaml"
    private static let passengers = "exchanges/pi-nl.yaml"
    private static let abroad = "exchanges/internationaal.yaml"
    private static let nationality = "exchanges/nederlanderschap.yaml"
    private static let library = "exchanges/informatieportaal.yaml"
    private static let organisations = "organisations.yaml"
    private static let classifications = "classifications.yaml"

    static let all =
        Self.ofIntelligence + Self.ofLevels + Self.ofPurposes + Self.ofRegions + Self.ofPersons + Self.ofPractice

    private static let ofIntelligence: [Broken] = [
        Broken(
            "intelligence-stays-inside",
            ["inlichtingenberichten", "partnerdiensten"],
            .init(intelligence, "    - { to: [kind:bank, kind:host, kind:carrier, kind:operator, kind:care] }\n", ""),
            shows: "forward in inlichtingenberichten"
        ),
        Broken(
            "intelligence-stays-inside",
            ["inlichtingenberichten", "partnerdiensten"],
            .init(intelligence, "strafvordering, aanhouding, ", "strafvordering, "),
            shows: "aanhouding"
        ),
        Broken(
            "originator-consents",
            ["ambtsberichten"],
            .init(
                classifications,
                "originator-control: { effect: restricts, forward: consent }",
                "originator-control: { effect: restricts }"
            ),
            shows: "without consent"
        ),
        Broken(
            "intelligence-is-marked",
            ["inlichtingenberichten"],
            .init(intelligence, "required: [originator-control, geen-bewijs]", "required: [geen-bewijs]"),
            shows: "geen-bewijs, "
        ),
        Broken(
            "nothing-from-services-to-private",
            ["ambtsberichten"],
            .init(
                reports,
                "    - { to: [kind:bank, kind:host, kind:carrier, kind:operator], why: never to a private party }\n",
                ""
            ),
            shows: "forward in ambtsberichten"
        ),
        Broken(
            "services-pass-nothing-to-private",
            ["informatieportaal"],
            .init(library, "  editor:\n", "  editor:\n    - { mailbox: aivd/ct }\n    - { mailbox: bank-a/tf }\n"),
            shows: "aivd/ct → bank-a/tf"
        ),
        Broken(
            "nothing-between-private",
            ["informatieportaal"],
            .init(library, "  editor:\n", "  editor:\n    - { mailbox: bank-b/tf }\n    - { mailbox: bank-a/tf }\n"),
            shows: "bank-a/tf → bank-b/tf"
        ),
    ]

    private static let ofLevels: [Broken] = [
        Broken(
            "cleared-for-departementaal-vertrouwelijk",
            ["ambtsberichten"],
            .init(organisations, "ind/rwn: departementaal-vertrouwelijk", "ind/rwn: stg-confidentieel"),
            shows: "→ ind/rwn"
        ),
        Broken(
            "cleared-for-what-is-open",
            ["casusoverleg"],
            .init(organisations, "szw/ess: ongerubriceerd", "szw/ess: departementaal-vertrouwelijk"),
            shows: "szw/ess"
        ),
        Broken(
            "ceiling-ambtsberichten",
            ["ambtsberichten"],
            .init(reports, "level: stg-confidentieel", "level: stg-geheim"),
            shows: "stg-geheim"
        ),
        Broken(
            "ceiling-open-file",
            ["ambtsberichten"],
            .init(reports, "level: departementaal-vertrouwelijk", "level: stg-confidentieel"),
            shows: "→ om/lovj: "
        ),
        Broken(
            "ceiling-inlichtingenberichten",
            ["inlichtingenberichten"],
            .init(intelligence, "level: stg-geheim", "level: stg-zeer-geheim"),
            shows: "stg-zeer-geheim"
        ),
        Broken(
            "ceiling-casusoverleg-pi-nl-internationaal-nederlanderschap",
            ["casusoverleg", "pi-nl", "internationaal", "nederlanderschap", "ambtsberichten"],
            .init(table, "level: departementaal-vertrouwelijk", "level: stg-confidentieel"),
            shows: "stg-confidentieel"
        ),
        Broken(
            "ceiling-registers",
            ["nederlanderschap", "ambtsberichten"],
            .init(nationality, "level: ongerubriceerd", "level: departementaal-vertrouwelijk"),
            shows: "departementaal-vertrouwelijk"
        ),
        Broken(
            "ceiling-informatieportaal",
            ["informatieportaal"],
            .init(library, "level: ongerubriceerd", "level: departementaal-vertrouwelijk"),
            shows: "departementaal-vertrouwelijk"
        ),
    ]

    private static let ofPurposes: [Broken] = [
        Broken(
            "care-stays-care",
            ["ambtsberichten", "internationaal", "vreemdelingenketen"],
            .init(classifications, "notFor: [opsporing-en-vervolging, ", "notFor: ["),
            shows: "zorg-context"
        ),
        Broken(
            "advice-stays-advice",
            ["informatieportaal", "internationaal", "ambtsberichten", "vreemdelingenketen"],
            .init(
                library,
                "purposes:\n",
                "purposes:\n  - { purpose: opsporing-en-vervolging, bases: [avg-art6-1e] }\n"
            ),
            shows: "lse/advies →"
        ),
        Broken(
            "care-stays-at-the-table",
            ["casusoverleg"],
            .init(classifications, "forward: never\n    notFor", "notFor"),
            .init(
                table,
                "ceilings:\n",
                "onward:\n  permits:\n    - { from: [chair], to: [partner], purpose: same, consent: not-needed }\nceilings:\n"
            ),
            shows: "forward in casusoverleg"
        ),
        Broken(
            "case-table-is-closed",
            ["casusoverleg", "internationaal", "ambtsberichten"],
            .init(table, "purposes:\n", "purposes:\n  - { purpose: opsporing-en-vervolging, bases: [wpg-art20] }\n"),
            shows: "opsporing-en-vervolging on wpg-art20"
        ),
        Broken(
            "case-table-acts-inside",
            ["casusoverleg"],
            .init(
                table,
                "ceilings:\n",
                "onward:\n  permits:\n    - { from: [chair], to: [any], purpose: same, consent: needed }\nceilings:\n"
            ),
            shows: "forward in casusoverleg"
        ),
    ]

    private static let ofRegions: [Broken] = [
        Broken(
            "gates-abroad",
            ["internationaal", "lijst-uitreizigers"],
            .init(
                abroad,
                "- { from: [origin], to: [gate], addressees",
                "- { from: [origin], to: [gate, foreign], addressees"
            ),
            shows: "verzoek in internationaal"
        ),
        Broken(
            "human-rights",
            ["internationaal"],
            .init(abroad, "humanRights: { required: [region:other] }", "humanRights: {}"),
            shows: "internationaal"
        ),
        Broken(
            "released-by-two-abroad",
            ["internationaal"],
            .init(abroad, "persons: 2", "persons: 1"),
            shows: "internationaal"
        ),
    ]

    private static let ofPersons: [Broken] = [
        Broken(
            "released-by-two",
            releasedByTwo,
            .init(reports, "release: 2", "release: 1"),
            shows: "ambtsberichten"
        ),
        Broken(
            "one-matter",
            ["ambtsberichten", "inlichtingenberichten", "casusoverleg", "pi-nl"],
            .init(reports, "  ambtsbericht:\n", "  ambtsbericht:\n    subjects: any\n"),
            shows: "ambtsbericht in ambtsberichten"
        ),
        Broken(
            "no-source",
            ["ambtsberichten"],
            .init(reports, ", allowed: [\"false\"], otherwise: source.present", ""),
            shows: "\"sourceIncluded\":true"
        ),
        Broken(
            "intelligence-is-reviewed",
            ["inlichtingenberichten"],
            .init(intelligence, "within: 1 year", "within: 2 years"),
            shows: "reviewBy 2027-11-21"
        ),
        Broken(
            "lifting-reaches-all",
            lifting,
            .init(nationality, "    reaches: told\n", ""),
            shows: "nederlanderschap"
        ),
        Broken(
            "provision-answers-one-demand",
            ["pi-nl"],
            .init(passengers, "      - answers: [vordering]\n        number: one\n", "      - answers: [vordering]\n"),
            shows: "verstrekking"
        ),
        Broken(
            "necessity-is-stated",
            ["pi-nl"],
            .init(passengers, "necessity: { type: text, required: [any] }", "necessity: { type: text }"),
            shows: "verstrekking"
        ),
    ]
}
