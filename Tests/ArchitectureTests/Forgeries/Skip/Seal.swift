// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// What is not sealed is not stored.
//
// error: cannot convert value of type 'VerifiedContainer' to expected argument type 'SealedMessage'

import ZegelSeal
import ZegelStore
import ZegelVerify

#if FORGED
func store(
    _ container: VerifiedContainer,
    _ content: MessageContent,
    _ transaction: borrowing Transaction
) throws -> Insertion {
    try transaction.insert(container, content: content)
}
#else
func store(
    _ sealed: SealedMessage,
    _ content: MessageContent,
    _ transaction: borrowing Transaction
) throws -> Insertion {
    try transaction.insert(sealed, content: content)
}
#endif
