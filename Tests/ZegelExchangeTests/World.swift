// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import NIOPosix
import Synchronization
import Testing
import TransparencyLog
import ZegelCore
import ZegelLog
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelTrust
import ZegelVerify

@testable import ZegelExchange
@testable import ZegelIdentity

/// The use cases on a store of their own, with a clock that a test moves.
final class World: Sendable {
    let folder: String
    let context: ExchangeContext
    let clock: Clock
    let parties: Parties
    /// What the store could not go on after.
    let fatal: Fatal
    /// Reads the whole log again after each checkpoint, whatever a test does.
    let auditor: Auditor
    let eventLoop = MultiThreadedEventLoopGroup.singleton.any()
    /// The key of this log.
    let log: NoteSigner
    /// The key of every log here that is not said to have another.
    static let log = Result { NoteSigner(name: try KeyName("zegel.example/trial")) }

    /// A clock that stands still until it is moved.
    final class Clock: Sendable {
        private let moment: Mutex<Instant>

        init(_ moment: Instant) { self.moment = Mutex(moment) }

        var now: Instant { self.moment.withLock { $0 } }

        func pass(seconds: Int64) { self.moment.withLock { $0 = $0.advanced(bySeconds: seconds) } }
    }

    /// Counts how often the store said that it cannot go on.
    final class Fatal: Sendable {
        private let number = Mutex(0)

        var count: Int { self.number.withLock { $0 } }

        func add() { self.number.withLock { $0 += 1 } }
    }

    /// Opens, or opens again, a store in a folder.
    init(
        in folder: String,
        limits: Limits = .init(),
        fileSystem: any FileSystem = SystemFileSystem(),
        anchorOn anchorSystem: any FileSystem = SystemFileSystem(),
        vfs: String? = nil,
        trust: TrustEvaluator? = nil,
        cases: CaseBook = .empty,
        log: NoteSigner? = nil,
        server: Parties.Party? = nil,
        policy: PolicySet? = nil,
        withdrawn: String? = nil,
        withdrawnOn withdrawnSystem: any FileSystem = SystemFileSystem(),
        passed: @escaping @Sendable (SubmissionStage) -> Void = { _ in }
    ) throws {
        let parties = try Parties.shared.get()
        let (server, policy) = (server ?? parties.server, policy ?? parties.policy)
        let fatal = Fatal()
        let log = try log ?? Self.log.get()
        let auditor = Self.auditor(of: folder, log)
        let store = try Store(
            folder: folder,
            key: [UInt8](repeating: 7, count: 32),
            log: LogKeeper(
                signer: log,
                anchor: "\(folder)/checkpoint.anchor",
                fileSystem: AuditedAnchor(anchorSystem, auditor)
            ),
            limits: limits,
            fileSystem: fileSystem,
            vfs: vfs
        ) { _ in fatal.add() }
        store.committer.setPolicyInForce(policy.digest)
        self.folder = folder
        self.log = log
        self.parties = parties
        self.fatal = fatal
        self.auditor = auditor
        let clock = Clock(Parties.now)
        self.clock = clock
        self.context = ExchangeContext(
            policy: PolicyInForce(
                Rules(engine: PolicyEngine(policy: policy, ceiling: .stgZeerGeheim), cases: cases)
            ),
            trust: try trust ?? TrustEvaluator(source: parties.authority.source(), grace: 86_400),
            sealer: Sealer(signer: server.seal, server: server.oin, logOrigin: "\(log.verifier.name)"),
            evidence: [],
            store: store,
            withdrawals: try WithdrawalFolder(
                withdrawn ?? "\(folder)/withdrawn",
                key: [UInt8](repeating: 7, count: 32),
                fileSystem: withdrawnSystem
            ),
            bell: MailboxBell(),
            server: server.oin,
            limits: limits,
            clock: { clock.now },
            passed: passed
        )
    }

    /// Runs a test in a world, and tidies up behind it.
    static func run(
        limits: Limits = .init(),
        cases: CaseBook = .empty,
        _ body: (World) async throws -> Void
    ) async throws {
        try await Self.withFolder { folder in
            let world = try World(in: folder, limits: limits, cases: cases)
            defer { world.context.store.close() }
            try await body(world)
            try await world.audit()
        }
    }

    private static func auditor(of folder: String, _ log: NoteSigner) -> Auditor {
        Auditor.of(folder, key: "\(log.verifier)") { try Self.entries(in: folder) }
    }

    /// Does something in a transaction of its own.
    func commit<Value: Sendable>(
        _ work: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        let promise = self.eventLoop.makePromise(of: Value.self)
        self.context.store.committer.commit(work, answering: promise)
        return try await promise.futureResult.get()
    }

    /// Copies the folder as a process that was killed now leaves it; the copy is held to all that was promised until now.
    func copy(to folder: String) throws {
        try FileManager.default.copyItem(atPath: self.folder, toPath: folder)
        self.auditor.hold(Self.auditor(of: folder, self.log))
    }

    deinit {
        // Nobody asks any more, where a test opened the world by itself.
        do { try self.auditor.expectNothing() } catch { Issue.record(error) }
    }

    /// The entries as they stand in the store, without opening a single one.
    private static func entries(in folder: String) throws -> [[UInt8]] {
        let stored = try StoredLog(folder: folder, key: [UInt8](repeating: 7, count: 32))
        let size = try stored.size()
        return try stride(from: 0, to: size, by: 256).flatMap { begin in
            let width = Int(min(256, size - begin))
            let bytes = try stored.entries(EntryBundleID(index: begin / 256, width: width))
            return (0..<width).map { Array(bytes[($0 * 34 + 2)..<($0 * 34 + 34)]) }
        }
    }

    /// Reads the whole log from outside and computes everything again; each entry has to commit to what is stored of its act.
    ///
    /// - Parameter erased: How many entries nothing opens any more.
    func audit(erased: Int = 0) async throws {
        try self.auditor.expectNothing()
        let key = self.log.verifier
        let stored = try StoredLog(folder: self.folder, key: [UInt8](repeating: 7, count: 32))
        let log = LocalLog(stored, anchor: "\(self.folder)/checkpoint.anchor", key: key)
        let outcome = try await LogAudit(log, key: key)()
        let opened = try stored.openEntries()
        guard try outcome.checkpoint.checkpoint.size <= stored.size(), try UInt64(opened + erased) == stored.size()
        else { throw Missing() }
    }

    static func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "exchange-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }
}
