// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import X509
import ZegelCore
import ZegelTrust

extension DossierCase {
    /// Puts answers of a responder in the place of the list of the issuing authority, about the sender's seal and the server's.
    private static func answers(
        isByRoot: Bool = false,
        _ change: @escaping @Sendable (inout StatusAnswerBuilder, Bool) -> Void = { _, _ in }
    ) -> @Sendable (inout DossierDraft) throws -> Void {
        { draft in
            let world = draft.world
            let authority = isByRoot ? world.authority.root : world.authority.issuing
            let responder = try authority.issueResponder(from: TestWorld.now.advanced(bySeconds: -TestWorld.day))
            let answers = try [world.aivd, world.server].map { party in
                var answer = StatusAnswerBuilder(
                    try TestWorld.some(SerialNumber(party.seal.certificate.serialNumber)),
                    of: world.authority.issuing.certificate,
                    by: responder,
                    at: TestWorld.now.advanced(bySeconds: -600)
                )
                change(&answer, party.oin == world.aivd.oin)
                return DossierDraft.evidence(try answer.signed(), "ocsp")
            }
            draft.evidence.remove(at: 1)
            draft.evidence += answers
        }
    }

    static let answers: [DossierCase] = [
        .passed("answers of a responder in the place of a list", change: Self.answers()),
        .failed(
            "an answer that the sender was revoked before",
            "sender",
            "revoked",
            change: Self.answers { answer, isSender in
                let date = TestWorld.now.advanced(bySeconds: -700)
                if isSender { answer.revocation = .init(answer.serial, at: date) }
            }
        ),
        .undecided(
            "an answer about the sender that was stale at the seal",
            "sender",
            "no_revocation_data",
            change: Self.answers { answer, isSender in
                if isSender { answer.nextUpdate = TestWorld.now.advanced(bySeconds: -1) }
            }
        ),
        .undecided(
            "an answer that does not know the sender",
            "sender",
            "no_revocation_data",
            change: Self.answers { answer, isSender in answer.isUnknown = isSender }
        ),
        .undecided(
            "answers of whom the issuer never let answer",
            "sender",
            "no_revocation_data",
            change: Self.answers(isByRoot: true)
        ).also("seal no_revocation_data", "export no_revocation_data"),
        .undecided(
            "an answer that the seal was revoked since",
            "seal",
            "no_poe",
            change: Self.answers { answer, isSender in
                guard !isSender else { return }
                answer.revocation = .init(answer.serial, at: TestWorld.now.advanced(bySeconds: 5_000))
                answer.thisUpdate = TestWorld.now.advanced(bySeconds: 5_100)
                answer.producedAt = answer.thisUpdate
                answer.nextUpdate = answer.thisUpdate.advanced(bySeconds: 3_600)
            }
        ).also("export no_poe"),
    ]

    private static func passed(
        _ what: String,
        change: @escaping @Sendable (inout DossierDraft) throws -> Void
    ) -> DossierCase { .passed(what, Setting(), change) }

    private static func failed(
        _ what: String,
        _ check: String,
        _ code: String,
        change: @escaping @Sendable (inout DossierDraft) throws -> Void
    ) -> DossierCase { .failed(what, check, code, Setting(), change) }

    private static func undecided(
        _ what: String,
        _ check: String,
        _ code: String,
        change: @escaping @Sendable (inout DossierDraft) throws -> Void
    ) -> DossierCase { .undecided(what, check, code, Setting(), change) }
}
