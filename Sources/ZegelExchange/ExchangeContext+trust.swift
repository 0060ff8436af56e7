// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import NIOCore
import ZegelCore
import ZegelTrust

extension ExchangeContext {
    /// Judges a certificate that signed something.
    ///
    /// One that was judged before is answered at once; others are judged off the event loop.
    func trusted(
        _ signature: VerifiedSignature,
        as profile: CertificateProfile,
        at moment: Instant,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<TrustedCertificate> {
        if let known = self.trust.known(ContentDigest(of: signature.signerDER), profile: profile, at: moment) {
            return eventLoop.makeSucceededFuture(known)
        }
        let trust = self.trust
        return eventLoop.makeFutureWithTask {
            let verdict = await trust.judge(
                leaf: signature.signer,
                intermediates: signature.certificates,
                profile: profile,
                at: moment
            )
            switch verdict {
            case .trusted(let certificate): return certificate
            case .refused(let error), .undecided(let error): throw error.problem
            }
        }
    }

    /// Judges a certificate that signed something at a moment that another server vouches for; a moment to come is now.
    func trusted(
        _ signature: VerifiedSignature,
        as profile: CertificateProfile,
        atPast moment: Instant
    ) async throws(Problem) -> TrustedCertificate {
        let verdict = await self.trust.judge(
            leaf: signature.signer,
            intermediates: signature.certificates,
            profile: profile,
            atPast: min(moment, self.clock())
        )
        switch verdict {
        case .trusted(let certificate): return certificate
        case .refused(let error), .undecided(let error): throw error.problem
        }
    }
}
