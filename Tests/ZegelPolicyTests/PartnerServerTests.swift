// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("Servers of partners in a policy")
struct PartnerServerTests {
    private static func policy(_ change: (String) -> String = { $0 }) throws -> PolicySet {
        let files = CompletePolicy.files.prefix(3).map { file in
            (file.path, Array((file.path == "organisations.yaml" ? change(file.text) : file.text).utf8))
        }
        return try PolicySet(PolicySource(files: files))
    }

    @Test("Say whose post goes where, and whose messages come from there")
    func directory() throws {
        let organisations = try Self.policy().organisations
        let server = try #require(organisations.servers.first)
        let (aivd, om) = (try #require(organisations[short: "aivd"]).oin, try #require(organisations[short: "om"]).oin)
        let bank = try #require(organisations[short: "bank-a"]).oin
        #expect(organisations.server(serving: om) == server)
        #expect([aivd, bank].allSatisfy { organisations.server(serving: $0) == nil }, "they are at home here")
        #expect([aivd, om].allSatisfy { server.brings(messagesOf: $0) } && !server.brings(messagesOf: bank))
        #expect(organisations[server.oin] == nil && organisations.party(server.oin)?.mailboxes == [])
    }

    @Test("Are remarked upon where nothing can go to them")
    func remark() throws {
        #expect(try Self.policy().remarks(tested: ["proef"]).filter { $0.file == "organisations.yaml" } == [])
        let alone = "  - { oin: 00000099000000031000, short: los, name: L, kind: other, region: nl, "
        let policy = try Self.policy { text in
            text.replacing("servers:", with: "\(alone)mailboxes: { los/x: ongerubriceerd } }\nservers:")
                .replacing("serves: [om]", with: "serves: [om, los]")
        }
        let remarks = policy.remarks(tested: ["proef"]).filter { $0.file == "organisations.yaml" }
        #expect(remarks.map(\.message) == ["los is a member of no exchange: nothing goes to this server for it"])
    }
}
