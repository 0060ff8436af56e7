// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// How far a transfer is.
package struct TransferProgress: Hashable, Sendable {
    /// Bytes that went over the line.
    package let done: Int
    /// Bytes in all, where that is known.
    package let total: Int?

    /// Called after each piece, from any thread; a repeated transfer begins at 0 again.
    package typealias Handler = @Sendable (TransferProgress) -> Void

    /// Says how far it is.
    package init(done: Int, total: Int?) {
        self.done = done
        self.total = total
    }
}
