// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelExchange

@testable import ZegelServer

@Suite("The events of a mailbox")
struct EventTests {
    private static let mailbox = "nctv/analyse"
    private static var moment: Instant {
        get throws { try #require(Instant(OpenAPI.Example.moment)) }
    }

    private static func listen(_ server: TrialServer, after last: String? = nil) async throws -> EventListener {
        let token = try await server.token(of: "nctv")
        return try EventListener(server, "nctv", Self.mailbox, token: token, after: last)
    }

    @Test("come as post does, say which and of what kind and nothing else, and go on where the last one ended")
    func story() async throws {
        var listener: EventListener?
        try await TrialServer.run(at: Self.moment) { server in
            let first = try await server.deliver("AIVD-1")
            let events = try await Self.listen(server)
            listener = events
            let early = try #require(try await events.event())
            #expect(early.data["subject"]?.string == first)
            await events.caughtUp()
            let second = try await server.deliver("AIVD-2")
            let event = try #require(try await events.event())
            #expect(event.data["subject"]?.string == second)
            #expect(event.data["id"]?.string == event.id && event.id != early.id)
            #expect(event.data["dataref"]?.string == "/v1/messages/\(second)")
            #expect(event.data["data"] == ["kind": "inlichtingenbericht", "number": 2])
            for secret in ["AIVD", "aivd", "Uitreis", "confidentieel"] { #expect(!event.text.contains(secret)) }
            let checker = SchemaChecker(document: OpenAPITests.document)
            #expect(checker.faults(event.data, against: OpenAPI.reference("event")) == [])
            #expect(checker.faults(OpenAPI.Example.event, against: OpenAPI.reference("event")) == [])

            let resumed = try await Self.listen(server, after: early.id)
            #expect(try await resumed.event()?.id == event.id)
            let page = try await server.call(
                "nctv",
                "GET",
                "/v1/mailboxes/\(Self.mailbox)/messages",
                token: try await server.token(of: "nctv")
            )
            #expect(page.json["next"]?.string == event.id, "an event's id is the cursor of the list")
            #expect(server.assembly.responder.seats.count == 2)
        }
        // The server was told to stop: the stream ended well, with nothing broken off.
        let events = try #require(listener)
        while await events.line() != nil {}
        #expect(events.exit() == 0)
    }

    /// What ends a stream, besides its client and the server.
    enum End: String, CaseIterable, CustomTestStringConvertible {
        case token = "the token has run out"
        case permission = "the organisation may not read any more"
        case certificate = "the certificate was revoked"

        var testDescription: String { self.rawValue }
    }

    @Test("end when", arguments: End.allCases)
    func end(_ end: End) async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let events = try await Self.listen(server)
            await events.caughtUp()
            switch end {
            case .token:
                server.time.advance(seconds: 600)
                server.assembly.context.bell.ringAll()
            case .permission:
                let whole = try server.text(of: "policies/organisations.yaml").components(separatedBy: "  - oin: ")
                let fewer = whole.map { part in
                    part.hasPrefix("00000099000000011000") ? part.replacing("messages.*", with: "messages.send") : part
                }
                try server.write(fewer.joined(separator: "  - oin: "), to: "policies/organisations.yaml")
                #expect(await server.reloader.reload())
            case .certificate:
                try server.revoke("nctv-client.pem")
                await server.takeOver()
            }
            #expect(try await events.event() == nil)
            // A revoked certificate ends the connection with it, the others the stream alone.
            #expect((events.exit() == 0) == (end != .certificate))
            while server.assembly.responder.seats.count > 0 { await Task.yield() }
        }
    }

    @Test("are told in steps where many wait, and each once")
    func backlog() async throws {
        try await TrialServer.run(at: Self.moment) { server in
            var sent: [String] = []
            let token = try await server.token(of: "aivd")
            for number in 0...FollowMailbox.most {
                sent.append(try await server.deliver("AIVD-\(number)", token: token))
            }
            let events = try await Self.listen(server)
            var told: [String] = []
            for _ in sent { told.append(try #require(try await events.event()?.data["subject"]?.string)) }
            #expect(told == sent)
        }
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var path = "/v1/mailboxes/nctv/analyse/events"
        var fields: [String] = []
        let status: Int
        let code: String
    }

    static let wrong = [
        Wrong(testDescription: "of another", path: "/v1/mailboxes/om/lovj/events", status: 404, code: "not-found"),
        Wrong(testDescription: "of none", path: "/v1/mailboxes/nctv/geen/events", status: 404, code: "not-found"),
        Wrong(
            testDescription: "of a name that is none",
            path: "/v1/mailboxes/nctv/A/events",
            status: 404,
            code: "not-found"
        ),
        Wrong(
            testDescription: "behind an event that never was",
            fields: ["Last-Event-ID: 12"],
            status: 400,
            code: "request.cursor"
        ),
        Wrong(
            testDescription: "behind a cursor that never was",
            path: "/v1/mailboxes/nctv/analyse/events?after=12",
            status: 400,
            code: "request.cursor"
        ),
        Wrong(
            testDescription: "with a parameter of the list",
            path: "/v1/mailboxes/nctv/analyse/events?wait=10",
            status: 400,
            code: "request.parameter"
        ),
    ]

    @Test("are refused as the list of the mailbox is, and hold no seat then")
    func refusals() async throws {
        try await TrialServer.run(at: Self.moment) { server in
            let token = try await server.token(of: "nctv")
            for row in Self.wrong {
                let answer = try await server.call("nctv", "GET", row.path, token: token, fields: row.fields)
                #expect(answer.status == row.status, "\(row.testDescription)")
                #expect(answer.json["code"]?.string == row.code, "\(row.testDescription)")
            }
            let head = try await server.call("nctv", "HEAD", "/v1/mailboxes/nctv/analyse/events", token: token)
            #expect(head.status == 200 && head.fields["content-type"] == "text/event-stream")
            #expect(server.assembly.responder.seats.count == 0)
        }
    }
}

@Suite("The seats of streams of events")
struct EventSeatsTests {
    private final class Connection {}

    @Test("are counted on a connection, for an organisation and in all, and given back")
    func seats() throws {
        var limits = Limits()
        (limits.eventsPerConnection, limits.eventsPerOrganisation, limits.events) = (2, 3, 4)
        let seats = EventSeats(limits: limits)
        let (aivd, om) = (try #require(OIN("00000099000000001000")), try #require(OIN("00000099000000002000")))
        let connections = (0..<4).map { _ in Connection() }
        let keys = connections.map { ObjectIdentifier($0) }
        for _ in 0..<2 { try seats.take(keys[0], of: aivd) }
        #expect(throws: Problem(.eventsTooMany)) { try seats.take(keys[0], of: aivd) }
        try seats.take(keys[1], of: aivd)
        #expect(throws: Problem(.eventsTooMany)) { try seats.take(keys[2], of: aivd) }
        try seats.take(keys[2], of: om)
        #expect(throws: Problem(.eventsTooMany)) { try seats.take(keys[3], of: om) }
        seats.leave(keys[0], of: aivd)
        try seats.take(keys[3], of: om)
        #expect(seats.count == 4)
        for (key, oin) in [(keys[0], aivd), (keys[1], aivd), (keys[2], om), (keys[3], om)] { seats.leave(key, of: oin) }
        #expect(seats.count == 0)
        withExtendedLifetime(connections) {}
    }
}
