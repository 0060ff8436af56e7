// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The disk failed while syncing (EIO): nobody knows what it holds, and asking again would be answered as if all were well.
///
/// Linux tells of a failed write back once, and drops the pages; so there is nothing to try again, and the process has to end.
struct SyncFailure: Error {
    /// Syncs, and tells this failure from all others, after which one may go on.
    static func telling(_ sync: () throws -> Void) throws {
        do { try sync() } catch let error as SystemError where error.number == EIO { throw SyncFailure() }
    }
}
