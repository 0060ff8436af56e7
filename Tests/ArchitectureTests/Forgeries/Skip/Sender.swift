// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A container whose signature nobody judged is not sealed.
//
// error: cannot convert value of type 'CheckedContainer' to expected argument type 'VerifiedContainer'

import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelVerify

#if FORGED
func seal(
    _ container: CheckedContainer,
    _ leave: consuming Authorization,
    _ sealer: Sealer,
    _ now: Instant
) throws -> SealedMessage {
    try sealer.seal(container, under: leave, as: .random(), at: now)
}
#else
func seal(
    _ container: CheckedContainer,
    _ sender: VerifiedSender,
    _ leave: consuming Authorization,
    _ sealer: Sealer,
    _ now: Instant
) throws -> SealedMessage {
    try sealer.seal(container.verified(by: sender), under: leave, as: .random(), at: now)
}
#endif
