// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import Testing
import X509
import ZegelCore
import ZegelTrust

/// What the lists say about a certificate, and how it is judged a day after everything began.
struct RevocationSituation: CustomTestStringConvertible, Sendable {
    /// A list of the issuing authority or of the root.
    struct List: Sendable {
        var issued: Int64 = 0
        var days: Int64 = 30
        var revoked: Int64?
        var reason: RevocationReason?
        var invalidSince: Int64?
        var names = Named.leaf
    }

    enum Named: Sendable {
        case leaf
        case authority
        case another
    }

    var testDescription: String
    var live: String
    /// At the same moment seen from later; `nil` where that is the same.
    var historical: String?
    var issuing: [List]
    var root = [List()]
    var grace: Int64 = 0

    static let stale = "revocation.stale"
    static let missing = "revocation.missing"
    static let revoked = "certificate.revoked"
    static let early = "revocation.not-yet-valid"
    static let day: Int64 = 86_400

    // Times are seconds from the beginning; the judgement is at one day.
    static let all: [RevocationSituation] = [
        .init(testDescription: "a fresh list", live: "trusted", issuing: [List()]),
        .init(testDescription: "no list of the issuer", live: missing, issuing: []),
        .init(testDescription: "no list of the root", live: missing, issuing: [List()], root: []),
        .init(testDescription: "revoked", live: revoked, issuing: [List(revoked: 0)]),
        .init(testDescription: "another revoked", live: "trusted", issuing: [List(revoked: 0, names: .another)]),
        .init(
            testDescription: "suspended",
            live: revoked,
            issuing: [List(revoked: 0, reason: .certificateHold)]
        ),
        .init(
            testDescription: "suspended, and released by the newest list",
            live: "trusted",
            issuing: [List(revoked: 0, reason: .certificateHold), List(issued: 60)]
        ),
        .init(
            testDescription: "revoked by the newest list",
            live: revoked,
            issuing: [List(), List(issued: 60, revoked: 60)]
        ),
        .init(
            testDescription: "the issuer revoked",
            live: revoked,
            issuing: [List()],
            root: [List(revoked: 0, names: .authority)]
        ),
        .init(
            testDescription: "the issuer revoked, and no list of its own",
            live: revoked,
            issuing: [],
            root: [List(revoked: 0, names: .authority)]
        ),
        .init(testDescription: "stale by a second", live: stale, issuing: [List(issued: -1, days: 1)]),
        .init(testDescription: "fresh to the second", live: "trusted", issuing: [List(issued: 0, days: 1)]),
        .init(
            testDescription: "stale within the grace",
            live: "trusted",
            issuing: [List(issued: -day, days: 1)],
            grace: day
        ),
        .init(
            testDescription: "stale after the grace",
            live: stale,
            issuing: [List(issued: -day, days: 1)],
            grace: day - 1
        ),
        .init(
            testDescription: "stale list of the root",
            live: stale,
            issuing: [List()],
            root: [List(issued: -1, days: 1)]
        ),
        .init(
            testDescription: "revoked by a stale list",
            live: revoked,
            issuing: [List(issued: -day, days: 1, revoked: -day)]
        ),
        .init(
            testDescription: "a list of the next hour only",
            live: early,
            historical: "trusted",
            issuing: [List(issued: day + 3_600)]
        ),
        .init(
            testDescription: "a list whose issuer's clock is a little ahead",
            live: "trusted",
            issuing: [List(issued: day + 200)]
        ),
        .init(
            testDescription: "on the list with a date in the future",
            live: revoked,
            historical: "trusted",
            issuing: [List(revoked: day + 60)]
        ),
        .init(
            testDescription: "revoked later by a later list",
            live: "trusted",
            historical: "trusted",
            issuing: [List(), List(issued: 2 * day, revoked: 2 * day)]
        ),
        .init(
            testDescription: "revoked before the moment by a later list",
            live: "trusted",
            historical: revoked,
            issuing: [List(), List(issued: 2 * day, revoked: day - 1)]
        ),
        .init(
            testDescription: "revoked at the moment by a later list",
            live: "trusted",
            historical: revoked,
            issuing: [List(), List(issued: 2 * day, revoked: day)]
        ),
        .init(
            testDescription: "key known to others later",
            live: "trusted",
            historical: "trusted",
            issuing: [List(), List(issued: 2 * day, revoked: 2 * day, reason: .keyCompromise)]
        ),
        .init(
            testDescription: "key known to others later, invalid since before the moment",
            live: "trusted",
            historical: revoked,
            issuing: [List(), List(issued: 2 * day, revoked: 2 * day, reason: .keyCompromise, invalidSince: 60)]
        ),
        .init(
            testDescription: "the issuer superseded later",
            live: "trusted",
            historical: "trusted",
            issuing: [List()],
            root: [List(), List(issued: 2 * day, revoked: 2 * day, reason: .superseded, names: .authority)]
        ),
        .init(
            testDescription: "the issuer's key known to others later",
            live: "trusted",
            historical: revoked,
            issuing: [List()],
            root: [List(), List(issued: 2 * day, revoked: 2 * day, reason: .authorityCompromise, names: .authority)]
        ),
        .init(
            testDescription: "stale at the moment, and a later list without it",
            live: stale,
            historical: "trusted",
            issuing: [List(issued: -1, days: 1), List(issued: 2 * day)]
        ),
        .init(
            testDescription: "only a list from after the certificate's end, which may have dropped it",
            live: early,
            historical: early,
            issuing: [List(issued: 800 * day)]
        ),
        .init(
            testDescription: "revoked before the moment by a list from after the certificate's end",
            live: "trusted",
            historical: revoked,
            issuing: [List(), List(issued: 800 * day, revoked: 60)]
        ),
    ]

