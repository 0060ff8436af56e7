// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// One leave seals one message.
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
func seal(_ leave: consuming Authorization, _ work: Work) throws -> [SealedMessage] {
    let first = try work.seal(leave)
    let second = try work.seal(leave)
    return [first, second]
}
#else
func seal(
    _ leave: consuming Authorization,
    _ other: consuming Authorization,
    _ work: Work
) throws -> [SealedMessage] {
    let first = try work.seal(leave)
    let second = try work.seal(other)
    return [first, second]
}
#endif
