// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A statement whose signer was not judged is not accepted.
//
// error: cannot convert value of type 'StatementOpening' to expected argument type 'VerifiedStatement'

import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelVerify

#if FORGED
func accept(
    _ opening: StatementOpening,
    _ leave: consuming StatementLeave,
    _ sealer: Sealer,
    _ now: Instant
) throws -> SealedStatement {
    try sealer.accept(opening, under: leave, at: now)
}
#else
func accept(
    _ statement: VerifiedStatement,
    _ leave: consuming StatementLeave,
    _ sealer: Sealer,
    _ now: Instant
) throws -> SealedStatement {
    try sealer.accept(statement, under: leave, at: now)
}
#endif
