// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import ZegelCore
import ZegelStore

/// Appends commitments to nothing to the log at fixed intervals, so that its size does not say how much is exchanged.
///
/// How many is drawn each time: a fixed number could be subtracted.
struct PaddingService: NamedService {
    private let terms: ServerConfiguration.Padding
    private let store: Store
    private let clock: WallClock
    private let draw: @Sendable (ClosedRange<Int>) -> Int
    private let logger: Logger

    /// - Parameters:
    ///   - terms: How often, and how many.
    ///   - draw: Draws a number; the tests give one of their own.
    /// - Returns: `nil` where there are no terms.
    init?(
        _ terms: ServerConfiguration.Padding?,
        store: Store,
        clock: @escaping WallClock,
        draw: @escaping @Sendable (ClosedRange<Int>) -> Int = { Int.random(in: $0) },
        logger: Logger
    ) {
        guard let terms else { return nil }
        self.terms = terms
        self.store = store
        self.clock = clock
        self.draw = draw
        self.logger = logger
    }

    /// Pads until the server stops.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            var due = self.next
            while !Task.isCancelled {
                let wait = max(0, due.milliseconds - self.clock().milliseconds)
                guard (try? await Task.sleep(for: .milliseconds(wait))) != nil else { return }
                due = await self.pad(due)
            }
        }
    }

    /// The next moment at which it is done: a multiple of the interval, so that a restart leaves the rhythm as it is.
    var next: Instant {
        let interval = self.terms.every * 1_000
        return Instant(milliseconds: (self.clock().milliseconds / interval + 1) * interval)
    }

    /// Appends, where it is time.
    ///
    /// - Returns: When to do it again.
    func pad(_ due: Instant) async -> Instant {
        guard self.clock() >= due else { return due }
        let count = self.draw(0...self.terms.entries)
        let promise = MultiThreadedEventLoopGroup.singleton.any().makePromise(of: Void.self)
        self.store.committer.commit({ try $0.pad(count) }, answering: promise)
        do { try await promise.futureResult.get() } catch {
            self.logger.error("the log could not be padded", metadata: ["reason": .string("\(error)")])
        }
        return self.next
    }
}
