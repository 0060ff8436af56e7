// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave that asks for fewer persons than the policy does.
//
// error: cannot assign to property: 'releases' is a 'let' constant

import ZegelPolicy

#if FORGED
func change(_ leave: inout Authorization) { leave.releases = 1 }
#else
func read(_ leave: borrowing Authorization) -> Int { leave.releases }
#endif
