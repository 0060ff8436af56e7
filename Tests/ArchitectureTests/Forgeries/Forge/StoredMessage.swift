// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A message with a receipt that is not durable.
//
// error: 'StoredMessage' initializer is inaccessible due to 'internal' protection level

import Crypto
import ZegelSeal
import ZegelStore

#if FORGED
func stored(_ sealed: SealedMessage) -> StoredMessage {
    StoredMessage(
        id: sealed.id,
        header: sealed.header,
        state: sealed.state,
        receivedAt: sealed.receivedAt,
        originator: sealed.originator,
        releases: sealed.releases,
        containerDigest: sealed.containerDigest,
        size: sealed.size,
        entriesSize: sealed.entriesSize,
        openingSize: sealed.openingSize,
        acceptance: sealed.acceptance,
        manifest: sealed.manifest,
        signature: sealed.signature,
        directory: sealed.directory,
        deliveries: [],
        number: 1,
        key: SymmetricKey(size: .bits256),
        contentFile: nil,
        place: nil
    )
}
#else
func stored(
    _ sealed: SealedMessage,
    _ content: MessageContent,
    _ transaction: borrowing Transaction
) throws -> StoredMessage? {
    guard case .stored(let message) = try transaction.insert(sealed, content: content) else { return nil }
    return message
}
#endif
