// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
package import ZegelVerify

/// A message that a server accepted: made only from a receipt that was verified against what was sent.
package struct Submission: Sendable {
    /// The receipt.
    package let receipt: MessageReceipt
    /// The exact bytes of the receipt, to keep.
    package let receiptBytes: [UInt8]
    /// What the server signed.
    package let record: AcceptanceRecord
    /// Whether the certificate of its seal was looked up in a revocation list.
    package let revocation: ReceiptVerifier.Revocation
    /// Whether the server had the very same container already.
    package let isRepeated: Bool
}

/// A statement that a server accepted: made only from a receipt that was verified against what was sent.
package struct AcceptedStatement: Sendable {
    /// The receipt.
    package let receipt: StatementReceipt
    /// The exact bytes of the receipt, to keep.
    package let receiptBytes: [UInt8]
    /// What the server signed.
    package let record: StatementRecord
    /// Whether the certificate of its signature was looked up in a revocation list.
    package let revocation: ReceiptVerifier.Revocation
    /// Whether the server had the very same statement already.
    package let isRepeated: Bool
    /// Whether it is a forward that has no effect before the originator consents.
    package let waits: Bool
}

/// What handing in a message would be answered.
package struct SendingCheck: Hashable, Sendable {
    /// How many people of the sender must sign before the message is delivered, the one who hands it in included.
    package let releases: Int
}
