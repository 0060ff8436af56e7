// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The proof that an entry is in a log, complete for verification without the log (c2sp.org/tlog-proof).
public struct LogProof: Hashable, Sendable {
    /// The media type's usual file extension, without a dot.
    public static let fileExtension = "tlog-proof"
    /// The largest size of a proof in bytes.
    public static let maximumBytes = 2 * SignedNote.maximumBytes

    private static let firstLine = "c2sp.org/tlog-proof@v1"

    /// What the application added, at least one byte; nothing vouches for it.
    public let extra: [UInt8]?
    /// The place of the entry and its path to the root.
    public let inclusion: InclusionProof
    /// The checkpoint that the path leads to.
    public let checkpoint: SignedCheckpoint

    /// Makes a proof.
    ///
    /// - Throws: `proof.malformed` when the parts are of trees of different sizes, or the extra data is empty, or
    ///   `proof.too-large`.
    public init(
        _ inclusion: InclusionProof,
        checkpoint: SignedCheckpoint,
        extra: [UInt8]? = nil
    ) throws(TransparencyLogError) {
        guard inclusion.size == checkpoint.checkpoint.size, extra?.isEmpty != true else { throw Self.malformed }
        self.init(checked: inclusion, checkpoint, extra)
        // A checkpoint and a path alone stay below half of it.
        guard extra == nil || self.bytes.count <= Self.maximumBytes else { throw Self.tooLarge }
    }

    private init(checked inclusion: InclusionProof, _ checkpoint: SignedCheckpoint, _ extra: [UInt8]?) {
        self.extra = extra
        self.inclusion = inclusion
        self.checkpoint = checkpoint
    }

    /// Reads a proof.
    ///
    /// - Throws: `proof.malformed`, `proof.too-large`, `proof.length`, `tree.outside`, or as a checkpoint does.
    public init(parsing bytes: [UInt8]) throws(TransparencyLogError) {
        guard bytes.count <= Self.maximumBytes else { throw Self.tooLarge }
        var rest = bytes[...]
        guard rest.takeLine()?.elementsEqual(Self.firstLine.utf8) == true, var line = rest.takeLine() else {
            throw Self.malformed
        }
        var extra: [UInt8]?
        if line.starts(with: "extra ".utf8) {
            guard let value = Base64.decode(line.dropFirst(6)), !value.isEmpty, let next = rest.takeLine() else {
                throw Self.malformed
            }
            extra = value
            line = next
        }
        guard line.starts(with: "index ".utf8), let index = DecimalText.decode(line.dropFirst(6)) else {
            throw Self.malformed
        }
        var hashes: [TreeHash] = []
        while true {
            guard let next = rest.takeLine() else { throw Self.malformed }
            if next.isEmpty { break }
            // No tree is higher, so that a long list is refused before it is read.
            guard hashes.count < 63, let value = Base64.decode(next), let hash = TreeHash(value) else {
                throw Self.malformed
            }
            hashes.append(hash)
        }
        let checkpoint = try SignedCheckpoint(parsing: Array(rest))
        let inclusion = try InclusionProof(index: index, size: checkpoint.checkpoint.size, hashes: hashes)
        self.init(checked: inclusion, checkpoint, extra)
    }

    /// The proof as it is stored and sent.
    public var bytes: [UInt8] {
        var lines = [Self.firstLine]
        if let extra { lines.append("extra \(Base64.encode(extra))") }
        lines.append("index \(self.inclusion.index)")
        lines += self.inclusion.hashes.map(\.description)
        return lines.flatMap { Array($0.utf8) + [0x0A] } + [0x0A] + self.checkpoint.bytes
    }

    /// Checks that a leaf is in the log, and which of the known witnesses saw the log at that size.
    ///
    /// - Parameters:
    ///   - leaf: the hash of the entry, as the application knows it.
    ///   - log: the key of the log.
    ///   - origin: which log it is; the name of the key where nothing is said.
    ///   - witnesses: the keys whose cosignatures count.
    /// - Throws: `proof.inclusion-mismatch`, or as verifying a checkpoint does.
    public func verified(
        leaf: TreeHash,
        by log: NoteVerifier,
        origin: LogOrigin? = nil,
        witnesses: [CosignatureVerifier] = []
    ) throws(TransparencyLogError) -> VerifiedCheckpoint {
        let verified = try self.checkpoint.verified(by: log, origin: origin, witnesses: witnesses)
        try self.inclusion.verify(leaf: leaf, root: verified.checkpoint.root)
        return verified
    }

    private static var malformed: TransparencyLogError {
        TransparencyLogError(
            .proofMalformed,
            "A proof is its first line, extra data if any, an index, hashes, an empty line and a checkpoint of that size."
        )
    }

    private static var tooLarge: TransparencyLogError {
        TransparencyLogError(.proofTooLarge, "A proof has at most \(self.maximumBytes) bytes.")
    }
}
