// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Nobody is given a receipt for what is not durable.
//
// error: value of type 'SealedMessage' has no member 'receipt'

import ZegelCore
import ZegelSeal
import ZegelStore

#if FORGED
func receipt(for sealed: SealedMessage) -> JSONValue { sealed.receipt }
#else
func receipt(for stored: StoredMessage) -> JSONValue { stored.receipt }
#endif
