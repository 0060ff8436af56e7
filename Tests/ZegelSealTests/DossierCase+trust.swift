// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import X509
import ZegelCore
import ZegelTrust
import ZegelVerify

extension DossierCase {
    private static let server = "00000099000000099000"

    static let seal: [DossierCase] = [
        .failed("a seal without a document", "seal", "format_failure") {
            $0.changeSealed = { $0.filter { !$0.uri.hasPrefix("documents/bericht") } }
        },
        .failed("a seal without the sender's signature", "seal", "format_failure") {
            $0.changeSealed = { $0.filter { $0.uri != EntryPath.senderSignature } }
        },
        .failed("a seal without the acceptance", "seal", "format_failure") {
            $0.changeSealed = { $0.filter { $0.uri != EntryPath.acceptance } }
        },
        .failed("a seal without the evidence", "seal", "format_failure") { $0.changeSealed = { Array($0.dropLast()) } },
        .failed("a seal over more than there is", "seal", "format_failure") {
            $0.changeSealed = { $0 + [.init(uri: "documents/x.txt", mimeType: nil, digest: $0[0].digest)] }
        },
        .failed("a seal over another acceptance", "seal", "hash_failure") {
            $0.changeSealed = { references in
                references.map {
                    $0.uri == EntryPath.acceptance
                        ? .init(uri: $0.uri, mimeType: nil, digest: references[0].digest) : $0
                }
            }
        },
        .failed("a seal whose SigReference names another", "seal", "format_failure") {
            $0.sealSignatureURI = EntryPath.exportSignature
        },
        .failed("a seal that was turned over", "seal", "sig_crypto_failure") {
            $0.changeSeal = { $0.dropLast() + [$0[$0.count - 1] ^ 1] }
        },
        .failed("a seal over another manifest", "seal", "hash_failure") { draft in
            let other = try draft.world.server.seal.cades.sign(detached: [1], at: 1)
            draft.changeSeal = { _ in other }
        },
        .failed("a seal that is no CMS", "seal", "format_failure") { $0.changeSeal = { _ in [0x30, 0] } },
        .failed("a seal by an organisation", "seal", "sig_constraints_failure") { $0.sealer = $0.world.om.seal.cades },
        .failed("a seal by an organisation that says it is the server", "seal", "sealer_not_trusted") { draft in
            draft.sealer = draft.world.om.seal.cades
            draft.changeAcceptance = { $0.replacing(Self.server, with: "00000099000000002000") }
        },
        .failed("a seal by the TLS key of the server", "seal", "chain_constraints_failure") {
            $0.sealer = $0.world.server.tls.cades
        },
        .failed("a seal by a release key of the server", "seal", "chain_constraints_failure") {
            $0.sealer = $0.world.server.release.cades
        },
        .undecided("a seal under an authority that nobody trusts", "seal", "no_certificate_chain_found") {
            $0.sealer = $0.world.stranger.seal.cades
        },
        .undecided("nobody says who may seal", "seal", "sealer_not_named", Setting(sealers: [])),
        .failed("another may seal", "seal", "sealer_not_trusted", Setting(sealers: ["00000099000000002000"])),
        .passed("two may seal", Setting(sealers: ["00000099000000002000", Self.server])),
        .failed("a sender's signature by another organisation", "sender", "sig_constraints_failure") { draft in
            draft.container = try draft.world.container(signedBy: draft.world.om.seal.cades)
            draft.accepted = draft.container
        },
        .failed("a sender's signature by a TLS key", "sender", "chain_constraints_failure") { draft in
            draft.container = try draft.world.container(signedBy: draft.world.aivd.tls.cades)
            draft.accepted = draft.container
        },
        .failed("a sender's signature by a releaser", "sender", "chain_constraints_failure") { draft in
            draft.container = try draft.world.container(signedBy: draft.world.aivd.release.cades)
            draft.accepted = draft.container
        },
    ]

    /// A list that revokes certificates, issued days after the seal.
    private static func list(
        revoking signer: @escaping @Sendable (TestWorld) -> TestWorld.Signer,
        at seconds: Int64
    ) -> @Sendable (TestWorld) throws -> [RevocationList] {
        { world in
            let serial = try TestWorld.some(SerialNumber(signer(world).certificate.serialNumber))
            return [
                try world.authority.issuing.list(
                    after: world.list,
                    revoking: [.init(serial, at: TestWorld.now.advanced(bySeconds: seconds))],
                    at: TestWorld.now.advanced(bySeconds: TestWorld.day),
                    days: 30
                )
            ]
        }
    }

