// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

public import X509

/// A signature that holds over its content.
///
/// Only ``CAdESSignature`` makes these, by verifying. It says nothing about trust in the certificate: whether an
/// authority vouches for it, at that time and for this use, is another question.
public struct VerifiedSignature: Sendable {
    /// The certificate whose key made the signature.
    public let signer: Certificate
    /// The exact bytes of that certificate.
    public let signerDER: [UInt8]
    /// The certificates as presented, the signer's among them, in no order that means anything.
    public let certificates: [Certificate]
    /// The exact bytes of those, in the same order.
    public let certificatesDER: [[UInt8]]
    /// What the signer says about when it signed, in seconds since 1970.
    public let signingTime: Int64
    /// The bytes that were signed.
    public let content: [UInt8]
}
