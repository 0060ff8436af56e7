// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import Synchronization
import Testing
import X509
import ZegelCore

@testable import ZegelTrust

/// Answers as a test says, and keeps what holds as a server does.
final class ScriptedAsker: StatusAsker {
    let book = StatusBook()
    private let moment: Instant
    private let script: @Sendable (SerialNumber, Certificate, StatusQuestion) throws -> [UInt8]
    private let seen = Mutex<[(address: String, fault: TrustError?)]>([])

    init(
        at moment: Instant,
        _ script: @escaping @Sendable (SerialNumber, Certificate, StatusQuestion) throws -> [UInt8]
    ) {
        self.moment = moment
        self.script = script
    }

    /// Where was asked.
    var addresses: [String] { self.seen.withLock { $0.map(\.address) } }
    /// Why the last answer did not hold.
    var fault: TrustError? { self.seen.withLock { $0.last?.fault } }

    func ask(about serial: SerialNumber, by issuer: Certificate, at address: String) async {
        let question = StatusQuestion(serial, of: issuer)
        var fault: TrustError?
        do {
            let answer = try StatusAnswer(parsing: self.script(serial, issuer, question))
            let status = try CertificateStatus(answer, about: serial, by: issuer, nonce: question.nonce)
            try self.book.keep(status, from: address, at: self.moment)
        } catch {
            fault = error as? TrustError
        }
        self.seen.withLock { $0.append((address, fault)) }
    }
}

@Suite("Answers of responders")
struct StatusSituationTests {
    static let moment = TestPKI.moment.advanced(bySeconds: 60)
    static let address = "http://ocsp.example/"

    /// A client under an authority whose anchor asks for answers, and no list of the issuing authority.
    struct Setting: Sendable {
        let pki: TestAuthority
        let leaf: IssuedCertificate
        let delegate: IssuedCertificate
        let stranger: TestAuthority
        var serial: SerialNumber { get throws { try #require(self.leaf.serial) } }

        func answer() throws -> StatusAnswerBuilder {
            StatusAnswerBuilder(
                try self.serial,
                of: self.pki.issuing.certificate,
                by: self.delegate,
                at: StatusSituationTests.moment
            )
        }

        func source(lists: [RevocationList], isRequired: Bool = true) throws -> TrustSource {
            let terms = AnchorTerms(
                status: StatusTerms(
                    responder: StatusSituationTests.address,
                    isFromCertificate: false,
                    isRequired: isRequired
                )
            )
            return try TrustSource(
                files: [AnchorFile(pem: self.pki.anchorsPEM, terms: terms)],
                crlsPEM: lists.map(\.pemText)
            )
        }

        func judge(
            _ asker: ScriptedAsker,
            lists: [RevocationList]? = nil,
            isRequired: Bool = true,
            at moment: Instant = StatusSituationTests.moment
        ) async throws -> TrustVerdict {
            let evaluator = TrustEvaluator(
                source: try self.source(lists: lists ?? [self.pki.rootList], isRequired: isRequired),
                grace: 86_400,
                book: asker.book,
                asker: asker
            )
            return await evaluator.judge(
                leaf: self.leaf.certificate,
                intermediates: [],
                profile: .client,
                at: moment
            )
        }
    }

    static let setting = Result {
        let pki = try TestPKI.shared.get()
        return Setting(
            pki: pki,
            leaf: try pki.issuing.issue(TestPKI.request(.client)),
            delegate: try pki.issuing.issueResponder(from: TestPKI.moment),
            stranger: try TestAuthority(at: TestPKI.moment, name: "Stranger")
        )
    }

    struct Situation: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let change: @Sendable (inout StatusAnswerBuilder, Setting) throws -> Void

        init(
            _ testDescription: String,
            _ code: String,
            _ change: @escaping @Sendable (inout StatusAnswerBuilder, Setting) throws -> Void = { _, _ in }
        ) {
            self.testDescription = testDescription
            self.code = code
            self.change = change
        }

        /// By a delegate that was made otherwise.
        static func delegate(
            _ testDescription: String,
            _ code: String,
            hasNoCheck: Bool = true,
            _ make: @escaping @Sendable (inout LeafRequest) throws -> Void
        ) -> Situation {
            Situation(testDescription, code) { answer, setting in
                answer.responder = try setting.pki.issuing.issueResponder(
                    from: TestPKI.moment,
                    hasNoCheck: hasNoCheck,
                    make
                )
            }
        }
    }

