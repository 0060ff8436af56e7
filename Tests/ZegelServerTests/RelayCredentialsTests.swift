// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelServer

@Suite("The certificate with which a server calls others")
struct RelayCredentialsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let certificate: String
        let key: String
        /// A part of what is said; `nil` where the server starts.
        let refusal: String?
    }

    static let rows = [
        Row(testDescription: "its own", certificate: "zegel-client", key: "zegel-client", refusal: nil),
        Row(
            testDescription: "the TLS one",
            certificate: "zegel-server",
            key: "zegel-server",
            refusal: "cannot be used"
        ),
        Row(testDescription: "the seal", certificate: "zegel-seal", key: "zegel-seal", refusal: "cannot be used"),
        Row(
            testDescription: "that of an organisation",
            certificate: "aivd-client",
            key: "aivd-client",
            refusal: "another organisation than the seal"
        ),
        Row(
            testDescription: "with the key of another",
            certificate: "zegel-client",
            key: "aivd-client",
            refusal: "is not the certificate's"
        ),
        Row(testDescription: "absent", certificate: "none", key: "none", refusal: "none.pem"),
    ]

    @Test("Is of this server, for this job, with its key", arguments: Self.rows)
    func start(_ row: Row) async throws {
        let moment = try #require(Instant(OpenAPI.Example.moment))
        let prepare: (URL, TestAuthority) throws -> Void = { folder, _ in
            let path = folder.appending(path: "zegel.yaml")
            let text = try String(contentsOf: path, encoding: .utf8)
            let relay = "relay: { certificate: \(row.certificate).pem, key: \(row.key).key }\n"
            try Data((text + relay).utf8).write(to: path)
        }
        var said: String?
        do {
            try await TrialServer.run(at: moment, prepare: prepare, { _ in })
        } catch let problem as Problem {
            said = problem.detail
        }
        #expect((said == nil) == (row.refusal == nil))
        if let refusal = row.refusal { #expect(said?.contains(refusal) == true, "\(said ?? "")") }
    }
}
