// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing

@Suite("Ten thousand clients at once")
struct CrowdTests {
    private static let isLong = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1"

    @Test(
        "leave room for who asks and take little memory, and who is one too many is turned away",
        .enabled(if: Connection.isThere, "curl is missing")
    )
    func crowd() async throws {
        let wanted = Self.isLong ? 10_000 : 100
        // This process has one end of each; where the system allows fewer files, fewer come.
        let count = min(wanted, Self.raiseFiles(to: wanted + 1_000) - 1_000)
        try #require(count >= 100, "the system allows too few open files")
        let installation = try Installation()
        let room = 8
        let limits =
            "limits: { connections: \(count + room), connectionsPerOrganisation: \(count), idleSeconds: 3600, handshakeSeconds: 60 }\n"
        let path = "\(installation.home)/zegel.yaml"
        // Ten thousand handshakes may take longer than a token lives.
        try (String(contentsOfFile: path, encoding: .utf8).replacing("lifetime: 600s", with: "lifetime: 24h") + limits)
            .write(toFile: path, atomically: true, encoding: .utf8)
        let server = try ServerUnderTest(installation)
        #expect(!server.said.contains("too few open files are allowed"))
        let courier = try await Courier(installation, server)
        let ledger = Ledger(installation)
        let letters = try (1...8).map { try installation.letter($0, documentOf: $0 % 4 == 0 ? 140_000 : 1_000) }
        try await ledger.check(Array(letters.prefix(4)), [:], on: courier)
        let crowd = try Crowd("kmar", to: server, of: installation)
        let before = server.residentBytes
        for _ in 0..<10 {
            #expect(try await crowd.join(count / 10).allSatisfy { $0 == .admitted })
            #expect(try await courier.get(["/v1/mailboxes/nctv/analyse/messages"]).first??.status == 200)
        }
        #expect(crowd.count == count)
        let each = (server.residentBytes - before) / count
        print("\(count) connections: \(each) bytes each in the server")
        if Self.isLong { #expect(each < 196_608) }
        // One too many of one organisation, while others are served.
        let over = try await crowd.join(3)
        #expect(over == [.closedAfterTLS, .closedAfterTLS, .closedAfterTLS])
        try await ledger.check(Array(letters.suffix(4)), [:], on: courier)
        // One too many of all.
        let others = try Crowd("bz", to: server, of: installation)
        #expect(try await others.join(room).allSatisfy { $0 == .admitted })
        let beyond = try await others.join(2)
        #expect(beyond == [.closedBeforeTLS, .closedBeforeTLS])
        await others.leave()
        await crowd.leave()
        try await ledger.close(on: courier, server)
    }

    /// Raises what this process may open, as far as it may; how many that is then.
    private static func raiseFiles(to wanted: Int) -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        _ = unsafe getrlimit(resource, &limit)
        limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, UInt(wanted)))
        _ = unsafe setrlimit(resource, &limit)
        return Int(clamping: limit.rlim_cur)
    }
}
