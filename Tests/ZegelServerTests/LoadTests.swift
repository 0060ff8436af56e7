// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import X509
import ZegelClient
import ZegelCore
import ZegelTrust

@testable import ZegelServer

/// Everything that may change, changed while clients ask without a pause over connections of their own, by the clock of this machine.
@Suite("Under load")
struct LoadTests {
    static let rounds = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1" ? 10 : 1
    /// Within which a change must be in force (DESIGN §5).
    static let bound = Duration.seconds(5)
    private static let aivd = "00000099000000001000"

    @Test("each change is in force within five seconds, and no request fails that should have succeeded")
    func changes() async throws {
        try await OutsideServer.run { outside in
            let time = TestTime.real
            let first = OutsideIssuer(id: "a0")
            try await TrialServer.run(
                at: time.now,
                time: time,
                looks: .seconds(1),
                prepare: { folder, authority in
                    let file = folder.appending(path: "zegel.yaml")
                    let issuer =
                        "{ issuer: \(OutsideIssuer.name), jwks: jwks.json, organisations: [\(Self.aivd)] }"
                    let text = try String(contentsOf: file, encoding: .utf8)
                    try Data(text.replacing("600s", with: "600s, issuers: [\(issuer)]").utf8).write(to: file)
                    try Data(first.jwks.utf8).write(to: folder.appending(path: "jwks.json"))
                    try Data(authority.listsPEM.utf8).write(to: folder.appending(path: "first.crl.pem"))
                },
                { try await LoadScene($0, outside, first).play(rounds: Self.rounds) }
            )
        }
    }
}

/// One run: the clients, and the changes one after the other.
final class LoadScene: Sendable {
    private let server: TrialServer
    private let outside: OutsideServer
    private let load = Load()
    private let issuer: Mutex<(issuer: OutsideIssuer, token: String)>
    private let certificate: [UInt8]
    /// Since when the client that was revoked in the last round is served again.
    private let restored = Mutex<ContinuousClock.Instant?>(nil)

    init(_ server: TrialServer, _ outside: OutsideServer, _ issuer: OutsideIssuer) throws {
        self.server = server
        self.outside = outside
        let certificate = try #require(try PEMFile.certificates(in: server.text(of: "aivd-client.pem")).first)
        self.certificate = certificate.derBytes
        let token = try issuer.token(for: "00000099000000001000", bound: self.certificate, at: server.time.now)
        self.issuer = Mutex((issuer, token))
    }

    func play(rounds: Int) async throws {
        let kept = try #require(try await self.ownToken("ctivd"))
        let connections = try ["aivd", "ctivd", "om"].map { try self.server.connection($0) }
        let (sender, reader, victim) = (connections[0], connections[1], connections[2])
        await withTaskGroup { group in
            group.addTask { [load, server] in
                let number = Mutex(0)
                await load.run("sender") {
                    let next = number.withLock { number in
                        number += 1
                        return number
                    }
                    try await server.send("LOAD-\(next)", by: sender)
                }
            }
            group.addTask { [load] in await load.run("reader") { _ = try await reader.organisations() } }
            group.addTask { [load] in await load.run("om") { _ = try await victim.organisations() } }
            group.addTask { [load] in await load.run("outside") { try await self.askAsOutsider() } }
            group.addTask { [load] in await load.run("new connections") { try await self.ask("ctivd", kept) } }
            do {
                for round in 1...rounds { try await self.round(round) }
            } catch {
                Issue.record(error)
            }
            self.load.end()
        }
        for connection in connections { await connection.shutdown() }
        for name in ["sender", "reader", "outside", "new connections"] {
            #expect(self.load.failures(of: name).isEmpty, "\(name)")
            #expect(self.load.successes(of: name) > 20, "\(name) asked all the time")
        }
    }

    private func round(_ number: Int) async throws {
        try await self.exchangeServerCertificate()
        try await self.exchangePartners(number)
        try await self.revokeByList()
        try await self.exchangeKeys(number)
        try await self.renameOrganisation(number)
    }

    // MARK: - Asking

    private func ownToken(_ organisation: String) async throws -> String? {
        try await self.server.askToken(organisation, scope: "messages.read").json["access_token"]?.string
    }

    /// What is thrown where a client that may ask gets no answer.
    private struct Refused: Error {
        let status: Int
    }

