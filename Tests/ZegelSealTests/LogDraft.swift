// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import ZegelCore
import ZegelVerify

/// What a dossier shows of the log; each part can be changed.
struct LogDraft {
    static let signer = Result { NoteSigner(name: try KeyName("zegel.example/trial")) }

    var signer: NoteSigner
    var salt = [UInt8](repeating: 9, count: 32)
    /// The number of entries before and behind the seal's, under the checkpoint of the proof.
    var before = 5
    var behind = 3
    /// The number of entries under the checkpoint of the export.
    var exported: UInt64 = 12
    /// What stands at the end of the log under the checkpoint of the export.
    var ending: UInt8 = 0
    var exporter: NoteSigner
    var changeCommitted: ([UInt8]) -> [UInt8] = { $0 }
    var changeProof: ([UInt8]) -> [UInt8] = { $0 }
    var changeSalt: ([UInt8]) -> [UInt8] = { $0 }
    /// The witnesses that cosign the checkpoint of the proof, with the seconds after the seal.
    var cosigned: [(Cosigner, Int64)] = []
    var hasProof = true
    var hasSalt = true
    /// The checkpoint that is stamped, where one is.
    var stamped: Stamped?

    /// A checkpoint of the same log with a token over it.
    struct Stamped {
        /// The number of entries behind the seal's.
        var behind = 4
        /// What stands at the end of the log.
        var ending: UInt8 = 0
        /// Who signs it; the log where nobody is named.
        var signer: NoteSigner?
        var changeCommitted: ([UInt8]) -> [UInt8] = { $0 }
        var changeProof: ([UInt8]) -> [UInt8]? = { $0 }
        /// Makes the token over some bytes; `nil` leaves it out.
        var token: ([UInt8]) throws -> [UInt8]?
    }

    init() throws {
        self.signer = try Self.signer.get()
        self.exporter = self.signer
    }

    /// The tree of a log in which the seal stands.
    private func tree(_ signed: [UInt8], _ signature: [UInt8], size: UInt64, ending: UInt8 = 0) throws -> GrowingTree {
        let details = LogOpening.details(signed: signed, signature: signature)
        let opening = LogOpening(salt: self.salt, details: self.changeCommitted(details))
        var tree = GrowingTree()
        for number in 0..<size {
            let isOwn = number == UInt64(self.before)
            let isLast = number == size - 1
            try tree.append(isOwn ? opening.leaf : .leaf([UInt8(number), isLast ? ending : 0]))
        }
        return tree
    }

    func entries(_ signed: [UInt8], _ signature: [UInt8]) throws -> [DossierDraft.Entry] {
        let tree = try self.tree(signed, signature, size: UInt64(self.before + 1 + self.behind))
        var checkpoint = try Self.checkpoint(of: tree, self.signer)
        for (witness, seconds) in self.cosigned {
            let time = TestWorld.now.advanced(bySeconds: seconds).milliseconds / 1_000
            checkpoint = try checkpoint.adding(witness.cosign(checkpoint.checkpoint, at: UInt64(time)))
        }
        let proof = try LogProof(tree.inclusionProof(of: UInt64(self.before)), checkpoint: checkpoint)
        var entries: [DossierDraft.Entry] = []
        if self.hasProof { entries.append(.init(name: EntryPath.logProof, bytes: self.changeProof(proof.bytes))) }
        if self.hasSalt { entries.append(.init(name: EntryPath.logSalt, bytes: self.changeSalt(self.salt))) }
        return try entries + (self.stamped.map { try self.entries(of: $0, signed, signature) } ?? [])
    }

    private func entries(
        of stamped: Stamped,
        _ signed: [UInt8],
        _ signature: [UInt8]
    ) throws -> [DossierDraft.Entry] {
        var other = self
        other.changeCommitted = stamped.changeCommitted
        let size = UInt64(self.before + 1 + stamped.behind)
        let tree = try other.tree(signed, signature, size: size, ending: stamped.ending)
        let checkpoint = try Self.checkpoint(of: tree, stamped.signer ?? self.signer)
        let proof = try LogProof(tree.inclusionProof(of: UInt64(self.before)), checkpoint: checkpoint)
        let token = try stamped.token(checkpoint.bytes)
        return [
            (EntryPath.logTimestampProof, stamped.changeProof(proof.bytes)), (EntryPath.logTimestampToken, token),
        ].compactMap { name, bytes in bytes.map { .init(name: name, bytes: $0) } }
    }

