// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Something on its way to another server that no transaction has begun.
//
// error: 'Dispatch' initializer is inaccessible due to 'internal' protection level

import ZegelClient
import ZegelCore
import ZegelDelivery
import ZegelStore

#if FORGED
func dispatch(_ server: OIN, _ statement: [UInt8]) -> Dispatch {
    Dispatch(server: server, load: .statement(statement))
}
#else
func item(_ server: OIN, _ transaction: borrowing Transaction, _ now: Instant) throws -> OutboxItem? {
    try transaction.begin(to: server, at: now)
}
#endif
