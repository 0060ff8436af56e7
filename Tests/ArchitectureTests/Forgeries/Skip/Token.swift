// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// The policy answers a connection with a token, not a connection.
//
// error: cannot convert value of type 'ConnectionIdentity' to expected argument type 'AuthenticatedPeer'

import ZegelCore
import ZegelIdentity
import ZegelPolicy

struct Asked {
    let engine: PolicyEngine
    let header: MessageHeader
    let facts: Facts
    let trace: TraceContext
}

#if FORGED
func decide(_ identity: ConnectionIdentity, _ asked: Asked) -> Ruling {
    asked.engine.authorize(identity, toSend: asked.header, facts: asked.facts, trace: asked.trace)
}
#else
func decide(_ peer: AuthenticatedPeer, _ asked: Asked) -> Ruling {
    asked.engine.authorize(peer, toSend: asked.header, facts: asked.facts, trace: asked.trace)
}
#endif
