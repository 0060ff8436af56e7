// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Metrics
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import TransparencyLog
import ZegelClient
import ZegelCore
import ZegelDelivery
import ZegelExchange
import ZegelPolicy
import ZegelStore

/// Pushes to the servers of partners: a task for each that the policy in force names, begun and ended as that changes.
final class DeliveryService: NamedService {
    /// All that one task depends on; where anything of it changes another takes its place.
    private struct Terms: Hashable {
        let url: String
        let log: String
        let relay: ContentDigest
        let anchors: [String]
    }

    private struct Running {
        let terms: Terms
        let connection: RelayConnection
        let task: Task<Void, Never>
    }

    private let assembly: ServerAssembly
    private let reloader: Reloader
    private let clock: WallClock
    private let logger: Logger
    private let pushers = Mutex<[OIN: Pusher]>([:])

    init(_ assembly: ServerAssembly, following reloader: Reloader, clock: @escaping WallClock, logger: Logger) {
        self.assembly = assembly
        self.reloader = reloader
        self.clock = clock
        self.logger = logger
    }

    /// Pushes until the server stops.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            var running: [OIN: Running] = [:]
            var looks = 0
            repeat {
                await self.follow(&running)
                if looks % 10 == 0 { await self.count(running.keys) }
                looks += 1
            } while (try? await Task.sleep(for: .seconds(1))) != nil
            await self.end(&running) { _ in true }
        }
    }

    /// Has what waits tried at once, however often a server failed.
    func hurry() async {
        for pusher in self.pushers.withLock({ Array($0.values) }) { await pusher.hurry() }
    }

    // MARK: -

    /// Ends what is not wanted any more, and begins what is.
    private func follow(_ running: inout [OIN: Running]) async {
        let installed = await self.reloader.installed
        let servers = self.assembly.context.policy.engine.policy.organisations.servers
        let anchors = installed.configuration.anchors.map(\.path)
        var wanted: [OIN: Terms] = [:]
        if let relay = installed.relay {
            for server in servers {
                wanted[server.oin] = Terms(url: server.url, log: server.log, relay: relay.digest, anchors: anchors)
            }
        }
        let stale = Set(running.filter { wanted[$0.key] != $0.value.terms }.keys)
        await self.end(&running) { stale.contains($0) }
        guard let relay = installed.relay else { return }
        for (oin, terms) in wanted where running[oin] == nil {
            running[oin] = self.begin(oin, terms, relay.files)
        }
    }

    private func end(_ running: inout [OIN: Running], where isOver: (OIN) -> Bool) async {
        for (oin, one) in running where isOver(oin) {
            one.task.cancel()
            await one.task.value
            await one.connection.shutdown()
            running[oin] = nil
            self.pushers.withLock { $0[oin] = nil }
        }
    }

    private func begin(_ oin: OIN, _ terms: Terms, _ files: ServerConfiguration.KeyPair) -> Running? {
        do {
            let connection = try RelayConnection(
                url: terms.url,
                client: KeyFiles(certificate: files.certificate, key: files.key),
                anchors: terms.anchors,
                clock: self.clock
            )
            let pusher = Pusher(to: oin, log: try NoteVerifier(parsing: terms.log), self.means) {
                (dispatch) async throws(ClientError) in
                switch dispatch.load {
                case .message(let body): try await connection.push(body)
                case .statement(let bytes): try await connection.push(statement: bytes, as: dispatch.forward)
                }
            }
            self.pushers.withLock { $0[oin] = pusher }
            return Running(terms: terms, connection: connection, task: Task { await pusher.run() })
        } catch {
            self.logger.error(
                "a partner's server cannot be called",
                metadata: ["server": .string("\(oin)"), "reason": .string("\(error)")]
            )
            return nil
        }
    }

    private var means: Pusher.Means {
        let eventLoop = MultiThreadedEventLoopGroup.singleton.any()
        let (context, store) = (self.assembly.context, self.assembly.store)
        return Pusher.Means(
            store: store,
            eventLoop: eventLoop,
            trust: context.trust,
            copy: { item in
                let plan = try await CopyMessage(context, on: eventLoop)(of: item.message, for: item.server).get()
                return RelayBody(length: plan.size) { try await plan.piece(at: $0, from: store, on: eventLoop) }
            },
            told: { context.bell.ring(for: [$0]) },
            places: context.limits.pushesPerServer,
            clock: self.clock,
            logger: self.logger
        )
    }

    private func count(_ servers: some Sequence<OIN>) async {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        for server in servers {
            let store = self.assembly.store
            guard let count = try? await store.read(on: loop, { try $0.outboxCount(of: server) }).get() else {
                continue
            }
            Gauge(label: "zegel_outbox_waiting", dimensions: [("server", "\(server)")]).record(Int64(count))
        }
    }
}
