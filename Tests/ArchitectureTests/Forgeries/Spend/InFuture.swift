// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A future hands its value to all who ask: it carries what was sealed.
//
// error: type 'Authorization' does not conform to protocol 'Copyable'

import NIOCore
import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelVerify

#if FORGED
func wait(for future: EventLoopFuture<Authorization>) {}
#else
func wait(for future: EventLoopFuture<SealedMessage>) {}
#endif
