// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// The certificate of a signature is not trusted because the signature holds.
//
// error: cannot convert value of type 'Certificate' to expected argument type 'TrustedCertificate'

import CAdES
import X509
import ZegelCore
import ZegelTrust
import ZegelVerify

#if FORGED
func judge(_ opening: ContainerOpening, _ signature: VerifiedSignature, _ now: Instant) throws -> VerifiedSender {
    try judgeSender(opening, signature: signature, trusted: signature.signer, at: now)
}
#else
func judge(
    _ opening: ContainerOpening,
    _ signature: VerifiedSignature,
    _ certificate: TrustedCertificate,
    _ now: Instant
) throws -> VerifiedSender {
    try judgeSender(opening, signature: signature, trusted: certificate, at: now)
}
#endif
