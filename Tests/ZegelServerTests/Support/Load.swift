// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import ZegelClient
import ZegelCore

/// Clients that ask without a pause, and what became of each request.
final class Load: Sendable {
    private struct Record {
        var successes = 0
        var lastSuccess: ContinuousClock.Instant?
        var failures: [(at: ContinuousClock.Instant, what: String)] = []
    }

    private let records = Mutex<[String: Record]>([:])
    private let hasEnded = Mutex(false)

    /// Lets the clients stop after the request that they make.
    func end() { self.hasEnded.withLock { $0 = true } }

    /// Asks again and again until the end.
    func run(_ name: String, _ ask: () async throws -> Void) async {
        while !self.hasEnded.withLock({ $0 }) {
            do {
                try await ask()
                self.records.withLock { records in
                    records[name, default: Record()].successes += 1
                    records[name]?.lastSuccess = .now
                }
            } catch {
                self.records.withLock { $0[name, default: Record()].failures.append((.now, "\(error)")) }
            }
            // Steady, and without taking the machine from the server.
            try? await Task.sleep(for: .milliseconds(5))
        }
    }

    /// How many requests of a client were answered.
    func successes(of name: String) -> Int { self.records.withLock { $0[name]?.successes ?? 0 } }

    /// When one was answered last.
    func lastSuccess(of name: String) -> ContinuousClock.Instant? { self.records.withLock { $0[name]?.lastSuccess } }

    /// The requests that failed, between two moments.
    func failures(
        of name: String,
        from start: ContinuousClock.Instant? = nil,
        until end: ContinuousClock.Instant? = nil
    ) -> [String] {
        self.records.withLock { records in
            (records[name]?.failures ?? [])
                .filter { failure in (start.map { $0 <= failure.at } ?? true) && (end.map { failure.at < $0 } ?? true) }
                .map(\.what)
        }
    }

    /// Waits until something is so, and says how long that took; `nil` where it did not come about in ten seconds.
    static func wait(until isSo: () async throws -> Bool) async rethrows -> Duration? {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(10) {
            if try await isSo() { return ContinuousClock.now - start }
            try? await Task.sleep(for: .milliseconds(50))
        }
        return nil
    }
}

extension TrialServer {
    /// A connection as an organisation, with its own TLS connection that stays; nothing is tried twice.
    func connection(_ organisation: String, certificate: String? = nil) throws -> ZegelConnection {
        let folder = self.folder.path
        let name = certificate ?? organisation
        return try ZegelConnection(
            ClientProfile(
                url: "https://localhost:\(self.port)",
                mailbox: #require(MailboxName("\(organisation)/ct")),
                client: KeyFiles(certificate: "\(folder)/\(name)-client.pem", key: "\(folder)/\(name)-client.key"),
                seal: KeyFiles(certificate: "\(folder)/\(name)-seal.pem", key: "\(folder)/\(name)-seal.key"),
                serverAnchors: ["\(folder)/ca.pem"],
                sealAnchors: ["\(folder)/ca.pem"],
                revocationLists: ["\(folder)/first.crl.pem"],
                sealers: [#require(OIN(Self.server))]
            ),
            patience: Patience(attempts: 1)
        )
    }

    /// Builds and hands in one message from aivd/ct to om/lovj, and verifies its receipt.
    func send(_ kenmerk: String, by connection: ZegelConnection) async throws {
        let path = "\(self.folder.path)/\(kenmerk).asice"
        try Data(self.container(kenmerk, "report \(kenmerk)")).write(to: URL(filePath: path))
        _ = try await connection.submit(file: path)
    }

    /// The container of a message from aivd/ct to om/lovj with a document of a text.
    func container(_ kenmerk: String, _ text: String) throws -> [UInt8] {
        let moment = self.time.now
        let document = "\(self.folder.path)/\(kenmerk).txt"
        try Data(text.utf8).write(to: URL(filePath: document))
        let header: JSONValue = [
            "kenmerk": .string(kenmerk), "exchange": "ambtsberichten", "kind": "ambtsbericht",
            "subject": "Uitreis naar strijdgebied", "from": ["oin": "00000099000000001000", "mailbox": "aivd/ct"],
            "to": [["oin": "00000099000000002000", "mailbox": "om/lovj", "role": "action"]],
            "purpose": "opsporing-en-vervolging", "legalBasis": "wiv2017-art66",
            "classification": "departementaal-vertrouwelijk", "classifiedBy": "hoofd contraterrorisme",
            "classifiedOn": .string("\(moment.date)"),
            "declassifyOn": .string("\(moment.advanced(bySeconds: 3_650 * 86_400).date)"), "markings": [],
            "details": [
                "subjects": 1, "underlyingSeen": .string("\(moment.date)"),
                "evaluation": ["source": "A", "information": "1"],
            ],
        ]
        let builder = try ContainerBuilder(
            template: header,
            documents: [EnclosedDocument(path: document)],
            signer: #require(self.signers["aivd/seal"]),
            at: moment
        )
        var bytes: [UInt8] = []
        try builder.pieces { bytes += $0 }
        return bytes
    }
}
