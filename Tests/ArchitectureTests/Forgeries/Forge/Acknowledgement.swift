// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// An arrival that no other server has signed for.
//
// error: 'Acknowledgement' initializer is inaccessible due to 'internal' protection level

import ZegelDelivery

#if FORGED
func arrived(_ other: Acknowledgement, _ receipt: [UInt8]) -> Acknowledgement {
    Acknowledgement(proof: other.proof, receipt: receipt)
}
#else
func receipt(of arrived: Acknowledgement) -> [UInt8] { arrived.receipt }
#endif
