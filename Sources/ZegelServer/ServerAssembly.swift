// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import NIOCore
import NIOPosix
import X509
import ZegelClient
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelLog
import ZegelPolicy
import ZegelStore
import ZegelTransport
import ZegelTrust

/// The parts of a server, each made from what is installed and the parts above it.
struct ServerAssembly: Sendable {
    /// What was in force at the start.
    let installed: Installed
    /// The files it was read from, as they were just before.
    let stamps: FileStamps
    let context: ExchangeContext
    let authenticator: ConnectionAuthenticator
    let responder: Responder
    let renderer: AnswerRenderer
    let store: Store
    /// Fetches lists and keys.
    let fetcher: Fetcher
    /// Asks responders about certificates.
    let statuses: StatusFetcher
    /// The exchanges whose invariants had to be proved at the start.
    let proved: [String]
    private let tokens: TokenService

    init(
        _ configuration: ServerConfiguration,
        logger: Logger,
        clock: @escaping WallClock,
        tracing: (@Sendable (String) -> Void)? = nil,
        passed: @escaping @Sendable (SubmissionStage) -> Void
    ) async throws {
        let limits = OpenFiles.limits(configuration.limits, logger)
        try TrialRevocationList.renew(configuration, at: clock())
        let caller = try OutsideCaller(rootsPEM: try configuration.fetching.roots.map(TextFile.read))
        self.fetcher = Fetcher(caller, clock: clock, logger: logger)
        self.statuses = StatusFetcher(
            caller,
            keeping: StatusFiles(folder: "\(configuration.data)/fetched/status"),
            every: configuration.fetching.every,
            clock: clock,
            logger: logger
        )
        try await self.fetcher.prepare(configuration)
        self.statuses.prepare(by: try Installed.trust(configuration) { _ in })
        self.stamps = FileStamps(configuration.files)
        let installed = try await Installed(
            configuration,
            InstalledRules(configuration),
            asking: self.statuses,
            at: clock()
        )
        self.installed = installed
        let policy = PolicyInForce(installed.rules.inForce)
        let directory: @Sendable () -> OrganisationDirectory = { policy.engine.policy.organisations }
        let trust = TrustEvaluator(
            source: installed.trust,
            grace: configuration.grace,
            book: self.statuses.book,
            asker: self.statuses
        )
        self.tokens = TokenService(
            name: configuration.name,
            keys: installed.tokenKeys,
            lifetime: configuration.token.lifetime,
            directory: directory,
            clock: clock
        )
        self.store = try Store(
            folder: configuration.data,
            key: try configuration.storageKeyBytes(),
            log: LogKeeper(signer: installed.log, anchor: configuration.log.anchor),
            limits: limits,
            tracing: tracing
        ) { _ in
            logger.critical("the disk failed while syncing; what it holds is unknown, so the server stops")
            exit(10)
        }
        self.store.committer.setPolicyInForce(installed.rules.digest)
        self.store.routes.replace(with: policy.engine.policy.organisations.routes)
        self.proved = try await InvariantProofs.make(for: installed.rules, in: self.store, at: clock())
        try await Self.keep(installed, in: self.store, at: clock())
        for token in try await Self.revokedTokens(in: self.store) { self.tokens.revoke(token) }
        self.context = ExchangeContext(
            policy: policy,
            trust: trust,
            sealer: installed.sealer,
            evidence: installed.seal.evidence,
            store: self.store,
            withdrawals: try WithdrawalFolder(
                configuration.retention.withdrawn,
                key: try configuration.storageKeyBytes()
            ),
            bell: MailboxBell(),
            server: installed.server,
            limits: limits,
            clock: clock,
            time: ProvenTime(tolerance: configuration.timestamps.isEmpty ? nil : configuration.timestampTolerance),
            passed: passed
        )
        self.authenticator = ConnectionAuthenticator(
            trust: trust,
            directory: directory,
            serverOIN: installed.server,
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
            tokens: self.tokens,
            renderer: self.renderer,
            logger: logger,
            documents: PublishedDocuments(name: configuration.name)
        )
        try await Self.restoreWithdrawals(self.context, logger)
    }

    /// The policy that decides now.
    var policyInForce: ContentDigest { self.context.policy.engine.policy.digest }

    /// Puts in force what was read and judged: requests that run go on, and whom it refuses is cut off.
    ///
    /// What can fail comes first and changes nothing. A request that runs meanwhile may be decided by either policy: the committer hands
    /// back what the last one decided (DESIGN §3.6).
    func use(_ next: Installed, _ listener: ServerListener?, at moment: Instant) async throws(Problem) {
        try await Self.keep(next, in: self.store, at: moment)
        try listener?.renew(next.credentials)
        self.context.policy.replace(with: next.rules.inForce)
        self.store.committer.setPolicyInForce(next.rules.digest)
        self.store.routes.replace(with: self.context.policy.engine.policy.organisations.routes)
        self.context.trust.replace(with: next.trust)
        self.context.seal.replace(with: next.sealer, evidence: next.seal.evidence)
        self.tokens.use(next.tokenKeys)
        await listener?.judgeAgain()
        self.context.bell.ringAll()
    }

    // MARK: -

    /// Before anyone is answered.
    private static func restoreWithdrawals(_ context: ExchangeContext, _ logger: Logger) async throws {
        let outcome = try await RestoreWithdrawals(context, on: MultiThreadedEventLoopGroup.singleton.any())()
        guard !outcome.isEmpty else { return }
        logger.notice(
            "withdrawals that the store does not have were taken again",
            metadata: [
                "withdrawn": .stringConvertible(outcome.withdrawn),
                "withoutMessage": .stringConvertible(outcome.withoutMessage),
            ]
        )
    }

    /// Makes durable which policy and cases are in force and which keys are in use; what changed becomes an entry of the log.
    private static func keep(_ installed: Installed, in store: Store, at moment: Instant) async throws(Problem) {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let promise = loop.makePromise(of: Void.self)
        let (digest, files) = (installed.rules.digest, installed.rules.policyFiles.json.encoded)
        let cases = installed.rules.caseFiles.files.isEmpty ? nil : installed.rules.caseFiles.digest
        let keys = installed.keys.map { (job: $0.job, digest: ContentDigest(of: $0.key.subjectPublicKeyInfoBytes)) }
        store.committer.commit(
            { transaction in
                try transaction.keep(policy: digest, files: files, from: moment)
                try transaction.keep(cases: cases, from: moment)
                for key in keys { try transaction.keep(key: key.digest, for: key.job, from: moment) }
                try transaction.forgetRevokedTokens(before: moment)
            },
            answering: promise
        )
        do { try await promise.futureResult.get() } catch { throw Problem(any: error) }
    }

    private static func revokedTokens(in store: Store) async throws -> [RevokedToken] {
        try await store.read(on: MultiThreadedEventLoopGroup.singleton.any()) { try $0.revokedTokens() }.get()
    }
}
