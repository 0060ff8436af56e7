// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import ZegelCore
import ZegelStore
import ZegelVerify

/// A large container on its way to a file; one job at a time uses it.
final class StreamedContainer: Sendable {
    private struct Parts: ~Copyable {
        var intake: ContainerIntake
        var spool: Spool?
        var fault: Problem?
    }

    private let parts: Mutex<Parts>

    init(limits: Limits) {
        self.parts = Mutex(Parts(intake: ContainerIntake(limits: limits), spool: nil, fault: nil))
    }

    /// What has been read so far.
    var reading: Reading {
        self.parts.withLock { Reading(opening: $0.intake.opening, fault: $0.fault) }
    }

    /// Names the file that the pieces go to.
    func begin(_ spool: Spool) { self.parts.withLock { $0.spool = spool } }

    /// Reads and writes a piece; after a fault nothing more is written.
    ///
    /// - Throws: What the file system said.
    func take(_ piece: ArraySlice<UInt8>) throws -> Reading {
        try self.parts.withLock { parts in
            if parts.fault == nil {
                do throws(Problem) { try parts.intake.consume(piece) } catch { parts.fault = error }
                try parts.spool?.append(piece)
            }
            return Reading(opening: parts.intake.opening, fault: parts.fault)
        }
    }

    /// Ends reading and writing; the file is durable when this returns.
    func finish() throws -> ArrivedContainer {
        try self.parts.withLock { parts in
            let checked = try parts.intake.finish()
            guard let spool = parts.spool else { throw Problem(.internalError, "A large container has no file.") }
            return ArrivedContainer(checked: checked, content: .spooled(try spool.finish()))
        }
    }

    /// Removes the file, whether it was finished or not.
    func discard(in store: Store) {
        self.parts.withLock { parts in
            if let spool = parts.spool.take() { store.discard(spool) }
        }
    }
}
