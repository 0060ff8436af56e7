// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@Suite("The lists of a mailbox, at an agency")
struct ListCommandTests {
    private static let subscribers = [
        "aivd/ct": "00000099000000001000", "kmar/ct": "00000099000000008000",
    ]

    private static func day(_ offset: Int64) -> JSONValue {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        return .string("\(now.advanced(bySeconds: offset * 86_400).date)")
    }

    /// Sends a version; returns its id and the file of its container.
    private static func send(
        _ version: Int64,
        to mailboxes: [String],
        by server: RunningServer
    ) throws -> (id: String, file: String) {
        let header: JSONValue = [
            "kenmerk": .string("POL-\(version)"), "exchange": "lijst-uitreizigers", "kind": "lijst",
            "subject": "Lijst", "from": ["oin": "00000099000000007000", "mailbox": "politie/cter"],
            "to": .array(
                mailboxes.map { name in
                    ["oin": .string(Self.subscribers[name] ?? ""), "mailbox": .string(name), "role": "information"]
                }
            ),
            "purpose": "onderkennen-uitreizigers", "legalBasis": "wpg-art16",
            "classification": "departementaal-vertrouwelijk", "classifiedBy": "hoofd", "classifiedOn": Self.day(0),
            "declassifyOn": Self.day(3_650), "markings": [], "reviewBy": Self.day(60),
            "details": [
                "subjects": 300, "list": ["name": "uitreizigers", "version": .integer(version)],
                "peildatum": Self.day(0), "period": "maand",
            ],
        ]
        let (draft, file) = (server.path("\(version).json"), server.path("\(version).asice"))
        let document = server.path("\(version).txt")
        try Data(header.encoded).write(to: URL(fileURLWithPath: draft))
        try Data("Lijst".utf8).write(to: URL(fileURLWithPath: document))
        let sent = try server.run("send", as: "politie", "--header", draft, "--out", file, document)
        return (try #require(sent.json?["results"]?.array?.first?["id"]?.string, "\(sent)"), file)
    }

    private static func publish(_ version: Int64, to mailboxes: [String], by server: RunningServer) throws -> String {
        let sent = try Self.send(version, to: mailboxes, by: server)
        try #require(try server.run("release", as: "politie", "--file", sent.file, sent.id).status == 0)
        return sent.id
    }

    private static func standings(_ side: String, _ outcome: Binary.Outcome) -> [String] {
        (outcome.json?[side]?.array ?? []).map { version in
            "\(version["list"]?["version"]?.integer ?? 0) \(version["standing"]?.string ?? "")"
        }
    }

    @Test("Show the publisher which version is in force and who received which, and a subscriber what it misses")
    func overview() throws {
        let server = try RunningServer()
        #expect(try server.run("lists", as: "politie").json?["published"] == [])
        let both = ["aivd/ct", "kmar/ct"]
        let first = try Self.publish(1, to: both, by: server)
        _ = try Self.publish(2, to: ["aivd/ct"], by: server)
        _ = try Self.publish(3, to: both, by: server)
        _ = try Self.send(4, to: both, by: server)
        #expect(try server.run("receive", as: "aivd", "--into", server.home, first).status == 0)
        let acknowledged = try server.run(
            "acknowledge",
            as: "aivd",
            "--file",
            "\(server.home)/\(first).asice",
            first
        )
        #expect(acknowledged.status == 0)

        let published = try server.run("lists", as: "politie")
        #expect(published.status == 0)
        let all = ["4 awaiting-release", "3 in-force", "2 replaced", "1 replaced"]
        #expect(Self.standings("published", published) == all && Self.standings("received", published) == [])
        let oldest = try #require(published.json?["published"]?.array?.last)
        #expect(oldest["period"] == "maand" && oldest["asOf"] == Self.day(0))
        let deliveries = oldest["deliveries"]?.array ?? []
        #expect(
            deliveries.map { "\($0["mailbox"]?.string ?? "") \($0["state"]?.string ?? "")" }.sorted() == [
                "aivd/ct acknowledged", "kmar/ct available",
            ]
        )
        #expect(deliveries.filter { $0["acknowledgedAt"] != nil && $0["collectedAt"] != nil }.count == 1)

        let complete = try server.run("lists", as: "aivd")
        #expect(complete.status == 0 && complete.json?["missing"] == [])
        #expect(Self.standings("received", complete) == ["3 in-force", "2 replaced", "1 replaced"])
        #expect(complete.json?["received"]?.array?.last?["deliveries"]?.array?.count == 1, "its own alone")
        let gap = try server.run("lists", as: "kmar")
        #expect(gap.status == 9)
        #expect(gap.json?["missing"]?.array?.first?["first"] == 2 && gap.json?["missing"]?.array?.count == 1)
        #expect(try server.run("lists", as: "kmar", "politie/cter").status == 6)
        #expect(try server.run("lists", as: "kmar", "--limit", "0").status == 64)

        let text = try Self.text(of: server, as: "politie")
        #expect(text.contains("politie/cter publishes “uitreizigers” (lijst-uitreizigers); version 3 is in force."))
        #expect(text.split(separator: "\n").contains { $0.hasPrefix("VERSION") && $0.hasSuffix("ACKNOWLEDGED") })
        let told = try Self.text(of: server, as: "kmar")
        #expect(told.contains("kmar/ct has from politie/cter “uitreizigers”") && told.contains("missing: 2"))
    }

    /// What people see.
    private static func text(of server: RunningServer, as organisation: String) throws -> String {
        let arguments = ["lists", "--home", server.home, "--as", organisation, "--url", server.url]
        return String(decoding: try Binary.run(arguments).output, as: UTF8.self)
    }
}
