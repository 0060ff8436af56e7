// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The memory that request bodies may take, over all connections.
///
/// A request that has a body reserves what it can take at most, before more of the body is read: its length, or two flow-control windows
/// where it is longer or unknown (one waits in the multiplexer, one with the handler of the body). Whoever has a reservation needs no more to
/// finish, so waiting for one cannot deadlock. Those that wait are served in order and are bounded themselves, because each may have a window
/// of bytes waiting unread.
final class BodyBudget: Sendable {
    /// The outcome of asking for memory.
    enum Outcome: Hashable {
        /// Granted.
        case granted
        /// The closure is called when it is.
        case waiting
        /// Too many wait.
        case full
    }

    /// Stands for a reservation that waits.
    struct Ticket: Hashable, Sendable {
        fileprivate let number: UInt64
    }

    private struct Waiter {
        let ticket: Ticket
        let bytes: Int
        let granted: @Sendable () -> Void
    }

    private struct State {
        var free: Int
        var waiters: [Waiter] = []
        var next: UInt64 = 0
    }

    private let state: Mutex<State>
    private let maximumWaiting: Int

    init(bytes: Int, maximumWaiting: Int) {
        self.state = Mutex(State(free: bytes))
        self.maximumWaiting = maximumWaiting
    }

    /// Bytes that nobody has reserved.
    var free: Int { self.state.withLock { $0.free } }

    /// Reserves bytes, or queues; `granted` may be called on any thread.
    func reserve(_ bytes: Int, granted: @escaping @Sendable () -> Void) -> (outcome: Outcome, ticket: Ticket?) {
        self.state.withLock { state in
            if state.waiters.isEmpty, state.free >= bytes {
                state.free -= bytes
                return (.granted, nil)
            }
            guard state.waiters.count < self.maximumWaiting else { return (.full, nil) }
            let ticket = Ticket(number: state.next)
            state.next += 1
            state.waiters.append(Waiter(ticket: ticket, bytes: bytes, granted: granted))
            return (.waiting, ticket)
        }
    }

    /// Gives bytes back, and serves those who wait.
    func release(_ bytes: Int) {
        let granted = self.state.withLock { state in
            state.free += bytes
            return Self.serve(&state)
        }
        for waiter in granted { waiter.granted() }
    }

    /// Leaves the queue; `false` where the reservation was granted meanwhile and has to be given back.
    func cancel(_ ticket: Ticket) -> Bool {
        let granted: [Waiter]? = self.state.withLock { state in
            guard let index = state.waiters.firstIndex(where: { $0.ticket == ticket }) else { return nil }
            state.waiters.remove(at: index)
            return Self.serve(&state)
        }
        for waiter in granted ?? [] { waiter.granted() }
        return granted != nil
    }

    private static func serve(_ state: inout State) -> [Waiter] {
        var granted: [Waiter] = []
        while let first = state.waiters.first, state.free >= first.bytes {
            state.free -= first.bytes
            granted.append(state.waiters.removeFirst())
        }
        return granted
    }
}
