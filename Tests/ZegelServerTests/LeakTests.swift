// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelServer

/// Asks the same of two servers, of which one has something that the asker may not know of: the answers are equal, byte for byte, and so is
/// what the store was asked (DESIGN §6).
@Suite("To those who may not know of it")
struct LeakTests {
    private typealias Example = OpenAPI.Example

    /// One question, and what differs by nature: random names of the answer itself.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let asker: String
        let method: String
        let path: @Sendable (Secret) -> String
        var type: String?
        var body: @Sendable (Secret) -> [UInt8]? = { _ in nil }
        /// Members of the answer that are random each time, under `context`.
        var random: [String] = []
        /// What the answer is, so that no row passes by failing for another reason.
        let status: Int
    }

    /// What exists in one of the two worlds.
    struct Secret: Sendable {
        /// Of aivd to nctv; om has no part in it.
        let intelligence: String
        /// Of aivd to om, not released yet.
        let pending: String
        /// Of aivd to om, released; nctv has no part in it.
        let report: String
    }

    @Test("a message, a case, an exchange and an organisation are as what never was")
    func worlds() async throws {
        let moment = try #require(Instant(Example.moment))
        var secret: Secret?
        var told: [String: Told] = [:]
        try await TrialServer.run(at: moment, prepare: Self.hide) { server in
            let made = try await Self.makeSecret(server)
            secret = made
            for row in Self.rows { told[row.testDescription] = try await Self.ask(row, made, server) }
        }
        let made = try #require(secret)
        try await TrialServer.run(at: moment) { server in
            for row in Self.rows {
                let absent = try await Self.ask(row, made, server)
                let hidden = try #require(told[row.testDescription])
                #expect(hidden.status == row.status, "\(row.testDescription): \(hidden.body)")
                #expect(hidden == absent, "\(row.testDescription)")
            }
        }
    }

    /// All of an answer that could tell something.
    private struct Told: Equatable {
        let status: Int
        let fields: [String: String]
        let body: String
        let statements: [String]
    }

    private static func ask(_ row: Row, _ secret: Secret, _ server: TrialServer) async throws -> Told {
        let token = try await server.token(of: row.asker)
        _ = server.statements.take()
        let answer = try await server.call(
            row.asker,
            row.method,
            row.path(secret),
            token: token,
            type: row.type,
            body: row.body(secret)
        )
        var body = String(decoding: answer.body, as: UTF8.self)
        for name in row.random {
            let value = try #require(answer.json["context"]?[name]?.string)
            body = body.replacing(value, with: name)
        }
        var fields = answer.fields
        fields["date"] = nil
        fields["x-request-id"] = nil
        return Told(status: answer.status, fields: fields, body: body, statements: server.statements.take())
    }
}
