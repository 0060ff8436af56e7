// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// An acknowledgement made of a refusal.
//
// error: 'SealedStatement' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelVerify

#if FORGED
func sealed(_ other: SealedStatement, _ statement: Statement) -> SealedStatement {
    SealedStatement(
        statement: statement,
        message: other.message,
        bytes: other.bytes,
        digest: other.digest,
        record: other.record,
        signature: other.signature,
        receivedAt: other.receivedAt,
        decision: other.decision,
        waits: false,
        carrier: nil
    )
}
#else
func sealed(
    _ statement: VerifiedStatement,
    _ leave: consuming StatementLeave,
    _ sealer: Sealer,
    _ now: Instant
) throws -> SealedStatement {
    try sealer.accept(statement, under: leave, at: now)
}
#endif
