// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What a store executed, without the values.
final class StatementTrace: Sendable {
    private let statements = Mutex<[String]>([])

    func add(_ statement: String) { self.statements.withLock { $0.append(statement) } }

    /// What a question cost since the last time that this was asked: what it read, and the decisions that it left.
    ///
    /// How much the log writes for a commit depends on how long it is, which is everyone's to know who reads it.
    func take() -> [String] {
        let all = self.statements.withLock { statements in
            defer { statements = [] }
            return statements
        }
        let words = [
            "FROM message", "FROM delivery", "FROM decision", "_count", "list_version", "INTO decision", "turned_away",
        ]
        return all.filter { statement in words.contains { statement.contains($0) } }.sorted()
    }
}
