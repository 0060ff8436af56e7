// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ZegelCore
import ZegelTransport

/// Gives every answer the fields that all answers have.
struct AnswerRenderer: Sendable {
    /// The version of the interface (NL API Design Rules, API-57).
    static let version = "1.0.0"

    let isTrial: Bool
    let clock: WallClock

    /// A JSON answer.
    func json(_ value: JSONValue, status: Int = 200, id: String, fields: HTTPFields = [:]) -> Answer {
        self.answer(value.encoded, type: "application/json", status: status, id: id, fields: fields)
    }

    /// A JSON answer that was encoded before.
    func json(encoded: [UInt8], id: String) -> Answer {
        self.answer(encoded, type: "application/json", status: 200, id: id, fields: [:])
    }

    /// A refusal as a problem document (RFC 9457), with the challenge that belongs to 401 and the patience that belongs to 503.
    func problem(_ problem: Problem, id: String, fields own: HTTPFields = [:]) -> Answer {
        var fields = own
        switch problem.status {
        case 401:
            fields[.wwwAuthenticate] =
                problem.code == ProblemCode.tokenMissing.rawValue ? "Bearer" : "Bearer error=\"invalid_token\""
        case 405:
            fields[.allow] = problem.members.first { $0.name == "allow" }?.value.array?.compactMap(\.string)
                .joined(separator: ", ")
        case 409:
            if let offset = problem.members.first(where: { $0.name == "expected-offset" })?.value.integer {
                fields[.uploadOffset] = "\(offset)"
            }
        case 416:
            if let size = problem.members.first(where: { $0.name == "size" })?.value.integer {
                fields[.contentRange] = "bytes */\(size)"
            }
        case 429: fields[.retryAfter] = String(problem.retryAfter ?? 60)
        case 503: fields[.retryAfter] = String(problem.retryAfter ?? 1)
        default: ()
        }
        return self.answer(
            problem.document.encoded,
            type: "application/problem+json",
            status: problem.status,
            id: id,
            fields: fields
        )
    }

    /// An answer without a body.
    func empty(status: Int, id: String, fields: HTTPFields) -> Answer {
        var all = self.fields(type: "", id: id, adding: fields)
        all[.contentType] = nil
        return Answer(status: status, fields: all, body: [])
    }

    /// An answer of bytes.
    func bytes(_ bytes: [UInt8], type: String, id: String, fields: HTTPFields = [:]) -> Answer {
        self.answer(bytes, type: type, status: 200, id: id, fields: fields)
    }

    /// The fields of an answer whose body is sent in pieces; nobody may keep it unless it says otherwise.
    func fields(type: String, id: String, adding fields: HTTPFields = [:]) -> HTTPFields {
        var all = fields
        all[.contentType] = type
        if all[.cacheControl] == nil { all[.cacheControl] = "no-store" }
        all[.date] = HTTPDate.text(self.clock())
        all[.xContentTypeOptions] = "nosniff"
        all[.contentSecurityPolicy] = "frame-ancestors 'none'"
        all[.xFrameOptions] = "DENY"
        all[.strictTransportSecurity] = "max-age=31536000"
        all[.apiVersion] = Self.version
        all[.xRequestID] = id
        if self.isTrial { all[.zegelTrial] = "true" }
        return all
    }

    private func answer(_ body: [UInt8], type: String, status: Int, id: String, fields: HTTPFields) -> Answer {
        var all = self.fields(type: type, id: id, adding: fields)
        all[.contentLength] = String(body.count)
        return Answer(status: status, fields: all, body: body)
    }
}

extension HTTPField.Name {
    /// `x-frame-options`, which the NL API Design Rules ask for beside `content-security-policy`.
    static let xFrameOptions = Self("x-frame-options").unsafelyKnown
    /// `api-version`.
    static let apiVersion = Self("api-version").unsafelyKnown
    /// `x-request-id`.
    static let xRequestID = Self("x-request-id").unsafelyKnown
    /// `zegel-trial`.
    static let zegelTrial = Self("zegel-trial").unsafelyKnown
    /// `upload-offset`.
    static let uploadOffset = Self("upload-offset").unsafelyKnown
    /// `upload-complete`.
    static let uploadComplete = Self("upload-complete").unsafelyKnown
    /// `upload-length`.
    static let uploadLength = Self("upload-length").unsafelyKnown
    /// `upload-limit`.
    static let uploadLimit = Self("upload-limit").unsafelyKnown
    /// `upload-draft-interop-version`.
    static let uploadDraft = Self("upload-draft-interop-version").unsafelyKnown
}

extension HTTPField.Name? {
    /// A name that is a constant of this file; `accept` stands in for one that is no token, which a test rules out.
    fileprivate var unsafelyKnown: HTTPField.Name { self ?? .accept }
}
