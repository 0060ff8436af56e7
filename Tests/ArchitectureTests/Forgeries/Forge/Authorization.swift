// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave that no policy gave, made up from leave that one did.
//
// error: 'Authorization' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelIdentity
import ZegelPolicy

#if FORGED
func leave(_ header: MessageHeader, _ other: borrowing Authorization) -> Authorization {
    Authorization(
        sender: header.from,
        headerDigest: header.digest,
        recipients: header.to.map(\.address.mailbox),
        submittedBy: header.from.oin,
        certificate: other.certificate,
        policy: other.policy,
        releases: 1,
        signingAge: other.signingAge,
        record: other.record
    )
}
#else
func leave(
    _ header: MessageHeader,
    _ peer: AuthenticatedPeer,
    _ engine: PolicyEngine,
    _ facts: Facts,
    _ trace: TraceContext
) -> Authorization? {
    switch engine.authorize(peer, toSend: header, facts: facts, trace: trace) {
    case .allowed(let authorization): authorization
    case .denied: nil
    }
}
#endif
