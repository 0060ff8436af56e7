// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import NIOSSL
import ZegelCommands
import ZegelCore

/// `zegel-bench handshake`: what a full handshake with a client certificate costs the server, and what it costs nginx.
struct HandshakeBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handshake",
        abstract: "What a full handshake with a client certificate costs the server, beside nginx.",
        discussion: """
            Both servers have the certificates of one trial installation, TLS 1.3, X25519, HTTP/2, and no resumption. A handshake ends \
            when the server has said its first word of HTTP/2 and the connection was closed. nginx checks no revocation lists \
            in one figure, and the same as Zegel in the other.
            """
    )

    @Option(help: "The server, a release build of zegel.")
    var zegel: String

    @Option(help: "nginx.")
    var nginx = "/usr/sbin/nginx"

    @Option(help: "Rounds; the median counts.")
    var rounds = 15

    @Option(help: "Handshakes per figure and round.")
    var handshakes = 1_000

    @Option(help: "Connections at a time.")
    var atOnce = 8

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...1_000).contains(self.rounds) else { throw ValidationError("--rounds must be 1 to 1000.") }
        guard (1...100_000).contains(self.handshakes) else {
            throw ValidationError("--handshakes must be 1 to 100000.")
        }
        guard (1...128).contains(self.atOnce) else { throw ValidationError("--at-once must be 1 to 128.") }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zegel-bench-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let home = "\(folder)/home"
        _ = try ChildProcess.run(self.zegel, ["init", "--home", home])
        var servers: [MeasuredServer] = []
        defer { for server in servers { server.stop() } }
        let own = try MeasuredServer.zegel(self.zegel, home: home)
        servers.append(own)
        let plain = try await MeasuredServer.nginx(NginxPeer(binary: self.nginx, home: home, name: "nginx"))
        servers.append(plain)
        let checking = try await MeasuredServer.nginx(
            NginxPeer(
                binary: self.nginx,
                home: home,
                name: "nginx-crl",
                lines: ["ssl_crl \(home)/pki/ca.crl.pem;"]
            )
        )
        servers.append(checking)
        let contestants = [
            try Contestant("nginx, X25519, no revocation", plain, home, .x25519),
            try Contestant("zegel, X25519", own, home, .x25519, isGoal: true),
            try Contestant("nginx, X25519, revocation lists", checking, home, .x25519),
            try Contestant("zegel, X25519MLKEM768", own, home, .x25519_MLKEM768),
        ]
        let rounds = HandshakeRounds(rounds: self.rounds, handshakes: self.handshakes, atOnce: self.atOnce)
        let costs = try await rounds.measure(contestants)
        let result = HandshakeReport(contestants: contestants, costs: costs)
        Output.result(self.json ? result.json : nil, else: result.table)
        guard result.isMet else { throw ExitCode.failure }
    }
}

/// Handshakes with several servers, each in its turn.
struct HandshakeRounds {
    let rounds: Int
    /// In each round, with each server.
    let handshakes: Int
    /// Connections at a time.
    let atOnce: Int

    /// Microseconds per handshake, by contestant and round; the order is reversed each round.
    func measure(_ contestants: [Contestant]) async throws -> [[Double]] {
        var costs = contestants.map { _ in [Double]() }
        for contestant in contestants { try await contestant.client.perform(self.handshakes, atOnce: self.atOnce) }
        for round in 0..<self.rounds {
            let indices = Array(contestants.indices)
            for index in round.isMultiple(of: 2) ? indices : indices.reversed() {
                let contestant = contestants[index]
                let start = try contestant.server.processorTime()
                try await contestant.client.perform(self.handshakes, atOnce: self.atOnce)
                // What the server does after its last word belongs to the handshake, too.
                try await Task.sleep(for: .milliseconds(30))
                costs[index].append((try contestant.server.processorTime() - start) / Double(self.handshakes))
            }
        }
        return costs
    }
}

/// A server, and the client that shakes hands with it.
struct Contestant {
    let name: String
    let server: MeasuredServer
    let client: HandshakeClient
    /// Whether it may cost no more than the first one.
    let isGoal: Bool

    init(_ name: String, _ server: MeasuredServer, _ home: String, _ group: NIOTLSCurve, isGoal: Bool = false) throws {
        self.name = name
        self.server = server
        self.client = try HandshakeClient(port: server.port, home: home, group: group)
        self.isGoal = isGoal
    }
}

/// The medians, and each as a ratio to the first contestant of the same round.
struct HandshakeReport {
    let contestants: [Contestant]
    /// Microseconds by contestant and round.
    let costs: [[Double]]

    private func microseconds(_ index: Int) -> Double { Self.median(self.costs[index]) }

    /// A contestant's cost, divided by the first one's of the same round.
    func ratio(_ index: Int) -> Double { Self.median(zip(self.costs[index], self.costs[0]).map { $0 / $1 }) }

    /// Whether the goal is met.
    var isMet: Bool { self.contestants.indices.allSatisfy { !self.contestants[$0].isGoal || self.ratio($0) <= 1 } }

    var table: String {
        var table = TextTable(["server", "microseconds", "of nginx", "goal"])
        for (index, contestant) in self.contestants.enumerated() {
            let goal = contestant.isGoal ? "no more than nginx: \(self.isMet ? "met" : "MISSED")" : ""
            table.add([contestant.name, Self.text(self.microseconds(index), 0), Self.text(self.ratio(index), 2), goal])
        }
        return table.text
    }

    var json: JSONValue {
        .array(
            self.contestants.enumerated().map { index, contestant in
                var members: [JSONValue.Member] = [
                    .init("what", .string(contestant.name)),
                    .init("nanoseconds", .integer(Int64(self.microseconds(index) * 1_000))),
                    .init("thousandthsOfNginx", .integer(Int64((self.ratio(index) * 1_000).rounded()))),
                ]
                if contestant.isGoal { members.append(.init("met", .bool(self.isMet))) }
                return .object(members)
            }
        )
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private static func text(_ value: Double, _ decimals: Int) -> String {
        String(format: "%.\(decimals)f", value)
    }
}