    static let responder = "revocation.answer-responder"
    static let situations = [
        Situation("good by a delegate", "trusted"),
        Situation("good by the issuer itself", "trusted") { $0.responder = $1.pki.issuing.identity },
        Situation("good by the issuer, whose certificate stays away", "trusted") {
            $0.responder = $1.pki.issuing.identity
            $0.bringsCertificate = false
        },
        Situation("good by a delegate named by its key", "trusted") { answer, _ in answer.isNamedByKey = true },
        Situation("good by the issuer named by its key", "trusted") {
            $0.responder = $1.pki.issuing.identity
            $0.isNamedByKey = true
        },
        Situation("good with ids of SHA-256", "trusted") { answer, _ in answer.hasSHA256 = true },
        Situation("good with an unknown extension that is not critical", "trusted") { answer, _ in
            answer.extensions = [.init(oid: [1, 2, 3], critical: false, value: [0x05, 0x00])]
        },
        Situation("good until this second", "trusted") { answer, _ in answer.nextUpdate = Self.moment },
        Situation("good from a clock that is five minutes ahead", "trusted") { answer, _ in
            answer.thisUpdate = Self.moment.advanced(bySeconds: 300)
            answer.producedAt = Self.moment.advanced(bySeconds: 300)
        },
        Situation("revoked", "certificate.revoked") {
            $0.revocation = .init(try $1.serial, at: TestPKI.moment, reason: .keyCompromise)
        },
        Situation("on hold", "certificate.revoked") {
            $0.revocation = .init(try $1.serial, at: TestPKI.moment, reason: .certificateHold)
        },
        Situation("unknown", "revocation.answer-unknown") { answer, _ in answer.isUnknown = true },
        Situation("good until a second ago", "revocation.answer-stale") { answer, _ in
            answer.thisUpdate = Self.moment.advanced(bySeconds: -60)
            answer.nextUpdate = Self.moment.advanced(bySeconds: -1)
        },
        Situation("good without an end", "revocation.answer-no-next-update") { answer, _ in answer.nextUpdate = nil },
        Situation("good from the future", "revocation.answer-not-yet-valid") { answer, _ in
            answer.thisUpdate = Self.moment.advanced(bySeconds: 301)
        },
        Situation("good and signed in the future", "revocation.answer-not-yet-valid") { answer, _ in
            answer.producedAt = Self.moment.advanced(bySeconds: 301)
        },
        Situation("good for another certificate", "revocation.answer-other") { answer, _ in
            answer.serial = SerialNumber(1)
        },
        Situation("good for the same number of another issuer", "revocation.answer-other") {
            $0.issuer = $1.pki.root.certificate
        },
        Situation("good with a signature of another key", "revocation.answer-signature") {
            $0.key = $1.stranger.issuing.identity.key
        },
        Situation("good with a critical extension", "revocation.answer-critical-extension") { answer, _ in
            answer.extensions = [.init(oid: [1, 2, 3], critical: true, value: [0x05, 0x00])]
        },
        Situation("good for another question", "revocation.answer-nonce") { answer, _ in
            answer.nonce = [UInt8](repeating: 7, count: 32)
        },
        Situation("good by a delegate that stays away", Self.responder) { answer, _ in
            answer.bringsCertificate = false
        },
        Situation("good by a stranger", Self.responder) {
            $0.responder = try $1.stranger.issuing.issueResponder(from: TestPKI.moment)
        },
        Situation("good by a delegate of the authority above", Self.responder) {
            $0.responder = try $1.pki.root.issueResponder(from: TestPKI.moment)
        },
        Situation("good by the authority above itself", Self.responder) { $0.responder = $1.pki.root.identity },
        Situation("good by the certificate itself", Self.responder) { $0.responder = $1.leaf },
        .delegate("good by a delegate without its purpose", Self.responder) { $0.extendedKeyUsages = nil },
        .delegate("good by a delegate with a further purpose", Self.responder) {
            $0.extendedKeyUsages = [.ocspSigning, .clientAuth]
        },
        .delegate("good by a delegate that is an authority", Self.responder) {
            $0.basicConstraints = .isCertificateAuthority(maxPathLength: nil)
        },
        .delegate("good by a delegate that may not sign", Self.responder) {
            $0.keyUsage = KeyUsage(keyEncipherment: true)
        },
        .delegate("good by a delegate with an unknown critical extension", Self.responder) {
            $0.extensions.append(.init(oid: [1, 2, 3], critical: true, value: [0x05, 0x00]))
        },
        .delegate("good by a delegate with a weak key", Self.responder) { $0.keyKind = .rsa(bits: 2_048) },
        .delegate("good by a delegate that has ended", Self.responder) {
            $0.notAfter = Self.moment.advanced(bySeconds: -1)
        },
        .delegate("good by a delegate that is not valid yet", Self.responder) {
            $0.notBefore = Self.moment.advanced(bySeconds: 60)
        },
        .delegate("good by a delegate that may be revoked for all we know", Self.responder, hasNoCheck: false) { _ in },
    ]

