// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
import ZegelIdentity

/// The durable record of one decision, with everything that a replay needs (DESIGN §4.5).
///
/// Its JSON has the field names of the Logius Authorization Decision Log around an AuthZEN request and response. A denial is an answer,
/// not an error: its status is `Ok`, too. Subject, titles and contents of a message are not in it.
package struct DecisionRecord: Hashable, Sendable {
    /// 32 hexadecimal digits, random.
    package let id: String
    /// When it was decided.
    package let timestamp: Instant
    /// The digest of the policy.
    package let policy: ContentDigest
    /// What was decided.
    package let isAllowed: Bool
    /// Who asked.
    package let organisation: OIN
    /// The exchange that was named; empty where none was.
    package let exchange: String
    /// The record itself.
    package let json: [UInt8]
}

extension DecisionRecord {
    init(
        _ action: String,
        _ decision: Decision,
        by peer: AuthenticatedPeer,
        about header: MessageHeader?,
        resource: JSONValue,
        facts: Facts,
        policy: ContentDigest,
        trace: TraceContext
    ) {
        self.id = MessageID.random().description
        self.timestamp = facts.asOf
        self.policy = policy
        self.isAllowed = decision.isAllowed
        self.organisation = peer.oin
        self.exchange = header?.exchange ?? ""
        let request: JSONValue = [
            "subject": [
                "type": "organisation", "id": .string("\(peer.oin)"),
                "properties": [
                    "certificate": .string("\(peer.connection.certificate)"), "token": .string(peer.tokenID),
                ],
            ],
            "action": ["name": .string(action)], "resource": resource,
            "context": .object(facts.members + [.init("policy", .string("\(policy)"))]),
        ]
        let response: JSONValue = [
            "decision": .bool(decision.isAllowed),
            "context": [
                "id": .string(self.id), "reasons": .array(decision.reasons.map { .string($0.rawValue) }),
                "rules": .array(decision.rules.map { .string("\($0)") }),
            ],
        ]
        let record: JSONValue = [
            "trace_id": .string(trace.traceID), "span_id": .string(trace.spanID),
            "event_name": "access_evaluation", "timestamp": .string("\(facts.asOf)"), "status": "Ok",
            "adl.access_evaluation": ["request": request, "response": response],
        ]
        self.json = record.encoded
    }
}
