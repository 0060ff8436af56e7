// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import ZegelCore

/// A stored record of a decision, read back so that it can be decided again.
package struct StoredDecision: Sendable {
    /// Its id.
    package let id: String
    /// The digest of the policy that decided, in hexadecimal.
    package let policy: String
    /// What was asked.
    package let question: Question
    /// What was decided.
    package let isAllowed: Bool
    /// Why not.
    package let reasons: [String]
    /// Where the rules stand that decided; `nil` where they were cut.
    package let rules: [String]?
    /// What was cut from the record to keep it small.
    package let cut: [String]
    private let releases: Int64?
    private let organisation: OIN?
    /// The server that brought the message; `nil` where its originator did.
    private let relay: OIN?
    private let ceiling: Classification

    /// Reads a record as ``DecisionRecord/json`` holds it.
    ///
    /// - Throws: `record.invalid` where it is none.
    package init(_ bytes: [UInt8]) throws(Problem) {
        let json = try StrictJSON.parse(bytes, maximumDepth: 24)
        let digest = json["attributes"]?["adl.core.policies"]?["zegel"]?["digest"]?.string
        let (request, response) = (json["body"]?["adl.core.request"], json["body"]?["adl.core.response"])
        let action = request?["action"]?["name"]?.string.flatMap(Action.init(rawValue:))
        guard json["event_name"] == "adl.access_evaluation", let digest, digest.hasPrefix("sha256:"), let request,
            let response, let action, let context = request["context"], let facts = Facts(context),
            let reasons = response["context"]?["reasons"]?.array,
            let ceiling = context["ceiling"]?.string.flatMap(Classification.init(rawValue:))
        else {
            throw Problem(.recordInvalid, "This is no record of a decision.")
        }
        self.id = json["attributes"]?["zegel.decision.id"]?.string ?? ""
        self.policy = String(digest.dropFirst(7))
        self.organisation = request["subject"]?["id"]?.string.flatMap { OIN($0) }
        self.relay = context["relayedBy"]?.string.flatMap { OIN($0) }
        self.ceiling = ceiling
        self.question = Question(action, Self.header(request, facts, self.organisation), facts)
        self.isAllowed = response["decision"] == .bool(true)
        self.reasons = reasons.compactMap(\.string)
        self.rules = response["context"]?["rules"]?.array?.compactMap { $0["at"]?.string }
        self.releases = response["context"]?["releases"]?.integer
        self.cut = context["cut"]?.array?.compactMap(\.string) ?? []
    }

    /// The header that was decided on; for a listing, who asked for the mailbox.
    private static func header(_ request: JSONValue, _ facts: Facts, _ organisation: OIN?) -> HeaderView {
        if request["resource"]?["type"] == "mailbox", let organisation, let asker = facts.asker {
            return HeaderView(["from": HeaderView.json(MailboxAddress(oin: organisation, mailbox: asker))])
        }
        return HeaderView(request["resource"]?["properties"] ?? .object([]))
    }

    /// What the policy says now, and what differs from what is stored; nothing where it is decided the same.
    package func differences(under policy: PolicySet) -> [String] {
        let engine = PolicyEngine(policy: policy, ceiling: self.ceiling)
        let decision = self.relay.map { engine.decide(relayed: self.question, by: $0) } ?? engine.decide(self.question)
        var (reasons, rules) = (decision.reasons, decision.rules)
        if !self.isOfPeer(policy) {
            // Whoever asks for a mailbox of another organisation is refused besides.
            if reasons.isEmpty { rules = [] }
            reasons = Set(reasons + [.notMember]).sorted()
        }
        var found: [String] = []
        if reasons.isEmpty != self.isAllowed {
            found.append(
                "decision: stored \(self.isAllowed ? "allow" : "deny"), now \(reasons.isEmpty ? "allow" : "deny")"
            )
        }
        let names = reasons.map(\.rawValue)
        if names != self.reasons { found.append("reasons: stored \(self.reasons), now \(names)") }
        let places = rules.map { "\($0)" }
        if let stored = self.rules, stored != places { found.append("rules: stored \(stored), now \(places)") }
        if let releases, releases != Int64(decision.releases) {
            found.append("releases: stored \(releases), now \(decision.releases)")
        }
        return found
    }

    /// Whether the mailbox that spoke is one of the organisation that was connected.
    private func isOfPeer(_ policy: PolicySet) -> Bool {
        let header = self.question.header
        switch self.question.action {
        case .list, .deliver: return true
        case .send, .forward:
            let owner = header.from.flatMap { policy.organisations.owner(of: $0.mailbox) }
            return owner?.oin == self.organisation && header.from?.oin == self.organisation
        case .read, .audit, .review, .evaluate, .acknowledge, .refuse, .release, .withdraw, .correct, .consent,
            .dispose:
            let owner = self.question.facts.asker.flatMap { policy.organisations.owner(of: $0) }
            return owner?.oin == self.organisation
        }
    }
}

extension PolicySource {
    /// A version of a policy as it is kept: one JSON object, path to text.
    ///
    /// - Throws: `record.invalid` where it is none.
    package init(kept bytes: [UInt8]) throws(Problem) {
        // Texts of files have line breaks, which the strict reader of headers does not take.
        guard let files = try? JSONDecoder().decode([String: String].self, from: Data(bytes)) else {
            throw Problem(.recordInvalid, "A policy is kept as one JSON object, path to text.")
        }
        self.init(files: files.map { ($0.key, Array($0.value.utf8)) })
    }
}
