// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Metrics
import NIOCore
import NIOPosix
import ServiceLifecycle
import UnixSignals
package import ZegelCore
package import ZegelExchange
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelTransport

/// A server from its configuration to its end: the parts, put together from top to bottom.
package struct ServerProcess {
    /// Runs a server until it is told to stop by SIGTERM or SIGINT.
    ///
    /// - Parameters:
    ///   - configuration: What `zegel.yaml` says.
    ///   - listen: Another address to listen on; with port 0 the admin listener picks a free port, too.
    ///   - clock: What time it is.
    ///   - passed: Told each stage that a submission has passed. `zegel serve` gives none, so that no setting, argument or variable of the
    ///     environment reaches it there; the crash tests run a server of their own that kills itself at a stage.
    ///   - ready: Called once connections are accepted, with the line to print.
    /// - Throws: ``Problem`` where the configuration does not let it start; what broke it off later.
    package static func run(
        _ configuration: ServerConfiguration,
        listen: String? = nil,
        clock: @escaping WallClock = { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
        passed: @escaping @Sendable (SubmissionStage) -> Void = { _ in },
        ready: @escaping @Sendable (JSONValue) -> Void
    ) async throws {
        let logger = Logger(label: "zegel") { JSONLogHandler(label: $0, level: .info, clock: clock) }
        let metrics = PrometheusMetrics()
        MetricsSystem.bootstrap(metrics)
        try await WitnessCollector.check(configuration, clock: clock)
        let assembly = try await ServerAssembly(configuration, logger: logger, clock: clock, passed: passed)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, System.coreCount / 2))
        let service = try ListeningService(
            assembly: assembly,
            configuration: configuration,
            listen: listen,
            metrics: metrics,
            group: group,
            logger: logger,
            clock: clock,
            ready: ready
        )
        do {
            let witnesses = try WitnessCollector(configuration.log, store: assembly.store, clock: clock, logger: logger)
            let timestamps = try TimestampService(
                configuration.timestamps,
                every: configuration.timestampCheckpoints,
                store: assembly.store,
                time: assembly.context.time,
                clock: clock,
                logger: logger
            )
            let padding = PaddingService(
                configuration.log.padding,
                store: assembly.store,
                clock: clock,
                logger: logger
            )
            let clocks = ClockService(assembly.context, logger: logger)
            let uploads = UploadService(assembly.context, logger: logger)
            let retention = try RetentionService(
                configuration.retention,
                assembly.context,
                key: try configuration.storageKeyBytes(),
                logger: logger
            )
            let delivery = DeliveryService(assembly, following: service.reloader, clock: clock, logger: logger)
            let days = ReconciliationService(assembly.context, following: service.reloader, logger: logger)
            let beside: [(any NamedService)?] = [
                witnesses, timestamps, padding, clocks, uploads, retention, delivery, days,
            ]
            let desk = ControlDesk(store: assembly.store, clock: clock) {
                await delivery.hurry()
            } reconcile: {
                try await days.reconcile($0, $1)
            }
            let control = try await ControlListener(desk: desk, logger: logger).bind(in: configuration.data)
            let services = [service] + beside.compactMap(\.self)
            try await ServiceGroup(
                configuration: .init(
                    services: services,
                    gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: logger
                )
            ).run()
            try? await control?.close()
        } catch {
            assembly.store.close()
            throw error
        }
        assembly.store.close()
        try await group.shutdownGracefully()
    }
}