    /// The lists of an authority, in DER.
    func lists(
        _ specifications: [List],
        of authority: CertificateAuthority,
        about leaf: Certificate
    ) throws
        -> [RevocationList]
    {
        let pki = try TestPKI.shared.get()
        return try specifications.map { list in
            let named: SerialNumber? =
                switch list.names {
                case .leaf: SerialNumber(leaf.serialNumber)
                case .authority: SerialNumber(pki.issuing.certificate.serialNumber)
                case .another: SerialNumber(1)
                }
            let serial = try #require(named)
            func moment(_ seconds: Int64) -> Instant { TestPKI.moment.advanced(bySeconds: seconds) }
            let entries = list.revoked.map {
                [
                    RevocationListBuilder.Revocation(
                        serial,
                        at: moment($0),
                        reason: list.reason,
                        invalidSince: list.invalidSince.map(moment)
                    )
                ]
            }
            return try authority.list(revoking: entries ?? [], at: moment(list.issued), days: list.days)
        }
    }
}

@Suite("Revocation")
struct RevocationSituationTests {
    @Test("is checked for the leaf and every authority, and fails hard", arguments: RevocationSituation.all)
    func table(_ situation: RevocationSituation) async throws {
        let pki = try TestPKI.shared.get()
        let leaf = try pki.issuing.issue(TestPKI.request(.seal)).certificate
        let issuing = try situation.lists(situation.issuing, of: pki.issuing, about: leaf)
        let root = try situation.lists(situation.root, of: pki.root, about: leaf)
        for source in [
            try pki.source(lists: issuing + root),
            try pki.source(lists: []).adding(certificates: [], lists: root + issuing),
        ] {
            for (view, code) in [
                (RevocationView.live, situation.live), (.historical, situation.historical ?? situation.live),
            ] {
                let verdict = try await TestPKI.judge(
                    leaf,
                    .seal,
                    by: source,
                    at: TestPKI.moment.advanced(bySeconds: TestPKI.day),
                    view: view,
                    grace: situation.grace
                )
                #expect(verdict.code == code, "\(view)")
                #expect(verdict.isUndecided == code.hasPrefix("revocation."))
            }
        }
    }

    @Test("lists of a namesake with another key are not taken for the authority's own")
    func namesake() async throws {
        let pki = try TestPKI.shared.get()
        let namesake = try TestAuthority(at: TestPKI.moment)
        let leaf = try pki.issuing.issue(TestPKI.request(.seal)).certificate
        let source = try pki.source(lists: [pki.rootList]).adding(
            certificates: [namesake.issuing.certificate, namesake.root.certificate],
            lists: [namesake.issuingList, namesake.rootList]
        )
        #expect(source.anchors == [pki.root.certificate])
        #expect(source.lists == [pki.rootList])
        #expect(try await TestPKI.judge(leaf, .seal, by: source).code == "revocation.missing")
        let stranger = try namesake.issuing.issue(TestPKI.request(.seal)).certificate
        #expect(try await TestPKI.judge(stranger, .seal, by: source).code == "certificate.untrusted")
        let complete = source.adding(certificates: [], lists: [pki.issuingList])
        #expect(try await TestPKI.judge(leaf, .seal, by: complete).code == "trusted")
    }

    @Test("keeps the lists that were used as evidence, and nothing else")
    func evidence() async throws {
        let pki = try TestPKI.shared.get()
        let leaf = try pki.issuing.issue(TestPKI.request(.seal)).certificate
        let later = try pki.issuing.list(
            after: pki.issuingList,
            at: TestPKI.moment.advanced(bySeconds: 3_600),
            days: 30
        )
        let source = try pki.source(lists: [pki.rootList, pki.issuingList, later])
        let moment = TestPKI.moment.advanced(bySeconds: TestPKI.day)
        let verdict = try await TestPKI.judge(leaf, .seal, by: source, at: moment)
        let evidence = try #require(verdict.trusted).evidence
        #expect(evidence.filter { $0.name.hasSuffix(".crl") }.map(\.bytes) == [later.der, pki.rootList.der])
        #expect(evidence.first?.name == "\(ContentDigest(of: leaf.derBytes).description.prefix(16)).cer")
        // With nothing but an anchor and the evidence the judgement can be repeated years later.
        let anchor = try TrustSource(anchorsPEM: [pki.root.identity.pem], crlsPEM: [])
        let again = anchor.adding(
            certificates: try evidence.prefix(3).map { try Certificate(derEncoded: $0.bytes) },
            lists: try evidence.dropFirst(3).map { try RevocationList(parsing: $0.bytes) }
        )
        let repeated = try await TestPKI.judge(leaf, .seal, by: again, at: moment, view: .historical)
        #expect(repeated.trusted?.evidence == evidence)
    }
}
