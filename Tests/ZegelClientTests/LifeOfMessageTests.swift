// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelClient
import ZegelCore
import ZegelTrust
import ZegelVerify

@Suite("A message over a connection")
struct LifeOfMessageTests {
    @Test("Is checked, sent, released, collected and acknowledged, and stays hidden from others")
    func story() async throws {
        try await TrialServer.with { server in
            let (aivd, om) = (try server.profile("aivd", "aivd/ct"), try server.profile("om", "om/lovj"))
            let file = try TrialMessage.seal(on: server)
            let sender = try ZegelConnection(aivd)
            let addressee = try ZegelConnection(om)
            let other = try ZegelConnection(server.profile("ind", "ind/ct"))

            #expect(try await sender.check(file: file).releases == 2)
            let sent = try await sender.submit(file: file)
            #expect(sent.receipt.state == .awaitingRelease)
            #expect(!sent.isRepeated)
            #expect(sent.revocation == .checked)
            #expect(sent.record.server == TrialServer.oin)
            #expect(try MessageReceipt(parsing: sent.receiptBytes) == sent.receipt)
            let again = try await sender.submit(file: file)
            #expect(again.isRepeated)
            #expect(again.receiptBytes == sent.receiptBytes)

            #expect(try await addressee.mailbox().messages.isEmpty)
            let release = try TrialMessage.statement(.release, sent.receipt.id, sent.receipt.container, by: aivd)
            #expect(try await sender.submit(release).record.kind == .release)
            #expect(try await sender.submit(release).isRepeated)

            let page = try await addressee.mailbox(wait: 5)
            let line = try #require(page.messages.first)
            #expect(line.id == sent.receipt.id)
            #expect(line.container == sent.receipt.container)
            #expect(line.state == .available)
            #expect(try await addressee.mailbox(after: page.next, limit: 10).messages.isEmpty)
            let copy = try await addressee.download(line.id, .container, to: "\(server.home)/copy.asice")
            #expect(copy.digest == sent.receipt.container)
            #expect(FileManager.default.contentsEqual(atPath: copy.path, andPath: file))
            let dossier = try await addressee.download(line.id, .dossier, to: "\(server.home)/dossier.asice")
            try await self.verify(dossier.path, server)
            let receipt = try TrialMessage.statement(.acknowledgement, line.id, line.container, by: om)
            #expect(try await addressee.submit(receipt).record.mailbox == om.mailbox)

            let seen = try await sender.message(sent.receipt.id)
            #expect(seen.state == .accepted)
            #expect(seen.deliveries.map(\.state) == [.acknowledged])
            #expect(seen.to.map(\.mailbox) == [om.mailbox])
            let hidden = await #expect(throws: ClientError.self) { try await other.message(sent.receipt.id) }
            #expect(hidden?.exit == .notFound)
            for connection in [sender, addressee, other] { await connection.shutdown() }
        }
    }

    @Test("May be refused by its addressee")
    func refusal() async throws {
        try await TrialServer.with { server in
            let (aivd, om) = (try server.profile("aivd", "aivd/ct"), try server.profile("om", "om/lovj"))
            let file = try TrialMessage.seal(on: server)
            let receipt = try await ZegelConnection.with(aivd) { sender in
                let receipt = try await sender.submit(file: file).receipt
                _ = try await sender.submit(
                    TrialMessage.statement(.release, receipt.id, receipt.container, by: aivd)
                )
                return receipt
            }
            let refusal = try TrialMessage.statement(
                .refusal(reason: "Not for us."),
                receipt.id,
                receipt.container,
                by: om
            )
            try await ZegelConnection.with(om) { addressee in
                let accepted = try await addressee.submit(refusal)
                #expect(accepted.record.kind == .refusal)
                let seen = try await addressee.message(receipt.id)
                #expect(seen.deliveries.map(\.state) == [.refused])
            }
        }
    }

    @Test("Whoever follows a mailbox hears of each message once, also when the server went away meanwhile")
    func following() async throws {
        try await TrialServer.with { server in
            let (aivd, om) = (try server.profile("aivd", "aivd/ct"), try server.profile("om", "om/lovj"))
            func send(_ kenmerk: String) async throws -> MessageID {
                let file = try TrialMessage.seal(on: server, kenmerk: kenmerk)
                return try await ZegelConnection.with(aivd) { sender in
                    let receipt = try await sender.submit(file: file).receipt
                    let release = try TrialMessage.statement(.release, receipt.id, receipt.container, by: aivd)
                    _ = try await sender.submit(release)
                    return receipt.id
                }
            }
            let first = try await send("AIVD-2026-000010")
            let (news, tell) = AsyncStream.makeStream(of: MailboxNews.self)
            let following = Task {
                try await ZegelConnection.with(om, patience: Patience(pause: 10)) { reader in
                    try await reader.watch { tell.yield($0) }
                }
            }
            var heard = news.makeAsyncIterator()
            let event = try #require(await heard.next()?.event)
            #expect(event.message == first && event.kind == "ambtsbericht")
            let second = try await send("AIVD-2026-000011")
            let next = try #require(await heard.next()?.event)
            #expect(next.message == second)
            server.stop()
            let lost = try #require(await heard.next())
            #expect(lost.event == nil)
            try server.restart()
            let third = try await send("AIVD-2026-000012")
            var last: MessageID?
            while last == nil, let more = await heard.next() { last = more.event?.message }
            #expect(last == third, "it went on behind the last one that it had")
            following.cancel()
            let end = await following.result
            #expect(throws: ClientError.self) { try end.get() }
        }
    }

    @Test("A mailbox of another cannot be followed, and nobody tries again and again")
    func notOurs() async throws {
        try await TrialServer.with { server in
            try await ZegelConnection.with(server.profile("om", "om/lovj")) { reader in
                let other = MailboxName("aivd/ct")
                let refused = await #expect(throws: ClientError.self) { try await reader.watch(other) { _ in } }
                #expect(refused?.exit == .notFound)
            }
        }
    }

    @Test("Server and partners say who they are")
    func directory() async throws {
        try await TrialServer.with { server in
            try await ZegelConnection.with(server.profile("aivd", "aivd/ct")) { connection in
                let status = try await connection.status()
                #expect(status.name == "https://localhost:8443")
                #expect(status.version == "1.0.0")
                #expect(status.isTrial)
                let partners = try await connection.organisations()
                let om = try #require(partners.first { $0.short == "om" })
                #expect(try await connection.organisation("om") == om)
                #expect(om.mailboxes.contains { "\($0.name)" == "om/lovj" })
                for document in PublishedDocument.allCases {
                    let json = try await connection.published(document)
                    #expect(json.members?.isEmpty == false, "\(document)")
                }
            }
        }
    }

    private func verify(_ path: String, _ server: TrialServer) async throws {
        let trust = try String(contentsOfFile: "\(server.home)/pki/ca.pem", encoding: .utf8)
        let sealer = try #require(TrialServer.oin)
        let verifier = try DossierVerifier(trust: [trust], sealers: [sealer], at: TrialMessage.now)
        #expect(await verifier.verify(file: path).indication == .totalPassed)
    }
}

extension MailboxNews {
    /// The post that came, where it is that.
    fileprivate var event: ArrivalEvent? { if case .arrived(let event) = self { event } else { nil } }
}
