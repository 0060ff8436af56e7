// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// An organisation that showed no certificate; the authenticator identifies whom it trusts.
//
// error: 'ConnectionIdentity' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelIdentity
import ZegelTransport

#if FORGED
func identity(_ organisation: Organisation, _ certificate: ContentDigest, _ end: Instant) -> ConnectionIdentity {
    ConnectionIdentity(
        oin: organisation.oin,
        organisation: organisation,
        certificate: certificate,
        validUntil: end,
        isResumed: false
    )
}
#else
func identity(_ chain: PresentedChain, _ authenticator: ConnectionAuthenticator) async -> ConnectionIdentity? {
    await authenticator.admit(chain)
}
#endif
