// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import ZegelCore

/// A time-stamp over a seal: a manifest that names the seal's manifest and signature, and a token over it (DESIGN §4.1).
package struct SealTimestamp: Hashable, Sendable {
    /// The exact bytes of the manifest.
    package let manifest: [UInt8]
    /// The token in DER (RFC 3161).
    package let token: [UInt8]

    /// Takes both as they were stored.
    package init(manifest: [UInt8], token: [UInt8]) {
        self.manifest = manifest
        self.token = token
    }

    /// The manifest over a seal: the same bytes each time.
    package static func manifest(overSealManifest sealed: [UInt8], signature: [UInt8]) -> [UInt8] {
        ASiCManifest(
            signatureURI: EntryPath.timestampToken,
            references: [
                .init(
                    uri: EntryPath.sealManifest,
                    mimeType: "text/xml",
                    digest: ContentDigest(of: sealed).bytes
                ),
                .init(
                    uri: EntryPath.sealSignature,
                    mimeType: "application/pkcs7-signature",
                    digest: ContentDigest(of: signature).bytes
                ),
            ]
        ).encoded()
    }
}

extension DossierCheck {
    /// The token over the seal, where there is one: its form, what it covers, and its signature.
    ///
    /// Who made it is not judged here.
    func timestamp() throws(Finding) -> VerifiedTimestamp? {
        let names = [EntryPath.timestampManifest, EntryPath.timestampToken]
        guard names.contains(where: { self.content.added[$0] != nil }) else { return nil }
        let manifest = try self.manifest(EntryPath.timestampManifest, signedIn: EntryPath.timestampToken)
        try Self.hold(manifest, to: [EntryPath.sealManifest, EntryPath.sealSignature], "time-stamp")
        for reference in manifest.references where self.content.digest(of: reference.uri) != reference.digest {
            throw .failed(.hash, "The time-stamp covers another content of '\(reference.uri)'.")
        }
        let token = try self.content.bytes(of: EntryPath.timestampToken)
        let stamped = try self.content.bytes(of: EntryPath.timestampManifest)
        do { return try TimestampToken(parsing: token).verify(over: stamped) } catch { throw Finding(Problem(error)) }
    }

    /// Judges the authority of a token, and when the seal was there by its word.
    ///
    /// Its own time proves nothing once its key has expired or was revoked: then the time counts that witnesses prove, or now.
    func provenTime(
        _ timestamp: VerifiedTimestamp,
        _ acceptance: AcceptanceRecord,
        _ judge: CertificateJudge,
        witnessed: Instant?
    ) async throws(Finding) -> Instant {
        let (time, latest) = (Instant(milliseconds: timestamp.time), Instant(milliseconds: timestamp.latest))
        let skew = Int64(Limits().clockSkew)
        guard acceptance.receivedAt <= latest.advanced(bySeconds: skew) else {
            throw .failed(.mismatch, "The time-stamp is older than the time that the seal states.")
        }
        guard time <= self.now.advanced(bySeconds: skew) else {
            throw .undecided(.notYetValid, "The time-stamp says \(time), which lies after \(self.now).")
        }
        try await judge.judgeTimestamp(timestamp.signature, at: time, now: witnessed ?? self.now)
        return latest
    }
}
