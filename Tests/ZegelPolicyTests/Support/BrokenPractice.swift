// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What would break the invariants that stand for the sentences of the practice.
extension BrokenPolicies {
    /// The exchanges that have something two persons release.
    static let releasedByTwo = [
        "ambtsberichten", "ct-infobox", "casusoverleg", "pi-nl", "reisdocumenten", "bestuurlijke-maatregelen",
        "lijst-uitreizigers", "sanctielijst", "fec-tf", "tf-taskforce", "voortgangsrapportage", "kamerstukken",
        "nederlanderschap", "crisis-en-dreigingsbeeld", "versterkingsgelden",
    ]
    /// The exchanges that lift or correct something.
    static let lifting = [
        "ambtsberichten", "reisdocumenten", "bestuurlijke-maatregelen", "lijst-uitreizigers", "sanctielijst",
        "brp-en-uitkeringen", "sis-signaleringen", "nederlanderschap",
    ]
    /// The exchanges that limit a person.
    private static let limiting = [
        "ambtsberichten", "reisdocumenten", "bestuurlijke-maatregelen", "lijst-uitreizigers", "sanctielijst",
        "sis-signaleringen",
    ]

    /// The exchanges in which something is at most departementaal-vertrouwelijk.
    private static let atMostDV = [
        "reisdocumenten", "bestuurlijke-maatregelen", "tf-taskforce", "fiu-meldingen", "notice-and-action",
        "toi-bevelen",
        "detentie-mar", "laov", "sis-signaleringen", "hit-no-hit", "voortgangsrapportage", "anonieme-meldingen",
        "kinderen-terugkeer", "consulair", "precursoren", "vreemdelingenketen", "crisis-en-dreigingsbeeld",
        "ambtsberichten",
    ]

    static let ofPractice = Self.ofPaths + Self.ofCeilings + Self.ofTerms + Self.ofContents

    private static func file(_ exchange: String) -> String { "exchanges/\(exchange).yaml" }

    /// Spoils one exchange: a text of it becomes another.
    private static func twin(
        _ invariant: String,
        _ exchange: String,
        _ old: String,
        _ new: String,
        with others: [String] = [],
        shows: String
    ) -> Broken {
        let all = [exchange] + others.filter { $0 != exchange }
        return Broken(invariant, all, .init(Self.file(exchange), old, new), shows: shows)
    }

    private static let ofPaths: [Broken] = [
        twin(
            "intelligence-stays-inside",
            "partnerdiensten",
            "    - { to: [kind:court] }\n",
            "",
            with: ["inlichtingenberichten"],
            shows: "forward in partnerdiensten"
        ),
        twin(
            "services-not-abroad-by-police",
            "ambtsberichten",
            "    - { to: [politie/sirene, om/irc] }\n",
            "",
            with: ["inlichtingenberichten", "partnerdiensten", "internationaal"],
            shows: "forward in ambtsberichten"
        ),
        Broken(
            "context-stays-care",
            ["casusoverleg", "ambtsberichten", "internationaal", "vreemdelingenketen"],
            .init("classifications.yaml", "notFor: [opsporing-en-vervolging, ", "notFor: ["),
            .init(
                Self.file("casusoverleg"),
                "purposes:\n",
                "purposes:\n  - { purpose: opsporing-en-vervolging, bases: [bw7-457], kinds: [contextinformatie] }\n"
            ),
            shows: "opsporing-en-vervolging on bw7-457"
        ),
        twin(
            "screening-stays-screening",
            "kinderen-terugkeer",
            "purposes:\n",
            "purposes:\n  - { purpose: onderkennen-nationale-veiligheid, bases: [avg-art6-1e] }\n",
            with: ["ambtsberichten", "internationaal"],
            shows: "screening in kinderen-terugkeer"
        ),
        twin(
            "departure-and-approach-apart",
            "ambtsberichten",
            "    - { purposes: [vertrek], when: { original.purpose: persoonsgerichte-aanpak } }\n",
            "",
            with: ["laov"],
            shows: "forward in ambtsberichten, vertrek"
        ),
        twin(
            "fec-opens-no-bank",
            "sanctielijst",
            "    - { when: { legalBasis: wgs-fec }, to: [kind:bank] }\n",
            "",
            with: ["fec-tf"],
            shows: "wgs-fec"
        ),
        twin(
            "covenant-opens-no-service",
            "vreemdelingenketen",
            "    - { when: { legalBasis: tftf-convenant } }\n",
            "",
            with: ["tf-taskforce"],
            shows: "tftf-convenant"
        ),
        twin(
            "finders-through-the-hub",
            "vreemdelingenketen",
            "- { from: [finder], to: [hub]",
            "- { from: [finder], to: [hub, service]",
            with: ["informatieportaal", "sanctielijst"],
            shows: "signaal in vreemdelingenketen"
        ),
        twin(
            "posts-through-the-ministry",
            "consulair",
            "- { from: [post], to: [ministry]",
            "- { from: [post], to: [ministry, partner]",
            shows: "bz/post → "
        ),
    ]

