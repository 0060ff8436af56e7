// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Nobody else decides that it may be copied.
//
// error: conformance to 'Copyable' must occur in the same source file as struct 'Authorization'

import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelVerify

#if FORGED
extension Authorization: Copyable {}
#else
extension Authorization {}
#endif
