// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A receipt that says "sent" of what nobody signed for.
//
// error: 'ReceiptVerifier.Verified<Record>' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelVerify

#if FORGED
func sent(_ record: AcceptanceRecord) -> ReceiptVerifier.Verified<AcceptanceRecord> {
    ReceiptVerifier.Verified(record: record, revocation: .checked, checkpoint: nil)
}
#else
func sent(
    _ receipt: MessageReceipt,
    _ container: CheckedContainer,
    _ verifier: ReceiptVerifier,
    _ now: Instant
) async throws -> ReceiptVerifier.Verified<AcceptanceRecord> {
    try await verifier.verify(receipt, of: container, at: now)
}
#endif
