// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import ZegelCore
import ZegelExchange
import ZegelTrust

@testable import ZegelServer

@Suite("A server that asks responders")
struct StatusTests {
    private static var moment: Instant {
        get throws { try #require(Instant(OpenAPI.Example.moment)) }
    }

    /// A server that asks about every certificate of its CA.
    private static func run(
        failure: String = "hard",
        lists: String = "[ca.crl.pem]",
        _ test: (TrialServer, TestResponder, OutsideServer) async throws -> Void,
        afterRestart: ((TrialServer, OutsideServer) async throws -> Void)? = nil
    ) async throws {
        try await OutsideServer.run { outside in
            let moment = try Self.moment
            let made = Mutex<TestResponder?>(nil)
            let time = TestTime(moment)
            try await TrialServer.run(
                at: moment,
                time: time,
                prepare: { folder, authority in
                    let responder = try TestResponder(folder, authority) { time.now }
                    made.withLock { $0 = responder }
                    outside["/ocsp"] = .answer { responder.answer($0) }
                    let file = folder.appending(path: "zegel.yaml")
                    let text = try String(contentsOf: file, encoding: .utf8)
                    let anchor =
                        "[{ file: ca.pem, ocsp: { responder: \"\(outside.url("/ocsp"))\", failure: \(failure) } }]"
                    try Data(
                        text.replacing("[ca.pem]", with: anchor).replacing("[ca.crl.pem]", with: lists).utf8
                    ).write(to: file)
                },
                { try await test($0, try #require(made.withLock { $0 }), outside) },
                afterRestart: afterRestart.map { test in { try await test($0, outside) } }
            )
        }
    }

    @Test("asks once about each certificate, and takes the answer into the evidence of its seal")
    func good() async throws {
        try await Self.run { (server, _, outside) async throws in
            #expect(outside.count("/ocsp") == 2, "its TLS certificate and its seal")
            #expect(await server.visit("om") == "200")
            #expect(await server.visit("om") == "200")
            #expect(outside.count("/ocsp") == 3)
            let evidence = server.assembly.context.seal.evidence.filter { $0.name.hasSuffix(".ocsp") }
            #expect(evidence.count == 1)
            server.time.advance(seconds: 1_801)
            await server.service.askResponders()
            let renewed = server.assembly.context.seal.evidence.filter { $0.name.hasSuffix(".ocsp") }
            #expect(renewed.count == 1)
            #expect(renewed != evidence, "the seal goes with a fresh answer")
            #expect(outside.count("/ocsp") == 6)
            await server.service.askResponders()
            #expect(outside.count("/ocsp") == 6, "and nobody is asked again before it is due")
        }
    }

    @Test("cuts off whom a new answer revokes")
    func revoked() async throws {
        try await Self.run { (server, responder, _) async throws in
            #expect(await server.visit("om") == "200")
            #expect(await server.visit("aivd") == "200")
            responder["om-client.pem"] = .revoked
            server.time.advance(seconds: 1_801)
            await server.service.askResponders()
            #expect(await server.visit("om") == "closed")
            #expect(await server.visit("aivd") == "200")
        }
    }

    @Test("lets nobody in without an answer, and does not ask again at once")
    func silent() async throws {
        try await Self.run { (server, responder, outside) async throws in
            responder["om-client.pem"] = .silent
            #expect(await server.visit("om") == "closed")
            let count = outside.count("/ocsp")
            #expect(await server.visit("om") == "closed")
            #expect(outside.count("/ocsp") == count)
            let serial = try #require(responder.serial("om-client.pem"))
            #expect(await server.assembly.statuses.refusal(of: serial)?.code == "revocation.answer-refused")
            responder["om-client.pem"] = .good
            server.time.advance(seconds: 6)
            #expect(await server.visit("om") == "200")
            #expect(await server.assembly.statuses.refusal(of: serial) == nil)
        }
    }

    @Test("goes on with the last answer until its time is over, and then lets nobody in")
    func outage() async throws {
        try await Self.run { (server, _, outside) async throws in
            #expect(await server.visit("om") == "200")
            outside["/ocsp"] = .status(503)
            server.time.advance(seconds: 1_801)
            await server.service.askResponders()
            #expect(await server.visit("om") == "200")
            server.time.advance(seconds: 1_800)
            await server.service.askResponders()
            #expect(await server.visit("om") == "closed")
        }
    }

    @Test("takes over other changes although nothing can be had about its own seal")
    func ownSeal() async throws {
        try await Self.run(failure: "soft", lists: "[ca.crl.pem]") { (server, _, outside) async throws in
            outside["/ocsp"] = nil
            let root = server.authority.rootList.pemText
            let whole = try server.text(of: "ca.crl.pem")
            // Nothing about whatever the issuing CA made: neither list nor answer.
            try server.write(root, to: "ca.crl.pem")
            #expect(await server.reloader.reload())
            #expect(await server.reloader.installed.warnings.contains { $0.hasPrefix("The seal certificate") })
            #expect(await server.visit("om") == "closed")
            try server.write(whole, to: "ca.crl.pem")
            #expect(await server.reloader.reload())
            #expect(await server.reloader.installed.warnings.isEmpty)
            #expect(await server.visit("om") == "200")
        }
    }

    @Test("starts without network with the answers that it had, and takes back no revocation")
    func restart() async throws {
        try await Self.run { (server, responder, outside) async throws in
            #expect(await server.visit("om") == "200")
            responder["aivd-client.pem"] = .revoked
            #expect(await server.visit("aivd") == "closed")
            outside["/ocsp"] = nil
        } afterRestart: { (server, outside) async throws in
            let count = outside.count("/ocsp")
            #expect(await server.visit("om") == "200")
            #expect(await server.visit("aivd") == "closed")
            #expect(await server.visit("ctivd") == "closed", "nobody asked about it before")
            #expect(outside.count("/ocsp") == count + 1)
        }
    }

    @Test("that takes a list as well lets in whom the list does not name while the responder is away")
    func soft() async throws {
        try await Self.run(failure: "soft") { (server, _, outside) async throws in
            #expect(outside.count("/ocsp") == 0, "the list decides")
            outside["/ocsp"] = nil
            #expect(await server.visit("om") == "200")
            try server.revoke("om-client.pem")
            await server.takeOver()
            #expect(await server.visit("om") == "closed")
        }
    }

    @Test(
        "takes its configuration as it is written",
        arguments: [
            ("{ responder: certificate }", true), ("{ responder: certificate, failure: soft }", true),
            ("{ responder: \"http://a.example/\", failure: hard }", true), ("{ responder: x }", false),
            ("{ responder: \"ftp://a.example/\" }", false), ("{ failure: hard }", false),
            ("{ responder: certificate, failure: off }", false), ("{ responder: certificate, more: x }", false),
        ]
    )
    func configuration(_ text: String, _ isGood: Bool) async throws {
        try await TrialServer.run(at: Self.moment) { (server) async throws in
            try server.replace("[ca.pem]", with: "[{ file: ca.pem, ocsp: \(text) }]", in: "zegel.yaml")
            let path = server.folder.appending(path: "zegel.yaml").path
            #expect(((try? ServerConfiguration.load(path)) != nil) == isGood)
        }
    }
}
