// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave that was spent tells nothing any more.
//
// error: 'leave' used after consume

import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelVerify

struct Work {
    let sealer: Sealer
    let container: VerifiedContainer
    let now: Instant

    func seal(_ leave: consuming Authorization) throws -> SealedMessage {
        try self.sealer.seal(self.container, under: leave, as: .random(), at: self.now)
    }
}

#if FORGED
func seal(_ leave: consuming Authorization, _ work: Work) throws -> Int {
    _ = try work.seal(leave)
    return leave.releases
}
#else
func seal(_ leave: consuming Authorization, _ work: Work) throws -> Int {
    let releases = leave.releases
    _ = try work.seal(leave)
    return releases
}
#endif
