// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
package import ZegelCore

/// Verifies a time-stamp that stands alone: that it holds, over what, and by an authority that someone vouches for.
package struct TimestampVerifier: Sendable {
    private let trust: EvidenceTrust?
    private let now: Instant

    /// Makes a verifier.
    ///
    /// - Parameters:
    ///   - anchors: Texts with the certificates of those who may vouch for authorities, PEM; where there is none the authority is not judged.
    ///   - lists: Texts with revocation lists, PEM.
    ///   - now: The time at which the key of the authority still has to be good.
    /// - Throws: ``Problem`` where a certificate or list cannot be read.
    package init(anchors: [String], lists: [String], at now: Instant) throws(Problem) {
        self.trust =
            anchors.isEmpty ? nil : try EvidenceTrust(anchorsPEM: anchors, listsPEM: lists, grace: 86_400)
        self.now = now
    }

    /// The time that a token proves for some bytes.
    ///
    /// - Throws: ``Problem`` `log.proof-invalid`.
    package func time(in token: [UInt8], over bytes: [UInt8]) async throws(Problem) -> Instant {
        let verified: VerifiedTimestamp
        do { verified = try TimestampToken(parsing: token).verify(over: bytes) } catch {
            throw Problem(.logProof, "The time-stamp does not hold: \(error)")
        }
        let time = Instant(milliseconds: verified.time)
        do throws(Finding) {
            try await self.trust?.withoutEvidence.judgeTimestamp(verified.signature, at: time, now: self.now)
        } catch {
            throw Problem(.logProof, "The authority of the time-stamp: \(error.detail)")
        }
        return time
    }
}
