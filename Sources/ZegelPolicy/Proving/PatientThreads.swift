// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Synchronization

/// Long work on threads of its own, which stand back for everyone else.
///
/// Threads that tasks share would be taken from those who judge connections; these have a low priority, and leave a core free.
enum PatientThreads {
    private static let niceness: Int32 = 10
    private static let stackSize = 8 << 20

    /// Does something for every number below a count; it blocks until all is done.
    static func perform(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
        let width = min(count, max(1, ProcessInfo.processInfo.activeProcessorCount - 1))
        let queue = Queue(count)
        let ended = DispatchSemaphore(value: 0)
        for _ in 0..<width {
            let thread = Thread {
                // Of this thread alone: on Linux threads have priorities of their own.
                setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
                while let place = queue.next() { work(place) }
                ended.signal()
            }
            thread.stackSize = Self.stackSize
            thread.name = "prover"
            thread.start()
        }
        for _ in 0..<width { ended.wait() }
    }

    /// What is left to do.
    private final class Queue: Sendable {
        private let left: Mutex<Range<Int>>

        init(_ count: Int) { self.left = Mutex(0..<count) }

        func next() -> Int? {
            self.left.withLock { left in
                guard let first = left.first else { return nil }
                left = (first + 1)..<left.upperBound
                return first
            }
        }
    }
}
