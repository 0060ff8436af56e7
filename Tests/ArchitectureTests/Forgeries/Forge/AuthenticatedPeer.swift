// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A peer with every scope and no token; the token service makes one from a token that holds.
//
// error: 'AuthenticatedPeer' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelIdentity

#if FORGED
func peer(_ connection: ConnectionIdentity, _ scopes: Set<Scope>) -> AuthenticatedPeer {
    AuthenticatedPeer(
        connection: connection,
        organisation: connection.organisation,
        scopes: scopes,
        tokenID: "0"
    )
}
#else
func peer(
    _ connection: ConnectionIdentity,
    _ token: BearerToken,
    _ tokens: TokenService
) async throws -> AuthenticatedPeer {
    try await tokens.verify(token, on: connection)
}
#endif
