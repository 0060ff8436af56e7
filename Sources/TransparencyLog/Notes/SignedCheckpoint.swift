// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A checkpoint and the signatures under it, none of which was looked at yet.
public struct SignedCheckpoint: Hashable, Sendable {
    /// What is claimed.
    public let checkpoint: Checkpoint
    /// The note that claims it.
    public let note: SignedNote

    /// Reads a checkpoint as it is served.
    ///
    /// - Throws: as a note and as a checkpoint do.
    public init(parsing bytes: [UInt8]) throws(TransparencyLogError) {
        try self.init(SignedNote(parsing: bytes))
    }

    /// Reads the checkpoint in a note.
    ///
    /// - Throws: as a checkpoint does.
    public init(_ note: SignedNote) throws(TransparencyLogError) {
        self.checkpoint = try Checkpoint(parsing: note.text)
        self.note = note
    }

    /// Signs a checkpoint; a log signs none that contradicts one that it signed before.
    public init(signing checkpoint: Checkpoint, by log: NoteSigner) throws {
        self.checkpoint = checkpoint
        self.note = try SignedNote(text: checkpoint.text, signatures: [log.sign(checkpoint.text)])
    }

    /// The checkpoint as it is served.
    public var bytes: [UInt8] { self.note.bytes }

    /// The same checkpoint with one more signature.
    ///
    /// - Throws: `note.too-large`, `note.too-many-signatures` or `note.signature-duplicate`.
    public func adding(_ signature: NoteSignature) throws(TransparencyLogError) -> SignedCheckpoint {
        try SignedCheckpoint(self.note.adding(signature))
    }

    /// Checks that the log said so, and which of the known witnesses saw it.
    ///
    /// - Parameters:
    ///   - log: the key of the log.
    ///   - origin: which log it is; the name of the key where nothing is said.
    ///   - witnesses: the keys whose cosignatures count. One that is absent is no error, one that does not hold is.
    /// - Throws: `checkpoint.origin`, `note.signature-missing`, `note.signature-invalid` or `cosignature.time`.
    public func verified(
        by log: NoteVerifier,
        origin: LogOrigin? = nil,
        witnesses: [CosignatureVerifier] = []
    ) throws(TransparencyLogError) -> VerifiedCheckpoint {
        guard self.checkpoint.origin == origin ?? LogOrigin(log.name) else {
            throw TransparencyLogError(.checkpointOrigin, "The checkpoint is of another log.")
        }
        try self.note.verify(log)
        var cosignatures: [Cosignature] = []
        for witness in witnesses {
            if let cosignature = try self.note.cosignature(of: witness) { cosignatures.append(cosignature) }
        }
        return VerifiedCheckpoint(signed: self, log: log, cosignatures: cosignatures)
    }
}

/// A checkpoint that its log signed; only verifying one makes it.
public struct VerifiedCheckpoint: Hashable, Sendable {
    /// The checkpoint with its signatures, as it was read.
    public let signed: SignedCheckpoint
    /// The key that it was verified with.
    public let log: NoteVerifier
    /// The cosignatures of the witnesses that were asked for, in that order.
    public let cosignatures: [Cosignature]

    init(signed: SignedCheckpoint, log: NoteVerifier, cosignatures: [Cosignature]) {
        self.signed = signed
        self.log = log
        self.cosignatures = cosignatures
    }

    /// What the log said.
    public var checkpoint: Checkpoint { self.signed.checkpoint }
}
