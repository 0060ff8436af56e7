// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave to read is no leave to send.
//
// error: cannot convert value of type 'ReadGrant' to expected argument type 'Authorization'

import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelVerify

#if FORGED
func seal(
    _ container: VerifiedContainer,
    _ grant: ReadGrant,
    _ sealer: Sealer,
    _ now: Instant
) throws -> SealedMessage {
    try sealer.seal(container, under: grant, as: .random(), at: now)
}
#else
func seal(
    _ container: VerifiedContainer,
    _ leave: consuming Authorization,
    _ sealer: Sealer,
    _ now: Instant
) throws -> SealedMessage {
    try sealer.seal(container, under: leave, as: .random(), at: now)
}
#endif
