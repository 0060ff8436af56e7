// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import ZegelCore

extension DossierCheck {
    /// The log has the entry that commits to this seal, and never said anything else in this dossier.
    func proof(
        _ acceptance: AcceptanceRecord,
        _ export: ExportRecord?,
        _ log: NoteVerifier
    ) throws(Finding) -> ([VerifiedCheckpoint], String) {
        let shown = try self.proven(log)
        let proven = shown.checkpoint
        guard acceptance.log == proven.origin.description else {
            throw .failed(.mismatch, "The acceptance names another log than the proof is of.")
        }
        let stamped = try self.stampedCheckpoint(by: log)
        guard stamped?.checkpoint.size != proven.size || stamped?.checkpoint.root == proven.root else {
            throw .failed(.logFork, "The log signed two roots for \(proven.size) entries.")
        }
        let known = try export.map { record throws(Finding) in try Self.checkpoint(of: record, log) }
        if let known = known?.checkpoint {
            guard known.size >= proven.size else {
                throw .failed(.mismatch, "The export names an earlier checkpoint than the proof leads to.")
            }
            guard known.size > proven.size || known.root == proven.root else {
                throw .failed(.logFork, "The log signed two roots for \(known.size) entries.")
            }
        }
        return ([shown] + [stamped, known].compactMap(\.self), "\(proven.origin), in its first \(proven.size) entries")
    }

    /// The checkpoint under which the log has the seal.
    func proven(_ log: NoteVerifier) throws(Finding) -> VerifiedCheckpoint {
        let parts = [EntryPath.logProof, EntryPath.logSalt].map { self.content.added[$0] }
        guard parts.contains(where: { $0 != nil }) else {
            throw .undecided(.logProofMissing, "There is no log proof in this dossier.")
        }
        let evidence = LogEvidence(
            proof: try self.content.bytes(of: EntryPath.logProof),
            salt: try self.content.bytes(of: EntryPath.logSalt)
        )
        let signed = try self.content.bytes(of: EntryPath.sealManifest)
        let signature = try self.content.bytes(of: EntryPath.sealSignature)
        do { return try evidence.verified(signed: signed, signature: signature, by: log) } catch {
            throw .failed(.logProof, error.detail)
        }
    }

    /// The checkpoint of the log when the copy was made.
    private static func checkpoint(of export: ExportRecord, _ log: NoteVerifier) throws(Finding) -> VerifiedCheckpoint {
        guard let bytes = Base64.decode(export.checkpoint) else {
            throw .failed(.format, "The checkpoint of the export is not base64.")
        }
        do { return try SignedCheckpoint(parsing: bytes).verified(by: log) } catch {
            throw .failed(.logProof, "The checkpoint of the export: \(error)")
        }
    }
}
