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
        var declaration = Statement.Declaration.acknowledgement
        var signer: @Sendable (TestPKI) -> TestPKI.Signer = { $0.om.seal }
        var mailbox = "om/lovj"
        var message = String(repeating: "a", count: 32)
        var server = "00000099000000099000"
        var container: [UInt8] = []
        var time = TestPKI.now
        var signingTime = TestPKI.now
        var change: @Sendable ([UInt8]) -> [UInt8] = { $0 }
        var isDetached = false
        var forwardedTo: [String] = []

        var testDescription: String { self.what }
    }

    private static let refusal = Statement.Declaration.refusal(reason: "Niet voor ons.")
    private static let passage = Statement.Passage(
        to: [("00000099000000003000", "ind/nv")].compactMap { oin, mailbox in
            guard let oin = OIN(oin), let mailbox = MailboxName(mailbox) else { return nil }
            return MailboxAddress(oin: oin, mailbox: mailbox)
        },
        purpose: "toelating",
        legalBasis: "wiv2017-art66"
    )

    /// What only the originator may say, each kind once.
    private static let byOriginator: [Statement.Declaration] =
        [.consent(Self.passage), .withdrawal(reason: "Onjuist.")]
        + [Kenmerk("AIVD-2")].compactMap { kenmerk in
            guard let kenmerk, let date = CalendarDate("2026-11-21") else { return nil }
            return .correction(replacedBy: .init(kenmerk: kenmerk, date: date))
        }

    /// What only they may say who have the message.
    private static let byHolder: [Statement.Declaration] = [
        .acknowledgement, Self.refusal, .forward(Self.passage), .disposal(.kept, ground: "Strafdossier."),
    ]

    static let parts: [Deviation] =
        Self.byOriginator.flatMap { declaration in
            let kind = declaration.kind.rawValue
            return [
                Deviation(
                    what: "a \(kind) by the originator",
                    code: nil,
                    declaration: declaration,
                    signer: { $0.aivd.seal },
                    mailbox: "aivd/ct"
                ),
                Deviation(
                    what: "a \(kind) by another mailbox of the originator",
                    code: "statement.signer",
                    declaration: declaration,
                    signer: { $0.aivd.seal },
                    mailbox: "aivd/analyse"
                ),
                Deviation(what: "a \(kind) by an addressee", code: "statement.signer", declaration: declaration),
                Deviation(
                    what: "a \(kind) by an addressee for the originator",
                    code: "statement.signer",
                    declaration: declaration,
                    mailbox: "aivd/ct"
                ),
                Deviation(
                    what: "a \(kind) by a releaser",
                    code: "certificate.profile",
                    declaration: declaration,
                    signer: { $0.aivd.release },
                    mailbox: "aivd/ct"
                ),
            ]
        }
        + Self.byHolder.flatMap { declaration in
            let kind = declaration.kind.rawValue
            return [
                Deviation(what: "a \(kind) by an addressee", code: nil, declaration: declaration),
                Deviation(
                    what: "a \(kind) by one who has it by a forward",
                    code: nil,
                    declaration: declaration,
                    mailbox: "om/parket",
                    forwardedTo: ["om/parket"]
                ),
                Deviation(
                    what: "a \(kind) by one who does not have it",
                    code: "statement.signer",
                    declaration: declaration,
                    mailbox: "om/parket",
                    forwardedTo: ["om/landelijk"]
                ),
                Deviation(
                    what: "a \(kind) by the originator",
                    // It refuses that others pass it on.
                    code: declaration.kind == .refusal ? nil : "statement.signer",
                    declaration: declaration,
                    signer: { $0.aivd.seal },
                    mailbox: "aivd/ct"
                ),
                Deviation(
                    what: "a \(kind) of another message",
                    code: "statement.other-message",
                    declaration: declaration,
                    message: String(repeating: "b", count: 32)
                ),
            ]
        }

    static let deviations: [Deviation] = [
        Deviation(what: "an acknowledgement", code: nil),
        Deviation(what: "a refusal", code: nil, declaration: Self.refusal),
        Deviation(
            what: "a release",
            code: nil,
            declaration: .release,
            signer: { $0.aivd.release },
            mailbox: "aivd/ct"
        ),
        Deviation(
            what: "a release by the first person's key",
            code: "certificate.pseudonym",
            declaration: .release,
            signer: { $0.aivd.seal },
            mailbox: "aivd/ct"
        ),
        Deviation(
            what: "a release by another organisation",
            code: "statement.signer",
            declaration: .release,
            signer: { $0.om.release },
            mailbox: "aivd/ct"
        ),
        Deviation(
            what: "a release for an addressee",
            code: "statement.signer",
            declaration: .release,
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

    @Test(
        "A statement is taken from who may make it about this message, and from no other",
        arguments: deviations + parts
    )
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
            deviation.declaration,
            server: server,
            message: message,
            container: ContentDigest(of: container + deviation.container),
            mailbox: mailbox,
            time: deviation.time
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
            header: checked.opening.header,
            forwardedTo: deviation.forwardedTo.compactMap { MailboxName($0) }.map {
                .init(oin: pki.om.oin, mailbox: $0)
            }
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
