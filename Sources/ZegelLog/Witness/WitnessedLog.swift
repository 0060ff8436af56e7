// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelStore

/// One log as a witness knows it: the largest tree that it cosigned, in a file of its own.
///
/// Questions about it are answered one after the other, and the file is durable before the cosignature leaves.
final class WitnessedLog: Sendable {
    private enum State {
        /// The newest checkpoint, and whether the file is known to hold it durably.
        case known(VerifiedCheckpoint?, isDurable: Bool)
        /// A write went wrong, so that the file holds either the one before or the next.
        case unknown
    }

    /// Files of evidence that are kept of one folder: enough to show, and no disk is filled with them.
    private static let mostEvidence = 64

    let key: NoteVerifier
    private let file: String
    private let evidence: String
    private let fileSystem: any FileSystem
    private let state: Mutex<State>

    /// Reads what was cosigned before.
    ///
    /// - Throws: `log.disagrees` where the file is there and is none of this log.
    init(_ key: NoteVerifier, folder: String, fileSystem: any FileSystem) throws(Problem) {
        let identifier = String(key.identifier, radix: 16)
        let name = ForkEvidence.name(of: LogOrigin(key.name))
        self.key = key
        self.file = "\(folder)/\(name)-\(identifier).checkpoint"
        self.evidence = "\(folder)/forks"
        self.fileSystem = fileSystem
        self.state = Mutex(.known(try Self.read(self.file, key), isDurable: true))
    }

    private static func read(_ file: String, _ key: NoteVerifier) throws(Problem) -> VerifiedCheckpoint? {
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        do {
            return try SignedCheckpoint(parsing: FilePieces.whole(file)).verified(by: key)
        } catch {
            throw Problem(.logDisagrees, "\(file) does not hold a checkpoint of the log: \(error)")
        }
    }

    /// The newest checkpoint that was cosigned.
    var newest: Checkpoint? {
        self.state.withLock { if case .known(let checkpoint, _) = $0 { checkpoint?.checkpoint } else { nil } }
    }

    /// Decides about a checkpoint and remembers it.
    func add(_ question: AddCheckpoint, _ cosigner: Cosigner, at time: UInt64) -> WitnessAnswer {
        guard let signed = self.own(question.checkpoint) else { return .unsigned }
        guard question.oldSize <= signed.checkpoint.size else { return .malformed }
        return self.state.withLock { state in
            if case .unknown = state {
                do { state = .known(try Self.read(self.file, self.key), isDurable: false) } catch { return .failed }
            }
            guard case .known(let before, let isDurable) = state else { return .failed }
            if let refusal = self.refusal(question, signed, before) { return refusal }
            if !isDurable || before?.checkpoint != signed.checkpoint {
                do {
                    try DurableFile.write(signed.signed.bytes, to: self.file, self.fileSystem)
                } catch {
                    state = .unknown
                    return .failed
                }
                state = .known(signed, isDurable: true)
            }
            guard let signature = try? cosigner.cosign(signed.checkpoint, at: time) else { return .failed }
            return .cosigned(signature)
        }
    }

    /// The checkpoint with the signature of the log alone, where it holds.
    private func own(_ signed: SignedCheckpoint) -> VerifiedCheckpoint? {
        let signatures = signed.note.signatures.filter {
            $0.name == self.key.name && $0.identifier == self.key.identifier
        }
        guard let note = try? SignedNote(text: signed.note.text, signatures: signatures) else { return nil }
        return try? SignedCheckpoint(note).verified(by: self.key)
    }

    private func refusal(
        _ question: AddCheckpoint,
        _ new: VerifiedCheckpoint,
        _ before: VerifiedCheckpoint?
    ) -> WitnessAnswer? {
        let (size, known) = (new.checkpoint.size, before?.checkpoint.size ?? 0)
        if let before, size == known, before.checkpoint.root != new.checkpoint.root {
            self.keep(before, new)
            return .conflict(known)
        }
        guard question.oldSize == known else { return .conflict(known) }
        let old = before?.checkpoint.root ?? .empty
        let proof = try? ConsistencyProof(from: known, to: size, hashes: question.proof)
        guard (try? proof?.verify(old: old, new: new.checkpoint.root)) != nil else { return .inconsistent }
        return nil
    }

    /// Keeps two signed trees of one size: whoever sees both knows that the log lies.
    private func keep(_ one: VerifiedCheckpoint, _ two: VerifiedCheckpoint) {
        let kept = (try? FileManager.default.contentsOfDirectory(atPath: self.evidence).count) ?? 0
        guard kept < Self.mostEvidence else { return }
        _ = try? ForkEvidence.keep([one.signed, two.signed], in: self.evidence)
    }
}
