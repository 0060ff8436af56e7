// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Testing
import TransparencyLog
import ZegelCore
import ZegelStore
import ZegelTrust
import ZegelVerify

@testable import ZegelServer

/// Two servers of which each has its own organisations, policy, store and log, and that know each other.
struct ServerPair {
    static let there = "00000099000000099002"

    /// Where the sender is at home.
    let ours: TrialServer
    /// Where the addressee is at home.
    let theirs: TrialServer
    /// Now: TLS goes by the clock of the machine.
    let moment: Instant

    /// Runs both, each pushing to the other.
    static func run(_ body: (ServerPair) async throws -> Void) async throws {
        let moment = Instant(milliseconds: Int64(Date().timeIntervalSince1970) * 1_000)
        let prepare: (URL, TestAuthority) throws -> Void = { folder, _ in try Self.addRelay(to: folder) }
        try await TrialServer.run(at: moment, as: Self.there, prepare: prepare, { try await Self.join(to: $0, body) })
    }

    /// Runs the sender's server beside that of the addressee.
    private static func join(to theirs: TrialServer, _ body: (ServerPair) async throws -> Void) async throws {
        let prepare: (URL, TestAuthority) throws -> Void = { folder, _ in
            try Self.addRelay(to: folder)
            try Self.name(theirs, Self.there, serving: "om", in: folder)
        }
        let test: (TrialServer) async throws -> Void = { ours in
            try Self.name(ours, TrialServer.server, serving: "aivd", in: theirs.folder)
            #expect(await theirs.reloader.reload())
            try await Self.push(between: ServerPair(ours: ours, theirs: theirs, moment: theirs.moment), body)
        }
        try await TrialServer.run(at: theirs.moment, by: theirs.authority, prepare: prepare, test)
    }

    private static func push(
        between pair: ServerPair,
        _ body: (ServerPair) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup { group in
            for server in [pair.ours, pair.theirs] {
                let delivery = DeliveryService(
                    server.assembly,
                    following: server.reloader,
                    clock: { server.time.now },
                    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
                )
                group.addTask { try await delivery.run() }
            }
            defer { group.cancelAll() }
            try await body(pair)
        }
    }

