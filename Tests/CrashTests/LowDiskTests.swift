// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@Suite("A disk that runs full")
struct LowDiskTests {
    @Test(
        "takes no new message while little is left, goes on with all else, and takes them when there is room",
        .enabled(if: Connection.isThere && SmallDisk.isAllowed, "curl is missing, or no file system can be mounted")
    )
    func low() async throws {
        let installation = try Installation()
        #expect(await (try ServerUnderTest(installation)).stop())
        let disk = try SmallDisk(at: "\(installation.home)/data")
        let path = "\(installation.home)/zegel.yaml"
        let limits = "limits: { diskReserve: 30000000 }\n"
        try (String(contentsOfFile: path, encoding: .utf8) + limits).write(
            toFile: path,
            atomically: true,
            encoding: .utf8
        )
        let server = try ServerUnderTest(installation)
        let courier = try await Courier(installation, server)
        let letters = try (1...4).map { try installation.letter($0, documentOf: $0 % 2 == 0 ? 140_000 : 1_000) }
        let ledger = Ledger(installation)
        try await ledger.check(Array(letters.prefix(2)), [:], on: courier)
        try disk.fill(leaving: 10_000_000)
        try await Self.wait(for: "the disk is almost full", by: server)
        for answer in try await courier.submit(Array(letters.suffix(2))).values {
            #expect(answer.status == 503)
            #expect(try StrictJSON.parse(answer.body)["code"] == "server.storage-low")
        }
        // What frees the addressee, and one day the disk.
        let acknowledgements = try ledger.acknowledge(Array(letters.prefix(2)))
        let running = try #require(try courier.begin(acknowledgements))
        for answer in try await Courier.answers([running]).values { #expect(answer.status == 201) }
        disk.clear()
        try await Self.wait(for: "the disk has room again", by: server)
        try await ledger.check(Array(letters.suffix(2)), [:], on: courier)
        try await ledger.close(on: courier, server)
    }

    private static func wait(for text: String, by server: ServerUnderTest) async throws {
        let end = ContinuousClock.now + .seconds(120)
        while !server.said.contains(text), ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(20)) }
        #expect(server.said.contains(text))
    }
}
