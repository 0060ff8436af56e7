// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import TransparencyLog
import ZegelCore

/// A time-stamp over a checkpoint of the log, and the proof that the tree of that checkpoint has the entry of a seal.
///
/// Who believes the authority need not believe the log: nobody can have made the entry, and so the seal, after the root was stamped.
package struct LogTimestamp: Hashable, Sendable {
    /// The exact bytes of the proof (c2sp.org/tlog-proof), which ends in the checkpoint: these bytes were stamped.
    package let proof: [UInt8]
    /// The token in DER (RFC 3161).
    package let token: [UInt8]

    /// Takes both as they are sent.
    package init(proof: [UInt8], token: [UInt8]) {
        self.proof = proof
        self.token = token
    }
}

extension DossierCheck {
    /// The token over a checkpoint of the log that has the seal, where there is one: its form, what it covers, and its signature.
    ///
    /// Neither who made it is judged here, nor who signed the checkpoint.
    func logTimestamp(_ acceptance: AcceptanceRecord) throws(Finding) -> VerifiedTimestamp? {
        guard let proof = try self.stampedProof() else { return nil }
        guard proof.checkpoint.checkpoint.origin.description == acceptance.log else {
            throw .failed(.mismatch, "The time-stamp is over a checkpoint of another log than the acceptance names.")
        }
        let token = try self.content.bytes(of: EntryPath.logTimestampToken)
        do { return try TimestampToken(parsing: token).verify(over: proof.checkpoint.bytes) } catch {
            throw Finding(Problem(error))
        }
    }

    /// The stamped checkpoint, once its log was found to have signed it; `nil` where there is none.
    func stampedCheckpoint(by log: NoteVerifier) throws(Finding) -> VerifiedCheckpoint? {
        guard let proof = try self.stampedProof() else { return nil }
        do { return try proof.checkpoint.verified(by: log) } catch {
            throw .failed(.logProof, "The checkpoint that was stamped: \(error)")
        }
    }

    /// The proof that leads from the seal to the root that was stamped.
    private func stampedProof() throws(Finding) -> LogProof? {
        let names = [EntryPath.logTimestampProof, EntryPath.logTimestampToken]
        guard names.contains(where: { self.content.added[$0] != nil }) else { return nil }
        let bytes = try self.content.bytes(of: EntryPath.logTimestampProof)
        let evidence = LogEvidence(proof: bytes, salt: try self.content.bytes(of: EntryPath.logSalt))
        let signed = try self.content.bytes(of: EntryPath.sealManifest)
        let signature = try self.content.bytes(of: EntryPath.sealSignature)
        do { return try evidence.included(signed: signed, signature: signature) } catch {
            throw .failed(.logProof, "The entry under the time-stamp: \(error.detail)")
        }
    }
}
