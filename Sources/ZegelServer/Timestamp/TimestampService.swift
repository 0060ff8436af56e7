// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Logging
import Metrics
import NIOCore
import NIOPosix
import ServiceLifecycle
import X509
import ZegelClient
import ZegelCore
import ZegelExchange
import ZegelStore
import ZegelTrust

/// Has every seal time-stamped, in order, and now and then the newest checkpoint of the log, which proves the time of all that it has.
///
/// It works in the background: no message waits for an authority.
/// What waits stands in the store, so that a restart loses nothing. The authorities are asked in the order of the configuration; the next
/// one where one does not answer.
struct TimestampService: NamedService {
    private struct Authority: Sendable {
        let url: String
        let connection: TimestampConnection
        let trust: TrustSource
    }

    /// Seals that are read at a time.
    private static let batch = 32

    private let authorities: [Authority]
    /// Seconds between two checkpoints that are stamped.
    let every: Int64
    let store: Store
    private let time: ProvenTime
    let clock: WallClock
    let logger: Logger

    /// - Returns: `nil` where no authority is configured.
    /// - Throws: `configuration.invalid`, or a `trust.…` code.
    init?(
        _ authorities: [ServerConfiguration.TimestampAuthority],
        every: Int64,
        store: Store,
        time: ProvenTime,
        clock: @escaping WallClock,
        logger: Logger
    ) throws(Problem) {
        guard !authorities.isEmpty else { return nil }
        self.authorities = try authorities.map { (authority) throws(Problem) in
            let anchors = try authority.trust.map { (path) throws(Problem) in try TextFile.read(path) }
            let trust = try TrustSource(anchorsPEM: anchors, crlsPEM: [])
            do throws(ClientError) {
                let connection = try TimestampConnection(url: authority.url, policy: authority.policy)
                return Authority(url: authority.url, connection: connection, trust: trust)
            } catch {
                throw error.problem
            }
        }
        self.every = every
        self.store = store
        self.time = time
        self.clock = clock
        self.logger = logger
    }

    /// Stamps until the server stops.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            var failures = 0
            var progress = LogProgress()
            await self.measure()
            while !Task.isCancelled {
                // First, for one token covers all that waits.
                let isLogDone = await self.stampLog(&progress)
                let isDone = await self.stampWaiting()
                await self.measure()
                failures = isLogDone && isDone ? 0 : min(failures + 1, 6)
                guard (try? await Task.sleep(for: .seconds(1 << failures))) != nil else { return }
            }
        }
        await self.shutdown()
    }

    /// Ends the connections to the authorities.
    func shutdown() async { for authority in self.authorities { await authority.connection.shutdown() } }

    /// Stamps all that wait.
    ///
    /// - Returns: Whether all have a token now.
    private func stampWaiting() async -> Bool {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        do {
            while !Task.isCancelled {
                let waiting = try await self.store.read(on: loop) { try $0.unstamped(limit: Self.batch) }.get()
                guard !waiting.isEmpty else { return true }
                for seal in waiting {
                    guard let token = await self.token(over: seal.manifest) else { return false }
                    let promise = loop.makePromise(of: Void.self)
                    self.store.committer.commit({ try $0.keep(timestamp: token, over: seal) }, answering: promise)
                    try await promise.futureResult.get()
                    Counter(label: "zegel_timestamps_total").increment()
                }
            }
        } catch {
            self.logger.error("a time-stamp could not be kept", metadata: ["reason": .string("\(error)")])
        }
        return false
    }

    /// A token of the first authority that gives one whose certificate leads to those who vouch for it.
    func token(over content: [UInt8]) async -> [UInt8]? {
        for authority in self.authorities {
            do {
                let token = try await authority.connection.stamp(content)
                if let fault = try await self.fault(in: token, over: content, authority.trust) {
                    throw Problem(.certificateProfile, fault)
                }
                return token
            } catch {
                let reason = (error as? ClientError)?.problem.detail ?? "\(error)"
                Counter(label: "zegel_timestamp_failures_total").increment()
                self.logger.warning(
                    "an authority gave no time-stamp",
                    metadata: ["authority": .string(authority.url), "reason": .string(reason)]
                )
            }
        }
        return nil
    }

    /// What is wrong with a token; that no list speaks of its certificate is left to those who verify later.
    private func fault(in token: [UInt8], over content: [UInt8], _ trust: TrustSource) async throws -> String? {
        let verified = try TimestampToken(parsing: token).verify(over: content)
        let now = self.clock()
        let distance = abs(verified.time - now.milliseconds)
        guard distance <= Int64(Limits().clockSkew) * 1_000 else {
            return "The clocks are \(distance / 1_000) s apart."
        }
        let verdict = await trust.validate(
            leaf: verified.signature.signer,
            intermediates: verified.signature.certificates,
            profile: .tsa,
            at: now,
            view: .live,
            grace: 0
        )
        if case .refused(let error) = verdict { return "\(error)" }
        return nil
    }

    /// How many wait, and for how long: what to alarm on.
    private func measure() async {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        guard let waiting = try? await self.store.read(on: loop, { try $0.waitingForTimestamps() }).get() else {
            return
        }
        self.time.waits(since: waiting.since)
        let age = waiting.since.map { max(0, self.clock().milliseconds - $0.milliseconds) / 1_000 } ?? 0
        Gauge(label: "zegel_timestamps_waiting").record(Int64(waiting.count))
        Gauge(label: "zegel_timestamps_oldest_seconds").record(age)
    }
}
