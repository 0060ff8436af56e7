// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import TransparencyLog
package import ZegelStore

extension LogAudit {
    /// Reads the logs from before a restore that a store keeps, and opens their entries, as it does the one that grows.
    ///
    /// - Returns: The checkpoint that each was held to, the oldest first.
    /// - Throws: `log.disagrees`, `log.fork`; what the store says.
    package static func earlier(in stored: StoredLog) async throws -> [VerifiedCheckpoint] {
        var checkpoints: [VerifiedCheckpoint] = []
        for earlier in try stored.earlier() {
            let log = stored.log(earlier)
            guard let note = try log.checkpoint() else { continue }
            let last = try SignedCheckpoint(parsing: note).verified(by: earlier.key)
            checkpoints.append(last)
            _ = try await LogAudit(CopiedLog(log, last), key: earlier.key)()
            _ = try log.openEntries()
        }
        return checkpoints
    }
}
