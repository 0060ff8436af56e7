// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Synchronization
import ZegelCore
import ZegelTrust

/// Certificates that were found good by the certificates, lists and answers at hand, so that each file need not ask again.
///
/// What was found holds for the same signer with the same certificates beside it, for the same job, and at moments between which
/// nothing at hand begins, ends or changes. Whoever is on a list is never kept, nor is anyone who was refused.
final class KeptJudgements: Sendable {
    private struct Key: Hashable {
        let signer: CertificateBytes
        let presented: [CertificateBytes]
        let profile: CertificateProfile

        init(_ signature: VerifiedSignature, _ profile: CertificateProfile) {
            self.signer = CertificateBytes(signature.signerDER)
            self.presented = signature.certificatesDER.map { CertificateBytes($0) }
            self.profile = profile
        }
    }

    private struct Judgements {
        let turningPoints: [Instant]
        /// By the number of turning points before the moment.
        var trusted: [Int: TrustedCertificate] = [:]

        func period(of moment: Instant) -> Int { self.turningPoints.count { $0 <= moment } }
    }

    private static let maximumKept = 4_096
    private let kept = Mutex<[Key: Judgements]>([:])

    /// What was found at a moment like this one.
    func trusted(
        _ signature: VerifiedSignature,
        _ profile: CertificateProfile,
        at moment: Instant
    ) -> TrustedCertificate? {
        let key = Key(signature, profile)
        return self.kept.withLock { kept in kept[key].flatMap { $0.trusted[$0.period(of: moment)] } }
    }

    /// Keeps what was found.
    ///
    /// - Parameter turningPoints: Those of the source that it was found by, in order.
    func keep(
        _ certificate: TrustedCertificate,
        _ signature: VerifiedSignature,
        at moment: Instant,
        turningPoints: [Instant]
    ) {
        let key = Key(signature, certificate.profile)
        self.kept.withLock { kept in
            if kept.count >= Self.maximumKept { kept.removeAll() }
            var judgements = kept[key] ?? Judgements(turningPoints: turningPoints)
            judgements.trusted[judgements.period(of: moment)] = certificate
            kept[key] = judgements
        }
    }
}
