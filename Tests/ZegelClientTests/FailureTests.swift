// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelClient

@Suite("A connection that does not get its way")
struct FailureTests {
    /// A change to a good profile, and what comes of it.
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let change: @Sendable (inout ClientProfile, Stranger) throws -> Void
        let cause: ClientError.Cause
        let exit: ProcessExit
    }

    /// An authority that the server does not know, with files of its own.
    struct Stranger: Sendable {
        let folder: String

        init(in folder: String, oin: OIN) throws {
            self.folder = folder
            let start = TrialMessage.now.advanced(bySeconds: -300)
            let authority = try TestAuthority(at: start, name: "Stranger")
            let issued = try authority.issue(.client, organisation: "aivd", oin: oin, from: start)
            for (name, text) in [
                ("stranger-ca.pem", authority.anchorsPEM), ("stranger.pem", issued.pem),
                ("stranger.key", issued.keyPEM),
            ] {
                try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
            }
        }
    }

    static let rows = [
        Row(
            testDescription: "An authority that did not issue the server's certificate",
            change: { $0.serverAnchors = ["\($1.folder)/stranger-ca.pem"] },
            cause: .tls,
            exit: .identity
        ),
        Row(
            testDescription: "A client certificate of an authority that the server does not trust",
            change: { $0.client = KeyFiles("stranger", in: $1.folder) },
            cause: .tls,
            exit: .identity
        ),
        Row(
            testDescription: "A seal certificate in place of the client's",
            change: { profile, _ in profile.client = try #require(profile.seal) },
            cause: .tls,
            exit: .identity
        ),
        Row(
            testDescription: "A server whose certificate names other hosts",
            change: { profile, _ in
                profile.url = profile.url.replacingOccurrences(of: "127.0.0.1", with: "[::ffff:127.0.0.1]")
            },
            cause: .tls,
            exit: .identity
        ),
        Row(
            testDescription: "A port where nothing listens",
            change: { profile, _ in profile.url = "https://127.0.0.1:1" },
            cause: .unreachable,
            exit: .network
        ),
    ]

    @Test("Says who refused whom, and ends as the table says", arguments: Self.rows)
    func connecting(_ row: Row) async throws {
        try await TrialServer.with { server in
            var profile = try server.profile("aivd", "aivd/ct")
            try await ZegelConnection.with(profile) { _ = try await $0.status() }
            let oin = try #require(OIN("00000099000000001000"))
            try row.change(&profile, Stranger(in: server.home, oin: oin))
            let error = await #expect(throws: ClientError.self) {
                try await ZegelConnection.with(profile) { try await $0.status() }
            }
            #expect(error?.cause == row.cause, "\(String(describing: error))")
            #expect(error?.exit == row.exit)
            #expect(error?.remedy.isEmpty == false)
        }
    }
}
