// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ASiC
package import CAdES
package import ZegelCore

/// What stands before the documents: header, manifest and signature, in agreement with each other.
///
/// It is what a server decides by before the documents arrive.
package struct ContainerOpening: Sendable {
    /// The header.
    package let header: MessageHeader
    /// The digest of the header's exact bytes.
    package let headerDigest: ContentDigest
    /// The exact bytes of the sender's manifest.
    package let manifest: [UInt8]
    /// What the manifest refers to: the header, then the documents.
    package let references: [ASiCManifest.Reference]
    /// The sender's signature; not verified yet.
    package let signature: CAdESSignature
    /// The exact bytes of the signature.
    package let signatureBytes: [UInt8]
    /// The digests of manifest and signature, by which a sender is bound to this opening.
    let binding: SenderBinding

    init(
        header: MessageHeader,
        headerDigest: ContentDigest,
        manifest: SenderManifest,
        signatureBytes: [UInt8],
        signatureDigest: ContentDigest,
        limits: Limits
    ) throws(Problem) {
        do {
            self.signature = try CAdESSignature(
                parsing: signatureBytes,
                limits: .init(maximumBytes: limits.signature)
            )
        } catch { throw Problem(error) }
        self.header = header
        self.headerDigest = headerDigest
        self.manifest = manifest.bytes
        self.references = manifest.references
        self.signatureBytes = signatureBytes
        self.binding = SenderBinding(manifest: manifest.digest, signature: signatureDigest)
    }

    /// Verifies the signature over the manifest: mathematics only, nothing about trust.
    ///
    /// - Throws: ``Problem`` with a `cms.…` code.
    package func signedBy() throws(Problem) -> VerifiedSignature {
        do { return try self.signature.verify(detached: self.manifest) } catch { throw Problem(error) }
    }
}

/// Which manifest and signature a judgement was about.
struct SenderBinding: Hashable, Sendable {
    let manifest: ContentDigest
    let signature: ContentDigest
}
