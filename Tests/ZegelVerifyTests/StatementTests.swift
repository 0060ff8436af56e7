// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Testing
import X509
import ZegelCore
import ZegelTrust

@testable import ZegelVerify

@Suite("Statements")
struct StatementTests {
    /// One way in which a statement can be wrong, with the code that says so.
    struct Deviation: Sendable, CustomTestStringConvertible {
        let what: String
        let code: String?
        var kind = Statement.Kind.acknowledgement
        var signer: @Sendable (TestPKI) -> TestPKI.Signer = { $0.om.seal }
        var mailbox = "om/lovj"
        var message = String(repeating: "a", count: 32)
        var server = "00000099000000099000"
        var container: [UInt8] = []
        var time = TestPKI.now
        var signingTime = TestPKI.now
        var change: @Sendable ([UInt8]) -> [UInt8] = { $0 }
        var isDetached = false

        var testDescription: String { self.what }
    }

    static let deviations: [Deviation] = [
        Deviation(what: "an acknowledgement", code: nil),
        Deviation(what: "a refusal", code: nil, kind: .refusal),
        Deviation(what: "a release", code: nil, kind: .release, signer: { $0.aivd.release }, mailbox: "aivd/ct"),
        Deviation(
            what: "a release by the first person's key",
            code: "certificate.pseudonym",
            kind: .release,
            signer: { $0.aivd.seal },
            mailbox: "aivd/ct"
        ),
        Deviation(
            what: "a release by another organisation",
            code: "statement.signer",
            kind: .release,
            signer: { $0.om.release },
            mailbox: "aivd/ct"
        ),
        Deviation(
            what: "a release for an addressee",
            code: "statement.signer",
            kind: .release,
            signer: { $0.om.release }
        ),
        Deviation(
            what: "an acknowledgement by the key of a releaser",
            code: "certificate.profile",
            signer: { $0.om.release }
        ),
        Deviation(what: "an acknowledgement by a TLS key", code: "certificate.key-usage", signer: { $0.om.client }),
        Deviation(what: "an acknowledgement by the sender", code: "statement.signer", signer: { $0.aivd.seal }),
        Deviation(what: "an acknowledgement for the sender", code: "statement.signer", mailbox: "aivd/ct"),
        Deviation(
            what: "an acknowledgement for a mailbox that has no part",
            code: "statement.signer",
            mailbox: "om/parket"
        ),
        Deviation(what: "a stranger", code: "certificate.untrusted", signer: { $0.stranger }),
        Deviation(what: "another message", code: "statement.other-message", message: String(repeating: "b", count: 32)),
        Deviation(what: "another server", code: "statement.other-message", server: "00000099000000098000"),
        Deviation(what: "another container", code: "statement.other-message", container: [1]),
        Deviation(
            what: "a time in the future",
            code: "signature.time-future",
            time: TestPKI.now.advanced(bySeconds: 301)
        ),
        Deviation(what: "a time long ago", code: "signature.time-old", time: TestPKI.now.advanced(bySeconds: -86_401)),
        Deviation(
            what: "a signing-time long ago",
            code: "signature.time-old",
            signingTime: TestPKI.now.advanced(bySeconds: -86_401)
        ),
        Deviation(what: "a detached signature", code: "cms.content-absent", isDetached: true),
        Deviation(what: "bytes behind it", code: "cms.trailing-bytes", change: { $0 + [0] }),
        Deviation(
            what: "a broken signature",
            code: "cms.signature-invalid",
            change: { $0.dropLast() + [$0[$0.count - 1] ^ 1] }
        ),
        Deviation(what: "nothing", code: "cms.truncated", change: { _ in [] }),
    ]

    @Test("A statement is taken from who may make it about this message, and from no other", arguments: deviations)
    func judged(_ deviation: Deviation) async throws {
        let pki = try TestPKI.shared.get()
        #expect(try await Self.refusal(of: deviation, pki) == deviation.code)
    }

    @Test("What is signed must be a statement")
    func content() throws {
        let pki = try TestPKI.shared.get()
        let seconds = TestPKI.now.milliseconds / 1_000
        let other = try pki.om.seal.cades.sign(attached: Array(#"{"zegel":"1"}"#.utf8), at: seconds)
        #expect(throws: Problem(.statementInvalid)) { try StatementOpening(parsing: other) }
        let text = try pki.om.seal.cades.sign(attached: Array("ja".utf8), at: seconds)
        #expect(throws: Problem(.jsonSyntax)) { try StatementOpening(parsing: text) }
    }

    private static func refusal(of deviation: Deviation, _ pki: TestPKI) async throws -> String? {
        let container = try ContainerDraft(pki.aivd.seal.cades).built()
        let checked = try Pipeline.checked(container)
        guard let message = MessageID(deviation.message), let server = OIN(deviation.server),
            let mailbox = MailboxName(deviation.mailbox), let id = MessageID(String(repeating: "a", count: 32)),
            let own = OIN("00000099000000099000")
        else { throw TestFailure() }
        let statement = Statement(
            kind: deviation.kind,
            server: server,
            message: message,
            container: ContentDigest(of: container + deviation.container),
            mailbox: mailbox,
            time: deviation.time,
            reason: deviation.kind == .refusal ? "Niet voor ons." : nil
        )
        let seconds = deviation.signingTime.milliseconds / 1_000
        let signer = deviation.signer(pki).cades
        let signed =
            deviation.isDetached
            ? try signer.sign(detached: statement.encoded, at: seconds)
            : try signer.sign(attached: statement.encoded, at: seconds)
        let subject = StatementSubject(
            message: id,
            container: ContentDigest(of: container),
            server: own,
            header: checked.opening.header
        )
        do throws(Problem) {
            let opening = try StatementOpening(parsing: deviation.change(signed))
            let verdict = await pki.trust.judge(
                leaf: opening.signature.signer,
                intermediates: opening.signature.certificates,
                profile: opening.profile,
                at: TestPKI.now
            )
            switch verdict {
            case .trusted(let trusted):
                let verified = try opening.judged(trusted, about: subject, at: TestPKI.now)
                return verified.digest == ContentDigest(of: signed) ? nil : "other digest"
            case .refused(let error), .undecided(let error): throw error.problem
            }
        } catch {
            return error.code
        }
    }
}
