// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import ZegelCore
import ZegelVerify

@testable import ZegelClient

@Suite("What a client believes")
struct ReceiptTests {
    @Test("A receipt by another than the named sealer is no receipt, of a message or of a statement")
    func otherSealer() async throws {
        try await TrialServer.with { server in
            let good = try server.profile("aivd", "aivd/ct")
            var wary = good
            wary.sealers = [try #require(OIN("00000099000000001000"))]
            let file = try TrialMessage.seal(on: server)
            let refused = await #expect(throws: ClientError.self) {
                try await ZegelConnection.with(wary) { try await $0.submit(file: file) }
            }
            #expect(refused?.cause == .receipt)
            #expect(refused?.problem == Problem(.receiptSealer))
            #expect(refused?.exit == .integrity)

            let sent = try await ZegelConnection.with(good) { try await $0.submit(file: file) }
            #expect(sent.isRepeated)
            let release = try TrialMessage.statement(.release, sent.receipt.id, sent.receipt.container, by: good)
            let other = await #expect(throws: ClientError.self) {
                try await ZegelConnection.with(wary) { try await $0.submit(release) }
            }
            #expect(other?.problem == Problem(.receiptSealer))
            let accepted = try await ZegelConnection.with(good) { try await $0.submit(release) }
            #expect(accepted.isRepeated)
        }
    }

    @Test("A receipt whose seal leads to another authority is no receipt")
    func otherAuthority() async throws {
        try await TrialServer.with { server in
            var profile = try server.profile("aivd", "aivd/ct")
            let file = try TrialMessage.seal(on: server)
            let oin = try #require(OIN("00000099000000001000"))
            _ = try FailureTests.Stranger(in: server.home, oin: oin)
            profile.sealAnchors = ["\(server.home)/stranger-ca.pem"]
            profile.revocationLists = []
            let error = await #expect(throws: ClientError.self) {
                try await ZegelConnection.with(profile) { try await $0.submit(file: file) }
            }
            #expect(error?.cause == .receipt)
            #expect(error?.exit == .integrity)
        }
    }

    @Test("A token that the server does not take any more is asked for again, once")
    func renewal() async throws {
        try await TrialServer.with { server in
            let connection = try ZegelConnection(server.profile("aivd", "aivd/ct"))
            let later = TrialMessage.now.advanced(bySeconds: 600)
            await connection.calls.tokens.keep(.init(text: "stale", renewal: later), for: .read)
            let partners = try await connection.organisations()
            #expect(!partners.isEmpty)
            let renewed = await connection.calls.tokens.token(for: .read, at: TrialMessage.now)
            #expect(renewed != nil && renewed != "stale")
            _ = try await connection.organisations()
            #expect(await connection.calls.tokens.token(for: .read, at: TrialMessage.now) == renewed)
            await connection.shutdown()
        }
    }

    @Test("A token is renewed before it runs out")
    func clock() async throws {
        try await TrialServer.with { server in
            let offset = Mutex<Int64>(0)
            let connection = try ZegelConnection(server.profile("aivd", "aivd/ct")) {
                TrialMessage.now.advanced(bySeconds: offset.withLock { $0 })
            }
            _ = try await connection.organisations()
            let first = await connection.calls.tokens.token(for: .read, at: TrialMessage.now)
            offset.withLock { $0 = 541 }
            #expect(
                await connection.calls.tokens.token(for: .read, at: TrialMessage.now.advanced(bySeconds: 541)) == nil
            )
            _ = try await connection.organisations()
            let second = await connection.calls.tokens.token(for: .read, at: TrialMessage.now.advanced(bySeconds: 541))
            #expect(second != nil && second != first)
            await connection.shutdown()
        }
    }

    @Test("What the server refuses comes out with its code, its reasons, and how a command ends")
    func refusals() async throws {
        try await TrialServer.with { server in
            let connection = try ZegelConnection(server.profile("aivd", "aivd/ct"))
            _ = try await connection.submit(file: TrialMessage.seal(on: server))
            let other = try TrialMessage.seal(on: server, size: 2_000)
            let conflict = await #expect(throws: ClientError.self) { try await connection.submit(file: other) }
            #expect(conflict?.problem == Problem(.kenmerkTaken))
            #expect(conflict?.exit == .conflict)
            #expect(conflict?.requestID != nil && conflict?.traceID != nil)

            let strange = try TrialMessage.seal(on: server, kind: "advies", kenmerk: "AIVD-2026-000002")
            for ask in [true, false] {
                let denied = await #expect(throws: ClientError.self) {
                    if ask { _ = try await connection.check(file: strange) }
                    if !ask { _ = try await connection.submit(file: strange) }
                }
                #expect(denied?.problem == Problem(.policyDenied))
                #expect(denied?.exit == .refused)
                #expect(denied?.document["reasons"]?.array?.isEmpty == false)
            }
            await connection.shutdown()
        }
    }

    @Test("A file that is no container is not sent")
    func local() async throws {
        try await TrialServer.with { server in
            let connection = try ZegelConnection(server.profile("aivd", "aivd/ct"))
            let path = try TrialMessage.seal(on: server)
            var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            bytes[bytes.count / 2] ^= 1
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let broken = await #expect(throws: ClientError.self) { try await connection.submit(file: path) }
            #expect(broken?.cause == .local)
            #expect(broken?.exit == .invalid)
            let absent = await #expect(throws: ClientError.self) { try await connection.submit(file: "/no/such/file") }
            #expect(absent?.exit == .usage)
            await connection.shutdown()
        }
    }
}
