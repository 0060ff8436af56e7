// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Metrics
import NIOCore
import NIOPosix
import ServiceLifecycle
import ZegelCore
import ZegelExchange
import ZegelStore

/// Ends messages whose term is over: walks over all of them every hour, a part at a time.
///
/// What stops the clock is read anew before each part; while that cannot be read nothing ends.
struct RetentionService: NamedService {
    /// Messages that are looked at in one part.
    private static let part = 100
    /// Seconds between two walks.
    private static let pause: Int64 = 3_600
    /// Time between two looks at the holds, and at what is not finished.
    private static let look = Duration.seconds(30)

    private let terms: ServerConfiguration.Retention
    private let context: ExchangeContext
    private let journal: ErasureJournal
    private let logger: Logger
    private let eventLoop = MultiThreadedEventLoopGroup.singleton.any()

    /// - Throws: `configuration.invalid` where the storage key is none.
    init(
        _ terms: ServerConfiguration.Retention,
        _ context: ExchangeContext,
        key: [UInt8],
        logger: Logger
    ) throws(Problem) {
        self.terms = terms
        self.context = context
        self.journal = try ErasureJournal(terms.journal, key: key)
        self.logger = logger
    }

    /// Ends messages until the server stops.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            var due = self.context.clock()
            while !Task.isCancelled {
                await self.turn(walking: due <= self.context.clock())
                if due <= self.context.clock() { due = self.context.clock().advanced(bySeconds: Self.pause) }
                guard (try? await Task.sleep(for: Self.look)) != nil else { return }
            }
        }
    }

    /// Finishes what was begun, takes over the holds, and walks over all messages where it is time.
    ///
    /// - Returns: Whether all went well.
    @discardableResult
    func turn(walking isTime: Bool) async -> Bool {
        do {
            try await self.finish()
            _ = try await self.holds()
            return isTime ? try await self.walk() : true
        } catch {
            Counter(label: "zegel_retention_failures_total").increment()
            let reason = (error as? Problem).map { "\($0.code): \($0.detail)" } ?? "\(error)"
            self.logger.error("no message ends at its term now", metadata: ["reason": .string(reason)])
            return false
        }
    }

    /// A backup that does not have a withdrawal is destroyed by then.
    private func forgetWithdrawals() async throws {
        let withdrawals = self.context.withdrawals
        let moment = self.context.clock().advanced(bySeconds: -86_400 * Int64(self.terms.backupDays + 1))
        try await self.context.store.perform(on: self.eventLoop) { try withdrawals.forget(before: moment) }.get()
    }

    /// - Returns: Whether all that is due ended; what did not is tried again with the next walk.
    private func walk() async throws -> Bool {
        try await self.forgetWithdrawals()
        var isWhole = true
        var (next, held, withoutArchive): (Int64?, Int, Int) = (0, 0, 0)
        let end = EndMessages(self.context, on: self.eventLoop)
        while let place = next, !Task.isCancelled {
            let terms = EndMessages.Terms(
                holds: try await self.holds().book,
                archive: self.terms.archive,
                backupDays: self.terms.backupDays
            )
            let outcome = try await end(after: place, limit: Self.part, under: terms)
            if outcome.erased > 0 {
                Counter(label: "zegel_retention_erased_total").increment(by: outcome.erased)
                try await self.finish()
            }
            for (message, code) in outcome.failed {
                isWhole = false
                Counter(label: "zegel_retention_failures_total").increment()
                self.logger.error(
                    "a message does not end at its term now",
                    metadata: ["message": .string("\(message)"), "reason": .string(code)]
                )
            }
            (next, held, withoutArchive) = (outcome.next, held + outcome.held, withoutArchive + outcome.withoutArchive)
        }
        Gauge(label: "zegel_retention_held").record(Int64(held))
        Gauge(label: "zegel_retention_without_archive").record(Int64(withoutArchive))
        if withoutArchive > 0 {
            self.logger.warning(
                "messages are due for the archive, and retention.archive names none",
                metadata: ["messages": .stringConvertible(withoutArchive)]
            )
        }
        return isWhole
    }

    private func finish() async throws {
        _ = try await EraseMessages(self.context, journal: self.journal, on: self.eventLoop).finish().get()
        let left = try await self.context.store.read(on: self.eventLoop) { try $0.unfinishedErasures(limit: 1_000) }
            .get()
        Gauge(label: "zegel_retention_unfinished").record(Int64(left.count))
    }

    /// The holds as they stand; a change of them is an act in the log.
    private func holds() async throws -> HoldFile {
        let file = try HoldFile(self.terms.holds)
        let last = try await self.context.store.read(on: self.eventLoop) { try $0.holdsInForce() }.get()
        guard file.digest != last else { return file }
        guard let digest = file.digest else {
            let remedy = "one with “holds: []” says that nothing is held."
            throw Problem(.configuration, "\(self.terms.holds) is gone; \(remedy)")
        }
        let (now, promise) = (self.context.clock(), self.eventLoop.makePromise(of: Void.self))
        self.context.store.committer.commit({ try $0.keep(holds: digest, from: now) }, answering: promise)
        try await promise.futureResult.get()
        self.logger.notice("other holds are in force", metadata: ["holds": .string("\(digest)")])
        return file
    }
}
