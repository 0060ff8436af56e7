// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelServer

@Suite("Keys of another issuer that are fetched")
struct FetchedKeysTests {
    private static let organisation = "00000099000000001000"

    private static func run(_ test: (TrialServer, OutsideServer) async throws -> Void) async throws {
        try await OutsideServer.run { outside in
            try await TrialServer.run(
                at: try #require(Instant(OpenAPI.Example.moment)),
                prepare: { folder, _ in
                    let file = folder.appending(path: "zegel.yaml")
                    let text = try String(contentsOf: file, encoding: .utf8)
                    let issuer =
                        "{ issuer: \(OutsideIssuer.name), jwks: \"\(outside.url("/jwks"))\", organisations: [\(Self.organisation)] }"
                    try Data(text.replacing("600s", with: "600s, issuers: [\(issuer)]").utf8).write(to: file)
                },
                { try await test($0, outside) }
            )
        }
    }

    private static func ask(_ server: TrialServer, _ issuer: OutsideIssuer) async throws -> String {
        let certificate = try #require(try PEMFile.certificates(in: server.text(of: "aivd-client.pem")).first)
        let token = try issuer.token(for: Self.organisation, bound: certificate.derBytes, at: server.time.now)
        let answer = try await server.call("aivd", "GET", "/v1/organisations", token: token)
        return answer.status == 200 ? "200" : answer.json["code"]?.string ?? "?"
    }

    @Test("count from when they are there, and no longer once others take their place")
    func keys() async throws {
        try await Self.run { (server, outside) async throws in
            let (first, second) = (OutsideIssuer(id: "a"), OutsideIssuer(id: "b"))
            #expect(try await Self.ask(server, first) == "token.invalid", "never fetched")
            #expect(await server.visit("aivd") == "200", "and all others are served")
            outside["/jwks"] = .text(first.jwks)
            await server.fetch()
            await server.takeOver()
            #expect(try await Self.ask(server, first) == "200")
            #expect(try await Self.ask(server, second) == "token.invalid")
            outside["/jwks"] = .text(second.jwks)
            await server.fetch()
            await server.takeOver()
            #expect(try await Self.ask(server, first) == "token.invalid")
            #expect(try await Self.ask(server, second) == "200")
        }
    }

    @Test(
        "that cannot be used leave the last in force",
        arguments: [
            OutsideServer.Reply.status(500), .text(#"{"keys":[]}"#), .text("<html>"), .redirect("/other"),
            .bytes([UInt8](repeating: 0x20, count: 262_145)),
        ]
    )
    func refused(_ reply: OutsideServer.Reply) async throws {
        try await Self.run { (server, outside) async throws in
            let issuer = OutsideIssuer(id: "a")
            outside["/jwks"] = .text(issuer.jwks)
            await server.fetch()
            await server.takeOver()
            outside["/jwks"] = reply
            await server.fetch()
            await server.takeOver()
            #expect(await server.assembly.fetcher.refusal(of: outside.url("/jwks")) != nil)
            #expect(try await Self.ask(server, issuer) == "200")
        }
    }

    @Test("are not taken over HTTP from another machine, where anyone on the way could exchange them")
    func plain() async throws {
        try await Self.run { (server, outside) async throws in
            try server.replace("http://127.0.0.1", with: "http://login.example", in: "zegel.yaml")
            #expect(await !server.reloader.reload())
            let refusal = try #require(await server.reloader.refusal)
            #expect(refusal.items.contains { $0.detail.contains("https://") })
            try server.replace("http://login.example", with: "https://login.example", in: "zegel.yaml")
            #expect(await server.reloader.reload())
        }
    }
}
