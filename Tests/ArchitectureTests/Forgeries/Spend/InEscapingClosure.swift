// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A closure that may run twice holds no leave.
//
// error: noncopyable 'leave' cannot be consumed when captured by an escaping closure or borrowed by a non-Escapable type

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
func later(_ leave: consuming Authorization, _ work: Work) -> () throws -> SealedMessage {
    { try work.seal(leave) }
}
#else
func later(_ leave: consuming Authorization, _ work: Work) throws -> () -> SealedMessage {
    let sealed = try work.seal(leave)
    return { sealed }
}
#endif
