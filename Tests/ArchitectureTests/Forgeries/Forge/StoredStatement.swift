// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A statement with a receipt that is not durable.
//
// error: 'StoredStatement' initializer is inaccessible due to 'internal' protection level

import ZegelPolicy
import ZegelSeal
import ZegelStore

#if FORGED
func stored(_ sealed: SealedStatement) -> StoredStatement {
    StoredStatement(
        message: sealed.message,
        digest: sealed.digest,
        receivedAt: sealed.receivedAt,
        record: sealed.record,
        signature: sealed.signature,
        isRepeated: false,
        waits: false,
        opened: [],
        place: nil
    )
}
#else
func stored(
    _ sealed: SealedStatement,
    _ transaction: borrowing Transaction,
    _ judge: (OpenForward, borrowing ReadView) throws -> ForwardVerdict
) throws -> StoredStatement {
    try transaction.insert(sealed, decidingAgain: judge)
}
#endif