    private static func years(_ count: Int64) -> Instant {
        TestWorld.now.advanced(bySeconds: count * 365 * TestWorld.day)
    }

    private static let later = TestWorld.now.advanced(bySeconds: 2 * TestWorld.day)

    static let trust: [DossierCase] = [
        .passed(
            "the sender's certificate was revoked after the seal",
            Setting(
                now: Self.later,
                lists: Self.list(revoking: { $0.aivd.seal }, at: 60)
            )
        ),
        .failed(
            "a newer list dates the sender's revocation before the seal",
            "sender",
            "revoked",
            Setting(
                now: Self.later,
                lists: Self.list(revoking: { $0.aivd.seal }, at: -60)
            )
        ),
        .undecided(
            "the seal's certificate is revoked now",
            "seal",
            "no_poe",
            Setting(
                now: Self.later,
                lists: Self.list(revoking: { $0.server.seal }, at: 7_000)
            )
        ),
        .failed(
            "a newer list dates the seal's revocation before the seal",
            "seal",
            "revoked",
            Setting(
                now: Self.later,
                lists: Self.list(revoking: { $0.server.seal }, at: -60)
            )
        ),
        .undecided("the seal's certificate has expired", "seal", "no_poe", Setting(now: Self.years(3))),
        .passed("a year later, with the lists of then", Setting(now: Self.years(1))),
        .undecided(
            "before it was sealed",
            "seal",
            "not_yet_valid",
            Setting(now: TestWorld.now.advanced(bySeconds: -TestWorld.day))
        ),
        .undecided("no list", "sender", "no_revocation_data") { draft in
            draft.evidence = Array(draft.evidence.prefix(1))
        },
        .passed("no list in the dossier, one beside it", Setting(lists: { [$0.list, $0.authority.rootList] })) {
            $0.evidence = []
        },
        .undecided("a list that was stale at the seal", "sender", "no_revocation_data") { draft in
            let stale = try draft.world.authority.issuing.list(
                at: TestWorld.now.advanced(bySeconds: -10 * TestWorld.day),
                days: 8
            )
            draft.evidence[1] = DossierDraft.evidence(stale.der, "crl")
        },
        .undecided("a list by a stranger", "sender", "no_revocation_data") { draft in
            let other = try TestAuthority(at: TestWorld.now.advanced(bySeconds: -TestWorld.day))
            draft.evidence[1] = DossierDraft.evidence(other.issuingList.der, "crl")
        },
        .undecided(
            "authorities that signed nothing here",
            "sender",
            "no_certificate_chain_found",
            Setting(isStranger: true)
        ),
        .undecided(
            "its own authority brought as evidence",
            "sender",
            "no_certificate_chain_found",
            Setting(isStranger: true)
        ) {
            $0.evidence.append(DossierDraft.evidence($0.world.authority.root.certificate.derBytes, "cer"))
        },
    ]

