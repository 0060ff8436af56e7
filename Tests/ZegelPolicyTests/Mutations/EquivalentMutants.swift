// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Mutants that decide like the policy itself, each by name and with the reason; they count neither as caught nor as not caught.
enum EquivalentMutants {
    /// The names of all.
    static let names = Set(Self.groups.flatMap { group in group.mutants.map { "\(group.file): \($0)" } })

    private static let groups: [(reason: String, file: String, mutants: [String])] = [
        (
            "The permits look at the detail, so that a message without it has no route, which is said first.",
            "exchanges/detentie-mar.yaml", ["kinds.overdracht.details.returnTo: required"]
        ),
        (
            "The same.", "exchanges/brp-en-uitkeringen.yaml",
            ["kinds.vertrekmelding.details.registeredAt: without required"]
        ),
        (
            "What says nothing of what it provides is not within what was asked, which is said first.",
            "exchanges/pi-nl.yaml", ["kinds.verstrekking.details.provided: without required"]
        ),
        (
            "Only executors may pass on at all.", "exchanges/sanctielijst.yaml",
            [
                "onward.forbids.0.when.from: and agreeing", "onward.forbids.0.when.from: and lister",
                "onward.forbids.0.when.from: and proposer",
            ]
        ),
        (
            "The permit reaches nobody in that role.", "exchanges/versterkingsgelden.yaml",
            ["kinds.aanvraag.permits.0.when.someTo: and applicant"]
        ),
        (
            "The rule before it is about that role and counts, and there is no third role.",
            "exchanges/inlichtingenberichten.yaml", ["retention.1.party: and provider", "retention.1: without party"]
        ),
        (
            "The same.", "exchanges/anonieme-meldingen.yaml",
            ["retention.1.party: and line", "retention.1: without party"]
        ),
        (
            "The kind goes to Europol only, which is not outside the European Union.", "exchanges/internationaal.yaml",
            ["kinds.bijdrage: release: 1"]
        ),
        (
            "Who sends the kind has no purpose for which two must sign.", "exchanges/sis-signaleringen.yaml",
            ["kinds.aanhoudingsbevel: release: 1"]
        ),
        (
            "It has the review day of what it cites, and is past its own.", "exchanges/sis-signaleringen.yaml",
            ["kinds.signalering.cites.0: lapsed: allowed", "kinds.verlenging.cites.1: lapsed: allowed"]
        ),
        (
            "The same.", "exchanges/reisdocumenten.yaml",
            ["kinds.kennisgeving.cites.0: lapsed: allowed", "kinds.verlenging.cites.1: lapsed: allowed"]
        ),
        (
            "The one exchange that forwards such codes does so among members, and asks consent but for H0.",
            "classifications.yaml",
            [
                "codes.handling.H0.forward: members instead of free",
                "codes.handling.H1.consentFor: without aanhouding",
                "codes.handling.H1.consentFor: without opsporing-en-vervolging",
                "codes.handling.H1.consentFor: without strafvordering",
                "codes.handling.H1.forward: consent instead of free",
                "codes.handling.H1.forward: members instead of free", "codes.handling.H1: without consentFor",
                "codes.handling.H2.forward: free instead of consent",
                "codes.handling.H2.forward: members instead of consent",
                "codes.handling.H3.forward: free instead of consent",
                "codes.handling.H3.forward: members instead of consent",
            ]
        ),
    ]
}
