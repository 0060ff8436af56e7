// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
package import ZegelVerify

extension MessageReceipt {
    /// The receipt of a message that was sealed; it counts once the store has made the message durable.
    package init(_ sealed: SealedMessage, log: LogEvidence? = nil) {
        self.init(
            id: sealed.id,
            state: sealed.state,
            kenmerk: sealed.header.kenmerk,
            date: sealed.header.date,
            receivedAt: sealed.receivedAt,
            container: sealed.containerDigest,
            acceptance: sealed.acceptance,
            sealManifest: sealed.manifest,
            seal: sealed.signature,
            log: log
        )
    }
}

extension StatementReceipt {
    /// The receipt of a statement that was accepted; it counts once the store has made it durable.
    package init(_ sealed: SealedStatement, log: LogEvidence? = nil) {
        self.init(
            message: sealed.message,
            statement: sealed.digest,
            receivedAt: sealed.receivedAt,
            record: sealed.record,
            signature: sealed.signature,
            log: log
        )
    }
}
