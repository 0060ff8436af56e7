// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelServer

/// Calls of a test, each held to what `openapi.json` says of it.
final class Session {
    let server: TrialServer
    private(set) var played: Set<Route> = []
    private var tokens: [String: String] = [:]
    private let checker = SchemaChecker(document: OpenAPITests.document)

    init(server: TrialServer) { self.server = server }

    /// Makes a call with the example of its request, or with another body, and checks the answer.
    @discardableResult
    func play(
        _ route: Route,
        as organisation: String,
        id: String? = nil,
        fields: [String] = [],
        body: [UInt8]? = nil,
        status: Int = 200
    ) async throws -> TrialServer.Answer {
        let token = try await self.token(organisation, route.scopes.first?.rawValue)
        let answer = try await self.server.call(
            organisation,
            route.method,
            self.path(route, id: id),
            token: token,
            fields: fields,
            type: route.mediaTypes.first,
            body: body ?? self.exampleBody(route)
        )
        #expect(answer.status == status, "\(route): \(String(decoding: answer.body, as: UTF8.self))")
        self.check(route, answer)
        self.played.insert(route)
        return answer
    }

    /// Asks for a token, and makes a call about it.
    func playStatus(_ route: Route, as organisation: String) async throws {
        let token = try #require(try await self.token(organisation, "messages.send"))
        self.tokens["\(organisation) messages.send"] = nil
        try await self.play(route, as: organisation, body: Array("token=\(token)".utf8))
    }

    /// Signs a statement, hands it in twice: it counts once.
    func state(
        _ route: Route,
        _ kind: Statement.Kind,
        _ organisation: String,
        _ id: String,
        _ digest: JSONValue,
        waits: Bool = false
    ) async throws {
        let example = OpenAPI.Example.statement(kind).replacing("message", with: id)
            .replacing("container", with: digest.string ?? "")
        let moment = try #require(Instant(OpenAPI.Example.moment))
        let key = "\(organisation)/\(kind == .release ? "release" : "seal")"
        let body = try self.server.sign(example.encoded, by: key, attached: true, at: moment)
        try await self.play(route, as: organisation, id: id, body: body, status: waits ? 202 : 201)
        try await self.play(route, as: organisation, id: id, body: body, status: waits ? 202 : 200)
    }

    /// Makes every call that needs a token in every way that its head alone refuses.
    func refusals(_ id: String) async throws {
        // The answer to HEAD has no body that says why.
        for route in Route.allCases where route.method != "HEAD" {
            let body = route.mediaTypes.isEmpty ? nil : Array("{}".utf8)
            let caller =
                switch route.scopes.first {
                case .audit: "ctivd"
                case .readPolicy: "nctv"
                default: "aivd"
                }
            func call(token: String?, path: String, type: String?, fields: [String] = []) async throws -> String {
                let answer = try await self.server.call(
                    caller,
                    route.method,
                    path,
                    token: token,
                    fields: fields,
                    type: type,
                    body: body
                )
                self.check(route, answer)
                return answer.json["code"]?.string ?? ""
            }
            let path = self.path(route, id: id)
            let token = try await self.token(caller, route.scopes.first?.rawValue)
            let misdirected = ["Host: evil.example"]
            #expect(
                try await call(token: token, path: path, type: route.mediaTypes.first, fields: misdirected)
                    == "request.misdirected"
            )
            if body != nil {
                #expect(try await call(token: token, path: path, type: "text/plain") == "request.media-type")
            }
            guard let scope = route.scopes.first else { continue }
            let other = try await self.token(
                caller,
                [.send, .audit, .readPolicy].contains(scope) ? "messages.read" : "messages.send"
            )
            #expect(try await call(token: nil, path: path, type: route.mediaTypes.first) == "token.missing")
            #expect(try await call(token: "a.b.c", path: path, type: route.mediaTypes.first) == "token.invalid")
            #expect(try await call(token: other, path: path, type: route.mediaTypes.first) == "scope.missing")
            if path.contains(id) {
                let absent = path.replacing(id, with: "0")
                #expect(try await call(token: token, path: absent, type: route.mediaTypes.first) == "not-found")
            }
        }
    }

    // MARK: - What the document says

    /// Holds an answer to its status, its fields, its media type, its schema, and the shape of its example.
    private func check(_ route: Route, _ answer: TrialServer.Answer) {
        let responses = OpenAPITests.operation(route)?["responses"]
        guard let response = responses?["\(answer.status)"] else {
            Issue.record("\(route) has no answer \(answer.status) in the document")
            return
        }
        for field in response["headers"]?.members ?? [] {
            #expect(answer.fields[field.key] != nil, "\(route) \(answer.status): \(field.key)")
        }
        guard route.method != "HEAD",
            let content = response["content"]?.members?.first, let schema = content.value["schema"]
        else { return }
        #expect(answer.fields["content-type"] == content.key)
        guard schema["contentMediaType"] == nil else { return }
        #expect(self.checker.faults(answer.json, against: schema) == [], "\(route) \(answer.status)")
        guard answer.status < 300, route != .openAPI else { return }
        for example in (content.value["examples"]?.members ?? []).compactMap({ $0.value["value"] }) {
            #expect(Self.shape(answer.json) == Self.shape(example), "\(route)")
        }
    }

    /// The keys and types of a value, in order; of a list those of its first element.
    private static func shape(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .string: "string"
        case .array(let elements): "[\(elements.first.map(Self.shape) ?? "")]"
        case .object(let members): "{\(members.map { "\($0.key): \(Self.shape($0.value))" }.joined(separator: ", "))}"
        }
    }

    /// The path of the examples, with the id that the server gave.
    private func path(_ route: Route, id: String?) -> String {
        let parameters = OpenAPITests.operation(route)?["parameters"]?.array ?? []
        return parameters.filter { $0["in"] == "path" }.reduce(route.template) { path, parameter in
            let name = parameter["name"]?.string ?? ""
            let value = name == "id" ? id : parameter["example"]?.string
            return path.replacing("{\(name)}", with: value ?? "")
        }
    }

    private func exampleBody(_ route: Route) -> [UInt8]? {
        guard let type = route.mediaTypes.first else { return nil }
        let content = OpenAPITests.operation(route)?["requestBody"]?["content"]?[type]
        let example = content?["examples"]?.members?.first?.value["value"]
        guard type == "application/x-www-form-urlencoded" else { return example?.encoded }
        let pairs = (example?.members ?? []).map { "\($0.key)=\($0.value.string ?? "")" }
        return Array(pairs.joined(separator: "&").utf8)
    }

    private func token(_ organisation: String, _ scope: String?) async throws -> String? {
        guard let scope else { return nil }
        if let known = self.tokens["\(organisation) \(scope)"] { return known }
        let token = try await self.server.token(of: organisation, scope: scope)
        self.tokens["\(organisation) \(scope)"] = token
        return token
    }
}