    private static func addRelay(to folder: URL) throws {
        let path = folder.appending(path: "zegel.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        let relay = "relay: { certificate: zegel-client.pem, key: zegel-client.key }\n"
        try Data((text + relay).utf8).write(to: path)
    }

    /// Names one server in the policy of the other.
    private static func name(_ server: TrialServer, _ oin: String, serving short: String, in folder: URL) throws {
        let key = try NoteSigner(parsing: server.text(of: "log.key")).verifier
        let path = folder.appending(path: "policies/organisations.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        let servers = """
            servers:
              - { oin: \(oin), url: "https://localhost:\(server.port)", log: "\(key)", serves: [\(short)] }

            """
        try Data((text + servers).utf8).write(to: path)
    }

    // MARK: - What people do

    /// Sends a message from one to the other, released by a second person; returns its id at the sender's server.
    func send(_ kenmerk: String) async throws -> MessageReceipt {
        let today = JSONValue.string("\(self.moment.date)")
        var header = OpenAPI.Example.header.replacing("kenmerk", with: kenmerk).replacing("date", with: today)
            .replacing("classifiedOn", with: today)
        let details = (header["details"] ?? .null).replacing("underlyingSeen", with: today)
        header = header.replacing("details", with: details)
        let container = try OpenAPIReplayTests.container(header, self.ours, at: self.moment)
        let answer = try await self.ours.call(
            "aivd",
            "POST",
            "/v1/messages",
            token: self.ours.token(of: "aivd"),
            type: "application/vnd.etsi.asic-e+zip",
            body: container
        )
        try #require(answer.status == 201, "\(answer.json)")
        let receipt = try MessageReceipt(parsing: answer.body)
        try await self.state(.release, "releases", "aivd", at: self.ours, receipt.id, receipt.container)
        return receipt
    }

    /// Signs a statement about a message and hands it in at a server.
    func state(
        _ kind: Statement.Kind,
        _ place: String,
        _ organisation: String,
        at server: TrialServer,
        _ id: MessageID,
        _ container: ContentDigest
    ) async throws {
        let oin = server.folder == self.ours.folder ? TrialServer.server : Self.there
        let statement = OpenAPI.Example.statement(kind).replacing("server", with: .string(oin))
            .replacing("message", with: "\(id)").replacing("container", with: "\(container)")
            .replacing("time", with: .string("\(self.moment)"))
        let key = "\(organisation)/\(kind == .release ? "release" : "seal")"
        let body = try server.sign(statement.encoded, by: key, attached: true, at: self.moment)
        let answer = try await server.call(
            organisation,
            "POST",
            "/v1/messages/\(id)/\(place)",
            token: server.token(of: organisation),
            type: "application/pkcs7-mime",
            body: body
        )
        try #require([201, 202].contains(answer.status), "\(answer.json)")
    }

    /// What a party sees of a message.
    func look(_ organisation: String, at server: TrialServer, _ id: MessageID) async throws -> TrialServer.Answer {
        try await server.call(
            organisation,
            "GET",
            "/v1/messages/\(id)",
            token: server.token(of: organisation, scope: "messages.read")
        )
    }

    /// What lies in the mailbox of the addressee, once as much came.
    func post(atLeast count: Int) async throws -> [JSONValue] {
        let token = try await self.theirs.token(of: "om", scope: "messages.read")
        return try await self.until {
            let page = try await self.theirs.call("om", "GET", "/v1/mailboxes/om/lovj/messages", token: token)
            let lines = page.json["messages"]?.array ?? []
            return lines.count >= count ? lines : nil
        }
    }

    /// Asks until there is an answer, a minute at most; the clocks of both go on meanwhile, so that what failed is tried again.
    func until<Value>(_ question: () async throws -> Value?) async throws -> Value {
        let end = ContinuousClock.now + .seconds(60)
        var questions = 0
        while ContinuousClock.now < end {
            if let value = try await question() { return value }
            questions += 1
            if questions % 20 == 0 { for server in [self.ours, self.theirs] { server.time.advance(seconds: 1) } }
        }
        throw CancellationError()
    }
}

@Suite("Two servers")
struct TwoServerTests {
    @Test("A message goes to the server of its addressee, what becomes of it comes back, and a withdrawal follows it")
    func story() async throws {
        try await ServerPair.run { pair in
            let first = try await pair.send("AIVD-2026-000001")
            let line = try #require(try await pair.post(atLeast: 1).first)
            #expect(line["kenmerk"] == "AIVD-2026-000001" && line["container"]?.string == "\(first.container)")
            let there = try #require(line["id"]?.string.flatMap { MessageID($0) })
            #expect(there != first.id)
            let pushed = try await pair.until {
                let seen = try await pair.look("aivd", at: pair.ours, first.id).json
                return seen["relays"]?.array?.first?["state"] == "receipted" ? seen : nil
            }
            let delivery = try #require(pushed["deliveries"]?.array?.first)
            #expect(delivery["state"] == "collected" && delivery["collectedBy"]?["oin"]?.string == ServerPair.there)
            try await pair.state(.acknowledgement, "acknowledgements", "om", at: pair.theirs, there, first.container)
            _ = try await pair.until {
                let seen = try await pair.look("aivd", at: pair.ours, first.id).json
                return seen["deliveries"]?.array?.first?["state"] == "acknowledged" ? true : nil
            }
            try await pair.state(.withdrawal, "withdrawals", "aivd", at: pair.ours, first.id, first.container)
            let told = try await pair.until {
                let seen = try await pair.look("om", at: pair.theirs, there)
                return seen.status == 410 ? seen : nil
            }
            #expect(told.json["code"] == "message.withdrawn")
        }
    }

    @Test("A forward that needs a consent waits at the one, and its originator gives it at the other")
    func consent() async throws {
        try await ServerPair.run { pair in
            let first = try await pair.send("AIVD-2026-000001")
            let line = try #require(try await pair.post(atLeast: 1).first)
            let there = try #require(line["id"]?.string.flatMap { MessageID($0) })
            try await pair.state(.forward, "forwards", "om", at: pair.theirs, there, first.container)
            func stands(
                _ state: JSONValue,
                for organisation: String,
                at server: TrialServer,
                _ id: MessageID
            ) async throws {
                _ = try await pair.until {
                    let seen = try await pair.look(organisation, at: server, id).json
                    return seen["forwards"]?.array?.first?["state"] == state ? true : nil
                }
            }
            try await stands("waiting", for: "aivd", at: pair.ours, first.id)
            try await pair.state(.consent, "consents", "aivd", at: pair.ours, first.id, first.container)
            try await stands("done", for: "om", at: pair.theirs, there)
            try await stands("done", for: "aivd", at: pair.ours, first.id)
            let seen = try await pair.look("aivd", at: pair.theirs, there).json
            #expect(seen["deliveries"]?.array?.count == 2)
        }
    }

    @Test("Messages arrive in the order in which they were released, each once")
    func order() async throws {
        try await ServerPair.run { pair in
            let names = (1...5).map { "AIVD-2026-00000\($0)" }
            for name in names { _ = try await pair.send(name) }
            let lines = try await pair.post(atLeast: names.count)
            #expect(lines.compactMap { $0["kenmerk"]?.string } == names)
        }
    }
}
