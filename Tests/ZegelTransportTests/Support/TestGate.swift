// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import ZegelCore
import ZegelTransport
import ZegelTrust

/// Admits the leaves it knows, and keeps what it was asked.
final class TestGate: ConnectionGate {
    private struct State {
        var known: Set<ContentDigest>
        var seen: [PresentedChain] = []
        var isHeld = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>
    private let asked = AsyncStream.makeStream(of: Void.self)

    init(known: Set<ContentDigest>) { self.state = Mutex(State(known: known)) }

    var seen: [PresentedChain] { self.state.withLock { $0.seen } }

    func learn(_ certificate: IssuedCertificate) {
        self.state.withLock { _ = $0.known.insert(ContentDigest(of: certificate.der)) }
    }

    func forget(_ certificate: IssuedCertificate) {
        self.state.withLock { _ = $0.known.remove(ContentDigest(of: certificate.der)) }
    }

    func forgetAll() { self.state.withLock { $0.known = [] } }

    /// Makes up its mind at once, and says so only after ``letGo()``.
    func hold() { self.state.withLock { $0.isHeld = true } }

    func letGo() {
        let waiting = self.state.withLock { state in
            state.isHeld = false
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until it has been asked once while it holds.
    func waitUntilAsked() async throws {
        for await _ in self.asked.stream { return }
    }

    func admit(_ chain: PresentedChain) async -> String? {
        let (isKnown, isHeld) = self.state.withLock { state in
            state.seen.append(chain)
            return (state.known.contains(chain.thumbprint), state.isHeld)
        }
        if isHeld {
            await withCheckedContinuation { continuation in
                self.state.withLock { $0.waiting.append(continuation) }
                self.asked.continuation.yield()
            }
        }
        return isKnown ? "client" : nil
    }

    func organisationKey(of identity: String) -> String { identity }
}
