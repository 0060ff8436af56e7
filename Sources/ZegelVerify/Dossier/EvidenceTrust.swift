// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import Synchronization
import X509
import ZegelCore
import ZegelTrust

/// Whom offline verification trusts, with what dossiers bring along: one judge for each set of evidence, kept.
///
/// Dossiers of one time bring the same certificates and lists, so that few judges serve thousands of files. What a dossier
/// brings can help to find a chain or to decide on revocation, never to trust an authority.
final class EvidenceTrust: Sendable {
    /// How many judges are kept, and how many bytes of evidence for them all together.
    private static let maximumKept = 64
    private static let maximumBytes = 64 << 20

    private struct Kept {
        var judges: [Set<ContentDigest>: CertificateJudge] = [:]
        var bytes = 0
    }

    private let source: TrustSource
    private let lists: [RevocationList]
    private let grace: Int64
    private let kept = Mutex(Kept())

    /// The judge for a file that brings nothing.
    let withoutEvidence: CertificateJudge

    init(anchorsPEM: [String], listsPEM: [String], grace: Int64) throws(Problem) {
        self.source = try TrustSource(anchorsPEM: anchorsPEM, crlsPEM: [])
        do throws(TrustError) {
            var lists: [RevocationList] = []
            for text in listsPEM { lists += try RevocationList.pemDocuments(in: text) }
            self.lists = lists
        } catch {
            throw error.problem
        }
        self.grace = grace
        self.withoutEvidence = CertificateJudge(source: self.source, lists: self.lists, grace: grace)
    }

    /// The judge for a dossier with this evidence.
    ///
    /// - Throws: ``Finding`` where a piece is no certificate, list or answer.
    func judge(with evidence: [ContentDigest: [UInt8]]) throws(Finding) -> CertificateJudge {
        guard !evidence.isEmpty else { return self.withoutEvidence }
        let key = Set(evidence.keys)
        if let judge = self.kept.withLock({ $0.judges[key] }) { return judge }
        var certificates: [Certificate] = []
        var lists: [RevocationList] = []
        var answers: [StatusAnswer] = []
        for bytes in evidence.values {
            if let certificate = try? Certificate(derEncoded: bytes) {
                certificates.append(certificate)
            } else if let answer = try? StatusAnswer(parsing: bytes) {
                answers.append(answer)
            } else {
                do { lists.append(try RevocationList(parsing: bytes)) } catch {
                    throw .failed(.format, "A piece of evidence is no certificate, list or answer: \(error)")
                }
            }
        }
        let judge = CertificateJudge(
            source: self.source.adding(certificates: certificates, lists: []),
            lists: self.lists + lists,
            answers: answers,
            grace: self.grace
        )
        let size = evidence.values.reduce(0) { $0 + $1.count }
        self.kept.withLock { kept in
            if kept.judges.count >= Self.maximumKept || kept.bytes + size > Self.maximumBytes { kept = Kept() }
            kept.judges[key] = judge
            kept.bytes += size
        }
        return judge
    }
}
