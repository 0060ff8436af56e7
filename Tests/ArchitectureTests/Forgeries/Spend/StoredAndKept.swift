// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave that was put into the state of a stream is not also in hand.
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
final class Stream {
    private var leave: Authorization?

    func keep(_ leave: consuming Authorization, _ work: Work) throws -> SealedMessage {
        self.leave = consume leave
        return try work.seal(leave)
    }
}
#else
final class Stream {
    private var leave: Authorization?

    func keep(_ leave: consuming Authorization) { self.leave = consume leave }

    func seal(_ work: Work) throws -> SealedMessage? {
        guard let leave = self.leave.take() else { return nil }
        return try work.seal(leave)
    }
}
#endif
