// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import Logging
import NIOCore
import NIOPosix
import TransparencyLog
import X509
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelLog
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelTransport
import ZegelTrust
import ZegelVerify

/// The parts of a server, each made from the configuration and the parts above it.
struct ServerAssembly: Sendable {
    let context: ExchangeContext
    let credentials: ServerCredentials
    let authenticator: ConnectionAuthenticator
    let responder: Responder
    let renderer: AnswerRenderer
    let store: Store

    init(
        _ configuration: ServerConfiguration,
        logger: Logger,
        clock: @escaping WallClock,
        passed: @escaping @Sendable (SubmissionStage) -> Void
    ) async throws {
        let limits = Limits()
        try TrialRevocationList.renew(configuration, at: clock())
        let source = try PolicySource.read(folder: configuration.policies)
        let policy = PolicyInForce(
            PolicyEngine(policy: try Self.policy(source), ceiling: configuration.ceiling)
        )
        let trust = TrustEvaluator(
            source: try TrustSource(
                files: configuration.anchors.map { AnchorFile(pem: try TextFile.read($0.path), terms: $0.terms) },
                crlsPEM: configuration.lists.map { try TextFile.read($0) }
            ),
            grace: configuration.grace
        )
        self.credentials = try ServerCredentials(
            certificatePEM: Array(try TextFile.read(configuration.tls.certificate).utf8),
            keyPEM: Array(try TextFile.read(configuration.tls.key).utf8)
        )
        let (sealer, server, evidence) = try await Self.sealer(configuration, trust, clock())
        let tokenKey = try TextFile.read(configuration.token.key)
        try Self.oneJobPerKey([
            self.credentials.certificate.publicKey, sealer.certificate.publicKey, try Self.publicKey(tokenKey),
        ])
        let directory: @Sendable () -> OrganisationDirectory = { policy.engine.policy.organisations }
        let tokens = TokenService(
            name: configuration.name,
            keys: try await TokenKeys(configuration.token),
            lifetime: configuration.token.lifetime,
            directory: directory,
            clock: clock
        )
        let keeper = LogKeeper(signer: try configuration.logSigner(), anchor: configuration.log.anchor)
        self.store = try Store(
            folder: configuration.data,
            key: try configuration.storageKeyBytes(),
            log: keeper,
            limits: limits
        ) { _ in
            logger.critical("the disk failed while syncing; what it holds is unknown, so the server stops")
            exit(10)
        }
        self.store.committer.setPolicyInForce(policy.engine.policy.digest)
        try await Self.keep(
            source,
            keys: [
                ("tls", Self.digest(self.credentials.certificate.publicKey)),
                ("seal", Self.digest(sealer.certificate.publicKey)),
                ("token", Self.digest(try Self.publicKey(tokenKey))),
                ("log", ContentDigest(of: keeper.verifier.key)),
            ],
            in: self.store,
            at: clock()
        )
        for token in try await Self.revokedTokens(in: self.store) { tokens.revoke(token) }
        self.context = ExchangeContext(
            policy: policy,
            trust: trust,
            sealer: Sealer(signer: sealer, server: server, logOrigin: configuration.log.origin),
            evidence: evidence,
            store: self.store,
            bell: MailboxBell(),
            server: server,
            limits: limits,
            clock: clock,
            passed: passed
        )
        self.authenticator = ConnectionAuthenticator(
            trust: trust,
            directory: directory,
            serverOIN: server,
            clock: clock
        ) { problem in
            logger.notice(
                "connection refused",
                metadata: ["code": .string(problem.code), "reason": .string(problem.detail)]
            )
        }
        self.renderer = AnswerRenderer(isTrial: configuration.isTrial, clock: clock)
        self.responder = Responder(
            context: self.context,
            tokens: tokens,
            renderer: self.renderer,
            logger: logger,
            documents: PublishedDocuments(name: configuration.name)
        )
    }

    // MARK: -

    private static func policy(_ source: PolicySource) throws(Problem) -> PolicySet {
        do { return try PolicySet(source) } catch {
            throw Problem(
                .configuration,
                error.description,
                items: error.faults.map {
                    .init(code: "policy.invalid", location: "\($0.file):\($0.line)", detail: $0.message)
                }
            )
        }
    }

    /// The server's own seal, judged like anyone's; its evidence goes into each dossier.
    private static func sealer(
        _ configuration: ServerConfiguration,
        _ trust: TrustEvaluator,
        _ now: Instant
    ) async throws -> (CAdESSigner, OIN, [TrustedCertificate.Evidence]) {
        let chain = try PEMFile.certificates(in: try TextFile.read(configuration.seal.certificate))
        guard let leaf = chain.first else {
            throw Problem(.configuration, "\(configuration.seal.certificate) holds no certificate.")
        }
        switch await trust.judge(leaf: leaf, intermediates: Array(chain.dropFirst()), profile: .seal, at: now) {
        case .trusted(let certificate):
            let signer = try CAdESSigner(
                certificate: leaf,
                intermediates: Array(chain.dropFirst()),
                key: SigningKey(pem: try TextFile.read(configuration.seal.key))
            )
            return (signer, certificate.oin, certificate.evidence)
        case .refused(let error), .undecided(let error):
            throw Problem(.configuration, "The seal certificate cannot be used: \(error.detail)")
        }
    }

    /// A public key seen in two jobs is refused at start (DESIGN §5).
    private static func oneJobPerKey(_ keys: [Certificate.PublicKey]) throws(Problem) {
        guard Set(keys).count == keys.count else {
            throw Problem(
                .configuration,
                "Two of the keys for TLS, seals and tokens are the same; every key has one job."
            )
        }
    }

    private static func digest(_ key: Certificate.PublicKey) -> ContentDigest {
        ContentDigest(of: Array(key.subjectPublicKeyInfoBytes))
    }

    private static func publicKey(_ pem: String) throws(Problem) -> Certificate.PublicKey {
        guard let key = try? Certificate.PrivateKey(pemEncoded: pem) else {
            throw Problem(.configuration, "The key for tokens cannot be read: it is PKCS#8 in PEM.")
        }
        return key.publicKey
    }

    /// Makes durable which policy is in force and which keys are in use; what changed becomes an entry of the log.
    private static func keep(
        _ source: PolicySource,
        keys: [(job: String, digest: ContentDigest)],
        in store: Store,
        at moment: Instant
    ) async throws {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let promise = loop.makePromise(of: Void.self)
        let (digest, files) = (source.digest, source.json.encoded)
        store.committer.commit(
            { transaction in
                try transaction.keep(policy: digest, files: files, from: moment)
                for key in keys { try transaction.keep(key: key.digest, for: key.job, from: moment) }
                try transaction.forgetRevokedTokens(before: moment)
            },
            answering: promise
        )
        try await promise.futureResult.get()
    }

    private static func revokedTokens(in store: Store) async throws -> [RevokedToken] {
        try await store.read(on: MultiThreadedEventLoopGroup.singleton.any()) { try $0.revokedTokens() }.get()
    }
}
