// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Logging
import NIOCore
import NIOPosix
import Synchronization
import Testing
import ZegelCore
import ZegelTransport
import ZegelTrust

/// A listener on a free port, with a PKI and a gate of its own.
struct TestServer {
    let authority: TestAuthority
    let oin: OIN
    let moment: Instant
    let listener: ServerListener
    let credentials: ServerCredentials
    let gate: TestGate
    let responder: TestResponder
    let client: IssuedCertificate
    let stranger: IssuedCertificate

    var port: Int { self.listener.address.port ?? 0 }

    static let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)

    /// Starts a server, runs the test, stops the server.
    static func run(
        _ changes: [(WritableKeyPath<Limits, Int>, Int)] = [],
        profile: TLSTerms.Profile = .ncscGoed,
        sendsAuthorities: Bool = false,
        _ test: (TestServer) async throws -> Void
    ) async throws {
        var limits = Limits()
        // A busy machine takes its time for a handshake.
        limits.handshakeSeconds = 60
        for (limit, value) in changes { limits[keyPath: limit] = value }
        let moment = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000) - 60_000)
        let authority = try TestAuthority(at: moment)
        let oin = try #require(OIN("00000099000000001000"))
        let server = try authority.issue(.server, organisation: "Server", oin: oin, from: moment)
        let client = try authority.issue(.client, organisation: "Client", oin: oin, from: moment)
        let stranger = try TestAuthority(at: moment, name: "Other")
            .issue(.client, organisation: "Stranger", oin: oin, from: moment)
        let credentials = try ServerCredentials(
            certificatePEM: Array((server.pem + authority.issuing.identity.pem).utf8),
            keyPEM: Array(server.keyPEM.utf8),
            terms: TLSTerms(
                profile: profile,
                authorities: sendsAuthorities
                    ? [authority.root.identity.certificate, authority.issuing.identity.certificate] : []
            )
        )
        let gate = TestGate(known: [ContentDigest(of: client.der)])
        let responder = TestResponder()
        let listener = try await ServerListener.bind(
            host: "127.0.0.1",
            port: 0,
            credentials: credentials,
            gate: gate,
            responder: responder,
            configuration: ListenerConfiguration(
                limits: limits,
                renderProblem: { problem, id in
                    Answer(
                        status: problem.status,
                        fields: [.contentType: "application/problem+json", .requestID: id],
                        body: problem.document.encoded
                    )
                },
                record: { record in responder.records.withLock { $0.append(record) } },
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            ),
            group: Self.group
        )
        let running = TestServer(
            authority: authority,
            oin: oin,
            moment: moment,
            listener: listener,
            credentials: credentials,
            gate: gate,
            responder: responder,
            client: client,
            stranger: stranger
        )
        do {
            try await test(running)
        } catch {
            await listener.close()
            throw error
        }
        await listener.close()
    }

    /// The files that curl and openssl need, in a folder that is removed afterwards.
    func withFiles<T>(_ body: (URL) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zegel-transport-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            "ca.pem": self.authority.anchorsPEM, "client.key": self.client.keyPEM,
            "client.pem": self.client.pem + self.authority.issuing.identity.pem,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try await body(folder)
    }
}

extension HTTPField.Name {
    static var requestID: HTTPField.Name { HTTPField.Name("x-request-id") ?? .eTag }
}
