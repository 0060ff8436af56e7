// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import ZegelCore

/// The manifest that a sender signed, with its exact bytes.
struct SenderManifest: Sendable {
    let bytes: [UInt8]
    let digest: ContentDigest
    let references: [ASiCManifest.Reference]

    /// Parses a manifest.
    ///
    /// - Throws: ``Problem`` with a `manifest.…` code, or `container.signature-reference`.
    init(parsing bytes: [UInt8], digest: ContentDigest) throws(Problem) {
        let manifest: ASiCManifest
        do { manifest = try ASiCManifest(parsing: bytes) } catch { throw Problem(error) }
        guard manifest.signatureURI == EntryPath.senderSignature else {
            throw Problem(
                .signatureReference,
                "SigReference of the manifest must name the next entry, '\(EntryPath.senderSignature)'."
            )
        }
        self.bytes = bytes
        self.digest = digest
        self.references = manifest.references
    }

    /// Holds the references to the header and the documents that it lists: one list, in one order.
    func agree(with header: MessageHeader, _ headerDigest: ContentDigest) throws(Problem) {
        for document in header.documents where !EntryPath.isFlat(document.name, below: EntryPath.documents) {
            throw Problem(.documentsMismatch, "'\(document.name)': documents stand flat below documents/.")
        }
        let names = [EntryPath.header] + header.documents.map(\.name)
        guard names == self.references.map(\.uri) else {
            throw Problem(
                .documentsMismatch,
                "The manifest must refer to message.json and then to the documents in the order of the header."
            )
        }
        let digests = [headerDigest] + header.documents.map(\.digest)
        for (reference, digest) in zip(self.references, digests) where reference.digest != digest.bytes {
            throw Problem(.digestMismatch, "The manifest has another digest for '\(reference.uri)'.")
        }
    }
}
