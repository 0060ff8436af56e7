// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a transaction needs beside the database: keys, the folder, the bounds.
struct Vault: Sendable {
    let key: StorageKey
    let folder: DataFolder
    let cursor: ListCursor
    let log: LogHead
    let routes: RoutesInForce
    let outboxBell: OutboxBell
    let outboxAge: Int
    let refusalsPerMinute: Int
    let statementsPerMessage: Int
}
