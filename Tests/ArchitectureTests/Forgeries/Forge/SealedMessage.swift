// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A message released without a second person, under the seal of one that waits for it.
//
// error: 'SealedMessage' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelVerify

#if FORGED
func sealed(_ other: SealedMessage) -> SealedMessage {
    SealedMessage(
        id: other.id,
        header: other.header,
        receivedAt: other.receivedAt,
        originator: other.originator,
        recipients: other.recipients,
        policy: other.policy,
        releases: 1,
        state: .accepted,
        acceptance: other.acceptance,
        manifest: other.manifest,
        signature: other.signature,
        evidence: other.evidence,
        passed: other.passed,
        hops: other.hops,
        containerDigest: other.containerDigest,
        size: other.size,
        entriesSize: other.entriesSize,
        openingSize: other.openingSize,
        directory: other.directory,
        decision: other.decision
    )
}
#else
func sealed(
    _ container: VerifiedContainer,
    _ leave: consuming Authorization,
    _ sealer: Sealer,
    _ now: Instant
) throws -> SealedMessage {
    try sealer.seal(container, under: leave, as: .random(), at: now)
}
#endif
