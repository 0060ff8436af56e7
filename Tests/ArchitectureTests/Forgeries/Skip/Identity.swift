// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A token is bound to who is connected, not to what was presented.
//
// error: cannot convert value of type 'PresentedChain' to expected argument type 'ConnectionIdentity'

import ZegelIdentity
import ZegelTransport

#if FORGED
func peer(_ chain: PresentedChain, _ token: BearerToken, _ tokens: TokenService) async throws -> AuthenticatedPeer {
    try await tokens.verify(token, on: chain)
}
#else
func peer(
    _ identity: ConnectionIdentity,
    _ token: BearerToken,
    _ tokens: TokenService
) async throws -> AuthenticatedPeer {
    try await tokens.verify(token, on: identity)
}
#endif
