// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
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

/// Compares each day that is over with each server of partners that the policy in force names.
///
/// A day that could not be compared, or on which both differ, is compared again until both have the same. So is each day of the last month,
/// once a day: a server that was restored lacks what it had before.
final class ReconciliationService: NamedService {
    /// Days that are compared each day.
    static let days = 31
    /// Days that are compared at most, where the last on which both had the same lies further back.
    static let most = 400
    /// Seconds after the end of a day for which receipts may be on their way.
    static let rest: Int64 = 900
    /// Seconds between two passes.
    static let pause: Int64 = 900
    private static let look = Duration.seconds(60)

    /// What the last pass with a server did not come to.
    private struct Failure: Sendable {
        let day: CalendarDate
        let code: String
    }

    private struct State {
        var next: [OIN: Instant] = [:]
        var failures: [OIN: Failure] = [:]
    }

    private let context: ExchangeContext
    private let reloader: Reloader
    private let logger: Logger
    private let gauges = RelayGauges()
    private let state = Mutex(State())

    init(_ context: ExchangeContext, following reloader: Reloader, logger: Logger) {
        self.context = context
        self.reloader = reloader
        self.logger = logger
    }

    private var servers: [PartnerServer] {
        self.context.policy.engine.policy.organisations.servers.filter { $0.oin != self.context.server }
    }

