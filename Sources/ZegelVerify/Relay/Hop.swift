// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import TransparencyLog
package import ZegelCore

/// What one server said of a message that passed it: its acceptance, its seal, and the proof that its log has both.
package struct Hop: Hashable, Sendable {
    /// The parts, in the order in which they stand in the evidence of a later server, each with the end of its name.
    enum Part: String, CaseIterable {
        case acceptance = "acceptance.json"
        case manifest = "seal.xml"
        case seal = "seal.p7s"
        case proof = "log.tlog-proof"
        case salt = "log.salt"
        case release = "release.p7m"

        /// The name of the entry for the server that the message passed as the first, second, and so on.
        func name(_ number: Int) -> String { "\(EntryPath.relays)\(number)-\(self.rawValue)" }
    }

    /// What it accepted.
    package let acceptance: AcceptanceRecord
    /// The seal.
    package let seal: [UInt8]
    private let acceptanceBytes: [UInt8]
    private let sealManifest: [UInt8]
    private let log: LogEvidence
    /// The statement by which a second person of the originator let the message go there.
    let release: [UInt8]?

    /// - Throws: ``Problem`` `relay.invalid` where a part is missing, or the acceptance is none.
    init(release: [UInt8]?, _ part: (Part) -> [UInt8]?) throws(Problem) {
        func required(_ name: Part) throws(Problem) -> [UInt8] {
            guard let bytes = part(name) else {
                throw Problem(.relayInvalid, "Of a server that it passed there is no \(name.rawValue).")
            }
            return bytes
        }
        self.acceptanceBytes = try required(.acceptance)
        self.sealManifest = try required(.manifest)
        self.seal = try required(.seal)
        self.log = LogEvidence(proof: try required(.proof), salt: try required(.salt))
        self.release = release
        do { self.acceptance = try AcceptanceRecord(parsing: self.acceptanceBytes) } catch {
            throw Problem(.relayInvalid, "The acceptance of a server that it passed: \(error.detail)")
        }
    }

    /// The digest of the seal, as later acceptances name it.
    var digest: ContentDigest { ContentDigest(of: self.seal) }

    /// The entries by which a later server shows it.
    func entries(_ number: Int) -> [(name: String, bytes: [UInt8])] {
        Part.allCases.compactMap { part in self.bytes(of: part).map { (part.name(number), $0) } }
    }

    private func bytes(of part: Part) -> [UInt8]? {
        switch part {
        case .acceptance: self.acceptanceBytes
        case .manifest: self.sealManifest
        case .seal: self.seal
        case .proof: self.log.proof
        case .salt: self.log.salt
        case .release: self.release
        }
    }

    /// Verifies the seal: it holds, is by the server that the acceptance names, and covers the container; its certificate is not judged.
    ///
    /// - Parameter digests: Those of the container's entries, by name.
    /// - Throws: ``Problem`` with a `cms.…` or `manifest.…` code, or `relay.invalid`.
    func signature(over digests: [String: [UInt8]]) throws(Problem) -> VerifiedSignature {
        let verified: VerifiedSignature
        do { verified = try CAdESSignature(parsing: self.seal).verify(detached: self.sealManifest) } catch {
            throw Problem(error)
        }
        guard OIN(subjectOf: verified.signer) == self.acceptance.server else {
            throw Problem(.relayInvalid, "A seal is not by the server that its acceptance names.")
        }
        guard try SealCoverage.isWhole(self.sealManifest, over: digests, self.acceptanceBytes, self.acceptance) else {
            throw Problem(.relayInvalid, "A seal does not cover this message, all of it and nothing else.")
        }
        return verified
    }

    /// Checks that the log of the server has the seal; where its key is not known, that the proof at least leads to some checkpoint.
    ///
    /// - Throws: ``Problem`` `log.proof-invalid`.
    func prove(by key: NoteVerifier?) throws(Problem) {
        guard let key else {
            _ = try self.log.included(signed: self.sealManifest, signature: self.seal)
            return
        }
        let shown = try self.log.verified(signed: self.sealManifest, signature: self.seal, by: key)
        guard self.acceptance.log == shown.checkpoint.origin.description else {
            throw Problem(.logProof, "The acceptance names another log than the proof is of.")
        }
    }

    /// The message as this server named it.
    func subject(_ header: MessageHeader) -> StatementSubject {
        StatementSubject(
            message: self.acceptance.id,
            container: self.acceptance.container,
            server: self.acceptance.server,
            header: header
        )
    }
}
