// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// One leave lets one statement count.
//
// error: 'leave' consumed more than once

import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelVerify

struct Office {
    let sealer: Sealer
    let now: Instant

    func accept(_ statement: VerifiedStatement, _ leave: consuming StatementLeave) throws -> SealedStatement {
        try self.sealer.accept(statement, under: leave, at: self.now)
    }
}

#if FORGED
func accept(
    _ statement: VerifiedStatement,
    _ other: VerifiedStatement,
    _ leave: consuming StatementLeave,
    _ office: Office
) throws -> [SealedStatement] {
    let first = try office.accept(statement, leave)
    let second = try office.accept(other, leave)
    return [first, second]
}
#else
func accept(
    _ statement: VerifiedStatement,
    _ leave: consuming StatementLeave,
    _ office: Office
) throws -> [SealedStatement] {
    let first = try office.accept(statement, leave)
    return [first]
}
#endif
