// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import ZegelCore

/// What the manifest of a seal has to cover.
enum SealCoverage {
    /// Whether it covers the container's entries save `mimetype`, the acceptance and its evidence, and nothing else.
    ///
    /// - Parameters:
    ///   - digests: Those of the container's entries, by name.
    ///   - acceptance: The bytes of the acceptance.
    ///   - record: What they say.
    /// - Throws: ``Problem`` with a `manifest.…` code.
    static func isWhole(
        _ bytes: [UInt8],
        over digests: [String: [UInt8]],
        _ acceptance: [UInt8],
        _ record: AcceptanceRecord
    ) throws(Problem) -> Bool {
        let manifest: ASiCManifest
        do { manifest = try ASiCManifest(parsing: bytes) } catch { throw Problem(error) }
        var expected = digests
        expected[EntryPath.acceptance] = ContentDigest(of: acceptance).bytes
        for evidence in record.evidence { expected[evidence.name] = evidence.digest.bytes }
        let found = Dictionary(manifest.references.map { ($0.uri, $0.digest) }, uniquingKeysWith: { first, _ in first })
        return manifest.signatureURI == EntryPath.sealSignature && found == expected
    }

    /// The digests of a container's entries save `mimetype`, by name.
    static func digests(of entries: [ContainerEntry]) -> [String: [UInt8]] {
        Dictionary(entries.dropFirst().map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    }
}
