// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave is not copied on request either.
//
// error: 'copy' cannot be applied to noncopyable types

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
func double(_ leave: borrowing Authorization, _ work: Work) throws -> SealedMessage { try work.seal(copy leave) }
#else
func single(_ leave: consuming Authorization, _ work: Work) throws -> SealedMessage { try work.seal(leave) }
#endif
