// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A signature that was not verified.
//
// error: 'VerifiedSignature' initializer is inaccessible due to 'internal' protection level

import CAdES
import X509

#if FORGED
func verified(_ signature: CAdESSignature, _ content: [UInt8]) -> VerifiedSignature {
    VerifiedSignature(
        signer: signature.signerCertificate,
        signerDER: [],
        certificates: signature.certificates,
        certificatesDER: [],
        signingTime: signature.signingTime,
        content: content
    )
}
#else
func verified(_ signature: CAdESSignature, _ content: [UInt8]) throws -> VerifiedSignature {
    try signature.verify(detached: content)
}
#endif
