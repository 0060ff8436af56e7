// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Why a tile, note, checkpoint or proof was refused.
///
/// Two errors are equal when their codes are: the detail is for people and may change. It never holds entries or keys.
public struct TransparencyLogError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The stable name of the cause.
    public let code: Code
    /// What was found, in one or two plain sentences.
    public let detail: String

    init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    /// The code and the detail in one line.
    public var description: String { "\(self.code.rawValue): \(self.detail)" }

    /// Whether both errors have the same cause.
    public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

    /// Hashes the cause alone, as equality does.
    public func hash(into hasher: inout Hasher) { hasher.combine(self.code) }
}

extension TransparencyLogError {
    /// The stable names of all causes: one code per cause, named after the format that it lies in.
    public enum Code: String, Sendable, CaseIterable {
        // MARK: Trees and proofs

        /// A tree of more than 2⁶³ - 1 entries, or an entry beyond that.
        case treeTooLarge = "tree.too-large"
        /// An entry that is not in the tree, or an old tree larger than the new one.
        case outsideTree = "tree.outside"
        /// A proof with more or fewer hashes than its tree asks for.
        case proofLength = "proof.length"
        /// An inclusion proof that leads to another root.
        case inclusionMismatch = "proof.inclusion-mismatch"
        /// A consistency proof that leads to another old or new root.
        case consistencyMismatch = "proof.consistency-mismatch"
        /// The text of a proof is not laid out as c2sp.org/tlog-proof says.
        case proofMalformed = "proof.malformed"
        /// The text of a proof is longer than the limit.
        case proofTooLarge = "proof.too-large"

        // MARK: Tiles

        /// A path that names no resource of a log, or does so in another spelling than the only one.
        case resourcePath = "tile.path"
        /// A level, index or width that no tree has.
        case tileOutOfRange = "tile.out-of-range"
        /// A tile that is not as long as its width says.
        case tileLength = "tile.length"
        /// A tile that is needed is not among those read.
        case tileMissing = "tile.missing"
        /// A tile that does not follow from the tiles below it, or from the entries.
        case tileMismatch = "tile.mismatch"
        /// An entry of more than 65,535 bytes.
        case entryTooLarge = "entries.too-large"
        /// An entry bundle that is cut off, or holds more or fewer entries than its width says.
        case bundleLength = "entries.length"

        // MARK: Keys

        /// A key name that is empty, too long, or holds a space, a plus or a control character.
        case keyName = "key.name"
        /// The text of a key that is not name, identifier and key in the forms of c2sp.org/signed-note.
        case keyMalformed = "key.malformed"
        /// A key of another signature type than the one asked for.
        case keyType = "key.type"
        /// A key identifier that does not belong to the name and key beside it.
        case keyIdentifier = "key.identifier"

        // MARK: Notes

        /// A note that is longer than the limit.
        case noteTooLarge = "note.too-large"
        /// A note that is not UTF-8, or holds a control character.
        case noteText = "note.text"
        /// A note that is not a text, an empty line and signature lines.
        case noteMalformed = "note.malformed"
        /// A note with more signatures than the limit.
        case tooManySignatures = "note.too-many-signatures"
        /// Two signatures by one key.
        case signatureDuplicate = "note.signature-duplicate"
        /// A signature of a known key that does not hold.
        case signatureInvalid = "note.signature-invalid"
        /// No signature of the key that has to sign.
        case signatureMissing = "note.signature-missing"

        // MARK: Checkpoints

        /// The text of a checkpoint is not origin, size, root hash and extension lines.
        case checkpointMalformed = "checkpoint.malformed"
        /// The checkpoint of another log than the one asked for.
        case checkpointOrigin = "checkpoint.origin"
        /// A checkpoint of an empty tree with a root that is not that of the empty tree.
        case checkpointEmptyRoot = "checkpoint.empty-root"
        /// A cosignature dated after 2⁶³ - 1 seconds.
        case cosignatureTime = "cosignature.time"

        // MARK: Witnesses

        /// A question to a witness that is not laid out as c2sp.org/tlog-witness says.
        case witnessMalformed = "witness.malformed"
        /// A policy of witnesses that is not written as c2sp.org/tlog-policy says.
        case policyMalformed = "witness.policy"
    }
}
