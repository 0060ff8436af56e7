// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Metrics
import Testing
import ZegelCore
import ZegelTransport
import ZegelTrust

@testable import ZegelServer

@Suite("Operations")
struct OperationsTests {
    static func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let path = FileManager.default.temporaryDirectory.appending(path: "server-\(UUID())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    static let configuration = """
        zegel: "1"
        name: https://localhost:8443
        listen: 127.0.0.1:8443
        admin: 127.0.0.1:9464
        trial: true
        ceiling: { level: stg-zeer-geheim, authority: trial }
        data: data
        policies: /etc/zegel/policies
        tls: { certificate: pki/server.pem, key: pki/server.key, profile: ncsc-goed }
        trust: { anchors: [ca.pem], crls: [ca.crl.pem], grace: 24h }
        seal: { certificate: pki/server-seal.pem, key: pki/server-seal.key }
        log: { origin: zegel.example/trial, key: pki/log.key }
        token: { key: pki/token.key, lifetime: 600s }
        storage: { key: pki/storage.key }

        """

    private static func load(_ text: String, in folder: String) throws -> ServerConfiguration {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/zegel.yaml"))
        return try ServerConfiguration.load("\(folder)/zegel.yaml")
    }

    @Test("The configuration reads, paths relative to its file")
    func configuration() throws {
        try Self.withFolder { folder in
            let configuration = try Self.load(Self.configuration, in: folder)
            #expect(configuration.data == "\(folder)/data")
            #expect(configuration.policies == "/etc/zegel/policies")
            #expect(configuration.grace == 86_400)
            #expect(configuration.listen.port == 8_443)
            #expect(configuration.ceiling == .stgZeerGeheim)
        }
    }

    @Test("Padding and the time-stamps of checkpoints are as the configuration says, within bounds")
    func logTerms() throws {
        try Self.withFolder { folder in
            let plain = try Self.load(Self.configuration, in: folder)
            #expect(plain.log.padding == nil)
            #expect(plain.timestampCheckpoints == 60)
            func padded(_ padding: String) throws -> ServerConfiguration {
                let log = "log.key, padding: { \(padding) } }"
                let text = Self.configuration.replacing("log.key }", with: log) + "timestamps: { checkpoints: 2m }\n"
                return try Self.load(text, in: folder)
            }
            #expect(try padded("every: 5m").log.padding == .init(every: 300, entries: 8))
            let other = try padded("every: 60s, entries: 40")
            #expect(other.log.padding == .init(every: 60, entries: 40))
            #expect(other.timestampCheckpoints == 120)
            #expect(throws: Problem.self) { try plain.refuseRestart(for: other) }
            for wrong in ["entries: 8", "every: 60s, entries: 0", "every: 60s, entries: 1001", "every: often"] {
                #expect(throws: Problem.self) { try padded(wrong) }
            }
        }
    }

    @Test("TLS is 1.3 without the names of authorities, unless the configuration says otherwise")
    func tls() throws {
        try Self.withFolder { folder in
            for text in [Self.configuration, Self.configuration.replacing(", profile: ncsc-goed", with: "")] {
                let plain = try Self.load(text, in: folder)
                #expect(plain.tlsProfile == .ncscGoed && !plain.sendsAuthorities)
            }
            let wide = Self.configuration.replacing("ncsc-goed", with: "tls12, authorities: true")
            let other = try Self.load(wide, in: folder)
            #expect(other.tlsProfile == .tls12 && other.sendsAuthorities)
        }
    }

    @Test("An anchor is a file, or a file with the terms that hold under it")
    func anchors() throws {
        try Self.withFolder { folder in
            let plain = try #require(try Self.load(Self.configuration, in: folder).anchors.first)
            #expect(plain.path == "\(folder)/ca.pem")
            #expect(plain.terms == AnchorTerms())
            let terms = "{ file: p.pem, rsa: 2048, curves: [p384], organisations: [00000099000000001000] }"
            let text = Self.configuration.replacing("[ca.pem]", with: "[ca.pem, \(terms)]")
            let partner = try #require(try Self.load(text, in: folder).anchors.last)
            #expect(partner.path == "\(folder)/p.pem")
            let own = try #require(OIN("00000099000000001000"))
            #expect(partner.terms == AnchorTerms(minimumRSABits: 2_048, curves: [.p384], organisations: [own]))
            let nobody = Self.configuration.replacing("[ca.pem]", with: "[{ file: p.pem, organisations: [] }]")
            #expect(try Self.load(nobody, in: folder).anchors.first?.terms.organisations == [])
        }
    }

    @Test(
        "A fault in the configuration is named with its line",
        arguments: [
            ("trial: true", "trial: yes", 5), ("admin: 127.0.0.1:9464", "admin: 0.0.0.0:9464", 4),
            ("grace: 24h", "grace: 24", 10), ("data: data", "dta: data", 7),
            ("listen: 127.0.0.1:8443", "listen: 127.0.0.1:99999", 3),
            ("profile: ncsc-goed", "profile: any", 9), ("profile: ncsc-goed", "authorities: all", 9),
            ("level: stg-zeer-geheim", "level: geheim", 6),
            ("[ca.pem]", "ca.pem", 10), ("[ca.pem]", "[{ rsa: 3072 }]", 10),
            ("[ca.pem]", "[{ file: ca.pem, rsa: 1024 }]", 10), ("[ca.pem]", "[{ file: ca.pem, curves: [p521] }]", 10),
            ("[ca.pem]", "[{ file: ca.pem, organisations: [1] }]", 10), ("[ca.pem]", "[{ file: ca.pem, any: 1 }]", 10),
        ]
    )
    func faults(_ good: String, _ bad: String, _ line: Int) throws {
        try Self.withFolder { folder in
            let problem = #expect(throws: Problem(.configuration)) {
                try Self.load(Self.configuration.replacing(good, with: bad), in: folder)
            }
            let items = try #require(problem).items
            #expect(items.contains { $0.location.hasSuffix(":\(line)") })
        }
    }

    @Test("A trial's list is renewed when half of its time is over, keeps what it revoked, and not before")
    func renewal() throws {
        try Self.withFolder { folder in
            let start = Instant(milliseconds: 1_795_132_800_000)
            let authority = try TestAuthority(at: start)
            try Data(authority.anchorsPEM.utf8).write(to: URL(fileURLWithPath: "\(folder)/ca.pem"))
            try Data(authority.listsPEM.utf8).write(to: URL(fileURLWithPath: "\(folder)/ca.crl.pem"))
            try Data(authority.issuing.identity.keyPEM.utf8).write(to: URL(fileURLWithPath: "\(folder)/ca.key"))
            let configuration = try Self.load(Self.configuration, in: folder)
            func lists() throws -> [RevocationList] {
                try RevocationList.pemDocuments(in: String(contentsOfFile: "\(folder)/ca.crl.pem", encoding: .utf8))
            }
            try TrialRevocationList.renew(configuration, at: start.advanced(bySeconds: 14 * 86_400))
            #expect(try lists() == [authority.rootList, authority.issuingList])
            let later = start.advanced(bySeconds: 16 * 86_400)
            try TrialRevocationList.renew(configuration, at: later)
            let renewed = try lists()
            #expect(renewed.first == authority.rootList)
            #expect(renewed.last?.nextUpdate == later.advanced(bySeconds: 30 * 86_400))
            #expect(renewed.last?.issuer == authority.issuingList.issuer)
        }
    }

    @Test("Metrics are written as Prometheus reads them")
    func metrics() {
        let metrics = PrometheusMetrics()
        metrics.makeCounter(label: "zegel.accepted", dimensions: [("route", "/v1/messages")]).increment(by: 2)
        metrics.makeTimer(label: "zegel_seconds", dimensions: []).recordNanoseconds(2_000_000)
        metrics.makeRecorder(label: "zegel_open", dimensions: [("a", "x\"\\\n")], aggregate: false).record(Int64(3))
        let text = metrics.text
        #expect(text.contains("# TYPE zegel_accepted counter\nzegel_accepted{route=\"/v1/messages\"} 2\n"))
        #expect(text.contains("zegel_seconds_bucket{le=\"0.0025\"} 1\n"))
        #expect(text.contains("zegel_seconds_count 1\n"))
        #expect(text.contains(#"zegel_open{a="x\"\\\n"} 3.0"#))
        let gauge = metrics.makeRecorder(label: "zegel_gone", dimensions: [], aggregate: false)
        gauge.record(Int64(1))
        #expect(metrics.text.contains("zegel_gone 1.0"))
        metrics.destroyRecorder(gauge)
        #expect(!metrics.text.contains("zegel_gone") && metrics.text.contains("zegel_open"))
    }
}
