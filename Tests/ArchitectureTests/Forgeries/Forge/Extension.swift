// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// An initialiser in an extension elsewhere, field by field; it can only copy what is there.
//
// error: 'let' property 'oin' may not be initialized directly; use "self.init(...)" or "self = ..." instead
// error: 'let' property 'id' may not be initialized directly; use "self.init(...)" or "self = ..." instead

import ZegelCore
import ZegelIdentity
import ZegelSeal

#if FORGED
extension ConnectionIdentity {
    init(forging oin: OIN) { self.oin = oin }
}

extension SealedMessage {
    init(forging id: MessageID) { self.id = id }
}
#else
extension ConnectionIdentity {
    init(copying other: ConnectionIdentity) { self = other }
}

extension SealedMessage {
    init(copying other: SealedMessage) { self = other }
}
#endif
