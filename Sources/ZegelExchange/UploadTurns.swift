// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization
import ZegelCore

/// Who works on each upload: one request at a time, and the latest comes first.
///
/// A sender whose connection died asks again over another before the server has noticed; so a later request has the one before it keep what it
/// has and leave, and begins once it has left.
package final class UploadTurns: Sendable {
    private struct Held {
        let number: Int
        let leave: @Sendable () -> Void
        let ended: EventLoopFuture<Void>
    }

    private struct State {
        var last = 0
        var held: [MessageID: Held] = [:]
    }

    private let state = Mutex(State())

    /// Makes it; nobody works.
    package init() {}

    /// Asks for the turn.
    ///
    /// - Parameter leave: Called, on any thread, where a later request asks; whoever is made to leave ends the turn.
    /// - Returns: The turn, which must be ended, and a future that succeeds when it has begun.
    func ask(
        for id: MessageID,
        on eventLoop: any EventLoop,
        leave: @escaping @Sendable () -> Void
    ) -> (UploadTurn, EventLoopFuture<Void>) {
        let promise = eventLoop.makePromise(of: Void.self)
        let (number, before) = self.state.withLock { state in
            state.last += 1
            let held = Held(number: state.last, leave: leave, ended: promise.futureResult)
            return (state.last, state.held.updateValue(held, forKey: id))
        }
        before?.leave()
        let turn = UploadTurn(promise) { self.end(number, of: id) }
        return (turn, before?.ended.hop(to: eventLoop) ?? eventLoop.makeSucceededVoidFuture())
    }

    private func end(_ number: Int, of id: MessageID) {
        self.state.withLock { state in
            if state.held[id]?.number == number { state.held[id] = nil }
        }
    }
}

/// The turn of one request; ended once, however often that is said.
final class UploadTurn: Sendable {
    private let promise: Mutex<EventLoopPromise<Void>?>
    private let forget: @Sendable () -> Void

    init(_ promise: EventLoopPromise<Void>, forget: @escaping @Sendable () -> Void) {
        self.promise = Mutex(promise)
        self.forget = forget
    }

    /// Lets the next one begin.
    func end() {
        guard let promise = self.promise.withLock({ $0.take() }) else { return }
        self.forget()
        promise.succeed()
    }
}
