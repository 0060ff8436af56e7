// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import GRDB
package import NIOCore
import Synchronization
import TransparencyLog
package import ZegelCore

/// What was sealed, durable: one SQLite database and the files of large contents, in a folder that one process owns.
package final class Store: Sendable {
    /// The one writer.
    package let committer: Committer
    /// The newest checkpoint of the log.
    package let log: LogHead
    /// Whose post goes to which other server.
    package let routes = RoutesInForce()
    /// Rings where something is to be pushed.
    package let outboxBell = OutboxBell()
    /// Whether the disk has room for new messages.
    package var room: DiskSpace { self.vault.folder.room }
    let pool: DatabasePool
    let checkpointer: Checkpointer
    let vault: Vault
    /// Whether the search for files that nobody owns may ask the database; held while it does.
    let isSearchable = Mutex(true)
    let workers = DispatchQueue(label: "zegel.store", attributes: .concurrent)
    /// Blocking work at a time: more would only make the disk seek.
    private let places = DispatchSemaphore(value: 8)

    /// Opens the store, or makes it where the folder is empty.
    ///
    /// - Parameters:
    ///   - folder: The data folder.
    ///   - key: 32 bytes, kept outside the folder.
    ///   - keeper: Signs the log, and knows what was signed before.
    ///   - limits: The bounds.
    ///   - fileSystem: Where files go.
    ///   - vfs: The name of an SQLite VFS, for tests that count or fail its calls.
    ///   - tracing: Told every statement of SQL as it is executed, without its values; for tests that compare what two questions cost.
    ///   - onFatal: Called where the disk failed in a commit and nobody knows what it holds; the process should end.
    /// - Throws: ``Problem``: `store.locked`, `configuration.invalid`, `server.storage`, `log.disagrees`; or what the system says.
    package init(
        folder: String,
        key: [UInt8],
        log keeper: any CheckpointKeeper,
        limits: Limits = .init(),
        fileSystem: any FileSystem = SystemFileSystem(),
        vfs: String? = nil,
        tracing: (@Sendable (String) -> Void)? = nil,
        onFatal: @escaping @Sendable (any Error) -> Void
    ) throws {
        guard let key = StorageKey(key) else { throw Problem(.configuration, "storage.key holds 32 bytes in base64.") }
        let data = try DataFolder(folder, fileSystem: fileSystem, reserve: limits.diskReserve)
        self.pool = try Connections.open("\(folder)/zegel.sqlite", vfs: vfs, tracing: tracing)
        let (tree, newest) = try Self.openLog(self.pool, keeper)
        self.log = LogHead(newest)
        self.vault = Vault(
            key: key,
            folder: data,
            cursor: ListCursor(key),
            log: self.log,
            routes: self.routes,
            outboxBell: self.outboxBell,
            outboxAge: limits.outboxAge,
            refusalsPerMinute: limits.refusalsPerMinute,
            statementsPerMessage: limits.statementsPerMessage
        )
        // The committer takes none that is earlier than the one before, so that the newest is the last that is not erased; no index is needed to find it.
        let last = try self.pool.read {
            try Int64.fetchOne(
                $0,
                sql: "SELECT received_at FROM message WHERE received_at IS NOT NULL ORDER BY number DESC LIMIT 1"
            )
        }
        self.checkpointer = Checkpointer(
            pool: self.pool,
            connection: try Connections.checkpointing("\(folder)/zegel.sqlite", vfs: vfs)
        )
        self.committer = Committer(
            pool: self.pool,
            vault: self.vault,
            log: GrowingLog(tree, head: self.log, keeper: keeper),
            checkpointer: self.checkpointer,
            lastCommitted: Instant(milliseconds: last ?? 0),
            capacity: limits.committerQueue,
            onFatal: onFatal
        )
        try self.removeBrokenUploads()
        try self.removeOrphans()
    }

    /// Does what waits and closes; nothing may be asked afterwards.
    package func close() {
        self.committer.stop()
        self.checkpointer.stop()
        // A connection that is in use would be taken away from under the search.
        self.isSearchable.withLock { $0 = false }
        try? self.pool.close()
        self.vault.folder.release()
    }

    /// Reads a consistent state of the database, off the event loop.
    package func read<Value: Sendable>(
        on eventLoop: any EventLoop,
        _ body: @escaping @Sendable (borrowing ReadView) throws -> Value
    ) -> EventLoopFuture<Value> {
        let promise = eventLoop.makePromise(of: Value.self)
        let vault = self.vault
        self.pool.asyncRead { result in
            promise.completeWith(
                Result { try body(ReadView(database: result.get(), vault: vault)) }
                    .mapError { $0 is DatabaseError ? Problem(.storage) : $0 }
            )
        }
        return promise.futureResult
    }

    /// Does blocking work on the store's own threads.
    ///
    /// - Returns: A future that fails with `server.storage` for what is no ``Problem``: that came from the disk.
    package func perform<Value: Sendable>(
        on eventLoop: any EventLoop,
        _ blocking: @escaping @Sendable () throws -> Value
    ) -> EventLoopFuture<Value> {
        let promise = eventLoop.makePromise(of: Value.self)
        self.workers.async {
            self.places.wait()
            defer { self.places.signal() }
            promise.completeWith(
                Result { try blocking() }.mapError { error in
                    if error is SyncFailure { self.committer.stop(after: error) }
                    return error as? Problem ?? Problem(.storage)
                }
            )
        }
        return promise.futureResult
    }

    /// A temporary file for a large container; it blocks.
    package func makeSpool() throws -> Spool { try Spool(in: self.vault.folder) }

    /// Removes the file of a container that became no message; it blocks.
    ///
    /// After a commit of which nobody knows the outcome the file stays: the next start knows whether a message owns it.
    package func discard(_ spool: Spool) {
        if !self.committer.isUnknown { spool.discard() }
    }

    /// What was written to a file; it blocks.
    package func content(of spooled: SpooledContent) throws -> ContentReader {
        let file = try self.vault.folder.fileSystem.open(self.vault.folder.contentPath(spooled.name))
        return ContentReader(size: spooled.size, cipher: SegmentCipher(messageKey: spooled.key)) {
            try file.read($0, at: $1)
        }
    }

    /// The content of a message; it blocks.
    package func content(of message: StoredMessage) throws -> ContentReader {
        let cipher = SegmentCipher(messageKey: message.key)
        if let name = message.contentFile {
            let file = try self.vault.folder.fileSystem.open(self.vault.folder.contentPath(name))
            return ContentReader(size: message.size, cipher: cipher) { try file.read($0, at: $1) }
        }
        let number = message.number
        let row = try self.pool.read { database in
            try Row.fetchOne(database, sql: "SELECT content, state FROM message WHERE number = ?", arguments: [number])
        }
        if row?["state"] == MessageState.erased.rawValue { throw Problem(.erased) }
        guard let sealed = row?["content"] as Data? else {
            throw Problem(.storageDamaged, "A stored content is missing.")
        }
        return ContentReader(size: message.size, cipher: cipher) { count, offset in
            Array(sealed.dropFirst(offset).prefix(count))
        }
    }

    /// Takes the log up where it ended, once it was compared with what was promised of it.
    ///
    /// A commit whose checkpoint was never signed gave no answer; it is signed now.
    static func openLog(
        _ pool: DatabasePool,
        _ keeper: any CheckpointKeeper
    ) throws -> (GrowingTree, SignedCheckpoint) {
        let (tree, commits) = try pool.read { database in
            let tree = try GrowingTree(size: LogTable.size(database)) { try LogTable.tile($0, database) }
            return (tree, try LogTable.lastCommits(2, database))
        }
        let found = FoundLog(
            size: tree.size,
            root: tree.root,
            commits: commits.map { .init(size: $0.size, root: $0.root) },
            earlierRoot: { size in
                try pool.read { database in try TreeHash.root(of: size) { try LogTable.tile($0, database) } }
            }
        )
        let promised = try keeper.check(found)
        // Stored before anything else is signed, so that the anchor may forget it.
        if let promised { try pool.write { try LogTable.store(promised, in: $0) } }
        if let promised, promised.checkpoint.size == tree.size { return (tree, promised) }
        return (tree, try keeper.sign(size: tree.size, root: tree.root))
    }
}
