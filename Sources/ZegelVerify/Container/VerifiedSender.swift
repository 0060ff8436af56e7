// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import CAdES
import X509
package import ZegelCore
package import ZegelTrust

/// Who signed one container: the organisation that its header names as sender.
///
/// Only ``judgeSender(_:signature:trusted:at:limits:)`` makes these, and each belongs to the opening it was made for.
package struct VerifiedSender: Sendable {
    /// The organisation.
    package let oin: OIN
    /// Its seal certificate.
    package let certificate: TrustedCertificate
    /// What the signature says about when it was made.
    package let signingTime: Instant
    let binding: SenderBinding
}

/// Decides whether a signature is that of the sender whom the header names.
///
/// - Parameters:
///   - opening: The opening that was signed.
///   - signature: Its signature, verified.
///   - trusted: The signer's certificate, trusted at that moment as a seal certificate.
///   - moment: When it is judged.
///   - limits: How far the signing-time may lie ahead, and how old it may be; an exchange may say another age.
/// - Throws: ``Problem``: `certificate.profile`, `signature.other-organisation`, `signature.time-future` or
///   `signature.time-old`; `server.error` where the three do not belong together.
package func judgeSender(
    _ opening: ContainerOpening,
    signature: VerifiedSignature,
    trusted: TrustedCertificate,
    at moment: Instant,
    limits: Limits = .init()
) throws(Problem) -> VerifiedSender {
    guard trusted.certificate == signature.signer, signature.content == opening.manifest else {
        throw Problem(.internalError, "The judgement is about another signature.")
    }
    guard trusted.profile == .seal else {
        throw Problem(.certificateProfile, "A container is signed with a seal certificate.")
    }
    guard trusted.oin == opening.header.from.oin else {
        throw Problem(.signerOther, "The certificate of the signature is not of the organisation in 'from'.")
    }
    let signingTime = try SigningWindow(limits).check(signature.signingTime, at: moment)
    return VerifiedSender(
        oin: trusted.oin,
        certificate: trusted,
        signingTime: signingTime,
        binding: opening.binding
    )
}

/// How far a signing-time may be from the moment at which it is judged.
struct SigningWindow {
    private let ahead: Int64
    private let age: Int64

    init(_ limits: Limits) {
        self.ahead = Int64(limits.clockSkew)
        self.age = Int64(limits.signingAge)
    }

    /// Holds seconds since 1970 to the window.
    func check(_ seconds: Int64, at moment: Instant) throws(Problem) -> Instant {
        try self.check(Instant(milliseconds: seconds * 1_000), at: moment)
    }

    /// Holds a moment to the window.
    func check(_ time: Instant, at moment: Instant) throws(Problem) -> Instant {
        try self.holdAhead(time, at: moment)
        guard time >= moment.advanced(bySeconds: -self.age) else {
            throw Problem(.signingTimeOld, "It was signed at \(time), more than \(self.age) seconds ago; sign again.")
        }
        return time
    }

    /// Holds a moment to the end of the window alone.
    func holdAhead(_ time: Instant, at moment: Instant) throws(Problem) {
        guard time <= moment.advanced(bySeconds: self.ahead) else {
            throw Problem(
                .signingTimeFuture,
                "It was signed at \(time), more than \(self.ahead) seconds ahead; set the clock."
            )
        }
    }
}
