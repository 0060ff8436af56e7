// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// One leave does not seal a batch.
//
// error: 'leave' consumed in a loop

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
func seal(_ leave: consuming Authorization, _ batch: [Work]) throws -> [SealedMessage] {
    var sealed: [SealedMessage] = []
    for work in batch { sealed.append(try work.seal(leave)) }
    return sealed
}
#else
func seal(_ leave: consuming Authorization, _ batch: [Work]) throws -> [SealedMessage] {
    var sealed: [SealedMessage] = []
    var rest: Authorization? = leave
    for work in batch {
        guard let leave = rest.take() else { break }
        sealed.append(try work.seal(leave))
    }
    return sealed
}
#endif
