// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Leave made in an extension elsewhere, field by field.
//
// error: 'let' property 'releases' may not be initialized directly; use "self.init(...)" or "self = ..." instead

import ZegelPolicy

#if FORGED
extension Authorization {
    init(forging releases: Int) { self.releases = releases }
}
#else
extension Authorization {
    init(moving other: consuming Authorization) { self = other }
}
#endif
