// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
package import ZegelCore

/// The seal of a dossier with what it shows of the log, to ask the log about it again.
package struct LoggedSeal: Sendable {
    /// The proof and the salt that the dossier holds.
    package let evidence: LogEvidence
    /// What the log commits to.
    package let opening: LogOpening
    /// The name of the log, as the acceptance has it.
    package let log: String

    /// Reads a dossier; nothing of it is judged here.
    ///
    /// - Throws: ``Problem``: what the format refuses, or `log.proof-invalid` where it has no log proof.
    package init(dossier path: String) throws(Problem) {
        let content: DossierContent
        do { content = try DossierReader.read(FileBytes(path: path)) } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(.parameterInvalid, "\(path) cannot be read as a dossier.")
        }
        guard let manifest = content.added[EntryPath.sealManifest], let seal = content.added[EntryPath.sealSignature],
            let acceptance = content.added[EntryPath.acceptance], let proof = content.added[EntryPath.logProof],
            let salt = content.added[EntryPath.logSalt]
        else { throw Problem(.logProof, "\(path) is no dossier with a log proof.") }
        self.log = try AcceptanceRecord(parsing: acceptance).log
        self.evidence = LogEvidence(proof: proof, salt: salt)
        self.opening = LogOpening(salt: salt, details: LogOpening.details(signed: manifest, signature: seal))
    }
}
