// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Counts the connections over which HTTP/2 came to stand.
///
/// A server that does not accept a client's certificate closes after TLS and before HTTP/2: a call that fails without any
/// such connection was turned away, one that had a connection lost it.
final class ConnectionCount: Sendable {
    struct Moment {
        /// Connections that are open.
        var open = 0
        /// Connections that ever came to stand.
        var made = 0
    }

    private let counts = Mutex(Moment())

    var now: Moment { self.counts.withLock { $0 } }

    func opened() {
        self.counts.withLock {
            $0.open += 1
            $0.made += 1
        }
    }

    func closed() { self.counts.withLock { $0.open -= 1 } }
}
