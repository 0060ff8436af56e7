// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing
import ZegelCore
import ZegelTransport

@testable import ZegelServer

@Suite("HTTP")
struct HTTPTests {
    struct Path: Sendable {
        let method: String
        let path: String
        let route: Route?
        var code = ProblemCode.notFound
    }

    static let paths = [
        Path(method: "POST", path: "/v1/messages", route: .submit),
        Path(method: "POST", path: "/v1/messages/_check", route: .check),
        Path(method: "GET", path: "/v1/messages/x", route: .message),
        Path(method: "HEAD", path: "/v1/messages/x/container", route: .container),
        Path(method: "GET", path: "/v1/mailboxes/om/lovj/messages", route: .mailbox),
        Path(method: "GET", path: "/v1/messages/x/", route: nil),
        Path(method: "GET", path: "/v1/messages//container", route: nil),
        Path(method: "GET", path: "/", route: nil), Path(method: "GET", path: "/v2/messages", route: nil),
        Path(method: "GET", path: "//v1/messages", route: nil),
        Path(method: "PUT", path: "/v1/messages/x", route: nil, code: .methodNotAllowed),
        Path(method: "GET", path: "/v1/messages", route: nil, code: .methodNotAllowed),
        Path(method: "GET", path: "/v1/messages/_check", route: nil, code: .methodNotAllowed),
    ]

    @Test("A path leads to its call, and to no other", arguments: paths)
    func routes(_ path: Path) throws {
        if let route = path.route {
            #expect(try Router().match(path.method, path.path).route == route)
        } else {
            #expect(throws: Problem(path.code)) { try Router().match(path.method, path.path) }
        }
    }

    struct Asked: Sendable {
        let range: String
        let result: Range<Int>?
        var isRefused = false
    }

    @Test(
        "A range is the bytes that it names, within the content",
        arguments: [
            Asked(range: "bytes=0-", result: 0..<100), Asked(range: "bytes=10-19", result: 10..<20),
            Asked(range: "bytes=-10", result: 90..<100), Asked(range: "bytes=90-200", result: 90..<100),
            Asked(range: "bytes=-200", result: 0..<100), Asked(range: "bytes=100-", result: nil, isRefused: true),
            Asked(range: "bytes=-0", result: nil, isRefused: true), Asked(range: "bytes=20-10", result: nil),
            Asked(range: "bytes=0-1,3-4", result: nil), Asked(range: "items=0-1", result: nil),
            Asked(range: "bytes=a-b", result: nil),
        ]
    )
    func ranges(_ asked: Asked) throws {
        let fields: HTTPFields = [.range: asked.range]
        if asked.isRefused {
            #expect(throws: Problem(.rangeInvalid)) { try ByteRange.requested(fields, size: 100, tag: "\"t\"") }
        } else {
            #expect(try ByteRange.requested(fields, size: 100, tag: "\"t\"") == asked.result)
        }
        let other: HTTPFields = [.range: asked.range, .ifRange: "\"u\""]
        #expect(try ByteRange.requested(other, size: 100, tag: "\"t\"") == nil)
    }

    @Test(
        "A query holds known parameters, once each",
        arguments: [
            ("limit=5", true), ("limit=5&wait=1", true), ("", true), ("limit=5&limit=6", false), ("limt=5", false),
            ("limit=", false), ("limit", false), ("limit=0", false), ("limit=1001", false), ("limit=%zz", false),
            ("limit=+5", false), ("limit=%35", true), ("limit=%+5", false),
        ]
    )
    func query(_ text: String, _ isValid: Bool) {
        let number = try? Query(text, known: ["limit", "wait"]).number("limit", in: 1...1_000, default: 100)
        #expect((number != nil) == isValid)
    }

    @Test("A date is written as HTTP has it")
    func date() throws {
        let old = try #require(Instant("1994-11-06T08:49:37Z"))
        #expect(HTTPDate.text(old) == "Sun, 06 Nov 1994 08:49:37 GMT")
        let new = try #require(Instant("2026-11-20T12:00:00.999Z"))
        #expect(HTTPDate.text(new) == "Fri, 20 Nov 2026 12:00:00 GMT")
    }

    @Test("Every answer names the version and the request, and says that this is a trial", arguments: [true, false])
    func fields(_ isTrial: Bool) {
        let renderer = AnswerRenderer(isTrial: isTrial, clock: { Instant(milliseconds: 0) })
        for answer in [renderer.json([:], id: "r1"), renderer.problem(Problem(.tokenMissing), id: "r1")] {
            #expect(answer.fields[.apiVersion] == AnswerRenderer.version)
            #expect(answer.fields[.xRequestID] == "r1")
            #expect(answer.fields[.zegelTrial] == (isTrial ? "true" : nil))
            #expect(answer.fields[.cacheControl] == "no-store")
            #expect(answer.fields[.contentSecurityPolicy] == "frame-ancestors 'none'")
            #expect(answer.fields[.xFrameOptions] == "DENY")
        }
        #expect(renderer.problem(Problem(.tokenMissing), id: "r1").fields[.wwwAuthenticate] == "Bearer")
        #expect(renderer.problem(Problem(.busy), id: "r1").fields[.retryAfter] != nil)
    }
}
