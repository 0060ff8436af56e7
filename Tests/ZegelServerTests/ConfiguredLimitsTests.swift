// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelExchange
import ZegelTrust

@testable import ZegelServer

@Suite("The limits that an operator sets")
struct ConfiguredLimitsTests {
    private static func load(_ limits: String) throws -> Limits {
        try OperationsTests.withFolder { folder in
            let text = OperationsTests.configuration + limits
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/zegel.yaml"))
            return try ServerConfiguration.load("\(folder)/zegel.yaml").limits
        }
    }

    @Test("are as everywhere where nothing is said, and each as it is said")
    func values() throws {
        #expect(try Self.load("") == Limits())
        for limit in ServerConfiguration.settableLimits {
            for number in [limit.range.lowerBound, limit.range.upperBound] {
                var expected = Limits()
                expected[keyPath: limit.path] = number
                #expect(try Self.load("limits: { \(limit.name): \(number) }\n") == expected)
            }
        }
    }

    @Test("have the names and, in their range, the values of the limits")
    func names() throws {
        let members = Dictionary(
            uniqueKeysWithValues: Mirror(reflecting: Limits()).children.compactMap { child in
                child.label.flatMap { label in (child.value as? Int).map { (label, $0) } }
            }
        )
        for limit in ServerConfiguration.settableLimits {
            #expect(members[limit.name] == Limits()[keyPath: limit.path], "\(limit.name)")
            #expect(limit.range.contains(Limits()[keyPath: limit.path]), "\(limit.name)")
        }
        #expect(Set(ServerConfiguration.settableLimits.map(\.name)).count == ServerConfiguration.settableLimits.count)
        let body = try #require(ServerConfiguration.settableLimits.first { $0.name == "bodyBudget" })
        #expect(body.range.lowerBound >= 2 * (Limits().streamWindow + Limits().bodyPiece), "one body must fit")
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let line: String
        let says: String
        var testDescription: String { self.line }
    }

    @Test(
        "are a fault with line and remedy where they are none",
        arguments: [
            Wrong(line: "streams: 0", says: "streams must be a number from 1 to 256"),
            Wrong(line: "streams: 257", says: "streams must be a number from 1 to 256"),
            Wrong(line: "container: 3900000001", says: "container must be a number from 1048576 to 3900000000"),
            Wrong(line: "connections: many", says: "connections must be a number"),
            Wrong(line: "connections: -1", says: "connections must be a number"),
            Wrong(line: "connections: 1_000", says: "connections must be a number"),
            Wrong(line: "connections: 99999999999999999999", says: "connections must be a number"),
            Wrong(line: "connections: 020", says: "connections must be a number"),
            Wrong(line: "connection: 100", says: "unknown key connection"),
            // A bound of the formats is nobody's to change.
            Wrong(line: "header: 100", says: "unknown key header"),
        ]
    )
    func faults(_ wrong: Wrong) throws {
        let before = OperationsTests.configuration.split(separator: "\n", omittingEmptySubsequences: true).count
        let problem = #expect(throws: Problem.self) { try Self.load("limits:\n  \(wrong.line)\n") }
        let fault = try #require(problem?.items.first)
        #expect(problem?.items.count == 1 && fault.detail.contains(wrong.says), "\(fault.detail)")
        #expect(fault.location.hasSuffix(":\(before + 2)"), "\(fault.location)")
    }

    @Test("stand in docs/limits.md, each with its range")
    func page() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/limits.md"), encoding: .utf8)
        let rows = page.matches(of: /\n\| limits\.(\w+) \| ([0-9,]+) \| ([0-9,]+) \|/).map { row in
            "\(row.1) \(row.2.filter(\.isNumber)) \(row.3.filter(\.isNumber))"
        }
        #expect(
            rows
                == ServerConfiguration.settableLimits.map { "\($0.name) \($0.range.lowerBound) \($0.range.upperBound)" }
        )
    }

    @Test(
        "of connections leave files for everything else",
        arguments: [
            (4_096, 65_536, 4_096), (4_096, 4_608, 4_096), (4_096, 4_607, 4_095), (4_096, 1_024, 512),
            (4_096, 256, 128), (16, 1, 1),
        ]
    )
    func files(_ wanted: Int, _ allowed: Int, _ connections: Int) {
        #expect(OpenFiles.connections(wanted, of: allowed) == connections)
    }

    /// Has a server that is about to start configured with limits.
    private static func limited(_ limits: String) -> (URL, TestAuthority) throws -> Void {
        { folder, _ in
            let file = folder.appending(path: "zegel.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(text.replacing("limits: {", with: "limits: { \(limits),").utf8).write(to: file)
        }
    }

    @Test(
        "count every request of an organisation, those that lead nowhere as well",
        arguments: ["/v1/nothing", "/openapi.json", "/v1/messages"]
    )
    func requests(_ path: String) async throws {
        let moment = Instant(milliseconds: 1_795_176_005_000)
        try await TrialServer.run(at: moment, prepare: Self.limited("requestsPerSecond: 1")) { server in
            let requests = server.assembly.context.requests
            let oin = try #require(OIN("00000099000000001000"))
            // Whoever else asks in its name takes what there is, so that it does not matter how long a call takes.
            let others = Task {
                while !Task.isCancelled {
                    try? requests.count(oin)
                    try? await Task.sleep(for: .milliseconds(1))
                }
            }
            defer { others.cancel() }
            var status = 0
            for _ in 0..<20 where status != 429 { status = try await server.call("aivd", "GET", path).status }
            #expect(status == 429)
        }
    }

    @Test("hold on a server: 429 and 503 with the time to wait, while reading goes on")
    func served() async throws {
        let moment = Instant(milliseconds: 1_795_176_005_000)
        try await TrialServer.run(
            at: moment,
            prepare: Self.limited("diskReserve: 1125899906842624, exportsPerMinute: 1"),
            { server in
                let token = try await server.token(of: "aivd")
                let refused = try await server.call(
                    "aivd",
                    "POST",
                    "/v1/messages",
                    token: token,
                    type: "application/vnd.etsi.asic-e+zip",
                    body: [1, 2, 3]
                )
                #expect(refused.status == 503 && refused.json["code"] == "server.storage-low")
                #expect(refused.fields["retry-after"] == "60")
                let day = "/v1/mailboxes/aivd/ct/reconciliation?day=2026-11-20"
                #expect(try await server.call("aivd", "GET", day, token: token).status == 200)
                let second = try await server.call("aivd", "GET", day, token: token)
                #expect(second.status == 429 && second.json["code"] == "rate.exceeded")
                #expect(second.fields["retry-after"] != nil)
                #expect(
                    try await server.call("aivd", "GET", "/v1/mailboxes/aivd/ct/messages", token: token).status == 200
                )
                try server.replace("exportsPerMinute: 1", with: "exportsPerMinute: 2", in: "zegel.yaml")
                #expect(await server.reloader.reload() == false, "it needs a restart")
            }
        )
    }
}
