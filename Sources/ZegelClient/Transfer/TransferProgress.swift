// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// How far a transfer is.
package struct TransferProgress: Hashable, Sendable {
    /// Bytes that are there: of a download, those that were written; of an upload in parts, those that the server said it has; of a smaller
    /// one, which the server answers as a whole, those that were handed over to be sent.
    package let done: Int
    /// Bytes in all, where that is known.
    package let total: Int?

    /// Called after each piece, or part, from any thread; a transfer that is repeated begins at 0 again, and one that is resumed where it
    /// stands.
    package typealias Handler = @Sendable (TransferProgress) -> Void

    /// Says how far it is.
    package init(done: Int, total: Int?) {
        self.done = done
        self.total = total
    }
}
