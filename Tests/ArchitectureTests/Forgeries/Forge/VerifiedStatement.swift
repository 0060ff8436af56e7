// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A statement whose signer has no part in the message.
//
// error: 'VerifiedStatement' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelTrust
import ZegelVerify

#if FORGED
func verified(_ opening: StatementOpening, _ signer: TrustedCertificate) -> VerifiedStatement {
    VerifiedStatement(
        statement: opening.statement,
        signer: signer,
        bytes: opening.bytes,
        digest: opening.digest,
        headerDigest: opening.digest,
        message: opening.statement.message,
        server: opening.statement.server
    )
}
#else
func verified(
    _ opening: StatementOpening,
    _ signer: TrustedCertificate,
    _ subject: StatementSubject,
    _ now: Instant
) throws -> VerifiedStatement {
    try opening.judged(signer, about: subject, at: now)
}
#endif
