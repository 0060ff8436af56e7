// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import GRDB
package import ZegelCore

/// Containers that were here and are not taken again, whoever brings them.
///
/// Of each there is a code under the storage key and no digest: who has the data and not the key cannot confirm with it what a message said.
extension Schema {
    static let ended = """
        CREATE TABLE ended (
            container BLOB PRIMARY KEY CHECK (length(container) = 32),
            message INTEGER UNIQUE REFERENCES message (number)
        ) STRICT, WITHOUT ROWID;
        """
}

extension ReadView {
    /// Whether a container was here and came to its end.
    package func hasEnded(_ container: ContentDigest) throws -> Bool {
        let code = SQLValue.blob(self.vault.key.code(of: container))
        return try self.database.integers("SELECT 1 FROM ended WHERE container = ?", [code]) != nil
    }
}

extension Transaction {
    /// Notes that a container came to its end.
    ///
    /// - Parameter message: What it was; `nil` where that was lost.
    package func end(_ container: ContentDigest, of message: Int64? = nil) throws {
        try self.end(code: self.vault.key.code(of: container), of: message)
    }

    /// The same by what was remembered of it outside the store.
    func end(code: [UInt8], of message: Int64? = nil) throws {
        try self.execute(
            """
            INSERT INTO ended (container, message) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET message = coalesce(ended.message, excluded.message)
            """,
            [.blob(code), message.map { .integer($0) } ?? .null]
        )
    }
}

extension StorageKey {
    fileprivate func code(of container: ContentDigest) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: container.bytes, using: self.ended))
    }
}
