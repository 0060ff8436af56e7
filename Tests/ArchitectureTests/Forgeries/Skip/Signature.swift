// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A signature that was parsed was not verified.
//
// error: cannot convert value of type 'CAdESSignature' to expected argument type 'VerifiedSignature'

import CAdES
import ZegelCore
import ZegelTrust
import ZegelVerify

#if FORGED
func judge(
    _ opening: ContainerOpening,
    _ signature: CAdESSignature,
    _ certificate: TrustedCertificate,
    _ now: Instant
) throws -> VerifiedSender {
    try judgeSender(opening, signature: signature, trusted: certificate, at: now)
}
#else
func judge(
    _ opening: ContainerOpening,
    _ signature: CAdESSignature,
    _ certificate: TrustedCertificate,
    _ now: Instant
) throws -> VerifiedSender {
    let verified = try signature.verify(detached: opening.manifest)
    return try judgeSender(opening, signature: verified, trusted: certificate, at: now)
}
#endif
