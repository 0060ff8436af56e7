// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// What one branch may have spent is gone behind it.
//
// error: 'leave' consumed more than once

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
func seal(_ leave: consuming Authorization, _ work: Work, early: Bool) throws -> SealedMessage {
    if early { _ = try work.seal(leave) }
    return try work.seal(leave)
}
#else
func seal(_ leave: consuming Authorization, _ work: Work, early: Bool) throws -> SealedMessage {
    if early { return try work.seal(leave) }
    return try work.seal(leave)
}
#endif
