// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave to release, made from leave to look.
//
// error: 'StatementLeave' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelIdentity
import ZegelPolicy

#if FORGED
func leave(_ header: MessageHeader, _ other: ReadGrant) -> StatementLeave {
    StatementLeave(kind: .release, mailbox: other.asker, headerDigest: header.digest, record: other.record)
}
#else
func leave(
    _ header: MessageHeader,
    _ peer: AuthenticatedPeer,
    _ engine: PolicyEngine,
    _ facts: Facts,
    _ trace: TraceContext
) -> StatementLeave? {
    switch engine.authorize(peer, toState: .release, about: header, facts: facts, trace: trace) {
    case .granted(let leave): leave
    case .denied: nil
    }
}
#endif
