// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Dispatch
import Synchronization
import ZegelCore
import ZegelStore
import ZegelVerify

/// A large container on its way to a file; one job at a time uses it.
///
/// What is done with a piece is independent of each other, and done on several cores at once: its entries are read and hashed, the whole is
/// hashed, and it is encrypted and written.
final class StreamedContainer: Sendable {
    private struct Entries: ~Copyable {
        var intake: ContainerIntake
        var fault: Problem?
    }

    private let entries: Mutex<Entries>
    private let whole = Mutex(SHA256())
    private let file = Mutex<Spool?>(nil)
    private let store: Store

    init(in store: Store, limits: Limits) {
        self.store = store
        self.entries = Mutex(Entries(intake: ContainerIntake(limits: limits, isHashedElsewhere: true), fault: nil))
    }

    /// What has been read so far.
    private var reading: Reading {
        self.entries.withLock { Reading(opening: $0.intake.opening, fault: $0.fault) }
    }

    /// Reads and writes a piece; after a fault nothing more is written.
    ///
    /// - Throws: What the file system said.
    func take(_ piece: [UInt8]) throws -> Reading {
        guard self.reading.fault == nil else { return self.reading }
        try self.file.withLock { if $0 == nil { $0 = try self.store.makeSpool() } }
        let written = Mutex(Result<Void, any Error>.success(()))
        DispatchQueue.concurrentPerform(iterations: 3) { share in
            switch share {
            case 0: self.read(piece)
            case 1: self.whole.withLock { $0.update(data: piece) }
            default: written.withLock { $0 = Result { try self.file.withLock { try $0?.append(piece[...]) } } }
            }
        }
        try written.withLock { try $0.get() }
        return self.reading
    }

    private func read(_ piece: [UInt8]) {
        self.entries.withLock { entries in
            do throws(Problem) { try entries.intake.consume(piece[...]) } catch { entries.fault = error }
        }
    }

    /// Ends reading and writing; the file is durable when this returns.
    func finish() throws -> ArrivedContainer {
        let digest = ContentDigest(self.whole.withLock { $0.finalize() })
        let checked = try self.entries.withLock { entries throws(Problem) in try entries.intake.finish(digest: digest) }
        let spooled = try self.file.withLock { spool in
            guard let spool else { throw Problem(.internalError, "A large container has no file.") }
            return try spool.finish()
        }
        return ArrivedContainer(checked: checked, content: .spooled(spooled))
    }

    /// Removes the file, whether it was finished or not.
    func discard() {
        self.file.withLock { spool in
            if let spool = spool.take() { self.store.discard(spool) }
        }
    }
}
