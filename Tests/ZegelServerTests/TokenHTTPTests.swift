// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import ZegelCore

@testable import ZegelServer

@Suite("A token over HTTP")
struct TokenHTTPTests {
    private static func ask(_ server: TrialServer, scope: String = "messages.read") async throws -> String {
        try await server.token(of: "aivd", scope: scope)
    }

    private static func status(_ server: TrialServer, _ call: String, _ token: String) async throws -> JSONValue {
        try await server.call(
            "aivd",
            "POST",
            "/oauth/\(call)",
            type: "application/x-www-form-urlencoded",
            body: Array("token=\(token)".utf8)
        )
        .json
    }

    @Test("counts in one authorization field, and neither twice nor in the query")
    func places() async throws {
        try await TrialServer.run(at: #require(Instant(OpenAPI.Example.moment))) { server in
            let token = try await Self.ask(server)
            let path = "/v1/organisations"
            #expect(try await server.call("aivd", "GET", path, token: token).status == 200)
            let twice = try await server.call("aivd", "GET", path, token: token, fields: ["Authorization: Bearer x"])
            #expect(twice.json["code"] == "token.invalid")
            let query = try await server.call("aivd", "GET", "\(path)?access_token=\(token)")
            #expect(query.json["code"] == "token.missing")
            // The same token on a connection of another organisation.
            let other = try await server.call("om", "GET", path, token: token)
            #expect(other.json["code"] == "token.other-certificate")
            // And again on a new one of its own.
            #expect(try await server.call("aivd", "GET", path, token: token).status == 200)
        }
    }

    @Test("is worth nothing once it is revoked, also after a restart")
    func revoked() async throws {
        let tokens = Mutex<[String]>([])
        try await TrialServer.run(at: #require(Instant(OpenAPI.Example.moment))) { server in
            let token = try await Self.ask(server)
            let kept = try await Self.ask(server)
            tokens.withLock { $0 = [token, kept] }
            #expect(try await Self.status(server, "introspect", token)["active"] == true)
            #expect(try await Self.status(server, "revoke", token) == [:])
            #expect(try await Self.status(server, "introspect", token) == ["active": false])
            #expect(try await Self.status(server, "introspect", kept)["active"] == true)
            let refused = try await server.call("aivd", "GET", "/v1/organisations", token: token)
            #expect(refused.json["code"] == "token.invalid")
        } afterRestart: { server in
            let (token, kept) = tokens.withLock { ($0[0], $0[1]) }
            let again = try await server.call("aivd", "GET", "/v1/organisations", token: token)
            #expect(again.json["code"] == "token.invalid")
            #expect(try await server.call("aivd", "GET", "/v1/organisations", token: kept).status == 200)
        }
    }
}
