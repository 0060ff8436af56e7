// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelTransport
import ZegelTrust

@Suite("A resumed TLS session")
struct ResumptionTests {
    @Test("is judged again, with the chain of the first connection, and refused when the gate has changed its mind")
    func resumes() async throws {
        try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "openssl is not installed")
        try await TestServer.run { server in
            try await server.withFiles { folder in
                let first = try await Self.connect(server, folder, ["-sess_out", "session"])
                #expect(first.isNew && first.isServed)
                let second = try await Self.connect(server, folder, ["-sess_in", "session"])
                #expect(second.isReused && second.isServed)
                try #require(server.gate.seen.map(\.isResumed) == [false, true])
                #expect(server.gate.seen[1].leafDER == server.client.der)
                #expect(server.gate.seen[1].intermediates == server.gate.seen[0].intermediates)

                server.gate.forgetAll()
                let third = try await Self.connect(server, folder, ["-sess_in", "session"])
                #expect(third.isReused && !third.isServed)
                #expect(server.gate.seen.count == 3)
            }
        }
    }

    @Test("does not outlive the TLS context")
    func renews() async throws {
        try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "openssl is not installed")
        try await TestServer.run { server in
            try await server.withFiles { folder in
                _ = try await Self.connect(server, folder, ["-sess_out", "session"])
                try server.listener.renew(server.credentials)
                let second = try await Self.connect(server, folder, ["-sess_in", "session"])
                #expect(second.isNew && second.isServed)
                #expect(server.gate.seen.map(\.isResumed) == [false, false])
            }
        }
    }

    private struct Connection {
        let text: String

        var isNew: Bool { self.text.contains("New, TLSv1.3") }
        var isReused: Bool { self.text.contains("Reused, TLSv1.3") }
        /// Whether the server spoke HTTP/2: its first frame is SETTINGS, with the window of our limits.
        let isServed: Bool
    }

    /// Opens a connection with openssl and says the HTTP/2 preface and then nonsense, so that the server closes in any case.
    private static func connect(_ server: TestServer, _ folder: URL, _ more: [String]) async throws -> Connection {
        // The preface, an empty SETTINGS, and DATA on stream 0, which is a connection error.
        let preface =
            #"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00"#
            + #"\x00\x00\x01\x00\x00\x00\x00\x00\x00A"#
        let client =
            "/usr/bin/openssl s_client -connect localhost:\(server.port) -tls1_3 -alpn h2 "
            + "-CAfile ca.pem -cert client.pem -key client.key -ign_eof \(more.joined(separator: " "))"
        let command = "printf '\(preface)' | \(client) | cat -v"
        let outcome = try await Tool.run("/bin/bash", ["-c", command], in: folder)
        return Connection(text: outcome.output, isServed: outcome.output.contains("^@^@^R^D^@^@^@^@^@"))
    }
}
