// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelTransport

/// What a stranger with openssl sees of the listener.
@Suite("On the wire", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "openssl"))
struct TLSOnTheWireTests {
    /// The preface, an empty SETTINGS, and DATA on stream 0, which is a connection error: the server closes.
    private static let farewell =
        #"printf 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0\0\0\1\0\0\0\0\0\0A'"#

    /// What `openssl s_client` says about a connection that it opens, feeds, and keeps until the server closes it.
    ///
    /// - Parameter input: A command of the shell, of which the output is fed; it may look into the file `said`.
    private static func connect(
        _ server: TestServer,
        _ folder: URL,
        _ options: String,
        says input: String? = nil
    ) async throws -> String {
        let client =
            "/usr/bin/openssl s_client -connect 127.0.0.1:\(server.port) -alpn h2 -CAfile ca.pem "
            + "-cert client.pem -key client.key \(input == nil ? "-ign_eof" : "") \(options)"
        return try await Tool.run(
            "/bin/bash",
            ["-c", ": > said; (\(input ?? Self.farewell)) | \(client) > said 2>&1; cat -v said"],
            in: folder
        ).output
    }

    @Test("no names of authorities are sent unless that is configured", arguments: [false, true])
    func authorities(_ isConfigured: Bool) async throws {
        try await TestServer.run(sendsAuthorities: isConfigured) { server in
            try await server.withFiles { folder in
                let text = try await Self.connect(server, folder, "-tls1_3")
                #expect(text.contains("No client certificate CA names sent") == !isConfigured)
                #expect(text.contains("Acceptable client certificate CA names") == isConfigured)
            }
        }
    }

    @Test("the certificate is the same for every name, and so is the answer")
    func names() async throws {
        try await TestServer.run { server in
            try await server.withFiles { folder in
                var certificates: Set<String> = []
                let names = [
                    "-servername localhost", "-servername other.example", "-servername 127.0.0.1", "-noservername",
                ]
                for name in names {
                    let text = try await Self.connect(server, folder, "\(name) -showcerts -tls1_3")
                    let parts = text.split(separator: "-----BEGIN CERTIFICATE-----", omittingEmptySubsequences: false)
                    #expect(parts.count == 3, "the server's certificate and the one behind it")
                    certificates.insert(parts.dropFirst().map { $0.prefix(while: { $0 != "-" }) }.joined())
                    #expect(!text.contains("unrecognized name"))
                }
                #expect(certificates.count == 1)
            }
            var answers: Set<String> = []
            for name in ["localhost", "other.example", nil] {
                let client = try await TestClient.connect(server, hostname: name)
                answers.insert(try await client.request("GET", "/hello").text)
                let misdirected = try await client.request("GET", "/hello", authority: name ?? "third.example")
                #expect(misdirected.status == (name == "localhost" ? "200" : "421"))
                try await client.close()
            }
            #expect(answers.count == 1)
        }
    }

    @Test("a client that wants to renegotiate is cut off")
    func renegotiation() async throws {
        try await TestServer.run(profile: .tls12) { server in
            try await server.withFiles { folder in
                let wait = "for _ in {1..100}; do grep -aq \"$word\" said && break; sleep 0.1; done"
                let text = try await Self.connect(
                    server,
                    folder,
                    "-tls1_2",
                    says: "word='Verify return code'; \(wait); echo R; word=error; \(wait)"
                )
                #expect(text.contains("Secure Renegotiation IS supported"))
                let rest = try #require(text.split(separator: "RENEGOTIATING").last)
                #expect(rest.count < text.count && rest.contains("unexpected eof while reading"))
            }
        }
    }

    @Test("no session allows early data, and what is sent as such is not taken")
    func earlyData() async throws {
        try await TestServer.run { server in
            try await server.withFiles { folder in
                try Data("early".utf8).write(to: folder.appending(path: "early"))
                let first = try await Self.connect(server, folder, "-tls1_3 -sess_out session")
                #expect(first.contains("Max Early Data: 0"))
                let second = try await Self.connect(server, folder, "-tls1_3 -sess_in session -early_data early")
                #expect(second.contains("Reused, TLSv1.3"))
                #expect(second.contains("Early data was not sent"))
            }
        }
    }

    @Test("nothing is compressed, asked or not", arguments: ["-tls1_2", "-tls1_3"])
    func compression(_ version: String) async throws {
        try await TestServer.run(profile: .tls12) { server in
            try await server.withFiles { folder in
                let text = try await Self.connect(server, folder, "\(version) -comp")
                #expect(text.contains("Verify return code: 0 (ok)"))
                #expect(text.contains("Compression: NONE"))
            }
        }
    }

    @Test("signatures are made and asked for with SHA-2, and without PKCS #1 where the server signs")
    func signatures() async throws {
        try await TestServer.run(profile: .tls12) { server in
            try await server.withFiles { folder in
                let text = try await Self.connect(server, folder, "-tls1_3")
                let asked = try #require(
                    text.split(separator: "\n").first { $0.hasPrefix("Requested Signature Algorithms") }
                )
                #expect(
                    asked.hasSuffix(
                        ": ECDSA+SHA256:ECDSA+SHA384:RSA-PSS+SHA256:RSA-PSS+SHA384:RSA-PSS+SHA512:RSA+SHA256:RSA+SHA384:RSA+SHA512"
                    )
                )
                let refused = try await Self.connect(
                    server,
                    folder,
                    "-tls1_2 -sigalgs ECDSA+SHA1 -cipher DEFAULT@SECLEVEL=0"
                )
                #expect(refused.contains("alert handshake failure"))
            }
        }
    }
}