    private static let ofCeilings: [Broken] = [
        Broken(
            "cleared-for-stg-confidentieel",
            ["inlichtingenberichten"],
            .init("organisations.yaml", "kmar/ct: stg-confidentieel", "kmar/ct: stg-geheim"),
            shows: "kmar/ct"
        ),
        Broken(
            "cleared-for-stg-geheim",
            ["partnerdiensten"],
            .init("organisations.yaml", "dienst-x/ct: stg-geheim", "dienst-x/ct: stg-zeer-geheim"),
            .init(Self.file("partnerdiensten"), "level: stg-geheim", "level: stg-zeer-geheim"),
            shows: "dienst-x/ct"
        ),
        Broken(
            "ceiling-open",
            [
                "brp-en-uitkeringen", "sanctielijst", "voortgangsrapportage", "kamerstukken",
                "crisis-en-dreigingsbeeld",
                "versterkingsgelden",
            ],
            .init(Self.file("brp-en-uitkeringen"), "level: ongerubriceerd", "level: departementaal-vertrouwelijk"),
            shows: "brp-en-uitkeringen"
        ),
        Broken(
            "ceiling-hosts",
            ["notice-and-action", "toi-bevelen"],
            .init(
                "organisations.yaml",
                "hosting-a/abuse: ongerubriceerd",
                "hosting-a/abuse: departementaal-vertrouwelijk"
            ),
            .init(Self.file("toi-bevelen"), "level: ongerubriceerd", "level: departementaal-vertrouwelijk"),
            shows: "hosting-a/abuse"
        ),
        twin(
            "ceiling-operators",
            "precursoren",
            "  - { from: [reporter], to: [any], level: ongerubriceerd }\n",
            "",
            shows: "marktdeelnemer-a/meldingen → "
        ),
        twin(
            "ceiling-issuers",
            "reisdocumenten",
            "{ to: [issuer], level: ongerubriceerd }",
            "{ to: [issuer], level: departementaal-vertrouwelijk }",
            shows: "bz/consulair"
        ),
        twin(
            "ceiling-departementaal-vertrouwelijk",
            "lijst-uitreizigers",
            "level: departementaal-vertrouwelijk",
            "level: stg-confidentieel",
            with: atMostDV,
            shows: "stg-confidentieel"
        ),
        twin(
            "ceiling-overseers",
            "toezicht",
            "{ to: [overseer, overseen], level: departementaal-vertrouwelijk }",
            "{ to: [overseer, overseen], level: stg-confidentieel }",
            shows: "ap/toezicht"
        ),
        Broken(
            "ceiling-stg-confidentieel",
            ["vreemdelingenketen", "sanctielijst", "fec-tf", "bewaken-en-beveiligen"],
            .init("organisations.yaml", "fec/tf: stg-confidentieel", "fec/tf: stg-geheim"),
            .init(Self.file("fec-tf"), "level: stg-confidentieel", "level: stg-geheim"),
            shows: "inbreng in fec-tf"
        ),
        Broken(
            "ceiling-stg-geheim",
            ["ct-infobox", "partnerdiensten", "crisis-en-dreigingsbeeld"],
            .init("organisations.yaml", "nctv/analyse: stg-geheim", "nctv/analyse: stg-zeer-geheim"),
            .init(Self.file("crisis-en-dreigingsbeeld"), "level: stg-geheim", "level: stg-zeer-geheim"),
            shows: "crisis-en-dreigingsbeeld"
        ),
    ]

    private static let ofTerms: [Broken] = [
        twin(
            "refusal-of-entry-released-by-two",
            "sis-signaleringen",
            "persons: 2",
            "persons: 1",
            shows: "weigering-toegang"
        ),
        twin(
            "unevaluated-released-by-two",
            "partnerdiensten",
            "persons: 2",
            "persons: 1",
            shows: "unevaluated"
        ),
        twin(
            "limits-are-reviewed",
            "sis-signaleringen",
            "reviewBy: { required: [any], within: 5 years }",
            "reviewBy: { required: [any], within: 6 years }",
            with: limiting,
            shows: "aanhoudingsbevel"
        ),
        twin(
            "travel-documents-are-reviewed",
            "reisdocumenten",
            "within: 2 years",
            "within: 3 years",
            shows: "reviewBy 2028-11-21"
        ),
        twin(
            "measures-are-reviewed",
            "bestuurlijke-maatregelen",
            "within: 6 months",
            "within: 7 months",
            with: ["ambtsberichten"],
            shows: "bestuurlijke-maatregelen"
        ),
        twin(
            "list-is-reviewed",
            "lijst-uitreizigers",
            "within: 3 months",
            "within: 4 months",
            shows: "lijst-uitreizigers"
        ),
        twin(
            "sanctions-are-reviewed",
            "sanctielijst",
            "within: 1 year",
            "within: 2 years",
            shows: "plaatsing"
        ),
        twin(
            "checks-are-reviewed",
            "sis-signaleringen",
            "within: 1 year",
            "within: 2 years",
            shows: "onopvallende-of-gerichte-controle"
        ),
        twin(
            "refusals-of-entry-are-reviewed",
            "sis-signaleringen",
            "within: 3 years",
            "within: 4 years",
            shows: "weigering-toegang"
        ),
    ]

    private static let ofContents: [Broken] = [
        twin(
            "tips-have-no-source",
            "anonieme-meldingen",
            "    subject: { forbidden: [any] }\n",
            "    subject: {}\n",
            shows: "anonieme-meldingen"
        ),
        twin(
            "tips-say-so",
            "anonieme-meldingen",
            "otherwise: source.present, required: [any] }",
            "otherwise: source.present }",
            shows: "tip in anonieme-meldingen"
        ),
        twin(
            "reports-disclose-no-count",
            "voortgangsrapportage",
            "smallest: { atLeast: 5 }",
            "smallest: { atLeast: 4 }",
            shows: "rapportage"
        ),
        twin(
            "reports-harm-no-investigation",
            "voortgangsrapportage",
            ", allowed: [\"false\"], otherwise: counts.disclosing",
            "",
            shows: "rapportage"
        ),
    ]
}
