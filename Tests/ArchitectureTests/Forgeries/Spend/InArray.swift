// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave is not kept in numbers.
//
// error: type 'Authorization' does not conform to protocol 'Copyable'

import ZegelCore
import ZegelPolicy
import ZegelSeal
import ZegelVerify

#if FORGED
func gather(_ leave: consuming Authorization) -> [Authorization] { [leave] }
#else
func gather(_ leave: consuming Authorization) -> Authorization? { leave }
#endif
