// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore
import ZegelIdentity
import ZegelTransport
import ZegelTrust

/// A PKI, one organisation, and a door that knows it.
///
/// The identity of a connection is made by a TLS handshake and by nothing else, so there is one.
struct BenchInstallation {
    static let name = "https://localhost"

    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
    let directory: OrganisationDirectory
    private let authority: TestAuthority
    private let oin: OIN

    init() throws {
        guard let oin = OIN("00000099000000001000"), let mailbox = MailboxName("aivd/ct") else { throw WrongAnswer() }
        self.oin = oin
        self.authority = try TestAuthority(at: self.now.advanced(bySeconds: -3_600))
        self.directory = OrganisationDirectory([
            Organisation(
                oin: oin,
                short: "aivd",
                name: "AIVD",
                kind: .service,
                region: .nl,
                mailboxes: [.init(name: mailbox, clearance: .departementaalVertrouwelijk)],
                scopes: [.send, .read, .acknowledge]
            )
        ])
    }

    /// Who a client of the organisation is, after a handshake with a listener.
    func connection() async throws -> ConnectionIdentity {
        let directory = self.directory
        let now = self.now
        let gate = KeepingGate(
            ConnectionAuthenticator(
                trust: TrustEvaluator(source: try self.authority.source(), grace: 0),
                directory: { directory },
                serverOIN: self.oin,
                clock: { now }
            )
        )
        let server = try self.issue(.server)
        let client = try self.issue(.client)
        try await Handshake(authority: self.authority, server: server, client: client).perform(admittedBy: gate)
        guard let identity = gate.identity else { throw WrongAnswer() }
        return identity
    }

    private func issue(_ profile: CertificateProfile) throws -> IssuedCertificate {
        try self.authority.issue(
            profile,
            organisation: "AIVD",
            oin: self.oin,
            from: self.now.advanced(bySeconds: -3_600)
        )
    }
}
