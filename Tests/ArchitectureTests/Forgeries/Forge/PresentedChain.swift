// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A chain that no client proved to hold the key of; the gate is given one by a finished handshake.
//
// error: 'PresentedChain' initializer is inaccessible due to 'internal' protection level

import X509
import ZegelCore
import ZegelTransport

#if FORGED
func presented(_ leaf: Certificate, _ der: [UInt8]) -> PresentedChain {
    PresentedChain(leaf: leaf, leafDER: der, thumbprint: ContentDigest(of: der), intermediates: [], isResumed: false)
}
#else
struct Gate: ConnectionGate {
    func admit(_ chain: PresentedChain) async -> ContentDigest? { chain.thumbprint }
    func organisationKey(of identity: ContentDigest) -> String { identity.description }
}
#endif
