// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import ZegelCore
import ZegelTrust

extension DossierCheck {
    /// The seal: what it covers, that it holds, and that it is by a named sealer.
    ///
    /// It is judged at the time at which others are proven to have seen it, else now.
    func seal(
        _ opening: ContainerOpening,
        _ acceptance: AcceptanceRecord,
        _ judge: CertificateJudge,
        _ proven: Instant?
    ) async throws(Finding) -> String {
        let manifest = try self.manifest(EntryPath.sealManifest, signedIn: EntryPath.sealSignature)
        let fixed = [
            EntryPath.header, EntryPath.senderManifest, EntryPath.senderSignature, EntryPath.acceptance,
        ]
        let covered = fixed + opening.header.documents.map(\.name) + acceptance.evidence.map(\.name)
        try Self.hold(manifest, to: Set(covered), "seal")
        let documents = Dictionary(
            opening.header.documents.map { ($0.name, $0.digest.bytes) },
            uniquingKeysWith: { first, _ in first }
        )
        for reference in manifest.references {
            guard reference.digest == self.content.digest(of: reference.uri) ?? documents[reference.uri] else {
                throw .failed(.hash, "The seal covers another content of '\(reference.uri)'.")
            }
        }
        return try await self.server(
            EntryPath.sealManifest,
            EntryPath.sealSignature,
            claimed: acceptance.receivedAt,
            at: proven.map { min($0, self.now) },
            acceptance,
            judge
        )
    }

    /// Verifies a signature of the server over a manifest, and who made it.
    func server(
        _ manifest: String,
        _ signature: String,
        claimed: Instant,
        at proven: Instant? = nil,
        _ acceptance: AcceptanceRecord,
        _ judge: CertificateJudge
    ) async throws(Finding) -> String {
        let verified = try self.verified(signature, over: manifest)
        // A seal by the wrong one has failed, whatever else is unknown about its certificate.
        guard let oin = OIN(subjectOf: verified.signer) else {
            throw .failed(.chainConstraints, "The certificate of the signature names no OIN.")
        }
        try self.holdSealer(oin, to: acceptance)
        let trusted = try await judge.judgeServer(
            verified,
            claimed: claimed,
            listsFreshAt: acceptance.receivedAt,
            now: proven ?? self.now
        )
        guard !self.sealers.isEmpty else {
            throw .undecided(.sealerNotNamed, "It is by \(trusted.oin); name who may seal with --sealer.")
        }
        return "\(trusted.oin), at \(claimed), judged at \(proven ?? self.now)"
    }

    private func holdSealer(_ oin: OIN, to acceptance: AcceptanceRecord) throws(Finding) {
        guard oin == acceptance.server else {
            throw .failed(.signer, "It is not by the server that the acceptance names.")
        }
        guard self.sealers.isEmpty || self.sealers.contains(oin) else {
            throw .failed(.sealerOther, "It is by \(oin), who is not named as a sealer.")
        }
    }

    /// Parses a manifest of the server and holds its SigReference.
    func manifest(_ name: String, signedIn signature: String) throws(Finding) -> ASiCManifest {
        let bytes = try self.content.bytes(of: name)
        let manifest = try Finding.reading { try ASiCManifest(parsing: bytes) }
        guard manifest.signatureURI == signature else {
            throw .failed(.format, "SigReference of '\(name)' does not name '\(signature)'.")
        }
        return manifest
    }

    /// Holds the references of a manifest to the entries that it must cover: these and no others.
    static func hold(_ manifest: ASiCManifest, to names: Set<String>, _ what: String) throws(Finding) {
        let covered = Set(manifest.references.map(\.uri))
        if let missing = names.subtracting(covered).min() {
            throw .failed(.format, "The \(what) does not cover '\(missing)'.")
        }
        if let surplus = covered.subtracting(names).min() {
            throw .failed(.format, "The \(what) covers '\(surplus)', which is not part of it.")
        }
    }

    private func verified(_ signature: String, over manifest: String) throws(Finding) -> VerifiedSignature {
        let der = try self.content.bytes(of: signature)
        let signed = try self.content.bytes(of: manifest)
        do { return try CAdESSignature(parsing: der).verify(detached: signed) } catch {
            throw Finding(Problem(error))
        }
    }
}
