// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import ZegelCore

/// What was proved of policies that were in force, each proof by the digest of all that it rests on.
extension ReadView {
    /// The proofs that are known.
    package func proofs() throws -> Set<ContentDigest> {
        Set(
            try Data.fetchAll(self.database, sql: "SELECT key FROM proof").compactMap {
                ContentDigest(bytes: Array($0))
            }
        )
    }
}

extension Transaction {
    /// Keeps proofs, so that a start need not make them again.
    package func keep(proofs: [ContentDigest]) throws {
        for proof in proofs {
            try self.execute("INSERT INTO proof (key) VALUES (?) ON CONFLICT DO NOTHING", [.blob(proof.bytes)])
        }
    }
}
