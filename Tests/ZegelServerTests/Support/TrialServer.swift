// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import Logging
import NIOPosix
import Testing
import TransparencyLog
import ZegelCore
import ZegelStore
import ZegelTrust

@testable import ZegelServer

/// A whole server on a free port, with a PKI of its own and the policies of this package, at a moment that the test names.
struct TrialServer {
    static let organisations = [
        "aivd": "00000099000000001000", "om": "00000099000000002000", "ctivd": "00000099000000048000",
        "nctv": "00000099000000011000",
    ]
    static let server = "00000099000000099000"

    let folder: URL
    let port: String
    let moment: Instant
    let authority: TestAuthority
    /// Takes over what a test changes in the folder.
    let reloader: Reloader
    /// Fetches what is due, and says how that went.
    let service: ListeningService
    let assembly: ServerAssembly
    let time: TestTime
    /// The exchanges whose invariants had to be proved at the start.
    let proved: [String]
    /// The digest of the policy that decides now.
    let policyInForce: @Sendable () -> ContentDigest
    /// What the store executed.
    let statements: StatementTrace
    /// Those who sign, by organisation and profile: `aivd/seal`.
    let signers: [String: CAdESSigner]

    /// Starts a server, runs the test, stops the server; then the same once more, where there is more to test.
    ///
    /// - Parameters:
    ///   - time: The time that the server goes by; `nil` makes one that begins at the moment.
    ///   - looks: The time between two looks at the files; `nil` where the test says when to look.
    ///   - server: The number of the server.
    ///   - authority: Who issues all certificates; `nil` makes one.
    ///   - limits: Bounds that are others than in the file, of a server that takes over no change.
    ///   - prepare: Called with the folder and the authority before the server starts.
    static func run(
        at moment: Instant,
        time: TestTime? = nil,
        looks: Duration? = nil,
        as server: String = Self.server,
        by authority: TestAuthority? = nil,
        limits: [(WritableKeyPath<Limits, Int>, Int)] = [],
        prepare: (URL, TestAuthority) throws -> Void = { _, _ in },
        _ test: (TrialServer) async throws -> Void,
        afterRestart: ((TrialServer) async throws -> Void)? = nil
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zegel-trial-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let authority = try authority ?? TestAuthority(at: moment.advanced(bySeconds: -86_400))
        let signers = try Self.install(in: folder, by: authority, at: moment, as: server)
        try prepare(folder, authority)
        try await Self.serve(folder, authority, signers, at: moment, time, looks, limits, test)
        guard let afterRestart else { return }
        try await Self.serve(folder, authority, signers, at: moment, time, looks, limits, afterRestart)
    }

    private static func serve(
        _ folder: URL,
        _ authority: TestAuthority,
        _ signers: [String: CAdESSigner],
        at moment: Instant,
        _ given: TestTime?,
        _ looks: Duration?,
        _ limits: [(WritableKeyPath<Limits, Int>, Int)],
        _ test: (TrialServer) async throws -> Void
    ) async throws {
        let time = given ?? TestTime(moment)
        let clock: WallClock = { time.now }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        var configuration = try ServerConfiguration.load(folder.appending(path: "zegel.yaml").path)
        for (limit, value) in limits { configuration.limits[keyPath: limit] = value }
        let statements = StatementTrace()
        let assembly = try await ServerAssembly(
            configuration,
            logger: logger,
            clock: clock,
            tracing: { statements.add($0) },
            passed: { _ in }
        )
        defer { assembly.store.close() }
        let (ready, announce) = AsyncStream.makeStream(of: JSONValue.self)
        let service = try ListeningService(
            assembly: assembly,
            configuration: configuration,
            listen: "127.0.0.1:0",
            metrics: PrometheusMetrics(),
            group: MultiThreadedEventLoopGroup.singleton,
            logger: logger,
            clock: clock,
            looks: looks,
            ready: { announce.yield($0) }
        )
        try await withThrowingTaskGroup { group in
            group.addTask { try await service.run() }
            var lines = ready.makeAsyncIterator()
            let line = try #require(await lines.next())
            let port = try #require(line["url"]?.string?.split(separator: ":").last)
            let server = TrialServer(
                folder: folder,
                port: String(port),
                moment: moment,
                authority: authority,
                reloader: service.reloader,
                service: service,
                assembly: assembly,
                time: time,
                proved: assembly.proved,
                policyInForce: { assembly.policyInForce },
                statements: statements,
                signers: signers
            )
            // A cancelled service stops as one that is told to.
            defer { group.cancelAll() }
            try await test(server)
        }
    }

    /// Signs with a key of an organisation: `aivd/seal`, `aivd/release`.
    func sign(_ content: [UInt8], by key: String, attached: Bool = false, at moment: Instant) throws -> [UInt8] {
        let signer = try #require(self.signers[key])
        let seconds = moment.milliseconds / 1_000
        return attached
            ? try signer.sign(attached: content, at: seconds) : try signer.sign(detached: content, at: seconds)
    }

    // MARK: - Installing

    private static func install(
        in folder: URL,
        by authority: TestAuthority,
        at moment: Instant,
        as server: String
    ) throws -> [String: CAdESSigner] {
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let start = moment.advanced(bySeconds: -300)
        try write("zegel.yaml", Self.configuration)
        try write("ca.pem", authority.anchorsPEM)
        try write("ca.crl.pem", authority.listsPEM)
        try write("log.key", NoteSigner(name: try KeyName("zegel.example/trial")).secretText)
        try write("storage.key", Data(count: 32).base64EncodedString())
        var signers: [String: CAdESSigner] = [:]
        func issue(_ profile: CertificateProfile, _ name: String, _ oin: String) throws {
            let issued = try authority.issue(
                profile,
                organisation: name,
                oin: try #require(OIN(oin)),
                pseudonym: profile == .release ? "second" : nil,
                from: start
            )
            try write("\(name)-\(profile.rawValue).pem", issued.pem)
            try write("\(name)-\(profile.rawValue).key", issued.keyPEM)
            guard profile != .client, profile != .server else { return }
            signers["\(name)/\(profile.rawValue)"] = try CAdESSigner(
                certificate: issued.certificate,
                intermediates: [],
                key: SigningKey(pem: issued.keyPEM)
            )
        }
        for profile in [CertificateProfile.server, .client, .seal] { try issue(profile, "zegel", server) }
        // A key of its own for the tokens; its certificate is not used.
        try issue(.seal, "token", server)
        for (name, oin) in Self.organisations {
            for profile in [CertificateProfile.client, .seal, .release] { try issue(profile, name, oin) }
        }
        try FileManager.default.copyItem(at: Self.policies, to: folder.appending(path: "policies"))
        // Two thousand rows at each start of each test would take minutes; other tests go through them.
        try FileManager.default.removeItem(at: folder.appending(path: "policies/tests"))
        return signers
    }

    static var policies: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "policies")
    }

    private static var configuration: String {
        """
        zegel: "1"
        name: https://localhost:8443
        listen: 127.0.0.1:0
        admin: 127.0.0.1:0
        trial: true
        ceiling: { level: stg-zeer-geheim, authority: trial }
        data: data
        policies: policies
        tls: { certificate: zegel-server.pem, key: zegel-server.key, profile: ncsc-goed }
        trust: { anchors: [ca.pem], crls: [ca.crl.pem], grace: 24h }
        seal: { certificate: zegel-seal.pem, key: zegel-seal.key }
        log: { origin: zegel.example/trial, key: log.key }
        token: { key: token-seal.key, lifetime: 600s }
        storage: { key: storage.key }
        limits: { handshakeSeconds: 60 }

        """
    }
}
