// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelDelivery
import ZegelPolicy
import ZegelSeal
import ZegelStore

@testable import ZegelExchange

@Suite("What another server says of a day")
struct DayForgeryTests {
    typealias Questions = DayComparison.Questions

    /// An answer that proves nothing.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let change: @Sendable (Questions) throws -> Questions

        init(_ what: String, _ code: String, _ change: @escaping @Sendable (Questions) throws -> Questions) {
            self.testDescription = what
            self.code = code
            self.change = change
        }
    }

    /// What the second server would sign, with something else in it.
    private static func signing(
        by signer: Parties.Party? = nil,
        as server: Parties.Party? = nil,
        log: String = "server-1.example/2026",
        about partner: Parties.Party? = nil,
        day: CalendarDate? = nil,
        after seconds: Int64 = 86_400,
        count: Int64 = 0
    ) -> @Sendable (Questions) throws -> Questions {
        { questions in
            let parties = try Parties.shared.get()
            let sealer = Sealer(
                signer: (signer ?? parties.partner).seal,
                server: (server ?? parties.partner).oin,
                logOrigin: log
            )
            return Questions(
                day: { (asked) async throws(Problem) in
                    let sealed = try sealer.reconcile(
                        with: (partner ?? parties.server).oin,
                        on: day ?? asked,
                        at: Parties.now.advanced(bySeconds: seconds),
                        count: count,
                        digest: ContentDigest(of: [UInt8(count)]),
                        open: []
                    )
                    return (sealed.record, sealed.signature)
                },
                passages: questions.passages
            )
        }
    }

    /// The same answer, with other bytes.
    private static func changing(
        _ change: @escaping @Sendable (inout [UInt8], inout [UInt8]) -> Void
    ) -> @Sendable (Questions) throws -> Questions {
        { questions in
            Questions(
                day: { (day) async throws(Problem) in
                    var (record, signature) = try await questions.day(day)
                    change(&record, &signature)
                    return (record, signature)
                },
                passages: questions.passages
            )
        }
    }

    /// A signed record of another digest, and a list that does not fit it.
    private static func listing(
        _ page: @escaping @Sendable ([RelayPassage], RelayPassage.Place) -> ([RelayPassage], RelayPassage.Place?)
    ) -> @Sendable (Questions) throws -> Questions {
        { questions in
            let signed = try Self.signing(count: 2)(questions)
            return Questions(
                day: signed.day,
                passages: { (day, place) async throws(Problem) in
                    page(try await questions.passages(day, place).passages, place)
                }
            )
        }
    }

    static func rows() throws -> [Row] {
        let parties = try Parties.shared.get()
        return [
            Row("without a signature", "cms.truncated", Self.changing { $1 = [] }),
            Row("with a byte changed", "cms.message-digest-mismatch") { questions in
                try Self.changing { record, _ in
                    if let place = record.firstRange(of: Array("\"count\":2".utf8)) {
                        record[place.upperBound - 1] += 1
                    }
                }(questions)
            },
            Row("signed by a third server", "receipt.sealer", Self.signing(by: parties.hub, as: parties.hub)),
            Row("signed by a third server in its name", "receipt.sealer", Self.signing(by: parties.hub)),
            Row("signed by our own server", "receipt.sealer", Self.signing(by: parties.server, as: parties.server)),
            Row("of another day", "receipt.invalid", Self.signing(day: CalendarDate("2026-11-19"))),
            Row("about another server", "receipt.invalid", Self.signing(about: parties.hub)),
            Row("of another log", "receipt.invalid", Self.signing(log: "server-1.example/2025")),
            Row("made before the day was over", "relay.invalid", Self.signing(after: 0)),
            Row(
                "with a list that is shorter",
                "relay.invalid",
                Self.listing { page, _ in (Array(page.dropFirst()), nil) }
            ),
            Row("with another list", "relay.invalid", Self.listing { page, _ in (page, nil) }),
            Row("with a list out of order", "relay.invalid", Self.listing { page, _ in (page.reversed(), nil) }),
            Row("with something twice", "relay.invalid", Self.listing { page, _ in (page + page, nil) }),
            Row(
                "with a list that goes on behind what it lists",
                "relay.invalid",
                Self.listing { page, place in (page, place) }
            ),
            Row(
                "with a list that does not end",
                "relay.invalid",
                Self.listing { _, place in
                    let at = Instant(milliseconds: max(place.at, Parties.now).milliseconds + 1)
                    let page = (0..<1_000).map { number in
                        RelayPassage(
                            taker: parties.partner.oin,
                            at: Instant(milliseconds: at.milliseconds + Int64(number)),
                            subject: .statement(ContentDigest(of: [1]), isErased: false)
                        )
                    }
                    return (page, page.last?.place)
                }
            ),
        ]
    }

    @Test("counts as nothing where it does not prove it", arguments: try Self.rows())
    func refused(_ row: Row) async throws {
        try await Linked.pair { linked in
            for number in 1...2 { _ = try await linked.send(.report("AIVD-\(number)")) }
            await linked.drain()
            linked.pass(seconds: 86_400)
            let world = linked.worlds[0]
            let there = linked.worlds[1].context.server
            func state() async throws -> [String] {
                try await world.context.store.read(on: world.eventLoop) { view in
                    let days = try view.relayDays(with: there, from: DayComparisonTests.day).map { "\($0.json)" }
                    return days + (try view.outbox(limit: 10).map { "\($0)" })
                }
                .get()
            }
            let before = try await state()
            let problem = await #expect(throws: Problem.self) {
                let questions = try row.change(linked.questions(to: 1, by: 0))
                return try await linked.compare(DayComparisonTests.day, from: 0, to: 1) { _ in questions }
            }
            #expect(problem?.code == row.code)
            #expect(try await state() == before)
            #expect(try await linked.compare(DayComparisonTests.day, from: 0, to: 1).isAgreed)
            #expect(try await state() != before)
        }
    }

    @Test("is told to servers that the policy names, and to nobody else")
    func stranger() async throws {
        try await Linked.pair { linked in
            let world = linked.worlds[1]
            let peer = try world.peer(of: world.parties.server)
            let call = ExchangeCall(world.context, by: peer, trace: .random(), on: world.eventLoop)
            _ = try await ReconcileServer(call)(on: DayComparisonTests.day).get()
            let stranger = ExchangeCall(world.context, by: try world.peer("om"), trace: .random(), on: world.eventLoop)
            let problem = await #expect(throws: Problem.self) {
                try await ReconcileServer(stranger)(on: DayComparisonTests.day).get()
            }
            #expect(problem?.code == "relay.unknown")
        }
    }
}
