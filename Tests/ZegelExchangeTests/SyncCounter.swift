// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CSyncCounter
import Foundation

/// What SQLite wrote and synced, in order, with the marks of a test in between; it fails a call when told to.
///
/// Open databases on it by ``name``, and close them before it goes.
@safe final class SyncCounter: @unchecked Sendable {
    enum File: Int32, Sendable, CaseIterable {
        case main = 0
        case wal = 1
        case journal = 2
        case other = 3
    }

    enum Call: Int32, Sendable {
        case write = 0
        case sync = 1
    }

    enum Event: Hashable, Sendable {
        case write(File)
        case sync(File)
        case mark(Int)
    }

    /// The result codes of SQLite that the tests give.
    enum Failure: Int32, Sendable, CaseIterable {
        /// SQLITE_FULL: the disk is full.
        case full = 13
        /// SQLITE_IOERR_WRITE.
        case write = 778
        /// SQLITE_IOERR_FSYNC.
        case sync = 1_034
    }

    let name = "counting-\(UUID().uuidString)"
    /// Only its own functions look at what it points to, under a lock of theirs.
    private let counter: OpaquePointer

    init() throws {
        guard let counter = unsafe sync_counter_create(self.name) else { throw Missing() }
        unsafe self.counter = counter
    }

    deinit { unsafe sync_counter_destroy(self.counter) }

    func mark(_ number: Int) { unsafe sync_counter_mark(self.counter, Int64(number)) }

    /// Fails the nth such call from now on, once; 1 is the next.
    ///
    /// It may be done all the same.
    func fail(_ call: Call, of file: File, number: Int, as failure: Failure, doing isDone: Bool = false) {
        unsafe sync_counter_fail(
            self.counter,
            call.rawValue,
            file.rawValue,
            Int64(number),
            failure.rawValue,
            isDone ? 1 : 0
        )
    }

    /// Whether the failure has come.
    var hasFailed: Bool { unsafe sync_counter_has_failed(self.counter) != 0 }

    /// Everything so far.
    var trace: [Event] {
        let count = unsafe sync_counter_trace(self.counter, 0, nil, 0)
        var events = [sync_counter_event](repeating: sync_counter_event(), count: Int(count))
        _ = unsafe sync_counter_trace(self.counter, 0, &events, count)
        return events.compactMap { event in
            guard let file = File(rawValue: event.file) else { return nil }
            return switch event.what {
            case Call.write.rawValue: .write(file)
            case Call.sync.rawValue: .sync(file)
            default: .mark(Int(event.mark))
            }
        }
    }

    func count(_ event: Event) -> Int { self.trace.count { $0 == event } }
}
