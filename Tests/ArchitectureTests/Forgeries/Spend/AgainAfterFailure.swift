// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A seal that failed has spent its leave: the policy decides again.
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
func seal(_ leave: consuming Authorization, _ work: Work) throws -> SealedMessage {
    do { return try work.seal(leave) } catch { return try work.seal(leave) }
}
#else
func seal(
    _ leave: consuming Authorization,
    _ work: Work,
    decidingAgain decide: () throws -> Ruling
) throws -> SealedMessage {
    do { return try work.seal(leave) } catch {
        switch try decide() {
        case .allowed(let leave): return try work.seal(leave)
        case .denied(let denial): throw denial.problem
        }
    }
}
#endif
