// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOHTTP1
import ZegelCore

extension ClientError {
    /// What an answer without success means: the server's problem (RFC 9457), or an answer that is none of Zegel's.
    init(status: Int, fields: HTTPHeaders, body: [UInt8]) {
        guard fields.first(name: "content-type")?.hasPrefix("application/problem+json") == true,
            let json = try? StrictJSON.parse(body), let problem = Problem(answer: json, status: status)
        else {
            self = .malformed("It answered \(status) without saying why.")
            return
        }
        self.init(
            .answered,
            problem,
            remedy: Self.remedy(for: problem),
            requestID: fields.first(name: "x-request-id").flatMap { Self.isPlain($0) ? $0 : nil },
            retryAfter: fields.first(name: "retry-after").flatMap { Int($0) }.map { max(0, $0) }
        )
    }

    /// What a refusal of HEAD means, which says no more than its status.
    init(head status: Int, fields: HTTPHeaders) {
        let code: ProblemCode =
            switch status {
            case 401: .tokenInvalid
            case 403: .scopeMissing
            case 404: .notFound
            case 429: .rateExceeded
            case 503: .busy
            default: .internalError
            }
        let problem = Problem(code)
        self.init(
            .answered,
            problem,
            remedy: Self.remedy(for: problem),
            retryAfter: fields.first(name: "retry-after").flatMap { Int($0) }.map { max(0, $0) }
        )
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= 128 && text.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
    }

    /// What to do where the server's own words do not say so.
    private static func remedy(for problem: Problem) -> String {
        if problem.code == ProblemCode.withdrawn.rawValue,
            let reason = problem.members.first(where: { $0.name == "reason" })?.value.string
        {
            return "The originator says why: \(reason)"
        }
        return switch ProcessExit(problem) {
        case .identity: "Check the client certificate of the profile: is it valid, and known to the server?"
        case .refused: "Change what the reasons name, or ask who keeps the policy."
        case .notFound: "Check the name; what is not meant for this organisation does not exist for it."
        case .conflict: "Look at how it stands with the server now."
        case .network: "Repeat it later; it is safe to repeat."
        case .server, .integrity: "Tell the operator of the server, with the id of the request."
        default: ""
        }
    }
}

extension Problem {
    /// The problem document of a server; `nil` where it has no code, or says another status than the answer has.
    init?(answer json: JSONValue, status: Int) {
        guard let code = json["code"]?.string, !code.isEmpty, code.utf8.count <= 100,
            json["status"]?.integer.map({ $0 == Int64(status) }) ?? true
        else { return nil }
        self.init(
            code: code,
            status: status,
            title: json["title"]?.string ?? "The server refused.",
            detail: json["detail"]?.string ?? ""
        )
        self.items = (json["errors"]?.array ?? []).compactMap { item in
            guard let code = item["code"]?.string else { return nil }
            return Item(
                code: code,
                location: item["location"]?.string ?? "",
                detail: item["detail"]?.string ?? ""
            )
        }
        let common: Set = ["type", "title", "status", "detail", "code", "errors"]
        self.members = (json.members ?? []).filter { !common.contains($0.key) }.map { ($0.key, $0.value) }
    }
}
