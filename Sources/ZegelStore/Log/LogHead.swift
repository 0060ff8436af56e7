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

    init(_ newest: SignedCheckpoint) { self.recent = Mutex([newest]) }

    /// The newest checkpoint; durable in the anchor.
    package var newest: SignedCheckpoint { self.recent.withLock { $0[$0.count - 1] } }

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
