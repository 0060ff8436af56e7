// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A sender with the right certificate and no judgement on what it signed.
//
// error: 'VerifiedSender' initializer is inaccessible due to 'internal' protection level
// error: 'binding' is inaccessible due to 'internal' protection level

import CAdES
import ZegelCore
import ZegelTrust
import ZegelVerify

#if FORGED
func sender(_ opening: ContainerOpening, _ certificate: TrustedCertificate, _ now: Instant) -> VerifiedSender {
    VerifiedSender(oin: certificate.oin, certificate: certificate, signingTime: now, binding: opening.binding)
}
#else
func sender(
    _ opening: ContainerOpening,
    _ signature: VerifiedSignature,
    _ certificate: TrustedCertificate,
    _ now: Instant
) throws -> VerifiedSender {
    try judgeSender(opening, signature: signature, trusted: certificate, at: now)
}
#endif
