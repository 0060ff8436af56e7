// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import ZegelCore

/// Why a check did not pass: a word of ETSI EN 319 102-1 (in lower case) or of DESIGN §8, and what was found.
struct Finding: Error, Hashable, Sendable {
    /// The stable reasons.
    enum Code: String, Sendable, CaseIterable {
        /// The bytes do not follow the format.
        case format = "format_failure"
        /// A digest is not that of the content.
        case hash = "hash_failure"
        /// A signature does not hold.
        case signature = "sig_crypto_failure"
        /// A signature is by someone who may not make it.
        case signer = "sig_constraints_failure"
        /// Two parts of the dossier say different things.
        case mismatch = "record_mismatch"
        /// The seal is not by a named sealer.
        case sealerOther = "sealer_not_trusted"
        /// Nobody said who may seal.
        case sealerNotNamed = "sealer_not_named"
        /// The certificate was revoked before it signed.
        case revoked = "revoked"
        /// The certificate had expired when it signed.
        case expired = "expired"
        /// The certificate was not valid yet.
        case notYetValid = "not_yet_valid"
        /// The certificate is expired or revoked now, and nothing proves that it signed before.
        case noProof = "no_poe"
        /// The log proof does not lead to a checkpoint that the log signed.
        case logProof = "log_proof_failure"
        /// There is no log proof, and a log was named.
        case logProofMissing = "log_proof_missing"
        /// Two checkpoints of the log contradict each other.
        case logFork = "log_fork"
        /// Fewer witnesses than the policy asks for have seen the log with the seal in it.
        case witnessQuorum = "witness_quorum_missing"
        /// The cosignature of a witness that the policy names does not hold.
        case cosignature = "cosignature_failure"
        /// No list says whether the certificate was revoked.
        case noRevocationData = "no_revocation_data"
        /// No chain leads to a named authority.
        case noChain = "no_certificate_chain_found"
        /// The certificate is not meant for this use.
        case chainConstraints = "chain_constraints_failure"
        /// An algorithm or key is too weak.
        case cryptoConstraints = "crypto_constraints_failure_no_poe"
        /// The chain cannot be judged for another reason.
        case chain = "certificate_chain_general_failure"
        /// The documents are not in this copy.
        case contentNotAvailable = "content_not_available"
        /// The file cannot be read.
        case noData = "signed_data_not_found"
    }

    let code: Code
    let detail: String
    /// Whether it cannot be decided; it has failed otherwise.
    let isUndecided: Bool

    static func failed(_ code: Code, _ detail: String) -> Finding {
        Finding(code: code, detail: detail, isUndecided: false)
    }

    static func undecided(_ code: Code, _ detail: String) -> Finding {
        Finding(code: code, detail: detail, isUndecided: true)
    }

    /// What a refusal of the strict reader means for evidence.
    init(_ problem: Problem) {
        let code: Code =
            switch problem.code {
            case ProblemCode.digestMismatch.rawValue, "cms.message-digest-mismatch", "container.crc-mismatch",
                "tsp.mismatch":
                .hash
            case "cms.signature-invalid": .signature
            case ProblemCode.signerOther.rawValue, ProblemCode.statementSigner.rawValue: .signer
            case ProblemCode.certificateProfile.rawValue: .chainConstraints
            case ProblemCode.statementOtherMessage.rawValue, ProblemCode.relayInvalid.rawValue: .mismatch
            case ProblemCode.logProof.rawValue: .logProof
            default: .format
            }
        self.init(code: code, detail: "\(problem)", isUndecided: false)
    }

    private init(code: Code, detail: String, isUndecided: Bool) {
        self.code = code
        self.detail = detail
        self.isUndecided = isUndecided
    }
}

/// Gathers the checks of one file.
struct CheckList {
    private(set) var checks: [VerificationReport.Check] = []
    /// The checkpoints that were shown.
    var checkpoints: [VerifiedCheckpoint] = []
    /// What the message came to, where something says so.
    var fate: MessageFate?

    func report(on file: String) -> VerificationReport {
        VerificationReport(file: file, checks: self.checks, checkpoints: self.checkpoints, fate: self.fate)
    }

    mutating func passed(_ name: String, _ detail: String) {
        self.checks.append(.init(name: name, outcome: .passed, code: nil, detail: detail))
    }

    mutating func notChecked(_ name: String, _ detail: String) {
        self.checks.append(.init(name: name, outcome: .notChecked, code: nil, detail: detail))
    }

    mutating func add(_ name: String, _ finding: Finding) {
        self.checks.append(
            .init(
                name: name,
                outcome: finding.isUndecided ? .indeterminate : .failed,
                code: finding.code.rawValue,
                detail: finding.detail
            )
        )
    }

    /// Makes one check and notes how it came out.
    mutating func check(_ name: String, _ body: () throws(Finding) -> String) {
        do throws(Finding) { self.passed(name, try body()) } catch { self.add(name, error) }
    }

    /// Makes one check and notes how it came out.
    mutating func check(_ name: String, _ body: () async throws(Finding) -> String) async {
        do throws(Finding) { self.passed(name, try await body()) } catch { self.add(name, error) }
    }

    /// Makes a check that others need the result of.
    mutating func value<Value>(_ name: String, _ body: () throws(Finding) -> (Value, String)) -> Value? {
        do throws(Finding) {
            let (value, detail) = try body()
            self.passed(name, detail)
            return value
        } catch {
            self.add(name, error)
            return nil
        }
    }
}
