// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The memory that request bodies may take, over all connections.
///
/// A request that has a body reserves what it can take at most, before more of the body is read: its length, or two flow-control windows and
/// two pieces where it is longer or unknown (a window waits in the multiplexer and one with the handler of the body; one piece is at work
/// and one is gathered). Whoever has a reservation needs no more to finish, so waiting for one cannot deadlock. Those that wait are served
/// in order and are bounded themselves, because each may have a window of bytes waiting unread.
///
/// One organisation has a quarter of the memory and of the places to wait at most, so that uploads which it never ends keep no other out.
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
        let organisation: String
        let bytes: Int
        let granted: @Sendable () -> Void
    }

    private struct State {
        var free: Int
        var held: [String: Int] = [:]
        var waiters: [Waiter] = []
        var next: UInt64 = 0
    }

    private let state: Mutex<State>
    private let maximumWaiting: Int
    private let share: Int

    /// Creates a budget.
    ///
    /// - Parameters:
    ///   - bytes: All of the memory.
    ///   - largest: The largest reservation there is; an organisation may always have one.
    ///   - maximumWaiting: How many may wait.
    init(bytes: Int, largest: Int, maximumWaiting: Int) {
        self.state = Mutex(State(free: bytes))
        self.maximumWaiting = maximumWaiting
        self.share = max(largest, bytes / 4)
    }

    /// Bytes that nobody has reserved.
    var free: Int { self.state.withLock { $0.free } }

    /// Reserves bytes for an organisation, or queues; `granted` may be called on any thread.
    func reserve(
        _ bytes: Int,
        for organisation: String,
        granted: @escaping @Sendable () -> Void
    ) -> (outcome: Outcome, ticket: Ticket?) {
        self.state.withLock { state in
            let ticket = Ticket(number: state.next)
            state.next += 1
            state.waiters.append(
                Waiter(ticket: ticket, organisation: organisation, bytes: bytes, granted: granted)
            )
            // Nobody who waited before can be served by this, so it is this one or none.
            guard self.serve(&state).isEmpty else { return (.granted, nil) }
            let waiting = state.waiters.count { $0.organisation == organisation }
            guard state.waiters.count <= self.maximumWaiting, waiting <= max(1, self.maximumWaiting / 4) else {
                state.waiters.removeLast()
                return (.full, nil)
            }
            return (.waiting, ticket)
        }
    }

    /// Gives bytes of an organisation back, and serves those who wait.
    func release(_ bytes: Int, of organisation: String) {
        let granted = self.state.withLock { state in
            state.free += bytes
            let left = state.held[organisation, default: bytes] - bytes
            state.held[organisation] = left == 0 ? nil : left
            return self.serve(&state)
        }
        for waiter in granted { waiter.granted() }
    }

    /// Leaves the queue; `false` where the reservation was granted meanwhile and has to be given back.
    func cancel(_ ticket: Ticket) -> Bool {
        let granted: [Waiter]? = self.state.withLock { state in
            guard let index = state.waiters.firstIndex(where: { $0.ticket == ticket }) else { return nil }
            state.waiters.remove(at: index)
            return self.serve(&state)
        }
        for waiter in granted ?? [] { waiter.granted() }
        return granted != nil
    }

    /// Grants what can be, in order; an organisation that has its share is passed over, and holds no other up.
    private func serve(_ state: inout State) -> [Waiter] {
        var granted: [Waiter] = []
        var passedOver: Set<String> = []
        var index = 0
        while index < state.waiters.count {
            let waiter = state.waiters[index]
            let held = state.held[waiter.organisation, default: 0] + waiter.bytes
            guard held <= self.share, !passedOver.contains(waiter.organisation) else {
                passedOver.insert(waiter.organisation)
                index += 1
                continue
            }
            guard state.free >= waiter.bytes else { break }
            state.free -= waiter.bytes
            state.held[waiter.organisation] = held
            granted.append(state.waiters.remove(at: index))
        }
        return granted
    }
}
