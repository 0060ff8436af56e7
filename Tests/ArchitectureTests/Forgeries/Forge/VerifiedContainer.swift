// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A container joined with the sender of another, past the comparison of the two.
//
// error: 'VerifiedContainer' initializer is inaccessible due to 'internal' protection level

import ZegelCore
import ZegelVerify

#if FORGED
func verified(_ checked: CheckedContainer, _ other: VerifiedContainer) -> VerifiedContainer {
    VerifiedContainer(opening: checked.opening, index: checked.index, digest: other.digest, sender: other.sender)
}
#else
func verified(_ checked: CheckedContainer, _ sender: VerifiedSender) throws -> VerifiedContainer {
    try checked.verified(by: sender)
}
#endif
