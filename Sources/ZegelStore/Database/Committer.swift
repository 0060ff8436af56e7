// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import GRDB
package import NIOCore
import Synchronization
package import ZegelCore

/// Why a job was not done.
package enum CommitError: Error, Hashable {
    /// The message came before the last one committed, its policy is no longer in force, or what it was decided on has changed: decide and
    /// seal it again.
    case stale
}

/// The one writer: takes all jobs that wait, does each under a savepoint, commits once, signs once, then answers all (group commit).
///
/// A batch forms by itself while the last one is being synced; there is no timer. A promise is completed only after the COMMIT of its
/// batch returned, which with `synchronous = FULL` is after the fsync of the WAL, and after the checkpoint of the log behind it was
/// signed and is durable in the anchor.
package final class Committer: Sendable {
    /// Completes a promise, with proofs from the log as the batch left it.
    private typealias Answer = @Sendable (LoggedBatch) -> Void

    private struct Job {
        let receivedAt: Instant?
        let policy: ContentDigest?
        let eventLoop: any EventLoop
        let work: @Sendable (borrowing Transaction) throws -> Answer
        let fail: @Sendable (any Error) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var policyInForce: ContentDigest?
        var lastCommitted: Instant
        var isStopped = false
        var isUnknown = false
    }

    private let state: Mutex<State>
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchGroup()
    private let pool: DatabasePool
    private let vault: Vault
    /// Used on the committer's thread only.
    private nonisolated(unsafe) let log: GrowingLog
    /// The same.
    private nonisolated(unsafe) let evidence = EvidenceSets()
    private let checkpointer: Checkpointer
    private let capacity: Int
    private let onFatal: @Sendable (any Error) -> Void

    init(
        pool: DatabasePool,
        vault: Vault,
        log: GrowingLog,
        checkpointer: Checkpointer,
        lastCommitted: Instant,
        capacity: Int,
        onFatal: @escaping @Sendable (any Error) -> Void
    ) {
        self.state = Mutex(State(lastCommitted: lastCommitted))
        self.pool = pool
        self.vault = vault
        unsafe self.log = log
        self.checkpointer = checkpointer
        self.capacity = capacity
        self.onFatal = onFatal
        self.ended.enter()
        let thread = Thread { self.run() }
        thread.name = "committer"
        thread.start()
    }

    /// The `receivedAt` of the last message committed; a seal made now must not be earlier.
    package var lastCommitted: Instant { self.state.withLock { $0.lastCommitted } }

    /// Whether a commit failed in such a way that nobody knows what the disk holds; the next start finds out.
    var isUnknown: Bool { self.state.withLock { $0.isUnknown } }

    /// Says which policy a message must have been decided under.
    package func setPolicyInForce(_ digest: ContentDigest) { self.state.withLock { $0.policyInForce = digest } }

    /// Queues a job; its promise is completed on its own event loop after the commit, or fails.
    ///
    /// - Parameters:
    ///   - work: What to write; it runs on the committer's thread under a savepoint of its own.
    ///   - receivedAt: For a message: its time, by which a batch is ordered.
    ///   - policy: For a message: the policy that decided.
    ///   - promise: Fails with `server.busy` at once where too many wait, with ``CommitError/stale``, with what `work` threw, and with
    ///     `server.storage` where the commit failed.
    package func commit<Value: Sendable>(
        _ work: @escaping @Sendable (borrowing Transaction) throws -> Value,
        receivedAt: Instant? = nil,
        policy: ContentDigest? = nil,
        answering promise: EventLoopPromise<Value>
    ) {
        self.commit(work, receivedAt: receivedAt, policy: policy, proving: { value, _ in value }, answering: promise)
    }

    /// Queues a job whose answer holds a proof from the log, which only the batch as a whole gives.
    ///
    /// - Parameter prove: Adds the proof to what `work` gave; it runs on the event loop of the promise.
    package func commit<Work: Sendable, Value: Sendable>(
        _ work: @escaping @Sendable (borrowing Transaction) throws -> Work,
        receivedAt: Instant? = nil,
        policy: ContentDigest? = nil,
        proving prove: @escaping @Sendable (Work, LoggedBatch) throws -> Value,
        answering promise: EventLoopPromise<Value>
    ) {
        let job = Job(
            receivedAt: receivedAt,
            policy: policy,
            eventLoop: promise.futureResult.eventLoop,
            work: { transaction in
                let value = try work(transaction)
                return { batch in promise.completeWith(Result { try prove(value, batch) }) }
            },
            fail: { promise.fail($0) }
        )
        let refusal: Problem? = self.state.withLock { state in
            if state.isStopped { return Problem(.stopping) }
            if state.waiting.count >= self.capacity { return Problem(.busy) }
            state.waiting.append(job)
            return nil
        }
        if let refusal { promise.fail(refusal) } else { self.wake.signal() }
    }

    /// Does what waits, then ends; blocks until it has.
    func stop() {
        self.state.withLock { $0.isStopped = true }
        self.wake.signal()
        self.ended.wait()
    }

    /// Takes nothing more, for the disk failed while another file was synced; what waits is told so.
    func stop(after error: any Error) {
        self.failed([], isUnknown: true, error)
        self.wake.signal()
    }

    // MARK: - On the committer's thread

    private func run() {
        while true {
            self.wake.wait()
            let (jobs, isStopped) = self.state.withLock { state in
                defer { state.waiting = [] }
                return (state.waiting, state.isStopped)
            }
            if !jobs.isEmpty {
                self.checkpointer.batchBegins()
                self.commit(jobs)
                if !self.isUnknown { self.checkpointer.batchEnded { self.stop(after: $0) } }
            }
            if isStopped || self.isUnknown { break }
        }
        self.ended.leave()
    }

    private func commit(_ jobs: [Job]) {
        // Stable: jobs without a time keep their place behind those that have one.
        let ordered = jobs.enumerated().sorted { left, right in
            let (first, second) = (left.element.receivedAt, right.element.receivedAt)
            if first == second { return left.offset < right.offset }
            guard let first, let second else { return first != nil }
            return first < second
        }
        .map(\.element)
        var answers: [(any EventLoop, Answer)] = []
        let hooks = Hooks()
        let log = unsafe self.log
        do {
            var last = self.lastCommitted
            let inForce = self.state.withLock { $0.policyInForce }
            try self.pool.writeWithoutTransaction { database in
                try database.beginTransaction(.immediate)
                do {
                    try log.begin(in: database)
                    for job in ordered {
                        answers.append((job.eventLoop, try self.attempt(job, database, &last, inForce, hooks)))
                    }
                    try log.end(in: database)
                    try database.commit()
                } catch {
                    try? database.rollback()
                    log.rolledBack()
                    // Of a sync that failed nobody knows whether it is undone.
                    if !Self.isUnknown(error) { hooks.undo() }
                    throw error
                }
            }
            self.state.withLock { [last] state in state.lastCommitted = last }
            log.committed()
            for action in hooks.committed { action() }
        } catch {
            self.failed(ordered, isUnknown: Self.isUnknown(error), error)
            return
        }
        // What is committed and not signed is promised to nobody; the next start signs it.
        let batch: LoggedBatch
        do { batch = try log.sign() } catch {
            self.failed(ordered, isUnknown: true, error)
            return
        }
        for action in hooks.signed { action() }
        for (_, group) in Dictionary(grouping: answers, by: { ObjectIdentifier($0.0) }) {
            group[0].0.execute { for (_, answer) in group { answer(batch) } }
        }
    }

    private static func isUnknown(_ error: any Error) -> Bool {
        (error as? DatabaseError)?.resultCode == .SQLITE_IOERR
    }

    /// Does one job under its savepoint; what it throws rolls back that savepoint alone.
    ///
    /// - Throws: What the database said where it rolled back the whole transaction, as it does when the disk is full or fails: then
    ///   nothing of the batch is left, and a further job would commit by itself.
    private func attempt(
        _ job: Job,
        _ database: Database,
        _ last: inout Instant,
        _ inForce: ContentDigest?,
        _ hooks: Hooks
    ) throws -> Answer {
        let isEarly = job.receivedAt.map { $0 < last } ?? false
        let isOverruled = job.policy.map { policy in inForce.map { $0 != policy } ?? false } ?? false
        guard !isEarly, !isOverruled else { return { _ in job.fail(CommitError.stale) } }
        let mine = Hooks()
        let log = unsafe self.log
        let mark = log.mark
        var answer: Answer?
        do {
            try database.run("SAVEPOINT job")
            answer = try job.work(
                unsafe Transaction(
                    database: database,
                    vault: self.vault,
                    hooks: mine,
                    log: log,
                    evidence: self.evidence
                )
            )
            try database.run("RELEASE job")
        } catch {
            guard database.isInsideTransaction else {
                hooks.add(mine)
                throw error
            }
            do {
                try database.run("ROLLBACK TO job")
                try database.run("RELEASE job")
            } catch {
                hooks.add(mine)
                throw error
            }
            log.goBack(to: mark)
            mine.undo()
            return { _ in job.fail(error is CommitError ? error : error as? Problem ?? Problem(.storage)) }
        }
        if let receivedAt = job.receivedAt { last = max(last, receivedAt) }
        hooks.add(mine)
        return answer ?? { _ in job.fail(Problem(.internalError)) }
    }

    /// Tells everyone that nothing of the batch counts.
    ///
    /// - Parameter isUnknown: Whether the disk failed while syncing, so that nobody knows what it holds, or the anchor of the log could not
    ///   be written: stop, do not guess.
    private func failed(_ jobs: [Job], isUnknown: Bool, _ error: any Error) {
        let (waiting, isFirst) = self.state.withLock { state -> ([Job], Bool) in
            guard isUnknown else { return ([], false) }
            defer { (state.waiting, state.isStopped, state.isUnknown) = ([], true, true) }
            return (state.waiting, !state.isUnknown)
        }
        for job in jobs + waiting { job.eventLoop.execute { job.fail(Problem(.storage)) } }
        if isFirst { self.onFatal(error) }
    }
}

/// What is to be done after a commit that succeeded, or was undone; used on the committer's thread only.
final class Hooks {
    /// Before the checkpoint is signed.
    var committed: [() -> Void] = []
    /// Once the checkpoint is durable.
    var signed: [() -> Void] = []
    /// Where nothing of it is left.
    var undone: [() -> Void] = []

    func undo() { for action in self.undone { action() } }

    func add(_ other: Hooks) {
        self.committed += other.committed
        self.signed += other.signed
        self.undone += other.undone
    }
}
