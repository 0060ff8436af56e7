// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// The state of a stream gives its leave away, it does not lend it.
//
// error: cannot consume noncopyable stored property 'self.leave' of a class

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
    private let leave: Authorization

    init(_ leave: consuming Authorization) { self.leave = leave }

    func seal(_ work: Work) throws -> SealedMessage { try work.seal(self.leave) }
}
#else
final class Stream {
    private var leave: Authorization?

    init(_ leave: consuming Authorization) { self.leave = consume leave }

    func seal(_ work: Work) throws -> SealedMessage? {
        guard let leave = self.leave.take() else { return nil }
        return try work.seal(leave)
    }
}
#endif
