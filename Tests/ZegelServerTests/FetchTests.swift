// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelClient
import ZegelCore
import ZegelTrust

@testable import ZegelServer

@Suite("What is fetched")
struct FetchTests {
    private static var moment: Instant {
        get throws { try #require(Instant(OpenAPI.Example.moment)) }
    }

    /// A server whose issuing CA publishes its list at an address.
    private static func run(
        _ test: (TrialServer, OutsideServer) async throws -> Void,
        afterRestart: ((TrialServer, OutsideServer) async throws -> Void)? = nil
    ) async throws {
        try await OutsideServer.run { outside in
            try await TrialServer.run(
                at: try Self.moment,
                prepare: { folder, authority in
                    outside["/ca.crl"] = .bytes(authority.issuingList.der)
                    outside["/root.crl"] = .text(authority.rootList.pemText)
                    let file = folder.appending(path: "zegel.yaml")
                    let text = try String(contentsOf: file, encoding: .utf8)
                    let lists = "[\"\(outside.url("/ca.crl"))\", \"\(outside.url("/root.crl"))\"]"
                    try Data(text.replacing("[ca.crl.pem]", with: lists).utf8).write(to: file)
                },
                { try await test($0, outside) },
                afterRestart: afterRestart.map { test in { try await test($0, outside) } }
            )
        }
    }

    @Test("is there at the first start, and a newer list cuts off whom it revokes")
    func list() async throws {
        try await Self.run { server, outside in
            #expect(await server.visit("om") == "200")
            outside["/ca.crl"] = .bytes(try server.list(revoking: "om-client.pem").der)
            await server.fetch()
            await server.takeOver()
            #expect(await server.visit("om") == "closed")
            #expect(await server.visit("aivd") == "200")
        }
    }

    @Test("is there at a start without network, with what it revoked")
    func restart() async throws {
        try await Self.run { server, outside in
            outside["/ca.crl"] = .bytes(try server.list(revoking: "om-client.pem").der)
            await server.fetch()
            outside["/ca.crl"] = nil
            outside["/root.crl"] = nil
        } afterRestart: { server, outside in
            #expect(outside.count("/ca.crl") == 2, "what is there and holds is not asked for at a start")
            #expect(await server.visit("om") == "closed")
            #expect(await server.visit("aivd") == "200")
        }
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        /// What the address serves, beside a list in force of five minutes ago that has the number 2.
        let reply: @Sendable (TrialServer) throws -> OutsideServer.Reply

        init(
            _ testDescription: String,
            _ code: String,
            _ reply: @escaping @Sendable (TrialServer) throws -> OutsideServer.Reply
        ) {
            self.testDescription = testDescription
            self.code = code
            self.reply = reply
        }

        /// The list that the installation began with, which does not revoke.
        static func first(_ server: TrialServer) -> RevocationList { server.authority.issuingList }

        static func list(
            _ server: TrialServer,
            number: UInt64,
            seconds: Int64
        ) throws -> RevocationList {
            let issued = server.moment.advanced(bySeconds: seconds)
            let builder = RevocationListBuilder(
                issuer: server.authority.issuing.certificate,
                number: SerialNumber(number),
                thisUpdate: issued,
                nextUpdate: issued.advanced(bySeconds: 86_400)
            )
            return try RevocationList(parsing: builder.signed(with: server.authority.issuing.identity.key))
        }
    }

    static let faults = [
        Fault("is not there", "fetch.failed") { _ in .status(404) },
        Fault("fails", "fetch.failed") { _ in .status(500) },
        Fault("is elsewhere", "fetch.failed") { _ in .redirect("/root.crl") },
        Fault("is empty", "trust.syntax") { _ in .bytes([]) },
        Fault("is a page", "trust.syntax") { _ in .text("<html>") },
        Fault("is cut short", "revocation.syntax") { .bytes(Fault.first($0).der.dropLast(3)) },
        Fault("is by a stranger", "revocation.issuer") {
            let stranger = try TestAuthority(at: $0.moment.advanced(bySeconds: -300), name: "Stranger")
            return .bytes(stranger.issuingList.der)
        },
        Fault("has a signature that does not hold", "revocation.signature") {
            var der = try Fault.list($0, number: 9, seconds: 0).der
            der[der.count - 1] ^= 1
            return .bytes(der)
        },
        Fault("is an older one", "revocation.older") { .bytes(Fault.first($0).der) },
        Fault("is made later with a smaller number", "revocation.older") {
            .bytes(try Fault.list($0, number: 1, seconds: 60).der)
        },
        Fault("is made earlier with a greater number", "revocation.older") {
            .bytes(try Fault.list($0, number: 9, seconds: -60).der)
        },
        Fault("is from the future", "revocation.not-yet-valid") {
            .bytes(try Fault.list($0, number: 9, seconds: 8_400).der)
        },
    ]

    @Test("and does not hold leaves the last in force, and is loud until it is mended", arguments: Self.faults)
    func refused(_ fault: Fault) async throws {
        try await Self.run { server, outside in
            let address = outside.url("/ca.crl")
            let good = try server.list(revoking: "om-client.pem")
            outside["/ca.crl"] = .bytes(good.der)
            await server.fetch()
            await server.takeOver()
            outside["/ca.crl"] = try fault.reply(server)
            await server.fetch()
            let fetcher = server.assembly.fetcher
            #expect(await fetcher.refusal(of: address)?.code == fault.code)
            #expect(await fetcher.refusal(of: outside.url("/root.crl")) == nil)
            await server.takeOver()
            #expect(await server.visit("om") == "closed")
            #expect(await server.visit("aivd") == "200")
            // The good twin: the same list again, and then a newer one, which lifts what was revoked.
            outside["/ca.crl"] = .bytes(good.der)
            await server.fetch()
            #expect(await fetcher.refusal(of: address) == nil)
            outside["/ca.crl"] = .bytes(try Fault.list(server, number: 9, seconds: 12_000).der)
            await server.fetch()
            await server.takeOver()
            #expect(await server.visit("om") == "200")
        }
    }

    @Test("is asked for again later and later while it fails")
    func pauses() async throws {
        try await Self.run { server, outside in
            outside["/ca.crl"] = .status(503)
            await server.fetch()
            var counts: [Int] = []
            for seconds: Int64 in [1, 4, 4, 6, 15, 900] {
                server.time.advance(seconds: seconds)
                await server.service.fetch()
                counts.append(outside.count("/ca.crl"))
            }
            #expect(counts.first == 2, "once at the start, and once since")
            #expect(counts.last ?? 0 >= 5)
            #expect(counts.last ?? 0 <= 8)
        }
    }

    @Test("of addresses, only those with a host and nothing hidden are taken")
    func addresses() {
        for good in ["http://a.example/ca.crl", "https://a.example:8443/x?y=z", "http://[::1]:80/"] {
            #expect(FetchAddress(good)?.text == good)
        }
        for bad in [
            "", "ca.crl", "ftp://a.example/x", "file:///etc/passwd", "http://", "http:///x", "https://u:p@a.example/",
            "https://u@a.example/", "http://a.example/#x", "http://a.example/ x", "HTTP://a.example/", "http:a.example",
            "http://a.example/\u{e9}", "http://a.example/" + String(repeating: "x", count: 2_000),
        ] { #expect(FetchAddress(bad) == nil, "\(bad)") }
        #expect(FetchAddress("http://a.example/")?.isPrivate == false)
        #expect(FetchAddress("http://localhost.a.example/")?.isPrivate == false)
        #expect(FetchAddress("http://127.0.0.1:1/")?.isPrivate == true)
        #expect(FetchAddress("https://a.example/")?.isPrivate == true)
    }

    @Test("comes again by half of its time, and never from all servers at once")
    func schedule() {
        let now = Instant(milliseconds: 1_800_000_000_000)
        func seconds(_ moment: Instant) -> Int64 { (moment.milliseconds - now.milliseconds) / 1_000 }
        let late = FetchSchedule(every: 3_600) { 0 }
        let early = FetchSchedule(every: 3_600) { 1 }
        #expect(seconds(late.next(after: now, until: nil)) == 3_600)
        #expect(seconds(early.next(after: now, until: nil)) == 3_240)
        #expect(seconds(late.next(after: now, until: now.advanced(bySeconds: 1_000))) == 500)
        #expect(seconds(late.next(after: now, until: now.advanced(bySeconds: -1_000))) == 5)
        let pauses = (1...12).map { seconds(late.next(after: now, failures: $0)) }
        #expect(pauses == [5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900])
        #expect(seconds(early.next(after: now, failures: 12)) == 450)
    }
}

@Suite("Who asks elsewhere")
struct OutsideCallerTests {
    @Test("takes an answer that fits, in time, from where it was told to ask")
    func answers() async throws {
        try await OutsideServer.run { outside in
            let caller = try OutsideCaller()
            outside["/a"] = .bytes([1, 2, 3])
            outside["/b"] = .answer { $0.reversed() }
            outside["/c"] = .redirect("/a")
            outside["/d"] = .drip
            #expect(try await caller.get(outside.url("/a"), atMost: 3, within: 5) == [1, 2, 3])
            #expect(
                try await caller.post([1, 2], type: "application/x", to: outside.url("/b"), atMost: 2, within: 5)
                    == [2, 1]
            )
            for (path, bound, seconds) in [("/a", 2, 5), ("/c", 3, 5), ("/e", 3, 5), ("/d", 1_000, 1), ("/d", 2, 5)] {
                await #expect(throws: Problem(code: "fetch.failed", status: 502, title: "", detail: "")) {
                    try await caller.get(outside.url(path), atMost: bound, within: Int64(seconds))
                }
            }
            #expect(outside.count("/a") == 2, "the redirect was not followed")
        }
        await #expect(throws: Problem(code: "fetch.failed", status: 502, title: "", detail: "")) {
            try await OutsideCaller().get("http://127.0.0.1:1/", atMost: 1, within: 5)
        }
        #expect(throws: Problem(.configuration)) { try OutsideCaller(rootsPEM: "x") }
    }
}
