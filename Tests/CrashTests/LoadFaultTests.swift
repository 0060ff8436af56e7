// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing

@Suite("A server under load")
struct LoadFaultTests {
    private static let isLong = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1"

    @Test(
        "answers everyone when it was frozen, and has each message once",
        .enabled(if: Connection.isThere, "curl is missing"),
        // The longest is beyond the time for a handshake, and for a stream without a byte: those are broken off.
        arguments: isLong ? [1, 5, 45] : [1]
    )
    func frozen(_ seconds: Int) async throws {
        let scene = try await LoadScene()
        for _ in 0..<(Self.isLong ? 5 : 2) {
            try await scene.suffer(patient: seconds < 10) { server in
                server.signal(SIGSTOP)
                try await Task.sleep(for: .seconds(seconds))
                server.signal(SIGCONT)
            }
        }
        try await scene.close()
    }

    @Test(
        "answers everyone while its clock jumps ahead and back, if only that a token is of another time, and has each message once",
        .enabled(if: Connection.isThere, "curl is missing")
    )
    func clock() async throws {
        let clock = FileManager.default.temporaryDirectory.appending(path: "clock-\(UUID())")
        defer { try? FileManager.default.removeItem(at: clock) }
        let scene = try await LoadScene { try ServerUnderTest($0, .clock(clock.path)) }
        for seconds in Self.isLong ? (0..<40).map({ _ in Int.random(in: -300...300) }) : [240, -240] {
            try await scene.suffer(refusing: "token.invalid") { _ in
                try Data("\(seconds)".utf8).write(to: clock, options: .atomic)
            }
        }
        try await scene.restart {}
        try await scene.close()
    }

    @Test(
        "that the kernel kills for want of memory has lost nothing",
        .enabled(if: Connection.isThere, "curl is missing"),
        .enabled(if: MemoryGroup.isAllowed, "no bound on memory can be set")
    )
    func outOfMemory() async throws {
        let scene = try await LoadScene()
        for _ in 0..<(Self.isLong ? 40 : 2) {
            let group = try MemoryGroup(upTo: 131_072)
            try await scene.suffer(having: .random(in: 1..<8)) { server in
                try group.hold(server.number)
                #expect(await server.hasKilledItself())
            }
        }
        try await scene.close()
    }
}
