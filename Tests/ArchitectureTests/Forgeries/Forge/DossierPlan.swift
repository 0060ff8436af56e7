// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A copy of a message that was not signed for this reader.
//
// error: 'DossierPlan' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelPolicy
import ZegelSeal

#if FORGED
func plan(_ export: ExportRecord, _ size: Int) -> DossierPlan {
    DossierPlan(pieces: [.container(0..<size)], export: export)
}
#else
func plan(_ stored: StoredDossier, _ grant: ReadGrant, _ sealer: Sealer, _ now: Instant) throws -> DossierPlan {
    try sealer.export(stored, under: grant, at: now)
}
#endif