    private func ask(_ organisation: String, _ token: String) async throws {
        let answer = try await self.server.call(organisation, "GET", "/v1/organisations", token: token)
        guard answer.status == 200 else { throw Refused(status: answer.status) }
    }

    private func askAsOutsider() async throws { try await self.ask("aivd", self.issuer.withLock { $0.token }) }

    private func status(_ token: String) async throws -> Int {
        try await self.server.call("aivd", "GET", "/v1/organisations", token: token).status
    }

    private func expectInTime(_ what: String, _ isSo: () async throws -> Bool) async throws {
        let took = try #require(try await Load.wait(until: isSo), "\(what): not in force at all")
        #expect(took <= LoadTests.bound, "\(what): \(took)")
    }

    /// Expects that a client is served until a change, and no more when the bound has passed.
    private func cut(
        _ name: String,
        _ load: Load,
        from begin: ContinuousClock.Instant? = nil,
        _ change: () throws -> Void
    ) async throws {
        let served = load.successes(of: name)
        _ = try #require(await Load.wait { load.successes(of: name) > served + 20 }, "\(name) is not served")
        let start = ContinuousClock.now
        #expect(load.failures(of: name, from: begin, until: start).isEmpty, "\(name), before it is cut off")
        try change()
        let took = try #require(await Load.wait { !load.failures(of: name, from: start).isEmpty }, "\(name) goes on")
        #expect(took <= LoadTests.bound, "\(name): \(took)")
        let last = try #require(load.lastSuccess(of: name))
        #expect(last - start <= LoadTests.bound, "\(name) was served \(last - start) later")
    }

    // MARK: - Changes

    private func exchangeServerCertificate() async throws {
        let new = try self.server.issue(.server, TrialServer.server)
        // The two files of a pair are not written in one moment: until both are there nothing changes.
        try self.server.write(new.pem, to: "zegel-server.pem")
        try self.server.write(new.keyPEM, to: "zegel-server.key")
        try await self.expectInTime("the server's certificate") { try await self.server.presented() == new.der }
    }

    /// One partner's authority takes the place of another's; the new one has a responder, which revokes its client then.
    private func exchangePartners(_ number: Int) async throws {
        let now = self.server.time.now
        let (one, other) = (
            try TestAuthority(at: now.advanced(bySeconds: -300), name: "One \(number)"),
            try TestAuthority(at: now.advanced(bySeconds: -300), name: "Other \(number)")
        )
        for (partner, name) in [(one, "one"), (other, "other")] {
            let client = try self.server.issue(.client, "00000099000000003000", by: partner)
            try self.server.write(client.pem + partner.issuing.identity.pem, to: "\(name)-client.pem")
            try self.server.write(client.keyPEM, to: "\(name)-client.key")
            try self.server.write(partner.anchorsPEM, to: "\(name).anchors")
            try self.server.write(partner.rootList.pemText, to: "\(name).root-list")
            try self.server.write(partner.listsPEM, to: "\(name).lists")
        }
        let plain = try self.server.text(of: "zegel.yaml")
        func use(_ anchor: String, _ list: String) throws {
            try self.server.write(
                plain.replacing("[ca.pem]", with: "[ca.pem, \(anchor)]")
                    .replacing("[ca.crl.pem]", with: "[ca.crl.pem, \(list)]"),
                to: "zegel.yaml"
            )
        }
        try use("one.anchors", "one.lists")
        try await self.expectInTime("a partner") { await self.server.visit("one") == "200" }
        let responder = try TestResponder(self.server.folder, other, lifetime: 12) { [time = self.server.time] in
            time.now
        }
        self.outside["/ocsp"] = .answer { responder.answer($0) }
        let connections = try ["one", "other"].map { try self.server.connection("mivd", certificate: $0) }
        let part = Load()
        let (old, new) = (connections[0], connections[1])
        let before = Task { await part.run("one") { _ = try await old.organisations() } }
        let after = Mutex<Task<Void, Never>?>(nil)
        let played = await Result {
            try await self.cut("one", part) {
                try use(
                    "{ file: other.anchors, ocsp: { responder: \"\(self.outside.url("/ocsp"))\" } }",
                    "other.root-list"
                )
            }
            try await self.expectInTime("another partner") { await self.server.visit("other") == "200" }
            after.withLock { $0 = Task { await part.run("other") { _ = try await new.organisations() } } }
            try await self.revoke("other", by: responder, part)
        }
        part.end()
        await before.value
        await after.withLock { $0 }?.value
        for connection in connections { await connection.shutdown() }
        try played.get()
        try self.server.write(plain, to: "zegel.yaml")
        try await self.expectInTime("the end of a partner") { await self.server.visit("other") == "closed" }
    }

