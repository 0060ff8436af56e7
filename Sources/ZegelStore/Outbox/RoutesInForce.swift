// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import ZegelCore

/// Where the post of an organisation goes that another server serves, as the policy in force says; asked in the transaction that makes a
/// message available.
package final class RoutesInForce: Sendable {
    private let routes = Mutex<[String: OIN]>([:])

    init() {}

    /// Takes the place of what was in force.
    ///
    /// - Parameter routes: The number of the server by the short name of the organisation; who is missing is at home here.
    package func replace(with routes: [String: OIN]) { self.routes.withLock { $0 = routes } }

    /// The server of a mailbox; `nil` for one that is at home here.
    package func server(of mailbox: MailboxName) -> OIN? { self.routes.withLock { $0[mailbox.organisation] } }
}

/// Wakes whoever pushes to a server where there is something new for it.
package final class OutboxBell: Sendable {
    private struct State {
        var hasRung = false
        var sleeper: Task<Void, any Error>?
    }

    private let states = Mutex<[OIN: State]>([:])

    init() {}

    /// Says that there is something for a server, or that what waits should be tried now.
    package func ring(_ server: OIN) {
        self.states.withLock { states in
            states[server, default: State()].hasRung = true
            states[server]?.sleeper?.cancel()
        }
    }

    /// Waits until it rings for a server, or a time is over; what rang before is not missed.
    ///
    /// - Parameter milliseconds: The time.
    package func wait(for server: OIN, upTo milliseconds: Int64) async {
        let sleeper = Task { try await Task.sleep(for: .milliseconds(milliseconds)) }
        let hasRung = self.states.withLock { states in
            states[server, default: State()].sleeper = sleeper
            return states[server]?.hasRung ?? false
        }
        if hasRung { sleeper.cancel() }
        await withTaskCancellationHandler {
            _ = await sleeper.result
        } onCancel: {
            sleeper.cancel()
        }
        self.states.withLock { $0[server] = State() }
    }
}
