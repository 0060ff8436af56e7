// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import TransparencyLog

/// The newest checkpoint, which is served, and those just before it.
///
/// The signature of a commit is stored with the next one, so that it costs no sync of its own; until then it stands here and in the
/// anchor. Readers may still look at a state some commits back.
package final class LogHead: Sendable {
    private static let kept = 64
    private let recent: Mutex<[SignedCheckpoint]>
    /// The last checkpoint that a witness cosigned, with all cosignatures so far.
    private let cosigned = Mutex<SignedCheckpoint?>(nil)

    init(_ newest: SignedCheckpoint) { self.recent = Mutex([newest]) }

    /// The newest checkpoint; durable in the anchor.
    package var newest: SignedCheckpoint { self.recent.withLock { $0[$0.count - 1] } }

    /// The newest checkpoint with the cosignatures that it has: what is shown to others.
    package var served: SignedCheckpoint {
        let newest = self.newest
        return self.cosigned.withLock { $0?.checkpoint == newest.checkpoint ? $0 : nil } ?? newest
    }

    /// Adds a cosignature to a checkpoint of this log.
    ///
    /// - Returns: The checkpoint with all cosignatures that it has by now.
    /// - Throws: What adding to a note throws; one that is there already is no error.
    package func add(
        _ cosignature: NoteSignature,
        to checkpoint: SignedCheckpoint
    ) throws(TransparencyLogError) -> SignedCheckpoint {
        try self.cosigned.withLock { (cosigned) throws(TransparencyLogError) in
            let known = cosigned.flatMap { $0.checkpoint == checkpoint.checkpoint ? $0 : nil } ?? checkpoint
            let signatures = known.note.signatures.filter {
                $0.name != cosignature.name || $0.identifier != cosignature.identifier
            }
            let note = try SignedNote(text: known.note.text, signatures: signatures + [cosignature])
            let next = try SignedCheckpoint(note)
            if cosigned.map({ $0.checkpoint.size <= next.checkpoint.size }) ?? true { cosigned = next }
            return next
        }
    }

    /// A recent checkpoint of a size.
    func checkpoint(of size: UInt64) -> SignedCheckpoint? {
        self.recent.withLock { $0.last { $0.checkpoint.size == size } }
    }

    func add(_ checkpoint: SignedCheckpoint) {
        self.recent.withLock { recent in
            recent.append(checkpoint)
            if recent.count > Self.kept { recent.removeFirst() }
        }
    }
}
