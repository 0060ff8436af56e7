// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Who was shown leave may not spend it.
//
// error: 'leave' is borrowed and cannot be consumed

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
func seal(_ leave: borrowing Authorization, _ work: Work) throws -> SealedMessage { try work.seal(leave) }
#else
func seal(_ leave: consuming Authorization, _ work: Work) throws -> SealedMessage { try work.seal(leave) }
#endif