    /// The responder revokes; the server hears of it when it asks the next time, and from then on the bound counts.
    private func revoke(_ name: String, by responder: TestResponder, _ load: Load) async throws {
        _ = try #require(await Load.wait { load.successes(of: name) > 20 }, "\(name) is not served")
        #expect(load.failures(of: name).isEmpty, "\(name), before it is cut off")
        responder["\(name)-client.pem"] = .revoked
        _ = try #require(await Load.wait { responder.hasRevoked }, "nobody asks again")
        let told = ContinuousClock.now
        let took = try #require(await Load.wait { !load.failures(of: name).isEmpty }, "\(name) goes on")
        #expect(took <= LoadTests.bound, "\(name): \(took)")
        let last = try #require(load.lastSuccess(of: name))
        #expect(last - told <= LoadTests.bound, "\(name) was served \(last - told) later")
    }

    private func revokeByList() async throws {
        let lists = try RevocationList.pemDocuments(in: self.server.text(of: "ca.crl.pem"))
        let last = try #require(lists.last)
        let certificate = try #require(try PEMFile.certificates(in: self.server.text(of: "om-client.pem")).first)
        let serial = try #require(SerialNumber(certificate.serialNumber))
        let now = self.server.time.now
        let authority = self.server.authority
        let list = try authority.issuing.list(after: last, revoking: [.init(serial, at: now)], at: now, days: 30)
        let begin = self.restored.withLock { $0 }
        try await self.cut("om", self.load, from: begin) {
            try self.server.write(authority.rootList.pemText + list.pemText, to: "ca.crl.pem")
        }
        try await Task.sleep(for: .seconds(1))
        let served = self.load.successes(of: "om")
        // The next list names nobody.
        let lifting = RevocationListBuilder(
            issuer: authority.issuing.certificate,
            number: try #require(list.number).next,
            thisUpdate: self.server.time.now,
            nextUpdate: now.advanced(bySeconds: 30 * 86_400)
        )
        let lifted = try RevocationList(parsing: lifting.signed(with: authority.issuing.identity.key))
        #expect(self.load.successes(of: "om") == served, "nothing more was answered once it was cut off")
        try self.server.write(authority.rootList.pemText + lifted.pemText, to: "ca.crl.pem")
        try await self.expectInTime("the end of a revocation") { self.load.successes(of: "om") > served }
        self.restored.withLock { $0 = .now }
    }

    /// Another key is announced, used, and then the only one.
    private func exchangeKeys(_ number: Int) async throws {
        let old = self.issuer.withLock { $0 }
        let new = OutsideIssuer(id: "a\(number)")
        let token = try new.token(for: "00000099000000001000", bound: self.certificate, at: self.server.time.now)
        let both = old.issuer.jwks.dropLast(2) + "," + new.jwks.dropFirst(#"{"keys":["#.count)
        try self.server.write(String(both), to: "jwks.json")
        try await self.expectInTime("a further key") { try await self.status(token) == 200 }
        self.issuer.withLock { $0 = (new, token) }
        // The request that runs was made with the old one.
        let count = self.load.successes(of: "outside")
        _ = await Load.wait { self.load.successes(of: "outside") > count + 1 }
        try self.server.write(new.jwks, to: "jwks.json")
        try await self.expectInTime("the end of a key") { try await self.status(old.token) == 401 }
    }

    private func renameOrganisation(_ number: Int) async throws {
        let path = "policies/organisations.yaml"
        let text = try self.server.text(of: path)
        let old = try #require(text.firstMatch(of: /short: om\n\s+name: (.+)\n/))
        try self.server.write(text.replacing("name: \(old.1)\n", with: "name: OM in round \(number)\n"), to: path)
        let token = try #require(try await self.ownToken("aivd"))
        try await self.expectInTime("the organisations") {
            let answer = try await self.server.call("aivd", "GET", "/v1/organisations/om", token: token)
            return answer.json["name"]?.string == "OM in round \(number)"
        }
    }
}

extension Result where Failure == any Error {
    /// What came of it, good or bad, so that what was begun can be ended in either case.
    init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
