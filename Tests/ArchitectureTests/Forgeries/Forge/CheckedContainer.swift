// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A container of which only the opening was read; the intake makes one when all of it was.
//
// error: 'CheckedContainer' initializer is inaccessible due to 'internal' protection level

import ASiC
import ZegelVerify

#if FORGED
func checked(_ opening: ContainerOpening, _ index: ContainerIndex) -> CheckedContainer {
    CheckedContainer(opening: opening, index: index)
}
#else
func checked(_ bytes: [UInt8]) throws -> CheckedContainer {
    var intake = ContainerIntake()
    try intake.consume(bytes[...])
    return try intake.finish()
}
#endif
