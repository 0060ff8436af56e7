// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelPolicy
import ZegelTransport

/// `POST /access/v1/evaluation`: whether something would be allowed, and why (AuthZEN Authorization API 1.0).
struct EvaluationHarness {
    let harness: Harness
    let peer: AuthenticatedPeer

    /// The handler that takes the question.
    func body() -> any RequestBodyHandler {
        let harness = self.harness
        let evaluate = EvaluateAccess(harness.call(by: self.peer))
        let id = self.requestID
        return GatheredBody(limit: harness.context.limits.header, harness) { bytes in
            do {
                let renderer = harness.renderer
                let request = try Self.request(StrictJSON.parse(bytes, maximumDepth: 12))
                harness.answer(evaluate(request)) { renderer.json(Self.json(of: $0), id: id) }
            } catch {
                harness.fail(error)
            }
        }
    }

    /// The standard has the answer carry the id that a request names; one that is no plain word is passed over.
    private var requestID: String {
        guard let given = self.harness.head.fields[.xRequestID], (1...128).contains(given.utf8.count),
            given.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return self.harness.head.requestID }
        return given
    }

    /// Reads a question; members that the standard has and nobody here asks for are passed over.
    private static func request(_ json: JSONValue) throws(Problem) -> EvaluateAccess.Request {
        let subject = json["subject"]?["id"]?.string.flatMap { OIN($0) }
        let action = json["action"]?["name"]?.string.flatMap(Action.init(rawValue:))
        let kind = action == .list ? "mailbox" : "message"
        let properties = json["resource"]?["properties"] ?? .object([])
        let names = EvaluateAccess.actions.map(\.rawValue).joined(separator: ", ")
        let faults = [
            ("/subject/type", json["subject"]?["type"] == "organisation", "organisation"),
            ("/subject/id", subject != nil, "the OIN of an organisation"),
            ("/action/name", action.map(EvaluateAccess.actions.contains) ?? false, "one of \(names)"),
            ("/resource/type", json["resource"]?["type"] == .string(kind), kind),
            ("/resource/id", json["resource"]?["id"]?.string != nil, "a text"),
            ("/resource/properties", properties.members != nil, "an object: the header of the message or forward"),
        ]
        .filter { !$0.1 }
        guard faults.isEmpty, let subject, let action, let id = json["resource"]?["id"]?.string else {
            throw Problem(
                .parameterInvalid,
                "A question has a subject, an action and a resource (AuthZEN Authorization API 1.0).",
                items: faults.map { .init(code: "request.parameter", location: $0.0, detail: "\($0.0) is \($0.2)") }
            )
        }
        // Where a message is only looked at, its own header counts and no other.
        let hasHeader = action == .send || action == .forward
        return .init(
            subject: subject,
            action: action,
            resource: id,
            header: HeaderView(hasHeader ? properties : .object([]))
        )
    }

    private static func json(of answer: EvaluatedAccess) -> JSONValue {
        let sentence =
            answer.hasOthers
            ? "Not permitted to this addressee." : answer.reasons.first?.sentence ?? "It would be allowed."
        return [
            "decision": .bool(answer.isAllowed),
            "context": [
                "id": .string(answer.record.id),
                "reasons": .array(answer.reasons.map { .string($0.rawValue) }),
                "reason_user": ["en": .string(sentence)],
                "rules": .array(answer.rules.map { ["at": .string("\($0)"), "id": .string($0.id)] }),
                "wouldAllow": .array(answer.wouldAllow.map { .array($0.changes.map(\.json)) }),
            ],
        ]
    }
}
