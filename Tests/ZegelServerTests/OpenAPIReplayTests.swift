// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Foundation
import NIOCore
import NIOPosix
import Synchronization
import Testing
import TransparencyLog
import ZegelCore
import ZegelExchange
import ZegelStore
import ZegelTrust
import ZegelVerify

@testable import ZegelServer

/// Plays the examples of `openapi.json` on a server: the same message, through every call.
@Suite("The examples of openapi.json")
struct OpenAPIReplayTests {
    private typealias Example = OpenAPI.Example
    private static var moment: Instant {
        get throws { try #require(Instant(Example.moment)) }
    }

    @Test("are what a server takes and answers, for every call")
    func story() async throws {
        try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/curl"), "curl is not installed")
        let partner = Mutex<Partner?>(nil)
        let moment = try Self.moment
        func prepare(_ folder: URL, _ authority: TestAuthority) throws {
            let named = try Partner(in: folder, by: authority, at: moment)
            partner.withLock { $0 = named }
        }
        try await TrialServer.run(at: moment, prepare: prepare) { server in
            let session = Session(server: server)
            for route in [Route.authorizationServer, .protectedResource, .keys, .issueToken] {
                try await session.play(route, as: "aivd")
            }
            for route in [Route.introspectToken, .revokeToken] { try await session.playStatus(route, as: "aivd") }
            let document = try await session.play(.openAPI, as: "aivd")
            #expect(document.json == OpenAPI.document(name: "https://localhost:8443"))
            try await session.play(.organisations, as: "aivd")
            try await session.play(.organisation, as: "aivd")
            try await Self.life(session)
            try await Self.uploads(session)
            let evaluated = try await session.play(.evaluate, as: "nctv", fields: ["X-Request-ID: our-42"])
            #expect(evaluated.fields["x-request-id"] == "our-42")
            #expect(evaluated.json["decision"] == false)
            try await session.play(.evaluate, as: "nctv", body: Array("{}".utf8), status: 400)
            let checked = try await session.play(.check, as: "aivd")
            #expect(checked.json == ["decision": "allow", "release": 2])
            try await Self.relayed(session, try #require(partner.withLock { $0 }))
            try await Self.events(session)
            #expect(session.played == Set(Route.allCases))
        }
    }

    /// Handed in, released, collected, acknowledged; and a second one that is refused.
    private static func life(_ session: Session) async throws {
        let container = try Self.container(Example.header, session.server)
        let receipt = try await session.play(.submit, as: "aivd", body: container, status: 201)
        #expect(receipt.json["kenmerk"] == Example.receipt["kenmerk"])
        #expect(receipt.json["state"] == Example.receipt["state"])
        try await session.play(.submit, as: "aivd", body: container, status: 200)
        let bytes = try MessageReceipt(parsing: receipt.body)
        try await session.play(.resubmit, as: "aivd", body: Self.again(container, bytes), status: 200)
        try await session.play(.resubmit, as: "aivd", body: container, status: 400)
        try await Self.log(session, receipt.json)
        let id = try #require(receipt.json["id"]?.string)
        let digest = try #require(receipt.json["container"])
        try await session.state(.release, .release, "aivd", id, digest)
        let page = try await session.play(.mailbox, as: "om")
        #expect(page.json["messages"]?.array?.first?["id"]?.string == id)
        let claimed = try await session.play(.claim, as: "om")
        #expect(claimed.json == Example.claimed.replacing("messages", with: page.json["messages"] ?? .null))
        try await session.play(.claim, as: "om", body: Array(#"{"claimant":"A"}"#.utf8), status: 400)
        try await session.play(.container, as: "om", id: id)
        let part = try await session.play(.container, as: "om", id: id, fields: ["Range: bytes=0-1023"], status: 206)
        #expect(part.body == Array(container.prefix(1_024)))
        let tag = "If-None-Match: \"\(digest.string ?? "")\""
        try await session.play(.container, as: "om", id: id, fields: [tag], status: 304)
        try await session.state(.acknowledge, .acknowledgement, "om", id, digest)
        let whole = try await session.play(.dossier, as: "om", id: id)
        let rest = try await session.play(.dossier, as: "om", id: id, fields: ["Range: bytes=1000-"], status: 206)
        #expect(rest.fields["content-range"]?.hasPrefix("bytes 1000-") == true)
        #expect(rest.body.prefix(400) == whole.body[1_000..<1_400])
        try await session.play(.dossier, as: "om", id: id, fields: ["Range: bytes=\(container.count)-"])
        let lists = try await session.play(.lists, as: "om")
        #expect(lists.json == ["published": [], "received": []])
        let reconciled = try await session.play(.reconcile, as: "om")
        try Self.reconciled(reconciled.json, digest)
        let decisions = try await session.play(.decisions, as: "ctivd")
        #expect(decisions.json["decisions"]?.array?.first?["event_name"] == "adl.access_evaluation")
        let message = try await session.play(.message, as: "aivd", id: id)
        #expect(message.json["documents"] == Example.message["documents"])
        try await session.refusals(id)
        try await session.state(.forward, .forward, "om", id, digest, waits: true)
        let mine = try await session.server.call(
            "aivd",
            "GET",
            "/v1/mailboxes/aivd/ct/due",
            token: session.server.token(of: "aivd")
        )
        let waiting = mine.json["consents"]?.array?.first
        #expect(waiting?["id"]?.string == id && waiting?["forward"]?["to"] == Example.forward["to"])
        try await session.state(.consent, .consent, "aivd", id, digest)

        let next = Example.header.replacing("kenmerk", with: "AIVD-2026-004712")
        let again = JSONValue.object((next.members ?? []) + [.init("respondBy", "2026-12-01")])
        let other = try await session.play(
            .submit,
            as: "aivd",
            body: Self.container(again, session.server),
            status: 201
        )
        let otherID = try #require(other.json["id"]?.string)
        let otherDigest = try #require(other.json["container"])
        try await session.state(.release, .release, "aivd", otherID, otherDigest)
        let due = try await session.play(.due, as: "om")
        let asked = due.json["incoming"]?.array?.first
        #expect(asked?["id"]?.string == otherID && asked?["dueAt"] == "2026-12-01T23:00:00.000Z")
        try await session.state(.refuse, .refusal, "om", otherID, otherDigest)
        try await session.state(.correct, .correction, "aivd", id, digest)
        let token = try await session.server.token(of: "om")
        let corrected = try await session.server.call("om", "GET", "/v1/messages/\(id)", token: token)
        #expect(corrected.json["replacedBy"] == ["kenmerk": "AIVD-2026-004712", "date": "2026-11-20"])
        try await session.state(.dispose, .disposal, "om", id, digest)
        try await session.state(.withdraw, .withdrawal, "aivd", otherID, otherDigest)
        let told = try await session.play(.message, as: "om", id: otherID, status: 410)
        #expect(told.json["reason"] == "De bron is onbetrouwbaar gebleken.")
    }

    /// Begun, asked about, completed and asked again; another one in one request; a third one forgotten.
    private static func uploads(_ session: Session) async throws {
        let header = Example.header.replacing("kenmerk", with: "AIVD-2026-004714")
        let container = try Self.container(header, session.server)
        let begin = ["Upload-Complete: ?0", "Upload-Length: \(container.count)"]
        func begun() async throws -> String {
            let answer = try await session.play(.beginUpload, as: "aivd", fields: begin, status: 201)
            #expect(answer.fields["upload-complete"] == "?0")
            let limit = "max-size=3900000000, min-size=1, min-append-size=65536, max-age=600"
            #expect(answer.fields["upload-limit"] == limit)
            return try #require(answer.fields["location"]?.split(separator: "/").last.map { String($0) })
        }
        let id = try await begun()
        let stand = try await session.play(.uploadOffset, as: "aivd", id: id, status: 204)
        #expect(stand.fields["upload-offset"] == "0" && stand.fields["upload-complete"] == "?0")
        #expect(stand.fields["upload-length"] == "\(container.count)")
        let wrong = ["Upload-Offset: 1", "Upload-Complete: ?1"]
        let refused = try await session.play(.appendUpload, as: "aivd", id: id, fields: wrong, body: [], status: 409)
        #expect(refused.fields["upload-offset"] == "0" && refused.json["expected-offset"] == 0)
        let all = ["Upload-Offset: 0", "Upload-Complete: ?1"]
        let sent = try await session.play(.appendUpload, as: "aivd", id: id, fields: all, body: container, status: 201)
        #expect(sent.fields["upload-complete"] == "?1")
        let end = ["Upload-Offset: \(container.count)", "Upload-Complete: ?1"]
        let again = try await session.play(.appendUpload, as: "aivd", id: id, fields: end, body: [], status: 200)
        #expect(again.body == sent.body)
        let whole = ["Upload-Complete: ?1"]
        let same = try await session.play(.beginUpload, as: "aivd", fields: whole, body: container, status: 200)
        #expect(same.body == sent.body)
        try await session.play(.beginUpload, as: "aivd", body: container, status: 400)
        let damaged = Array(container.dropLast())
        let broken = try await session.play(.beginUpload, as: "aivd", fields: whole, body: damaged, status: 400)
        #expect(broken.fields["upload-complete"] == "?1")
        let other = try await begun()
        try await session.play(.cancelUpload, as: "aivd", id: other, status: 204)
        try await session.play(.uploadOffset, as: "aivd", id: other, status: 404)
    }

    /// What was delivered on the day: the one message, under the first number of its pair.
    private static func reconciled(_ json: JSONValue, _ container: JSONValue) throws {
        let bytes = try #require(Data(base64Encoded: json["record"]?.string ?? ""))
        let record = try ReconciliationRecord(parsing: Array(bytes))
        let line = Array("1 \(container.string ?? "")\n".utf8)
        #expect(record.day == CalendarDate("2026-11-20") && record.sent == [])
        #expect(
            record.received.map { "\($0.mailbox) \($0.first) \($0.last) \($0.digest)" }
                == ["aivd/ct 1 1 \(ContentDigest(of: line))"]
        )
    }

    /// Brought by another server, and withdrawn there; and what that server may not bring.
    private static func relayed(_ session: Session, _ partner: Partner) async throws {
        let server = session.server
        let container = try Self.container(Example.header.replacing("kenmerk", with: "AIVD-2026-004713"), server)
        let id = MessageID.random()
        func signed(_ kind: Statement.Kind, by key: String) throws -> [UInt8] {
            let statement = Example.statement(kind).replacing("message", with: "\(id)")
                .replacing("server", with: Partner.oin)
                .replacing("container", with: "\(ContentDigest(of: container))")
            return try server.sign(statement.encoded, by: key, attached: true, at: Self.moment)
        }
        let dossier = try partner.dossier(
            of: container,
            as: id,
            release: signed(.release, by: "aivd/release"),
            at: Self.moment
        )
        try await session.play(.relay, as: "aivd", body: dossier, status: 403)
        try await session.play(.relay, as: Partner.name, body: container, status: 400)
        try await session.play(.relay, as: Partner.name, body: dossier, status: 201)
        let receipt = try await session.play(.relay, as: Partner.name, body: dossier, status: 200)
        let acceptance = Data(base64Encoded: receipt.json["acceptance"]?.string ?? "") ?? Data()
        let record = try AcceptanceRecord(parsing: Array(acceptance))
        #expect(record.submittedBy.description == Partner.oin && record.previous.count == 1)
        let day = try await session.play(.relayDay, as: Partner.name)
        let told = try RelayDayRecord(parsing: Array(Data(base64Encoded: day.json["record"]?.string ?? "") ?? Data()))
        #expect(told.count == 1 && "\(told.partner)" == Partner.oin)
        try await session.play(.relayDay, as: "aivd", status: 403)
        let token = try await server.token(of: Partner.name)
        let path = "/v1/relay/reconciliation?day=\(told.day)&after=0-"
        let page = try await server.call(Partner.name, "GET", path, token: token)
        let passages = (page.json["passages"]?.array ?? []).compactMap { RelayPassage($0) }
        #expect(ContentDigest(of: passages.flatMap(\.line)) == told.digest && page.json["next"] == .null)
        let wrong = try await server.call(Partner.name, "GET", path.replacing("0-", with: "0-X"), token: token)
        #expect(wrong.status == 400 && wrong.json["code"] == "request.parameter")
        let withdrawal = try signed(.withdrawal, by: "aivd/seal")
        for status in [201, 200] {
            let answer = try await server.call(
                Partner.name,
                "POST",
                "/v1/relay",
                token: token,
                type: "application/pkcs7-mime",
                body: withdrawal
            )
            #expect(answer.status == status)
            #expect(answer.json["message"]?.string == "\(record.id)")
        }
    }

    /// The stream of events, which the end of the token ends.
    private static func events(_ session: Session) async throws {
        let server = session.server
        async let ended: Void = Self.endEvents(on: server)
        let answer = try await session.play(.events, as: "om")
        await ended
        let told = String(decoding: answer.body, as: UTF8.self)
        #expect(told.contains("nl.zegel.message.corrected") && told.contains("nl.zegel.message.withdrawn"))
    }

    /// Lets the tokens run out as soon as a stream is open.
    private static func endEvents(on server: TrialServer) async {
        while server.assembly.responder.seats.count == 0 { await Task.yield() }
        server.time.advance(seconds: 600)
        while server.assembly.responder.seats.count > 0 {
            server.assembly.context.bell.ringAll()
            await Task.yield()
        }
    }

    /// The log as everyone gets it, and the proof of what was just handed in.
    private static func log(_ session: Session, _ receipt: JSONValue) async throws {
        let note = try await session.play(.logCheckpoint, as: "om")
        let tile = try await session.play(.logTile, as: "om")
        #expect(tile.body.count == 32)
        let checkpoint = try SignedCheckpoint(parsing: note.body).checkpoint
        #expect(checkpoint.size > 1)
        func part(_ name: String) throws -> [UInt8] {
            Array(try #require(Data(base64Encoded: receipt[name]?.string ?? "")))
        }
        let opening = LogOpening(
            salt: try part("salt"),
            details: LogOpening.details(signed: try part("sealManifest"), signature: try part("seal"))
        )
        let leaf = "\(try #require(ContentDigest(bytes: opening.leaf.bytes)))"
        let question = Example.logQuestion.replacing("leaf", with: leaf).encoded
        let answer = try await session.play(.logProof, as: "om", body: question)
        let proof = try LogProof(parsing: Array(try #require(Data(base64Encoded: answer.json["proof"]?.string ?? ""))))
        try proof.inclusion.verify(leaf: opening.leaf, root: proof.checkpoint.checkpoint.root)
        try await session.play(.logProof, as: "om", status: 404)
        try await session.play(.logTimestamp, as: "om", status: 404)
        let store = session.server.assembly.store
        let stamped = StampedCheckpoint(store.log.newest, token: [1], at: try Self.moment)
        let promise = MultiThreadedEventLoopGroup.singleton.any().makePromise(of: Void.self)
        store.committer.commit({ try $0.keep(stamped) }, answering: promise)
        try await promise.futureResult.get()
        let shown = try await session.play(.logTimestamp, as: "om")
        #expect(shown.json["checkpoint"]?.string == Base64.encode(stamped.checkpoint.bytes))
    }

    /// A container with its receipt behind it.
    private static func again(_ container: [UInt8], _ receipt: MessageReceipt) throws -> [UInt8] {
        var intake = ContainerIntake()
        try intake.consume(container[...])
        let checked = try intake.finish()
        return Array(container[..<checked.index.entriesSize]) + (try Resubmission.tail(of: checked, with: receipt))
    }

    static func container(_ header: JSONValue, _ server: TrialServer, at moment: Instant? = nil) throws -> [UInt8] {
        let digest = ContentDigest(of: header.encoded).bytes
        let manifest = ASiCManifest(
            signatureURI: "META-INF/signature-sender.p7s",
            references: [
                .init(uri: "message.json", mimeType: "application/json", digest: digest),
                .init(
                    uri: "documents/ambtsbericht.txt",
                    mimeType: "text/plain",
                    digest: ContentDigest(of: Example.report).bytes
                ),
            ]
        )
        .encoded()
        var writer = ContainerWriter()
        var bytes: [UInt8] = []
        bytes += try writer.entry(name: "message.json", content: header.encoded)
        bytes += try writer.entry(name: "META-INF/ASiCManifest-sender.xml", content: manifest)
        bytes += try writer.entry(
            name: "META-INF/signature-sender.p7s",
            content: server.sign(manifest, by: "aivd/seal", at: moment ?? Self.moment)
        )
        bytes += try writer.entry(name: "documents/ambtsbericht.txt", content: Example.report)
        return bytes + writer.directory()
    }
}

extension JSONValue {
    /// The same object with another value under a key.
    func replacing(_ key: String, with value: JSONValue) -> JSONValue {
        .object((self.members ?? []).map { $0.key == key ? .init(key, value) : $0 })
    }

    /// The same object with another text under a key.
    func replacing(_ key: String, with text: String) -> JSONValue {
        .object((self.members ?? []).map { $0.key == key ? .init(key, .string(text)) : $0 })
    }
}
