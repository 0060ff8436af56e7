// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Metrics
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import TransparencyLog
import ZegelCore
import ZegelLog
import ZegelStore

/// Has the checkpoints of the log cosigned by partners, in the background.
///
/// Every so often the newest checkpoint becomes the one that all are asked about; each partner is asked by itself, so that one that is down
/// holds up nobody: not the others, and no message.
struct WitnessCollector: NamedService {
    private let partners: [WitnessPartner]
    private let interval: Duration
    private let store: Store
    private let clock: WallClock
    private let logger: Logger

    /// - Returns: `nil` where no partner is configured.
    /// - Throws: `configuration.invalid`.
    init?(
        _ log: ServerConfiguration.Log,
        store: Store,
        clock: @escaping WallClock,
        logger: Logger
    ) throws(Problem) {
        guard !log.witnesses.isEmpty else { return nil }
        self.partners = try Self.partners(log, clock: clock)
        self.interval = .seconds(log.cosign)
        self.store = store
        self.clock = clock
        self.logger = logger
    }

    private static func partners(
        _ log: ServerConfiguration.Log,
        clock: @escaping WallClock
    ) throws(Problem) -> [WitnessPartner] {
        var partners: [WitnessPartner] = []
        for witness in log.witnesses { partners.append(try WitnessPartner(witness, clock: clock)) }
        guard Set(partners.map(\.name)).count == partners.count else {
            throw Problem(.configuration, "Two witnesses have the same name.")
        }
        return partners
    }

    /// Compares the log as it was promised last with what the partners cosigned, before the store is opened and anything is signed.
    ///
    /// A partner that cannot be reached within seconds is passed over.
    ///
    /// - Throws: `log.disagrees` where one has seen more entries, or others.
    static func check(_ configuration: ServerConfiguration, clock: @escaping WallClock) async throws {
        let anchor = configuration.log.anchor
        guard !configuration.log.witnesses.isEmpty, FileManager.default.fileExists(atPath: anchor) else { return }
        let key = try configuration.logSigner().verifier
        // Where there is no store for the anchor, the start says so.
        guard let stored = try? StoredLog(folder: configuration.data, key: configuration.storageKeyBytes()) else {
            return
        }
        let log = LocalLog(stored, anchor: anchor, key: key)
        let newest = try await log.checkpoint(by: key).signed
        let size = newest.checkpoint.size
        let partners = try Self.partners(configuration.log, clock: clock)
        let found = await withTaskGroup(of: String?.self) { group in
            for partner in partners {
                group.addTask {
                    let outcome = await partner.cosign(newest, newest: size) { old in
                        try await ConsistencyProof(from: old, to: size) { try await log.tile($0) }
                    }
                    await partner.shutdown()
                    guard case .disagrees(let detail) = outcome else { return nil }
                    return "\(partner.name): \(detail)"
                }
            }
            var found: [String] = []
            for await detail in group { if let detail { found.append(detail) } }
            return found
        }
        guard found.isEmpty else {
            throw Problem(.logDisagrees, "A witness does not agree: \(found.sorted().joined(separator: "; ")).")
        }
    }

    /// Asks until the server stops.
    func run() async throws {
        let target = Target(self.store.log.newest)
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask {
                    while (try? await Task.sleep(for: self.interval)) != nil {
                        target.set(self.store.log.newest)
                    }
                }
                for partner in self.partners {
                    group.addTask { await self.follow(partner, target) }
                }
            }
        }
        for partner in self.partners { await partner.shutdown() }
    }

    /// Asks one partner about each target; after a failure it is left in peace for longer and longer, five minutes at most.
    private func follow(_ partner: WitnessPartner, _ target: Target) async {
        var last: UInt64?
        var failures = 0
        while !Task.isCancelled {
            let next = target.checkpoint
            var pause = Duration.milliseconds(250)
            if next.checkpoint.size != last, next.checkpoint.size > 0 {
                if case .cosigned = await self.ask(partner, next) {
                    last = next.checkpoint.size
                    failures = 0
                } else {
                    failures = min(failures + 1, 10)
                    pause = min(.seconds(1 << failures), .seconds(300))
                }
            }
            guard (try? await Task.sleep(for: pause)) != nil else { return }
        }
    }

    /// Asks once, keeps what came of it, and says so.
    @discardableResult
    private func ask(_ partner: WitnessPartner, _ checkpoint: SignedCheckpoint) async -> WitnessPartner.Outcome {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let store = self.store
        let outcome = await partner.cosign(checkpoint, newest: store.log.newest.checkpoint.size) { old in
            try await store.read(on: loop) { try $0.logProof(from: old, under: checkpoint.checkpoint) }.get()
        }
        let labels = [("witness", partner.name)]
        switch outcome {
        case .cosigned(let signature):
            guard let cosigned = try? store.log.add(signature, to: checkpoint) else { break }
            store.committer.commit({ try $0.keep(cosigned: cosigned) }, answering: loop.makePromise(of: Void.self))
            Counter(label: "zegel_witness_cosignatures_total", dimensions: labels).increment()
            Gauge(label: "zegel_witness_size", dimensions: labels).record(Int64(checkpoint.checkpoint.size))
            Gauge(label: "zegel_witness_last_seconds", dimensions: labels).record(self.clock().milliseconds / 1_000)
            Gauge(label: "zegel_witness_disagrees", dimensions: labels).record(0)
        case .unavailable(let detail):
            Counter(label: "zegel_witness_failures_total", dimensions: labels).increment()
            self.logger.warning(
                "a witness did not cosign",
                metadata: ["witness": .string(partner.name), "reason": .string(detail)]
            )
        case .disagrees(let detail):
            Gauge(label: "zegel_witness_disagrees", dimensions: labels).record(1)
            self.logger.critical(
                "a witness knows another log",
                metadata: ["witness": .string(partner.name), "reason": .string(detail)]
            )
        }
        return outcome
    }
}

/// The checkpoint that all partners are asked about, until the next one.
private final class Target: Sendable {
    private let current: Mutex<SignedCheckpoint>

    init(_ checkpoint: SignedCheckpoint) { self.current = Mutex(checkpoint) }

    var checkpoint: SignedCheckpoint { self.current.withLock { $0 } }

    func set(_ checkpoint: SignedCheckpoint) { self.current.withLock { $0 = checkpoint } }
}
