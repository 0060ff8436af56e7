// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ASiC
package import ZegelCore
package import ZegelTrust

/// A whole container, signed by the sender that its header names.
///
/// Only ``CheckedContainer/verified(by:)`` makes these.
package struct VerifiedContainer: Sendable {
    /// Header, manifest and signature.
    package let opening: ContainerOpening
    /// The entries and the digest of the whole.
    package let index: ContainerIndex
    /// The digest of the whole container.
    package let digest: ContentDigest
    /// Who signed it.
    package let sender: VerifiedSender

    /// The header.
    package var header: MessageHeader { self.opening.header }
    /// The exact bytes of the sender's manifest.
    package var manifest: [UInt8] { self.opening.manifest }
    /// The exact bytes of the sender's signature.
    package var signature: [UInt8] { self.opening.signatureBytes }
    /// The certificates and lists that the sender was judged by.
    package var evidence: [TrustedCertificate.Evidence] { self.sender.certificate.evidence }
}

extension CheckedContainer {
    /// Joins the container with the judgement on its sender.
    ///
    /// - Throws: ``Problem`` `server.error` where the sender was judged for another container.
    package func verified(by sender: VerifiedSender) throws(Problem) -> VerifiedContainer {
        guard sender.binding == self.opening.binding, let digest = ContentDigest(bytes: self.index.digest) else {
            throw Problem(.internalError, "The sender was judged for another container.")
        }
        return VerifiedContainer(opening: self.opening, index: self.index, digest: digest, sender: sender)
    }
}
