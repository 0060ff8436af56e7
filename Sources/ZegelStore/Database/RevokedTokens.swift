// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
package import ZegelCore
package import ZegelIdentity

extension Transaction {
    /// Makes it part of this commit that a token was taken back.
    package func revoke(_ token: RevokedToken) throws {
        try self.execute(
            "INSERT INTO revoked_token (issuer, id, organisation, expires) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [.text(token.issuer), .text(token.id), .text(token.organisation.description), .integer(token.expires)]
        )
    }

    /// Forgets the tokens that were revoked and whose time is over.
    ///
    /// - Parameter moment: Now.
    package func forgetRevokedTokens(before moment: Instant) throws {
        try self.execute("DELETE FROM revoked_token WHERE expires <= ?", [.integer(moment.milliseconds / 1_000)])
    }
}

extension ReadView {
    /// The tokens that were taken back.
    package func revokedTokens() throws -> [RevokedToken] {
        try Row.fetchAll(self.database, sql: "SELECT issuer, id, organisation, expires FROM revoked_token").map { row in
            guard let organisation = OIN(row["organisation"] as String) else { throw Problem(.storageDamaged) }
            return RevokedToken(
                issuer: row["issuer"],
                id: row["id"],
                organisation: organisation,
                expires: row["expires"]
            )
        }
    }
}
