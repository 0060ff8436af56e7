// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave in a box that can be copied would be leave that can be copied.
//
// error: return expression of type 'Authorization' does not conform to 'Copyable'

import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelVerify

#if FORGED
func box(_ leave: consuming Authorization) -> any Sendable { leave }
#else
func box(_ leave: borrowing Authorization) -> any Sendable { leave.record }
#endif
