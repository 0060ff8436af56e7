// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Metrics
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import ZegelCore
import ZegelExchange
import ZegelStore
import ZegelTransport

/// Listens until the server is told to stop, then lets running requests finish.
struct ListeningService: NamedService {
    /// Takes over what changes; a test asks it itself.
    let reloader: Reloader
    private let assembly: ServerAssembly
    private let listen: ServerConfiguration.Endpoint
    private let admin: ServerConfiguration.Endpoint
    private let adminPort: Int
    private let metrics: PrometheusMetrics
    private let group: any EventLoopGroup
    private let logger: Logger
    private let looks: Duration?
    private let ready: @Sendable (JSONValue) -> Void

    /// - Parameters:
    ///   - listen: An address in place of the configured one.
    ///   - looks: The time between two looks at the files; `nil` where nobody looks, and no signal is waited for.
    /// - Throws: `configuration.invalid` where that is none.
    init(
        assembly: ServerAssembly,
        configuration: ServerConfiguration,
        listen: String?,
        metrics: PrometheusMetrics,
        group: any EventLoopGroup,
        logger: Logger,
        clock: @escaping WallClock,
        looks: Duration? = .seconds(1),
        ready: @escaping @Sendable (JSONValue) -> Void
    ) throws(Problem) {
        self.listen = try ServerConfiguration.Endpoint.option(listen) ?? configuration.listen
        self.assembly = assembly
        self.reloader = Reloader(assembly, clock: clock, logger: logger)
        self.looks = looks
        self.admin = configuration.admin
        self.adminPort = listen != nil && self.listen.port == 0 ? 0 : configuration.admin.port
        self.metrics = metrics
        self.group = group
        self.logger = logger
        self.ready = ready
    }

    func run() async throws {
        let state = ReadyFlag()
        let admin = try await AdminListener(
            reports: .init(isReady: { state.isSet }, metrics: { [metrics] in metrics.text })
        )
        .bind(host: self.admin.host, port: self.adminPort, group: self.group)
        let listener = try await ServerListener.bind(
            host: self.listen.host,
            port: self.listen.port,
            credentials: self.assembly.installed.credentials,
            gate: self.assembly.authenticator,
            responder: self.assembly.responder,
            configuration: self.configuration,
            group: self.group
        )
        await self.reloader.attach(listener)
        state.set(true)
        self.ready([
            "event": "ready", "url": .string("https://\(self.listen.host):\(listener.address.port ?? 0)"),
            "admin": .string("http://\(self.admin.host):\(admin.localAddress?.port ?? 0)"),
        ])
        await self.serve()
        state.set(false)
        self.assembly.context.bell.stop()
        await listener.drain(seconds: self.assembly.context.limits.stopSeconds)
        try? await admin.close().get()
    }

    /// Waits until the server is told to stop; until then it takes over what changes.
    private func serve() async {
        guard let looks = self.looks else {
            try? await gracefulShutdown()
            return
        }
        await withTaskGroup { group in
            group.addTask { await ChangeService(reloader: self.reloader, looks: looks).run() }
            group.addTask {
                while (try? await Task.sleep(for: looks)) != nil { await self.fetch() }
            }
            group.addTask {
                while (try? await Task.sleep(for: looks)) != nil { await self.askResponders() }
            }
            group.addTask {
                let disk = DiskWatch(self.assembly.store.room, logger: self.logger)
                repeat { disk.look() } while (try? await Task.sleep(for: looks)) != nil
            }
            try? await gracefulShutdown()
            group.cancelAll()
        }
    }

    /// Fetches what is due; the change that it makes is taken over as any other.
    func fetch() async {
        let installed = await self.reloader.installed
        await self.assembly.fetcher.round(installed.configuration, trust: installed.trust)
    }

    /// Asks responders again about what is due, and takes over what they say.
    func askResponders() async { await self.reloader.use(statuses: await self.assembly.statuses.round()) }

    private var configuration: ListenerConfiguration {
        let renderer = self.assembly.renderer
        let access = Logger(label: "zegel.access") { [logger] _ in logger.handler }
        return ListenerConfiguration(
            limits: self.assembly.context.limits,
            renderProblem: { renderer.problem($0, id: $1) },
            record: { record in
                let status = record.status.map { "\($0)" } ?? "-"
                Metrics.Timer(
                    label: "zegel_request_seconds",
                    dimensions: [("method", record.method), ("route", record.route), ("status", status)]
                )
                .recordMicroseconds(record.microseconds)
                access.info(
                    "request",
                    metadata: [
                        "method": .string(record.method), "route": .string(record.route), "status": .string(status),
                        "microseconds": .stringConvertible(record.microseconds),
                        "received": .stringConvertible(record.received), "sent": .stringConvertible(record.sent),
                        "request": .string(record.requestID), "organisation": .string(record.organisation),
                        "tls": .string(record.tls.version), "suite": .string(record.tls.suite),
                        "group": .string(record.tls.group),
                    ]
                )
            },
            logger: self.logger
        )
    }
}

/// Whether the server accepts messages now.
private final class ReadyFlag: Sendable {
    private let flag = Mutex(false)

    var isSet: Bool { self.flag.withLock { $0 } }

    func set(_ value: Bool) { self.flag.withLock { $0 = value } }
}
