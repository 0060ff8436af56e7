// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelIdentity
@testable import ZegelTransport

@Suite("A server of partners")
struct PartnerServerTests {
    private static func server(_ oin: String) throws -> PartnerServer {
        PartnerServer(
            oin: try #require(OIN(oin)),
            url: "https://zegel.om.example",
            log: "",
            serves: [try #require(OIN("00000099000000002000"))]
        )
    }

    private static func certificate(
        _ server: PartnerServer,
        at installation: TestInstallation
    ) throws
        -> IssuedCertificate
    {
        let moment = TestInstallation.start.advanced(bySeconds: -60)
        return try installation.authority.issue(.client, organisation: "Zegel", oin: server.oin, from: moment)
    }

    @Test("connects with its own certificate, and its token lets it relay and nothing else")
    func connects() async throws {
        let installation = try TestInstallation()
        let server = try Self.server("00000099000000099002")
        installation.servers.withLock { $0 = [server] }
        let chain = installation.chain(try Self.certificate(server, at: installation))
        let connection = try await installation.authenticator().authenticate(chain).get()
        #expect(connection.oin == server.oin)
        let tokens = try await installation.tokens()
        let grant = (name: "grant_type", value: "client_credentials")
        let issued = try await tokens.issue(form: [grant], to: connection)
        #expect(issued.scopes == [Scope(.relay)])
        let error = await #expect(throws: Problem.self) {
            try await tokens.issue(form: [grant, (name: "scope", value: "messages.send")], to: connection)
        }
        #expect(error?.code == "invalid_scope")
        let peer = try await tokens.verify(BearerToken(authorization: ["Bearer \(issued.text)"]), on: connection)
        #expect(peer.may(.relay))
        #expect(Scope.Name.allCases.filter { peer.may($0) } == [.relay])
        #expect(Scope.Name.allCases.flatMap { peer.mailboxes(for: $0) } == [])

        installation.servers.withLock { $0 = [] }
        let refusal = await #expect(throws: Problem.self) {
            try await tokens.verify(BearerToken(authorization: ["Bearer \(issued.text)"]), on: connection)
        }
        #expect(refusal?.code == "organisation.inactive")
        let gone = await #expect(throws: Problem.self) {
            try await installation.authenticator().authenticate(chain).get()
        }
        #expect(gone?.code == "organisation.unknown")
    }

    @Test("with a real number does not connect to an installation for trials")
    func numbers() async throws {
        let installation = try TestInstallation()
        let server = try Self.server("00000001003214345000")
        installation.servers.withLock { $0 = [server] }
        let chain = installation.chain(try Self.certificate(server, at: installation))
        let error = await #expect(throws: Problem.self) {
            try await installation.authenticator().authenticate(chain).get()
        }
        #expect(error?.code == "certificate.test-oin")
    }
}
