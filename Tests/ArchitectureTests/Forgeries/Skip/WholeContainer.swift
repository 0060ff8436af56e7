// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// The opening alone, with its sender, is not the container.
//
// error: value of type 'ContainerOpening' has no member 'verified'

import ZegelVerify

#if FORGED
func verified(_ opening: ContainerOpening, _ sender: VerifiedSender) throws -> VerifiedContainer {
    try opening.verified(by: sender)
}
#else
func verified(_ container: CheckedContainer, _ sender: VerifiedSender) throws -> VerifiedContainer {
    try container.verified(by: sender)
}
#endif
