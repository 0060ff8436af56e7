// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization

/// Every open connection, counted in all and per organisation.
final class ConnectionRegistry: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        /// Those that no organisation is known of yet, by the order in which they came.
        var strangers: [ObjectIdentifier: UInt64] = [:]
        var next: UInt64 = 0
        var organisations: [ObjectIdentifier: String] = [:]
        var counts: [String: Int] = [:]
        var judges: [ObjectIdentifier: @Sendable () async -> Void] = [:]
        var round = 0
        var isStopping = false
    }

    private let state = Mutex(State())
    private let maximum: Int
    private let maximumPerOrganisation: Int

    init(maximum: Int, maximumPerOrganisation: Int) {
        self.maximum = maximum
        self.maximumPerOrganisation = maximumPerOrganisation
    }

    /// The number of open connections.
    var count: Int { self.state.withLock { $0.channels.count } }

    /// Counts a new connection, or says that there is no room; it is forgotten when it closes.
    ///
    /// Who is not known yet makes room for who comes, the oldest first: a handshake takes a moment, so that it is those who only hold
    /// their place that go, and they cannot keep others out.
    func enter(_ channel: any Channel) -> Bool {
        var evicted: (any Channel)?
        let isIn = self.state.withLock { state in
            guard !state.isStopping else { return false }
            if state.channels.count >= self.maximum {
                guard let oldest = state.strangers.min(by: { $0.value < $1.value })?.key else { return false }
                state.strangers[oldest] = nil
                evicted = state.channels.removeValue(forKey: oldest)
            }
            let id = ObjectIdentifier(channel)
            state.channels[id] = channel
            state.strangers[id] = state.next
            state.next += 1
            return true
        }
        evicted?.close(promise: nil)
        guard isIn else { return false }
        let id = ObjectIdentifier(channel)
        channel.closeFuture.whenComplete { _ in self.leave(id) }
        return true
    }

    /// Counts the rounds in which all connections were judged again.
    var round: Int { self.state.withLock { $0.round } }

    /// Begins a round: what judges again each connection that is in.
    ///
    /// One that was admitted before this moment and comes in after it has missed the round, and must compare ``round``.
    func beginRound() -> [@Sendable () async -> Void] {
        self.state.withLock { state in
            state.round += 1
            return Array(state.judges.values)
        }
    }

    /// Counts a connection that is already in for an organisation, or says that it has too many.
    ///
    /// - Parameter judge: Judges it again.
    func assign(
        _ channel: any Channel,
        to organisation: String,
        judge: @escaping @Sendable () async -> Void = {}
    ) -> Bool {
        let id = ObjectIdentifier(channel)
        return self.state.withLock { state in
            guard !state.isStopping, state.channels[id] != nil, state.organisations[id] == nil,
                state.counts[organisation, default: 0] < self.maximumPerOrganisation
            else { return false }
            state.strangers[id] = nil
            state.organisations[id] = organisation
            state.judges[id] = judge
            state.counts[organisation, default: 0] += 1
            return true
        }
    }

    /// Lets no one in any more, and returns who is there.
    func stop() -> [any Channel] {
        self.state.withLock { state in
            state.isStopping = true
            return Array(state.channels.values)
        }
    }

    private func leave(_ id: ObjectIdentifier) {
        self.state.withLock { state in
            state.channels[id] = nil
            state.strangers[id] = nil
            state.judges[id] = nil
            guard let organisation = state.organisations.removeValue(forKey: id) else { return }
            let left = state.counts[organisation, default: 1] - 1
            state.counts[organisation] = left == 0 ? nil : left
        }
    }
}
