// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import TransparencyLog
package import ZegelCore

/// What is remembered outside the store of a message that was destroyed.
package struct ErasedMemory: Hashable, Sendable {
    /// What was stated about it.
    package let record: ErasureRecord
    /// By what its container is known when it comes again; `nil` where that was not kept.
    package let container: [UInt8]?

    /// Joins them.
    package init(record: ErasureRecord, container: [UInt8]?) {
        self.record = record
        self.container = container
    }
}

extension Store {
    /// Destroys again what a backup brought back, in a data folder that no process has open.
    ///
    /// The next start clears the disk and states it, as for every erasure that was begun.
    ///
    /// - Parameters:
    ///   - memories: What is remembered of each; what is not there is not taken again either.
    ///   - keeper: Signs the log.
    /// - Returns: How many were there.
    package static func eraseAgain(
        _ memories: [ErasedMemory],
        in folder: String,
        key: [UInt8],
        log keeper: any CheckpointKeeper,
        fileSystem: any FileSystem,
        at moment: Instant
    ) throws -> Int {
        guard !memories.isEmpty else { return 0 }
        guard let key = StorageKey(key) else { throw Problem(.configuration, "storage.key holds 32 bytes in base64.") }
        let data = try DataFolder(folder, fileSystem: fileSystem)
        defer { data.release() }
        let pool = try Connections.open("\(folder)/zegel.sqlite", vfs: nil)
        let (tree, newest) = try Self.openLog(pool, keeper)
        let head = LogHead(newest)
        let vault = Vault(
            key: key,
            folder: data,
            cursor: ListCursor(key),
            log: head,
            routes: RoutesInForce(),
            outboxBell: OutboxBell(),
            outboxAge: Limits().outboxAge,
            refusalsPerMinute: Limits().refusalsPerMinute,
            statementsPerMessage: Limits().statementsPerMessage
        )
        let log = GrowingLog(tree, head: head, keeper: keeper)
        var count = 0
        try pool.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                try log.begin(in: database)
                let transaction = Transaction(
                    database: database,
                    vault: vault,
                    hooks: Hooks(),
                    log: log,
                    evidence: EvidenceSets()
                )
                for memory in memories {
                    let record = memory.record
                    let isThere = try transaction.erase(record.message, stating: record.encoded, at: moment)
                    count += isThere ? 1 : 0
                    if let container = memory.container { try transaction.end(code: container) }
                }
                try log.end(in: database)
                return .commit
            }
        }
        log.committed()
        _ = try log.sign()
        try pool.close()
        return count
    }
}