    /// The checkpoint when the copy was made.
    func checkpoint(_ signed: [UInt8], _ signature: [UInt8]) throws -> String {
        let tree = try self.tree(signed, signature, size: self.exported, ending: self.ending)
        return Base64.encode(try Self.checkpoint(of: tree, self.exporter).bytes)
    }

    private static func checkpoint(of tree: GrowingTree, _ signer: NoteSigner) throws -> SignedCheckpoint {
        let origin = LogOrigin(signer.verifier.name)
        return try SignedCheckpoint(signing: Checkpoint(origin: origin, size: tree.size, root: tree.root), by: signer)
    }
}

extension DossierCase {
    /// With the key of the log.
    private static let looked = Setting(log: LogDraft.signer)

    private static func log(
        _ what: String,
        _ code: String,
        _ change: @escaping @Sendable (inout LogDraft) throws -> Void
    ) -> DossierCase {
        .failed(what, "log", code, Self.looked) { draft in
            var log = try LogDraft()
            try change(&log)
            draft.log = log
        }
    }

    static let log: [DossierCase] = [
        .passed("with its log proof", Self.looked) { $0.log = try LogDraft() },
        .passed("with a log proof that nobody looks at") { $0.log = try LogDraft() },
        .passed("with a log proof and no export", Self.looked) {
            $0.log = try LogDraft()
            $0.hasExport = false
        },
        .passed("as the first entry of the log", Self.looked) {
            $0.log = try LogDraft()
            $0.log?.before = 0
            $0.log?.behind = 0
        },
        .undecided("without a log proof, where a log is named", "log", "log_proof_missing", Self.looked),
        .failed("with a log proof, to one who trusts another log", "log", "log_proof_failure", Self.elsewhere) {
            $0.log = try LogDraft()
        },
        Self.log("the proof of another entry", "log_proof_failure") { log in
            log.changeCommitted = { Array($0.reversed()) }
        },
        Self.log("another salt", "log_proof_failure") { $0.changeSalt = { $0.map { $0 ^ 1 } } },
        Self.log("a salt that is too long", "log_proof_failure") { $0.changeSalt = { $0 + [0] } },
        Self.log("a proof without its salt", "format_failure") { $0.hasSalt = false },
        Self.log("a salt without its proof", "format_failure") { $0.hasProof = false },
        Self.log("a proof that is none", "log_proof_failure") { $0.changeProof = { _ in Array("proof\n".utf8) } },
        Self.log("a proof at another place", "log_proof_failure") {
            $0.changeProof = { Array(String(decoding: $0, as: UTF8.self).replacing("index 5", with: "index 4").utf8) }
        },
        Self.log("a proof of a longer log", "log_proof_failure") {
            $0.changeProof = { Array(String(decoding: $0, as: UTF8.self).replacing("\n9\n", with: "\n10\n").utf8) }
        },
        Self.log("a proof under a checkpoint that another key signed", "log_proof_failure") {
            $0.signer = NoteSigner(name: $0.signer.verifier.name)
        },
        Self.log("a proof under the checkpoint of another log", "log_proof_failure") {
            $0.signer = NoteSigner(name: try KeyName("zegel.example/other"))
        },
        Self.log("an export under a checkpoint that another key signed", "log_proof_failure") {
            $0.exporter = NoteSigner(name: $0.signer.verifier.name)
        },
        Self.log("an export under an older checkpoint", "record_mismatch") { $0.exported = 8 },
        Self.log("an export under another root of the same size", "log_fork") {
            $0.exported = 9
            $0.ending = 1
        },
        .failed("an acceptance that names another log", "log", "record_mismatch", Self.looked) {
            $0.log = try LogDraft()
            $0.changeAcceptance = { $0.replacing("zegel.example/trial", with: "zegel.example/other") }
        },
    ]

    /// With the key of another log.
    private static let elsewhere = Setting(log: Result { NoteSigner(name: try KeyName("zegel.example/other")) })
}
