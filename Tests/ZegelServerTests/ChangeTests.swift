// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Crypto
import Foundation
import Testing
import TransparencyLog
import ZegelCore
import ZegelTrust

@testable import ZegelServer

@Suite("A change while the server runs")
struct ChangeTests {
    private static var moment: Instant {
        get throws { try #require(Instant(OpenAPI.Example.moment)) }
    }

    @Test("is taken over once the files are at rest, and cuts off whom it revokes")
    func revocation() async throws {
        try await TrialServer.run(at: Self.moment) { server in
            #expect(await server.visit("om") == "200")
            try server.revoke("om-client.pem")
            await server.reloader.look()
            #expect(await server.visit("om") == "200", "the first look does not know whether more is written")
            await server.reloader.look()
            #expect(await server.visit("om") == "closed")
            #expect(await server.visit("aivd") == "200")
        }
    }

    @Test("of the organisations counts for tokens that were given before")
    func organisations() async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let token = try await server.token(of: "om")
            #expect(try await server.call("om", "GET", "/v1/organisations", token: token).status == 200)
            let whole = try server.text(of: "policies/organisations.yaml")
            let parts = whole.components(separatedBy: "  - oin: ")
            let place = try #require(parts.firstIndex { $0.hasPrefix("00000099000000002000") })
            var fewer = parts
            fewer[place] = parts[place].replacing("[messages.*, log.read]", with: "[log.read]")
            try server.write(fewer.joined(separator: "  - oin: "), to: "policies/organisations.yaml")
            #expect(await server.reloader.reload())
            let refused = try await server.call("om", "GET", "/v1/organisations", token: token)
            #expect(refused.json["code"] == "scope.missing")
            #expect(await server.visit("aivd") == "200")
            try server.write(whole, to: "policies/organisations.yaml")
            #expect(await server.reloader.reload())
            #expect(try await server.call("om", "GET", "/v1/organisations", token: token).status == 200)
        }
    }

    @Test("of the server's certificate is shown to the next connection")
    func serverCertificate() async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let new = try server.issue(.server, TrialServer.server)
            let before = try await server.presented()
            try server.write(new.pem, to: "zegel-server.pem")
            #expect(await !server.reloader.reload(), "a certificate without its key")
            #expect(try await server.presented() == before)
            try server.write(new.keyPEM, to: "zegel-server.key")
            #expect(await server.reloader.reload())
            #expect(try await server.presented() == new.der)
            #expect(await server.visit("om") == "200")
        }
    }

    @Test("of the TLS profile counts for the next connection")
    func profile() async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let newer = try await server.presented("-tls1_3")
            await #expect(throws: (any Error).self) { try await server.presented("-tls1_2") }
            try server.replace("ncsc-goed", with: "tls12", in: "zegel.yaml")
            #expect(await server.reloader.reload())
            #expect(try await server.presented("-tls1_2") == newer)
            #expect(try await server.presented("-tls1_3") == newer)
            try server.replace("tls12", with: "ncsc-goed", in: "zegel.yaml")
            #expect(await server.reloader.reload())
            await #expect(throws: (any Error).self) { try await server.presented("-tls1_2") }
        }
    }

    @Test("of the anchors lets in who was a stranger, and turns away who is one now")
    func anchors() async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let partner = try TestAuthority(at: Self.moment.advanced(bySeconds: -300), name: "Partner")
            let client = try server.issue(.client, "00000099000000003000", by: partner)
            try server.write(client.pem + partner.issuing.identity.pem, to: "mivd-client.pem")
            try server.write(client.keyPEM, to: "mivd-client.key")
            #expect(await server.visit("mivd") == "closed")
            try server.write(partner.anchorsPEM, to: "partner.pem")
            try server.write(partner.listsPEM, to: "partner.crl.pem")
            try server.replace("[ca.pem]", with: "[ca.pem, partner.pem]", in: "zegel.yaml")
            try server.replace("[ca.crl.pem]", with: "[ca.crl.pem, partner.crl.pem]", in: "zegel.yaml")
            await server.reloader.look()
            await server.reloader.look()
            #expect(await server.visit("mivd") == "200")
            try server.replace("[ca.pem, partner.pem]", with: "[ca.pem]", in: "zegel.yaml")
            try server.replace("[ca.crl.pem, partner.crl.pem]", with: "[ca.crl.pem]", in: "zegel.yaml")
            #expect(await server.reloader.reload())
            #expect(await server.visit("mivd") == "closed")
            #expect(await server.visit("om") == "200")
        }
    }

    @Test("of the key for tokens leaves those that were given, and publishes both keys")
    func tokenKey() async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let token = try await server.token(of: "om")
            try server.write(P256.Signing.PrivateKey().pemRepresentation, to: "token-seal.key")
            let entries = try server.logSize()
            #expect(await server.reloader.reload())
            #expect(try server.logSize() == entries + 1, "the change of the key is an entry of the log")
            #expect(await server.reloader.reload())
            #expect(try server.logSize() == entries + 1, "no change, no entry")
            #expect(try await server.call("om", "GET", "/v1/organisations", token: token).status == 200)
            let keys = try await server.call("om", "GET", "/.well-known/jwks.json")
            #expect(keys.json["keys"]?.array?.count == 2)
            #expect(await server.visit("om") == "200")
        }
    }

    @Test("of the cases counts for the next decision, and is an entry of the log")
    func cases() async throws {
        let header = Self.paper.encoded
        try await TrialServer.run(at: Self.moment) { server in
            let token = try await server.token(of: "om")
            func check() async throws -> TrialServer.Answer {
                try await server.call(
                    "om",
                    "POST",
                    "/v1/messages/_check",
                    token: token,
                    type: "application/json",
                    body: header
                )
            }
            #expect(try await check().json["reasons"] == ["case.not-member"])
            let folder = server.folder.appending(path: "cases")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let entries = try server.logSize()
            try server.write(Self.book, to: "cases/casusoverleg.yaml")
            await server.reloader.look()
            await server.reloader.look()
            #expect(try server.logSize() == entries + 1)
            #expect(try await check().json == ["decision": "allow", "release": 1])
            try server.replace("om/parket", with: "bank-a/tf", in: "cases/casusoverleg.yaml")
            #expect(await !server.reloader.reload())
            let refusal = try #require(await server.reloader.refusal)
            #expect(refusal.items.first?.location == "casusoverleg.yaml:7")
            #expect(try await check().status == 200, "the cases that were in force stay")
            try FileManager.default.removeItem(at: folder)
            #expect(await server.reloader.reload())
            #expect(try await check().json["reasons"] == ["case.not-member"])
        }
    }

    private static let book = """
        exchange: casusoverleg
        cases:
          - case: DH-17
            chair: gemeente-den-haag/casus
            opened: 2026-05-01
            members:
              - { mailbox: om/parket, basis: wjsg-art39f, from: 2026-05-01, until: 2026-12-31 }

        """

    private static let paper: JSONValue = [
        "zegel": "1", "kenmerk": "OM-17", "date": "2026-11-20", "exchange": "casusoverleg", "kind": "casusstuk",
        "from": ["oin": "00000099000000002000", "mailbox": "om/parket"],
        "to": [["oin": "00000099000000019000", "mailbox": "gemeente-den-haag/casus"]],
        "purpose": "persoonsgerichte-aanpak", "legalBasis": "wjsg-art39f",
        "classification": "ongerubriceerd", "case": "DH-17", "details": ["subjects": 1],
        "nonce": "q1s7mZ1bR0y2Qk3c9V8u5A", "documents": [],
    ]

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What the reason says.
        let reason: String
        let change: @Sendable (TrialServer) throws -> Void
    }

    static let faults = [
        Fault(testDescription: "a list that is cut short", reason: "ca.crl.pem") {
            try $0.write(String($0.text(of: "ca.crl.pem").dropLast(200)), to: "ca.crl.pem")
        },
        Fault(testDescription: "a list of a stranger", reason: "list") {
            let stranger = try TestAuthority(at: $0.moment.advanced(bySeconds: -300), name: "Stranger")
            try $0.write(stranger.listsPEM, to: "ca.crl.pem")
        },
        Fault(testDescription: "no anchors", reason: "ca.pem") { try $0.write("", to: "ca.pem") },
        Fault(testDescription: "a file that is gone", reason: "ca.pem cannot be read") {
            try FileManager.default.removeItem(at: $0.folder.appending(path: "ca.pem"))
        },
        Fault(testDescription: "a server certificate that has ended", reason: "TLS certificate") {
            let old = try $0.issue(.server, TrialServer.server, seconds: -86_400 * 3_000)
            try $0.write(old.pem, to: "zegel-server.pem")
            try $0.write(old.keyPEM, to: "zegel-server.key")
        },
        Fault(testDescription: "a client certificate for the server", reason: "TLS certificate") {
            let wrong = try $0.issue(.client, TrialServer.server)
            try $0.write(wrong.pem, to: "zegel-server.pem")
            try $0.write(wrong.keyPEM, to: "zegel-server.key")
        },
        Fault(testDescription: "a seal that is revoked", reason: "seal certificate") {
            try $0.revoke("zegel-seal.pem")
        },
        Fault(testDescription: "a seal of another organisation", reason: "restart") {
            let other = try $0.issue(.seal, "00000099000000098000")
            try $0.write(other.pem, to: "zegel-seal.pem")
            try $0.write(other.keyPEM, to: "zegel-seal.key")
        },
        Fault(testDescription: "one key in two jobs", reason: "one job") {
            try $0.write($0.text(of: "zegel-seal.key"), to: "token-seal.key")
        },
        Fault(testDescription: "a token key that is none", reason: "token") { try $0.write("x", to: "token-seal.key") },
        Fault(testDescription: "a policy that does not read", reason: "organisations.yaml") {
            try $0.replace("kind: prosecution", with: "kind: prosecutor", in: "policies/organisations.yaml")
        },
        Fault(testDescription: "a policy that fails its own tests", reason: "expected") {
            try $0.addPolicyTests()
            try $0.replace("om/lovj: stg-geheim", with: "om/lovj: ongerubriceerd", in: "policies/organisations.yaml")
        },
        Fault(testDescription: "an unknown key in the configuration", reason: "unknown key") {
            try $0.replace("data: data", with: "data: data\nfoo: bar", in: "zegel.yaml")
        },
        Fault(testDescription: "what needs a restart", reason: "name") {
            try $0.replace("https://localhost:8443", with: "https://localhost:9443", in: "zegel.yaml")
        },
        Fault(testDescription: "another log", reason: "log.origin") {
            try $0.replace("origin: zegel.example/trial", with: "origin: zegel.example/other", in: "zegel.yaml")
        },
        Fault(testDescription: "another anchor of the log", reason: "log.anchor") {
            try $0.replace("key: log.key", with: "key: log.key, anchor: other.anchor", in: "zegel.yaml")
        },
        Fault(testDescription: "another key of the log", reason: "restart") {
            try $0.write(NoteSigner(name: KeyName("zegel.example/trial")).secretText, to: "log.key")
        },
        Fault(testDescription: "keys of an issuer that are not there", reason: "jwks.json") {
            try $0.replace(
                "lifetime: 600s",
                with:
                    "lifetime: 600s, issuers: [{ issuer: https://a.example, jwks: jwks.json, organisations: [00000099000000001000] }]",
                in: "zegel.yaml"
            )
        },
    ]

    @Test("that does not hold leaves all as it was, and is loud until it is mended", arguments: Self.faults)
    func refused(_ fault: Fault) async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let names = [
                "zegel.yaml", "ca.pem", "ca.crl.pem", "zegel-server.pem", "zegel-server.key", "zegel-seal.pem",
                "zegel-seal.key", "token-seal.key", "log.key", "policies/organisations.yaml",
            ]
            let good = try names.map { try server.text(of: $0) }
            try fault.change(server)
            await server.reloader.look()
            await server.reloader.look()
            let refusal = try #require(await server.reloader.refusal)
            let said = ([refusal.detail] + refusal.items.map(\.detail) + refusal.items.map(\.location)).joined()
            #expect(said.contains(fault.reason), "\(said)")
            #expect(await server.visit("om") == "200")
            for (name, text) in zip(names, good) { try server.write(text, to: name) }
            try server.removePolicyTests()
            await server.reloader.look()
            await server.reloader.look()
            #expect(await server.reloader.refusal == nil)
            #expect(await server.visit("om") == "200")
        }
    }
}
