// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Metrics
import ZegelClient
import ZegelCore
import ZegelTrust

/// Fetches what the configuration names by its address, and keeps what holds in files.
///
/// That a file changed is noticed as any other change is, so that nothing comes into force by another way. What does not hold, or cannot be had,
/// changes nothing and is loud: an error in the log, and `zegel_fetch_failed` at 1 until it went well.
actor Fetcher {
    private struct Turn {
        var due: Instant
        var failures = 0
        var refusal: Problem?
    }

    private let caller: OutsideCaller
    private let clock: WallClock
    private let logger: Logger
    private let random: @Sendable () -> Double
    private var turns: [FetchedSource: Turn] = [:]

    init(
        _ caller: OutsideCaller,
        clock: @escaping WallClock,
        logger: Logger,
        random: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        self.caller = caller
        self.clock = clock
        self.logger = logger
        self.random = random
    }

    /// Fetches before the start what there is nothing of yet, each once; what cannot be had then is fetched later.
    func prepare(_ configuration: ServerConfiguration) async throws(Problem) {
        let now = self.clock()
        let wanting = configuration.fetched.filter { $0.isWanting(at: now) }
        guard !wanting.isEmpty else { return }
        await self.fetch(wanting, configuration, try Installed.trust(configuration) { _ in })
    }

    /// Fetches all that is due.
    func round(_ configuration: ServerConfiguration, trust: TrustSource) async {
        let now = self.clock()
        let sources = configuration.fetched
        self.turns = self.turns.filter { sources.contains($0.key) }
        await self.fetch(sources.filter { self.turns[$0].map { $0.due <= now } ?? true }, configuration, trust)
    }

    /// Why the last attempt at an address failed; `nil` where it went well.
    func refusal(of address: String) -> Problem? {
        self.turns.first { $0.key.address.text == address }?.value.refusal
    }

    private func fetch(_ sources: [FetchedSource], _ configuration: ServerConfiguration, _ trust: TrustSource) async {
        let schedule = FetchSchedule(every: configuration.fetching.every, random: self.random)
        await withTaskGroup { group in
            for source in Set(sources) {
                group.addTask { (source, await self.fetch(source, by: trust)) }
            }
            for await (source, result) in group {
                switch result {
                case .success(let until): self.succeeded(source, until, schedule)
                case .failure(let problem): self.failed(source, problem, schedule)
                }
            }
        }
    }

    /// - Returns: Until when what there is now holds.
    private nonisolated func fetch(
        _ source: FetchedSource,
        by trust: TrustSource
    ) async -> Result<Instant?, Problem> {
        do throws(Problem) {
            let bytes = try await self.caller.get(
                source.address.text,
                atMost: source.bound,
                within: source.seconds
            )
            let content = try await source.judge(bytes, by: trust, at: self.clock())
            if let text = content.text {
                do { try source.file.keep(text) } catch {
                    throw Problem(.configuration, "\(source.file.path) cannot be written.")
                }
            }
            return .success(content.until)
        } catch {
            return .failure(error)
        }
    }

    private func succeeded(_ source: FetchedSource, _ until: Instant?, _ schedule: FetchSchedule) {
        let now = self.clock()
        self.turns[source] = Turn(due: schedule.next(after: now, until: until))
        let labels = [("source", source.address.text)]
        Gauge(label: "zegel_fetch_failed", dimensions: labels).record(0)
        Gauge(label: "zegel_fetch_last_success_seconds", dimensions: labels).record(now.milliseconds / 1_000)
    }

    private func failed(_ source: FetchedSource, _ problem: Problem, _ schedule: FetchSchedule) {
        let failures = (self.turns[source]?.failures ?? 0) + 1
        let due = schedule.next(after: self.clock(), failures: failures)
        self.turns[source] = Turn(due: due, failures: failures, refusal: problem)
        let labels = [("source", source.address.text)]
        Counter(label: "zegel_fetch_failures_total", dimensions: labels).increment()
        Gauge(label: "zegel_fetch_failed", dimensions: labels).record(1)
        self.logger.error(
            "what is fetched cannot be had or used, the last one stays",
            metadata: [
                "source": .string(source.address.text), "code": .string(problem.code),
                "reason": .string(problem.detail), "failures": .stringConvertible(failures),
                "next": .string(due.description),
            ]
        )
    }
}
