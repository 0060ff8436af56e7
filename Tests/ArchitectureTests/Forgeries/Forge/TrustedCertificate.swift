// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A certificate that nobody judged; the evaluator makes one where chain, lists and profile are good.
//
// error: 'TrustedCertificate' initializer is inaccessible due to 'internal' protection level

import X509
import ZegelCore
import ZegelTrust

#if FORGED
func trusted(_ chain: ValidatedChain, _ oin: OIN) -> TrustedCertificate {
    TrustedCertificate(chain, oin: oin, profile: .seal)
}
#else
func trusted(_ chain: [Certificate], _ trust: TrustEvaluator, _ now: Instant) async -> TrustedCertificate? {
    let verdict = await trust.judge(leaf: chain[0], intermediates: chain, profile: .seal, at: now)
    guard case .trusted(let certificate) = verdict else { return nil }
    return certificate
}
#endif
