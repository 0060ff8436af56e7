// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import X509
import ZegelCore

@testable import ZegelTrust

@Suite("Answers and lists together")
struct StatusRuleTests {
    typealias Setting = StatusSituationTests.Setting
    private static let moment = StatusSituationTests.moment

    /// What there is about a certificate, and what its anchor asks for.
    struct Situation: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let isRequired: Bool
        /// Good, revoked, or no answer at all.
        let answer: Bool?
        /// The same of a list.
        let list: Bool?

        init(_ testDescription: String, _ code: String, isRequired: Bool, answer: Bool?, list: Bool?) {
            self.testDescription = testDescription
            self.code = code
            self.isRequired = isRequired
            self.answer = answer
            self.list = list
        }
    }

    private static func list(_ setting: Setting, isGood: Bool) throws -> RevocationList {
        try setting.pki.issuing.list(
            after: setting.pki.issuingList,
            revoking: isGood ? [] : [.init(setting.serial, at: TestPKI.moment)],
            at: TestPKI.moment,
            days: 1
        )
    }

    private static func answer(_ setting: Setting, isGood: Bool) throws -> StatusAnswerBuilder {
        var answer = try setting.answer()
        if !isGood { answer.revocation = .init(try setting.serial, at: TestPKI.moment) }
        return answer
    }

    static let situations = [
        Situation("both good, required", "trusted", isRequired: true, answer: true, list: true),
        Situation("no list, required", "trusted", isRequired: true, answer: true, list: nil),
        Situation("no answer, required", "revocation.answer-missing", isRequired: true, answer: nil, list: true),
        Situation("no answer", "trusted", isRequired: false, answer: nil, list: true),
        Situation("no list", "trusted", isRequired: false, answer: true, list: nil),
        Situation("neither, required", "revocation.answer-missing", isRequired: true, answer: nil, list: nil),
        Situation("neither", "revocation.answer-missing", isRequired: false, answer: nil, list: nil),
        Situation("revoked by the list, required", "certificate.revoked", isRequired: true, answer: true, list: false),
        Situation("revoked by the list", "certificate.revoked", isRequired: false, answer: nil, list: false),
        Situation(
            "revoked by the answer, required",
            "certificate.revoked",
            isRequired: true,
            answer: false,
            list: true
        ),
        Situation("revoked by the answer", "certificate.revoked", isRequired: false, answer: false, list: nil),
    ]

    @Test("decide about a certificate", arguments: Self.situations)
    func situation(_ situation: Situation) async throws {
        let setting = try StatusSituationTests.setting.get()
        let asker = ScriptedAsker(at: Self.moment) { _, _, _ in
            guard let isGood = situation.answer else { return StatusAnswerBuilder.refusal(3) }
            return try Self.answer(setting, isGood: isGood).signed()
        }
        let lists = try situation.list.map { [try Self.list(setting, isGood: $0)] } ?? []
        let verdict = try await setting.judge(
            asker,
            lists: [setting.pki.rootList] + lists,
            isRequired: situation.isRequired
        )
        #expect(verdict.code == situation.code)
        let isDecided = situation.list == false || !situation.isRequired && situation.list != nil
        #expect(asker.addresses.isEmpty == isDecided, "nobody is asked about what is decided")
    }

    @Test("go into the evidence, and hold as long as the first of them")
    func evidence() async throws {
        let setting = try StatusSituationTests.setting.get()
        let answer = try setting.answer().signed()
        let asker = ScriptedAsker(at: Self.moment) { _, _, _ in answer }
        let trusted = try #require(try await setting.judge(asker).trusted)
        #expect(trusted.evidence.contains { $0.name.hasSuffix(".ocsp") && $0.bytes == answer })
        #expect(trusted.validUntil == Self.moment.advanced(bySeconds: 3_600))
        #expect(trusted.statusSubjects.count == 1)
    }

    @Test("are asked for again when their time is over, and once they revoke the certificate is revoked")
    func renewal() async throws {
        let setting = try StatusSituationTests.setting.get()
        let later = Self.moment.advanced(bySeconds: 3_601)
        let asker = ScriptedAsker(at: later) { _, _, _ in
            var answer = try Self.answer(setting, isGood: false)
            answer.thisUpdate = later
            answer.nextUpdate = later.advanced(bySeconds: 60)
            return try answer.signed()
        }
        let first = try CertificateStatus(
            StatusAnswer(parsing: setting.answer().signed()),
            about: setting.serial,
            by: setting.pki.issuing.certificate
        )
        try asker.book.keep(first, from: "", at: Self.moment)
        let evaluator = TrustEvaluator(
            source: try setting.source(lists: [setting.pki.rootList]),
            grace: 86_400,
            book: asker.book,
            asker: asker
        )
        func judge(at moment: Instant) async -> String {
            await evaluator.judge(leaf: setting.leaf.certificate, intermediates: [], profile: .client, at: moment).code
        }
        #expect(await judge(at: Self.moment) == "trusted")
        #expect(asker.addresses.isEmpty)
        #expect(await judge(at: later.advanced(bySeconds: -2)) == "trusted", "the last second")
        #expect(await judge(at: later) == "certificate.revoked")
        // What was said later is not taken back by what was said before, nor forgotten because its time is over.
        #expect(throws: TrustError(.answerOlder)) { try asker.book.keep(first, from: "", at: Self.moment) }
        asker.book.drop(first.subject, at: later.advanced(bySeconds: 3_600))
        #expect(await judge(at: later.advanced(bySeconds: 3_600)) == "certificate.revoked")
    }

    @Test("count at a moment in the past as they were then")
    func past() async throws {
        let setting = try StatusSituationTests.setting.get()
        var revoked = try Self.answer(setting, isGood: false)
        revoked.revocation?.date = Self.moment.advanced(bySeconds: 600)
        revoked.thisUpdate = Self.moment.advanced(bySeconds: 700)
        revoked.producedAt = Self.moment.advanced(bySeconds: 700)
        let answers = try [setting.answer(), revoked].map { try StatusAnswer(parsing: $0.signed()) }
        let plain = try TrustSource(
            anchorsPEM: [setting.pki.anchorsPEM],
            crlsPEM: [setting.pki.rootList.pemText]
        )
        func judge(_ answers: [StatusAnswer], after seconds: Int64) async throws -> String {
            try await TestPKI.judge(
                setting.leaf.certificate,
                .client,
                by: plain.adding(certificates: [], lists: [], answers: answers),
                at: Self.moment.advanced(bySeconds: seconds),
                view: .historical,
                grace: 86_400
            ).code
        }
        #expect(try await judge([], after: 10) == "revocation.missing")
        #expect(try await judge(answers, after: 10) == "trusted")
        #expect(try await judge([answers[0]], after: 3_600) == "trusted")
        #expect(try await judge([answers[0]], after: 3_601) == "revocation.answer-stale")
        #expect(try await judge([answers[1]], after: 10) == "trusted", "it says since when")
        #expect(try await judge(answers, after: 600) == "certificate.revoked")
    }

    @Test("of a delegate that its issuer revoked do not count")
    func revokedDelegate() async throws {
        let setting = try StatusSituationTests.setting.get()
        let delegate = try setting.pki.issuing.issueResponder(from: TestPKI.moment, hasNoCheck: false)
        let asker = ScriptedAsker(at: Self.moment) { _, _, _ in
            var answer = try setting.answer()
            answer.responder = delegate
            return try answer.signed()
        }
        let good = try setting.pki.issuing.list(at: TestPKI.moment, days: 1)
        let lists = [setting.pki.rootList, good]
        #expect(try await setting.judge(asker, lists: lists).code == "trusted")
        let revoking = try setting.pki.issuing.list(
            after: good,
            revoking: [.init(try #require(delegate.serial), at: TestPKI.moment)],
            at: TestPKI.moment,
            days: 1
        )
        #expect(
            try await setting.judge(asker, lists: [setting.pki.rootList, revoking]).code
                == StatusSituationTests.responder
        )
    }

    @Test("are asked for where the operator said, and where the certificate says only if that is allowed")
    func addresses() throws {
        let access = AuthorityInformationAccess([
            .init(method: .issuingCA, location: .uniformResourceIdentifier("http://ca.example/")),
            .init(method: .ocspServer, location: .uniformResourceIdentifier("http://aia.example/")),
        ])
        let pki = try TestPKI.shared.get()
        let named = try pki.issuing.issue(
            TestPKI.request(.client) { $0.extensions = [try .init(access, critical: false)] }
        ).certificate
        let plain = try pki.issuing.issue(TestPKI.request(.client)).certificate
        func address(_ responder: String?, _ isFromCertificate: Bool, _ certificate: Certificate) -> String? {
            StatusTerms(responder: responder, isFromCertificate: isFromCertificate, isRequired: true)
                .address(for: certificate)
        }
        #expect(address("http://own.example/", true, named) == "http://own.example/")
        #expect(address(nil, true, named) == "http://aia.example/")
        #expect(address(nil, true, plain) == nil)
        #expect(address(nil, false, named) == nil)
    }

    @Test("are bounded: those that end first go first")
    func bounded() throws {
        let setting = try StatusSituationTests.setting.get()
        let book = StatusBook(capacity: 8)
        for number in 1...20 {
            var answer = try setting.answer()
            answer.serial = SerialNumber(UInt64(number))
            answer.nextUpdate = Self.moment.advanced(bySeconds: 100 + Int64(number))
            let status = try CertificateStatus(
                StatusAnswer(parsing: answer.signed()),
                about: answer.serial,
                by: answer.issuer
            )
            try book.keep(status, from: "", at: Self.moment)
            #expect(book.all.count <= 8)
        }
        #expect(book.all.contains { $0.status.subject.serial == SerialNumber(20) })
        #expect(!book.all.contains { $0.status.subject.serial == SerialNumber(1) })
    }
}
