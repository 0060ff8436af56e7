// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@Suite("What waits for another server")
struct OutboxCommandTests {
    @Test("can be seen, given up and tried again while the server runs, by its owner alone")
    func commands() throws {
        let server = try RunningServer { home in
            let key = try String(contentsOfFile: "\(home)/pki/log.pub", encoding: .utf8).dropLast()
            let path = "\(home)/policies/organisations.yaml"
            let servers = """
                servers:
                  - { oin: 00000099000000099002, url: "https://127.0.0.1:1", log: "\(key)", serves: [om] }

                """
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try Data((text + servers).utf8).write(to: URL(filePath: path))
        }
        let config = ["--config", "\(server.home)/zegel.yaml", "--json"]
        func lines() throws -> [JSONValue] {
            try #require(try Binary.run(["outbox", "list"] + config).json?["lines"]?.array)
        }
        #expect(try lines().isEmpty)
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(server.home)/data/control.sock")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let id = try server.deliver("AIVD-1")
        let line = try #require(try lines().first)
        #expect(line["message"]?.string == id && line["server"]?.string == "00000099000000099002")
        let number = "\(try #require(line["number"]?.integer))"
        #expect(try Binary.run(["outbox", "abandon", number] + config).status == 0)
        #expect(try lines().first?["state"]?.string == "abandoned")
        let seen = try server.run("status", as: "aivd", id).json?["results"]?.array?.first
        #expect(seen?["relays"]?.array?.first?["state"]?.string == "abandoned")
        #expect(try Binary.run(["outbox", "abandon", number] + config).status == 7)
        #expect(try Binary.run(["outbox", "retry", number] + config).status == 0)
        #expect(["waiting", "pushing"].contains(try lines().first?["state"]?.string))
        #expect(try Binary.run(["outbox", "retry", "99"] + config).status == 6)
        let compared = try Binary.run(["outbox", "reconcile"] + config)
        let other = try #require(compared.json?["servers"]?.array?.first)
        #expect(compared.status == 8 && other["failed"]?["reason"] == "network.unreachable", "\(other)")
        #expect(other["waiting"]?.array?.count == 31 && other["agreed"] == .null)
        let text = try Binary.run(["outbox", "reconcile", "--day", "2026-11-20"] + config.dropLast())
        let said = String(decoding: text.output, as: UTF8.self)
        #expect(text.status == 8 && said.contains("2026-11-20 could not be compared: network.unreachable."), "\(said)")
        #expect(try Binary.run(["outbox", "reconcile", "--server", "00000099000000099009"] + config).status == 6)
        #expect(try Binary.run(["outbox", "reconcile", "--day", "yesterday"] + config).status == 64)
        let log = try Binary.run(["log", "verify"] + config)
        #expect(log.status == 0, "what operators did stands in the log")
        server.process.stop()
        // Also what may take ten minutes says at once that nobody is there.
        let begun = ContinuousClock.now
        for command in ["list", "reconcile"] { #expect(try Binary.run(["outbox", command] + config).status == 8) }
        #expect(ContinuousClock.now - begun < .seconds(120))
    }
}
