// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import TransparencyLog
package import ZegelCore

/// What a receipt or dossier shows of the log: where the entry stands, and the salt that opens it.
package struct LogEvidence: Hashable, Sendable {
    /// The exact bytes of the proof (c2sp.org/tlog-proof).
    package let proof: [UInt8]
    /// The salt of the entry.
    package let salt: [UInt8]

    /// Gathers both.
    package init(proof: [UInt8], salt: [UInt8]) {
        self.proof = proof
        self.salt = salt
    }

    /// Reads both from JSON; `nil` where neither is there.
    ///
    /// - Throws: ``Problem`` `receipt.invalid` where one is missing or has another form.
    init?(receipt json: JSONValue) throws(Problem) {
        guard json["proof"] != nil || json["salt"] != nil else { return nil }
        guard let proof = json["proof"]?.string.flatMap({ Base64.decode($0) }),
            let salt = json["salt"]?.string.flatMap({ Base64.decode($0) })
        else { throw Problem(.receiptInvalid, "proof and salt of a receipt go together, both in base64.") }
        self.init(proof: proof, salt: salt)
    }

    /// Both as members of a receipt.
    var members: [JSONValue.Member] {
        [.init("proof", .string(Base64.encode(self.proof))), .init("salt", .string(Base64.encode(self.salt)))]
    }

    /// Checks that the log has the entry for what was signed.
    ///
    /// - Parameters:
    ///   - signed: What the server signed: the seal's manifest, or the record of a statement.
    ///   - signature: The server's signature over it.
    ///   - log: The key of the log.
    /// - Returns: The checkpoint that the proof leads to.
    /// - Throws: ``Problem`` `log.proof-invalid`.
    package func verified(
        signed: [UInt8],
        signature: [UInt8],
        by log: NoteVerifier
    ) throws(Problem) -> VerifiedCheckpoint {
        let proof = try self.included(signed: signed, signature: signature)
        do { return try proof.checkpoint.verified(by: log) } catch { throw Problem(.logProof, "\(error)") }
    }

    /// Checks that the tree of the checkpoint has the entry for what was signed; who signed the checkpoint is not looked at.
    ///
    /// - Throws: ``Problem`` `log.proof-invalid`.
    func included(signed: [UInt8], signature: [UInt8]) throws(Problem) -> LogProof {
        guard self.salt.count == LogOpening.saltSize else {
            throw Problem(.logProof, "The salt has \(LogOpening.saltSize) bytes.")
        }
        let details = LogOpening.details(signed: signed, signature: signature)
        do {
            let proof = try LogProof(parsing: self.proof)
            let leaf = LogOpening(salt: self.salt, details: details).leaf
            try proof.inclusion.verify(leaf: leaf, root: proof.checkpoint.checkpoint.root)
            return proof
        } catch {
            throw Problem(.logProof, "\(error)")
        }
    }
}
