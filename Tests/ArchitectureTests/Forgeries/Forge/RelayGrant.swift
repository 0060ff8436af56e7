// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave to push a message to a server that serves none of its addressees.
//
// error: 'RelayGrant' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelPolicy

#if FORGED
func grant(_ server: OIN, _ mailbox: MailboxName) -> RelayGrant { RelayGrant(server: server, mailboxes: [mailbox]) }
#else
func grant(_ header: MessageHeader, _ server: OIN, _ engine: PolicyEngine) -> RelayGrant? {
    engine.grant(relayOf: header, to: server)
}
#endif
