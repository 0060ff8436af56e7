// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelClient
import ZegelCore

@Suite("Servers that do not behave")
struct StrangeServerTests {
    private static let openssl = "/usr/bin/openssl"
    private static var hasOpenSSL: Bool { FileManager.default.isExecutableFile(atPath: Self.openssl) }

    @Test("One that goes silent is not waited for without end: before the connection stands, and after")
    func silence() async throws {
        try await TrialServer.with { server in
            let profile = try server.profile("aivd", "aivd/ct")
            let patience = Patience(connect: 400, silence: 400, attempts: 1)
            let connection = try ZegelConnection(profile, patience: .init(silence: 400, attempts: 1))
            _ = try await connection.organisations()
            server.freeze()
            let later = await #expect(throws: ClientError.self) { try await connection.organisations() }
            // Where the pool gave the connection up meanwhile, it is the new one that nobody answers.
            #expect(later.map { [.timeout, .unreachable].contains($0.cause) } == true, "\(String(describing: later))")
            await connection.shutdown()
            let first = await #expect(throws: ClientError.self) {
                try await ZegelConnection.with(profile, patience: patience) { try await $0.organisations() }
            }
            #expect(first?.exit == .network, "\(String(describing: first))")
        }
    }

    @Test(
        "One that speaks another protocol, or an older TLS, hears nothing that matters",
        .enabled(if: Self.hasOpenSSL, "openssl is missing"),
        arguments: [(["-www"], ClientError.Cause.malformed), (["-www", "-tls1_2"], .tls)]
    )
    func protocols(_ options: [String], _ cause: ClientError.Cause) async throws {
        try await TrialServer.with { server in
            let (process, output) = (Process(), Pipe())
            process.executableURL = URL(fileURLWithPath: Self.openssl)
            let keys = "\(server.home)/pki/server"
            process.arguments =
                ["s_server", "-accept", "127.0.0.1:0", "-cert", "\(keys).pem", "-key", "\(keys).key"] + options
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            defer {
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
            var text = ""
            while !text.contains("\n") || !text.contains("ACCEPT 127.0.0.1:") || text.last != "\n" {
                let byte = try #require(try output.fileHandleForReading.read(upToCount: 1)?.first)
                text.unicodeScalars.append(.init(byte))
            }
            let port = try #require(text.split(separator: "\n").last?.split(separator: ":").last)
            var profile = try server.profile("aivd", "aivd/ct")
            profile.url = "https://127.0.0.1:\(port)"
            let error = await #expect(throws: ClientError.self) {
                try await ZegelConnection.with(profile, patience: .init(silence: 5_000)) { try await $0.status() }
            }
            #expect(error?.cause == cause, "\(String(describing: error))")
        }
    }
}
