// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave stays on the event loop; what was sealed may go anywhere.
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
func send(_ leave: consuming Authorization, _ work: Work) -> Task<SealedMessage, any Error> {
    Task { try work.seal(leave) }
}
#else
func send(_ leave: consuming Authorization, _ work: Work) throws -> Task<SealedMessage, Never> {
    let sealed = try work.seal(leave)
    return Task { sealed }
}
#endif
