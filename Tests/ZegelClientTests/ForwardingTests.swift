// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelClient
import ZegelCore
import ZegelTrust
import ZegelVerify

@Suite("Passing a message on, over a connection")
struct ForwardingTests {
    @Test("It is passed on with and without a consent, and each dossier proves how its holder came by it")
    func story() async throws {
        try await TrialServer.with { server in
            let aivd = try server.profile("aivd", "aivd/ct")
            let (om, police) = (try server.profile("om", "om/lovj"), try server.profile("politie", "politie/cter"))
            let file = try TrialMessage.seal(on: server)
            let (originator, holder) = (try ZegelConnection(aivd), try ZegelConnection(om))
            let other = try ZegelConnection(police)
            let sent = try await originator.submit(file: file).receipt
            func say(
                _ declaration: Statement.Declaration,
                _ by: ClientProfile,
                _ over: ZegelConnection
            ) async throws -> AcceptedStatement {
                try await over.submit(TrialMessage.statement(declaration, sent.id, sent.container, by: by))
            }
            _ = try await say(.release, aivd, originator)

            let free = try await Self.passage("om/parket", basis: "wiv2017-art66", holder)
            #expect(try await !say(.forward(free), om, holder).waits)
            let asked = try await Self.passage("politie/cter", basis: "wpg-art16", holder)
            #expect(try await say(.forward(asked), om, holder).waits)
            let line = try #require(try await originator.mailbox().messages.first)
            #expect(line.id == sent.id && line.notice == .consent && line.state == nil)
            let due = try #require(try await originator.due().consents.first)
            #expect(due.forward.to == asked.to && due.forward.mailbox == om.mailbox)
            #expect(try await holder.due().forwards.map(\.id) == [sent.id])
            let hidden = await #expect(throws: ClientError.self) { try await other.message(sent.id) }
            #expect(hidden?.exit == .notFound)
            let given = Statement.Passage(
                to: due.forward.to,
                purpose: due.forward.purpose,
                legalBasis: due.forward.legalBasis
            )
            _ = try await say(.consent(given), aivd, originator)

            #expect(try await other.mailbox(wait: 5).messages.map(\.id) == [sent.id])
            let seen = try await originator.message(sent.id)
            #expect(seen.deliveries.map(\.forwardedBy) == [nil, om.mailbox, om.mailbox])
            #expect(seen.forwards.map(\.state) == [.done, .done])
            #expect(try await holder.mailbox().messages.map(\.notice) == [.forward])
            for (connection, name) in [(originator, "aivd"), (holder, "om"), (other, "politie")] {
                let dossier = try await connection.download(sent.id, .dossier, to: "\(server.home)/\(name).asice")
                let report = try await Self.report(on: dossier.path, server)
                #expect(report.indication == .totalPassed, "\(name): \(report.text())")
                #expect(report.text().contains("with consent in this copy"), "\(name)")
            }
            for connection in [originator, holder, other] { await connection.shutdown() }
        }
    }

    @Test("The originator refuses it, and its refusal is part of the evidence")
    func refusal() async throws {
        try await TrialServer.with { server in
            let (aivd, om) = (try server.profile("aivd", "aivd/ct"), try server.profile("om", "om/lovj"))
            let file = try TrialMessage.seal(on: server)
            let (originator, holder) = (try ZegelConnection(aivd), try ZegelConnection(om))
            let sent = try await originator.submit(file: file).receipt
            let asked = try await Self.passage("politie/cter", basis: "wpg-art16", holder)
            for (declaration, by, over) in [
                (Statement.Declaration.release, aivd, originator), (.forward(asked), om, holder),
                (.refusal(reason: "De bron loopt gevaar."), aivd, originator),
            ] {
                _ = try await over.submit(TrialMessage.statement(declaration, sent.id, sent.container, by: by))
            }
            let forward = try #require(try await holder.message(sent.id).forwards.first)
            #expect(forward.state == .refused && forward.reasons == ["De bron loopt gevaar."])
            let dossier = try await originator.download(sent.id, .dossier, to: "\(server.home)/aivd.asice")
            let report = try await Self.report(on: dossier.path, server)
            #expect(
                report.indication == .totalPassed && report.text().contains("of passing it on: De bron loopt gevaar.")
            )
            for connection in [originator, holder] { await connection.shutdown() }
        }
    }

    private static func passage(
        _ name: String,
        basis: String,
        _ connection: ZegelConnection
    ) async throws -> Statement.Passage {
        let mailbox = try #require(MailboxName(name))
        let oin = try await connection.organisation(mailbox.organisation).oin
        return Statement.Passage(
            to: [MailboxAddress(oin: oin, mailbox: mailbox)],
            purpose: "opsporing-en-vervolging",
            legalBasis: basis
        )
    }

    private static func report(on path: String, _ server: TrialServer) async throws -> VerificationReport {
        let trust = try String(contentsOfFile: "\(server.home)/pki/ca.pem", encoding: .utf8)
        let sealer = try #require(TrialServer.oin)
        let verifier = try DossierVerifier(trust: [trust], sealers: [sealer], at: TrialMessage.now)
        return await verifier.verify(file: path)
    }
}