    /// Compares until the server stops.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { await self.round() } while (try? await Task.sleep(for: Self.look)) != nil
        }
    }

    /// Makes a pass with each server whose time has come; one that is slow delays no other.
    func round() async {
        let (servers, now) = (self.servers, self.context.clock())
        self.gauges.keep(only: Set(servers.map(\.oin)))
        await withDiscardingTaskGroup { group in
            for server in servers {
                let isDue = self.state.withLock { state in
                    // Where the clock was set back the time that was noted says nothing.
                    guard let next = state.next[server.oin], next > now, next <= now.advanced(bySeconds: Self.pause)
                    else {
                        state.next[server.oin] = now.advanced(bySeconds: Self.pause)
                        return true
                    }
                    return false
                }
                if isDue { group.addTask { await self.pass(with: server) } }
            }
        }
    }

    /// Compares now, and says how it stands.
    ///
    /// - Parameters:
    ///   - server: With which server; `nil` for all.
    ///   - day: Which day; `nil` for all that are due.
    /// - Throws: `not-found` where the policy names no such server.
    func reconcile(_ server: OIN?, _ day: CalendarDate?) async throws -> JSONValue {
        let servers = self.servers.filter { server == nil || $0.oin == server }
        guard server == nil || !servers.isEmpty else { throw Problem(.notFound) }
        return try await withThrowingTaskGroup(of: (OIN, JSONValue).self) { group in
            for server in servers {
                group.addTask {
                    let outcomes = await self.pass(with: server, on: day)
                    return (server.oin, try await self.standing(with: server, day == nil ? nil : outcomes))
                }
            }
            var all: [(OIN, JSONValue)] = []
            for try await one in group { all.append(one) }
            return ["servers": .array(all.sorted { $0.0 < $1.0 }.map(\.1))]
        }
    }

    // MARK: - One server

    /// Compares the days that are due, or one that is asked for.
    @discardableResult
    private func pass(with server: PartnerServer, on day: CalendarDate? = nil) async -> [RelayDay] {
        do {
            let window = try await self.window(with: server)
            guard let relay = await self.reloader.installed.relay else {
                throw Problem(.configuration, "zegel.yaml has no relay: certificate and key to call others with.")
            }
            let anchors = await self.reloader.installed.configuration.anchors.map(\.path)
            let connection = try RelayConnection(
                url: server.url,
                client: KeyFiles(certificate: relay.files.certificate, key: relay.files.key),
                anchors: anchors,
                clock: self.context.clock
            )
            let outcomes = await self.compare(day.map { [$0] } ?? window.due, with: server, window, over: connection)
            await connection.shutdown()
            await self.count(server)
            return outcomes
        } catch {
            self.note(Problem(any: error), Amsterdam.day(of: self.context.clock()), server.oin)
            return []
        }
    }

    private func compare(
        _ days: [CalendarDate],
        with server: PartnerServer,
        _ window: RelayWindow,
        over connection: RelayConnection
    ) async -> [RelayDay] {
        let comparison: DayComparison
        do {
            let log = try NoteVerifier(parsing: server.log)
            comparison = DayComparison(with: server.oin, log: log, self.means, asking: Self.questions(over: connection))
        } catch { return [] }
        self.state.withLock { $0.failures[server.oin] = nil }
        var outcomes: [RelayDay] = []
        for day in days where !Task.isCancelled {
            do throws(Problem) {
                let outcome = try await comparison(day)
                self.tell(outcome, after: window[day])
                outcomes.append(outcome)
            } catch {
                self.note(error, day, server.oin)
                // Who cannot be reached cannot be asked about the other days either.
                if [401, 408, 429, 499, 502, 503, 504].contains(error.status) { break }
            }
        }
        return outcomes
    }

    private static func questions(over connection: RelayConnection) -> DayComparison.Questions {
        DayComparison.Questions(
            day: { (day) async throws(Problem) in
                do throws(ClientError) { return try await connection.day(day) } catch { throw error.problem }
            },
            passages: { (day, place) async throws(Problem) in
                do throws(ClientError) { return try await connection.passages(on: day, after: place) } catch {
                    throw error.problem
                }
            }
        )
    }

    private var means: DayComparison.Means {
        DayComparison.Means(
            own: self.context.server,
            store: self.context.store,
            eventLoop: MultiThreadedEventLoopGroup.singleton.any(),
            trust: self.context.trust,
            clock: self.context.clock
        )
    }

    private func window(with server: PartnerServer) async throws -> RelayWindow {
        let (now, oin) = (self.context.clock(), server.oin)
        return try await self.context.store.read(on: MultiThreadedEventLoopGroup.singleton.any()) { view in
            let agreed = try view.lastAgreedDay(with: oin)
            let first = RelayWindow.first(at: now, agreed: agreed)
            return RelayWindow(at: now, agreed: agreed, from: first, try view.relayDays(with: oin, from: first))
        }
        .get()
    }

    /// How it stands with a server: the last day on which both had the same, and the days on which they differ or could not be compared.
    private func standing(with server: PartnerServer, _ asked: [RelayDay]?) async throws -> JSONValue {
        let window = try await self.window(with: server)
        let failure = self.state.withLock { $0.failures[server.oin] }
        let failed = failure.map { failure -> JSONValue in
            ["day": .string("\(failure.day)"), "reason": .string(failure.code)]
        }
        return [
            "server": .string("\(server.oin)"), "agreed": window.agreed.map { .string("\($0)") } ?? .null,
            "days": .array((asked ?? window.different).map(\.json)),
            "waiting": .array(window.missing.map { .string("\($0)") }), "failed": failed ?? .null,
        ]
    }

    // MARK: - Telling

    /// Tells operators what was not amiss before.
    private func tell(_ outcome: RelayDay, after earlier: RelayDay?) {
        let known = Set(earlier?.differences ?? [])
        for difference in outcome.differences where difference.isOpen && !known.contains(difference) {
            self.logger.error(
                "a server of partners and this one have different things",
                metadata: [
                    "code": .string(difference.kind.rawValue), "server": .string("\(outcome.server)"),
                    "day": .string("\(outcome.day)"), "name": .string(difference.name),
                ]
            )
        }
    }

    private func note(_ problem: Problem, _ day: CalendarDate, _ server: OIN) {
        self.state.withLock { $0.failures[server] = Failure(day: day, code: problem.code) }
        self.logger.warning(
            "a day could not be compared with a server of partners",
            metadata: [
                "server": .string("\(server)"), "day": .string("\(day)"), "code": .string(problem.code),
                "reason": .string(problem.detail),
            ]
        )
    }

    private func count(_ server: PartnerServer) async {
        guard let window = try? await self.window(with: server) else { return }
        self.gauges.record(
            server.oin,
            differences: window.different.reduce(0) { $0 + $1.open },
            agreedUntil: window.agreed.map { Amsterdam.end(of: $0) }
        )
    }
}