    static let statements: [DossierCase] = [
        .passed("a release and an acknowledgement") { draft in
            try draft.add(.release, "aivd/ct", draft.world.aivd.release.cades)
            try draft.add(.acknowledgement, "om/lovj", draft.world.om.seal.cades)
        },
        .passed("an acknowledgement after the lists of the seal have run out", Setting(now: Self.years(1))) { draft in
            draft.exportedAt = TestWorld.now.advanced(bySeconds: 100 * TestWorld.day)
            try draft.add(
                .acknowledgement,
                "om/lovj",
                draft.world.om.seal.cades,
                at: TestWorld.now.advanced(bySeconds: 90 * TestWorld.day)
            )
        },
        Self.statement("an acknowledgement of another container", "record_mismatch") { draft in
            try draft.add(.acknowledgement, "om/lovj", draft.world.om.seal.cades, about: [1])
        },
        Self.statement("an acknowledgement of another message", "record_mismatch") { draft in
            let other = try TestWorld.some(MessageID(String(repeating: "f", count: 32)))
            try draft.add(.acknowledgement, "om/lovj", draft.world.om.seal.cades, message: other)
        },
        Self.statement("an acknowledgement at another server", "record_mismatch") { draft in
            try draft.add(.acknowledgement, "om/lovj", draft.world.om.seal.cades, server: draft.world.om.oin)
        },
        Self.statement("an acknowledgement by the sender", "sig_constraints_failure") { draft in
            try draft.add(.acknowledgement, "om/lovj", draft.world.aivd.seal.cades)
        },
        Self.statement("an acknowledgement for a mailbox without a part", "sig_constraints_failure") { draft in
            try draft.add(.acknowledgement, "om/parket", draft.world.om.seal.cades)
        },
        Self.statement("an acknowledgement by a TLS key", "chain_constraints_failure") { draft in
            try draft.add(.acknowledgement, "om/lovj", draft.world.om.tls.cades)
        },
        Self.statement("an acknowledgement by a releaser", "chain_constraints_failure") { draft in
            try draft.add(.acknowledgement, "om/lovj", draft.world.om.release.cades)
        },
        Self.statement("a release by the first person's key", "chain_constraints_failure") { draft in
            try draft.add(.release, "aivd/ct", draft.world.aivd.seal.cades)
        },
        Self.statement("an acknowledgement after the export", "record_mismatch") { draft in
            try draft.add(
                .acknowledgement,
                "om/lovj",
                draft.world.om.seal.cades,
                at: TestWorld.now.advanced(bySeconds: 5_000)
            )
        },
        Self.statement("a statement that is no CMS", "format_failure") { draft in
            draft.statements.append(.init(name: "META-INF/statements/0001-release.p7m", bytes: [1]))
        },
    ]

    private static func statement(
        _ what: String,
        _ code: String,
        _ change: @escaping @Sendable (inout DossierDraft) throws -> Void
    ) -> DossierCase {
        .failed(what, "statement", code, Setting(), change)
    }

    static let export: [DossierCase] = [
        .passed("no export signature") { $0.hasExport = false },
        .failed("an export without its signature", "export", "format_failure") {
            $0.changeAdded = { Array($0.dropLast()) }
        },
        .failed("an export record alone", "export", "format_failure") { $0.changeAdded = { Array($0.dropLast(2)) } },
        .failed("a statement that was taken out", "export", "record_mismatch") { draft in
            try draft.add(.release, "aivd/ct", draft.world.aivd.release.cades)
            draft.changeAdded = { $0.filter { !$0.name.hasSuffix(".p7m") } }
        },
        .failed("a statement that was put in", "export", "record_mismatch") { draft in
            let bytes = try draft.world.statement(
                .acknowledgement,
                about: draft.container,
                mailbox: "om/lovj",
                by: draft.world.om.seal.cades
            )
            draft.changeAdded = { entries in
                entries[0...5] + [.init(name: "META-INF/statements/0001-acknowledgement.p7m", bytes: bytes)]
                    + entries[6...]
            }
        },
        .failed("an export that leaves out an entry", "export", "format_failure") {
            $0.changeExported = { $0.filter { $0.uri != EntryPath.sealSignature } }
        },
        .failed("an export over other content", "export", "hash_failure") {
            $0.changeExported = {
                $0.dropLast() + [.init(uri: $0[$0.count - 1].uri, mimeType: nil, digest: $0[0].digest)]
            }
        },
        .failed("an export of another message", "export", "record_mismatch") {
            $0.changeExport = { $0.replacing("0123456789abcdef", with: "0123456789abcdee") }
        },
        .failed("an export by another server", "export", "record_mismatch") {
            $0.changeExport = { $0.replacing(Self.server, with: "00000099000000002000") }
        },
        .failed("an export in another state", "export", "format_failure") {
            $0.changeExport = { $0.replacing("accepted", with: "sent") }
        },
        .failed("an export before the acceptance", "export", "record_mismatch") {
            $0.exportedAt = TestWorld.now.advanced(bySeconds: -1)
        },
        .failed("an export signed by an organisation", "export", "sig_constraints_failure") {
            $0.exporter = $0.world.om.seal.cades
        },
        .undecided("an export from the future", "export", "not_yet_valid") {
            $0.exportedAt = TestWorld.now.advanced(bySeconds: 10_000)
        },
    ]
}
