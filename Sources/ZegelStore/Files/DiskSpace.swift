// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
import Synchronization
package import ZegelCore

/// Keeps a reserve free on the disk of the data folder: new messages are refused before it is full, while all else goes on.
///
/// What goes on is what others wait for, and what makes room: reading, statements, the log, and the end of messages. A disk that is full
/// could do none of that.
package final class DiskSpace: Sendable {
    private struct State {
        var free: Int?
        var looked: NIODeadline?
    }

    private let state = Mutex(State())
    private let reserve: Int
    private let now: @Sendable () -> NIODeadline
    private let measure: @Sendable () throws -> Int

    /// Watches a disk.
    ///
    /// - Parameters:
    ///   - reserve: Bytes that have to stay free; 0 where nothing is refused.
    ///   - now: The monotonic clock.
    ///   - measure: The bytes that are free now.
    package init(
        reserve: Int,
        now: @escaping @Sendable () -> NIODeadline = { .now() },
        measure: @escaping @Sendable () throws -> Int
    ) {
        self.reserve = reserve
        self.now = now
        self.measure = measure
    }

    /// Bytes that are free, as they were a tenth of a second ago at most; `nil` where the system does not say.
    ///
    /// What a request announces is not taken off: who announces much and sends nothing would close the door to all others.
    package var free: Int? {
        self.state.withLock { state in
            let now = self.now()
            if let looked = state.looked, now - looked < .milliseconds(100) { return state.free }
            state.looked = now
            state.free = try? self.measure()
            return state.free
        }
    }

    /// Whether new messages are refused.
    package var isLow: Bool { self.free.map { $0 < self.reserve } ?? false }

    /// Refuses so many bytes of a new message where they would take of the reserve.
    ///
    /// Where the system does not say how much is free, the write itself will tell.
    ///
    /// - Throws: `server.storage-low`.
    package func check(for bytes: Int = 0) throws(Problem) {
        guard self.reserve > 0, let free = self.free, free - bytes < self.reserve else { return }
        throw Problem(
            .storageLow,
            "The operator makes room, or lowers limits.diskReserve. Reading and statements go on; try again later."
        )
        .after(seconds: 60)
    }
}
