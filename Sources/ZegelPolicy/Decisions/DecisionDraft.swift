// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelIdentity

/// The parts of a decision's record while it is written, so that a refusal's can be cut to its size.
struct DecisionDraft {
    let question: Question
    let decision: Decision
    let peer: AuthenticatedPeer
    let ceiling: Classification
    let policy: ContentDigest
    let trace: TraceContext
    /// The digest of the exact header, where there is one.
    let digest: ContentDigest?
    /// The mailbox that was to be listed.
    let listed: MailboxName?
    /// Whose act it was, where that is not the peer: it was only asked about, or waited for what the peer says; `nil` otherwise.
    var askedOf: OIN?
    /// The organisation whose message the peer, a server, brings; `nil` where it brings its own.
    var relayedFor: OIN?

    /// Writes the record; that of a refusal holds at most `maximum` bytes.
    ///
    /// What is cut is cut in one order and named under `cut`: the facts about other messages, details, addressees beyond the first, rules.
    func record(id: String, maximum: Int) -> DecisionRecord {
        var json = self.json(id, cutting: [])
        if !self.decision.isAllowed {
            var cut: [Cut] = []
            for next in Cut.allCases where json.count > maximum {
                cut.append(next)
                json = self.json(id, cutting: cut)
            }
        }
        return DecisionRecord(
            id: id,
            timestamp: self.question.facts.asOf,
            policy: self.policy,
            isAllowed: self.decision.isAllowed,
            organisation: self.peer.oin,
            exchange: self.question.header.exchange ?? "",
            json: json,
            header: self.digest,
            mentions: self.mentions
        )
    }

    /// What it says of messages beside the one that it is about by its digest: those that are cited, and one that is asked about.
    private var mentions: [DecisionRecord.Mention] {
        let facts = self.question.facts
        let original = self.digest == nil ? facts.original?.header : nil
        let stored = facts.inReplyTo.compactMap { $0?.header } + [original].compactMap { $0 }
        let isLookedAt = [.read, .audit].contains(self.question.action)
        // Another attempt to hand in the same, or a question about it, has a header of its own.
        let isAnother = self.digest == nil || self.askedOf != nil || !self.decision.isAllowed
        let own = isAnother ? DecisionRecord.Mention(self.question.header, isStored: isLookedAt) : nil
        return Set(stored.compactMap { DecisionRecord.Mention($0, isStored: true) } + [own].compactMap { $0 })
            .sorted { ($0.mailbox, $0.kenmerk, $0.date) < ($1.mailbox, $1.kenmerk, $1.date) }
    }

    private enum Cut: String, CaseIterable {
        case facts
        case details
        case citations
        case addressees
        case rules
    }

    private func json(_ id: String, cutting cut: [Cut]) -> [UInt8] {
        let record: JSONValue = [
            "trace_id": .string(self.trace.traceID), "span_id": .string(self.trace.spanID),
            "event_name": "adl.access_evaluation", "timestamp": .integer(self.question.facts.asOf.milliseconds),
            "status": "Ok",
            "attributes": [
                "adl.core.policies": ["zegel": ["digest": .string("sha256:\(self.policy)")]],
                "zegel.decision.id": .string(id),
            ], "resource": ["service.name": "zegel"],
            "body": ["adl.core.request": self.request(cut), "adl.core.response": self.response(cut)],
        ]
        return record.encoded
    }

    private func request(_ cut: [Cut]) -> JSONValue {
        var context = self.question.facts.members
        if cut.contains(.facts) {
            context.removeAll { ["inReplyTo", "original", "case", "list", "told"].contains($0.key) }
        }
        if self.askedOf != nil { context.append(.init("askedBy", .string("\(self.peer.oin)"))) }
        if self.relayedFor != nil { context.append(.init("relayedBy", .string("\(self.peer.oin)"))) }
        context.append(.init("ceiling", .string(self.ceiling.rawValue)))
        if !cut.isEmpty { context.append(.init("cut", .array(cut.map { .string($0.rawValue) }))) }
        var properties: [JSONValue.Member] = [
            .init("certificate", .string("\(self.peer.connection.certificate)")),
            .init("token", .string(self.peer.tokenID)),
        ]
        if let actor = self.peer.actor { properties.append(.init("act", actor.json)) }
        return [
            "subject": [
                "type": "organisation", "id": .string("\(self.askedOf ?? self.relayedFor ?? self.peer.oin)"),
                "properties": .object(properties),
            ],
            "action": ["name": .string(self.question.action.rawValue)], "resource": self.resource(cut),
            "context": .object(context),
        ]
    }

    private func resource(_ cut: [Cut]) -> JSONValue {
        if let listed = self.listed { return ["type": "mailbox", "id": .string("\(listed)")] }
        var properties = self.question.header.members
        if cut.contains(.details) { properties.removeAll { $0.key == "details" || $0.key == "markings" } }
        if cut.contains(.citations) { properties.removeAll { $0.key == "inReplyTo" || $0.key == "case" } }
        if cut.contains(.addressees), let place = properties.firstIndex(where: { $0.key == "to" }) {
            let to = properties[place].value.array ?? []
            properties[place] = .init("to", .array(Array(to.prefix(1))))
        }
        return [
            "type": "message", "id": .string(self.digest.map { "sha256:\($0)" } ?? ""),
            "properties": .object(properties),
        ]
    }

    private func response(_ cut: [Cut]) -> JSONValue {
        var context: [JSONValue.Member] = [
            .init("reasons", .array(self.decision.reasons.map { .string($0.rawValue) })),
            .init("releases", .integer(Int64(self.decision.releases))),
        ]
        if !cut.contains(.rules) {
            context.append(
                .init("rules", .array(self.decision.rules.map { ["at": .string("\($0)"), "id": .string($0.id)] }))
            )
        }
        return ["decision": .bool(self.decision.isAllowed), "context": .object(context)]
    }
}
