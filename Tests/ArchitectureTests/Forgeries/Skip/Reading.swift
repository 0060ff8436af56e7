// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A copy is signed for those whom the policy let read it.
//
// error: cannot convert value of type 'AuthenticatedPeer' to expected argument type 'ReadGrant'

import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelSeal

#if FORGED
func copy(_ stored: StoredDossier, _ peer: AuthenticatedPeer, _ sealer: Sealer, _ now: Instant) throws -> DossierPlan {
    try sealer.export(stored, under: peer, at: now)
}
#else
func copy(_ stored: StoredDossier, _ grant: ReadGrant, _ sealer: Sealer, _ now: Instant) throws -> DossierPlan {
    try sealer.export(stored, under: grant, at: now)
}
#endif