    @Test("decide about a certificate", arguments: Self.situations)
    func situation(_ situation: Situation) async throws {
        let setting = try Self.setting.get()
        let asker = ScriptedAsker(at: Self.moment) { _, _, _ in
            var answer = try setting.answer()
            try situation.change(&answer, setting)
            return try answer.signed()
        }
        let verdict = try await setting.judge(asker)
        let code = asker.fault?.code.rawValue ?? verdict.code
        #expect(code == situation.code)
        #expect((verdict.trusted != nil) == (situation.code == "trusted"))
        #expect(verdict.isUndecided == situation.code.hasPrefix("revocation."))
        #expect(asker.addresses == [Self.address], "asked once, and only about what no list decides")
    }

    @Test("that are none leave the certificate undecided")
    func none() async throws {
        let setting = try Self.setting.get()
        let good = try setting.answer().signed()
        for (bytes, code) in [
            (StatusAnswerBuilder.refusal(3), TrustError.Code.answerRefused),
            (StatusAnswerBuilder.refusal(6), .answerRefused),
            ([], .answerSyntax), (Array("<html>".utf8), .answerSyntax), (good.dropLast(), .answerSyntax),
            (good + [0], .answerSyntax), ([UInt8](repeating: 0x30, count: 65_537), .answerSyntax),
        ] {
            let asker = ScriptedAsker(at: Self.moment) { _, _, _ in Array(bytes) }
            #expect(try await setting.judge(asker).code == "revocation.answer-missing")
            #expect(asker.fault?.code == code)
        }
        let asker = ScriptedAsker(at: Self.moment) { _, _, _ in good }
        #expect(try await setting.judge(asker).code == "trusted")
    }

    @Test("cut short or changed anywhere are refused, and never crash")
    func mutations() throws {
        let setting = try Self.setting.get()
        // By the issuer itself, so that every byte is read here and none by the reader of certificates.
        var answer = try setting.answer()
        answer.responder = setting.pki.issuing.identity
        answer.bringsCertificate = false
        answer.nonce = [1, 2, 3]
        let good = try answer.signed()
        let serial = try setting.serial
        func isGood(_ bytes: [UInt8]) -> Bool {
            (try? CertificateStatus(
                StatusAnswer(parsing: bytes),
                about: serial,
                by: setting.pki.issuing.certificate
            )) != nil
        }
        #expect(isGood(good))
        for length in good.indices { #expect(!isGood(Array(good[..<length]))) }
        for index in good.indices {
            for bit: UInt8 in [0x01, 0x20, 0x80] {
                var changed = good
                changed[index] ^= bit
                #expect(!isGood(changed), "byte \(index)")
            }
        }
    }

    @Test("repeat the nonce, or leave it out")
    func nonce() async throws {
        let setting = try Self.setting.get()
        let asker = ScriptedAsker(at: Self.moment) { _, _, question in
            var answer = try setting.answer()
            answer.nonce = question.nonce
            return try answer.signed()
        }
        #expect(try await setting.judge(asker).code == "trusted")
        let two = try (0..<2).map { _ in StatusQuestion(try setting.serial, of: setting.pki.issuing.certificate).nonce }
        #expect(two[0] != two[1])
    }
}
