// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a witness is asked: to cosign a checkpoint that continues the one it cosigned before (c2sp.org/tlog-witness).
public struct AddCheckpoint: Hashable, Sendable {
    /// The largest number of hashes of a proof: no tree is higher.
    public static let maximumHashes = 63
    /// The largest size of a question in bytes.
    public static let maximumBytes = SignedNote.maximumBytes + 4_096
    /// The media type of the answer of a witness that knows the log at another size.
    public static let sizeType = "text/x.tlog.size"

    /// The size of the tree that the witness is thought to have cosigned last; 0 for none.
    public let oldSize: UInt64
    /// The hashes that show that the checkpoint continues it; whether they do is for the witness to see.
    public let proof: [TreeHash]
    /// The checkpoint to cosign.
    public let checkpoint: SignedCheckpoint

    /// Makes a question.
    public init(_ proof: ConsistencyProof, checkpoint: SignedCheckpoint) {
        self.oldSize = proof.oldSize
        self.proof = proof.hashes
        self.checkpoint = checkpoint
    }

    /// Reads a question.
    ///
    /// - Throws: `witness.malformed`, or as a checkpoint does.
    public init(parsing bytes: [UInt8]) throws(TransparencyLogError) {
        guard bytes.count <= Self.maximumBytes else { throw Self.malformed }
        var rest = bytes[...]
        guard let first = rest.takeLine(), first.starts(with: "old ".utf8),
            let size = DecimalText.decode(first.dropFirst(4))
        else { throw Self.malformed }
        var hashes: [TreeHash] = []
        while true {
            guard let line = rest.takeLine() else { throw Self.malformed }
            if line.isEmpty { break }
            guard hashes.count < Self.maximumHashes, let hash = Base64.decode(line).flatMap({ TreeHash($0) }) else {
                throw Self.malformed
            }
            hashes.append(hash)
        }
        self.oldSize = size
        self.proof = hashes
        self.checkpoint = try SignedCheckpoint(parsing: Array(rest))
    }

    /// The question as it is sent.
    public var bytes: [UInt8] {
        let lines = ["old \(self.oldSize)"] + self.proof.map(\.description) + [""]
        return lines.flatMap { Array($0.utf8) + [0x0A] } + self.checkpoint.bytes
    }

    /// Reads the answer of a witness that knows the log at another size: the size and a line feed.
    public static func size(parsing bytes: [UInt8]) -> UInt64? {
        bytes.last == 0x0A ? DecimalText.decode(bytes.dropLast()) : nil
    }

    /// Takes the cosignature of a witness out of its answer; lines of other keys are not looked at.
    ///
    /// - Throws: `note.malformed`, `note.signature-missing`, `note.signature-invalid` or `cosignature.time`.
    public func cosignature(
        in answer: [UInt8],
        by witness: CosignatureVerifier
    ) throws(TransparencyLogError) -> NoteSignature {
        guard answer.last == 0x0A, answer.count <= SignedNote.maximumBytes else {
            throw TransparencyLogError(.noteMalformed, "The answer of a witness is lines of signatures.")
        }
        var signatures: [NoteSignature] = []
        for line in answer.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
            let signature = try NoteSignature(parsing: line)
            if signature.name == witness.name, signature.identifier == witness.identifier {
                signatures.append(signature)
            }
        }
        guard let signature = signatures.first, signatures.count == 1 else {
            throw TransparencyLogError(.signatureMissing, "The witness has not signed, or more than once.")
        }
        let note = try SignedNote(text: self.checkpoint.note.text, signatures: [signature])
        _ = try note.cosignature(of: witness)
        return signature
    }

    private static var malformed: TransparencyLogError {
        TransparencyLogError(
            .witnessMalformed,
            "A question to a witness is an old size, at most \(self.maximumHashes) hashes, an empty line and a checkpoint."
        )
    }
}
