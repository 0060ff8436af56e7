// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave to see the documents, made from leave to see none.
//
// error: 'ReadGrant' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelIdentity
import ZegelPolicy

#if FORGED
func grant(_ other: ReadGrant) -> ReadGrant {
    ReadGrant(asker: other.asker, view: other.view, withDocuments: true, record: other.record)
}
#else
func grant(
    _ header: MessageHeader,
    _ peer: AuthenticatedPeer,
    _ engine: PolicyEngine,
    _ facts: Facts,
    _ trace: TraceContext
) -> ReadGrant? {
    guard case .granted(let grant) = engine.authorize(peer, toRead: header, facts: facts, trace: trace) else {
        return nil
    }
    return grant
}
#endif
