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
        }.also("export record_mismatch"),
        .failed("a seal by the TLS key of the server", "seal", "chain_constraints_failure") {
            $0.sealer = $0.world.server.tls.cades
        },
        .failed("a seal by a release key of the server", "seal", "chain_constraints_failure") {
            $0.sealer = $0.world.server.release.cades
        },
        .undecided("a seal under an authority that nobody trusts", "seal", "no_certificate_chain_found") {
            $0.sealer = $0.world.stranger.seal.cades
        },
        .undecided("nobody says who may seal", "seal", "sealer_not_named", Setting(sealers: [])).also(
            "export sealer_not_named"
        ),
        .failed("another may seal", "seal", "sealer_not_trusted", Setting(sealers: ["00000099000000002000"])).also(
            "export sealer_not_trusted"
        ),
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

    /// A seal certificate of a party that is valid between two days, counted from the day of the seal.
    private static func signer(
        _ party: TestWorld.Party,
        in world: TestWorld,
        from begin: Int64,
        until end: Int64
    ) throws -> CAdESSigner {
        func day(_ count: Int64) -> Instant { TestWorld.now.advanced(bySeconds: count * TestWorld.day) }
        var request = try LeafRequest(.seal, organisation: "X", oin: party.oin, from: day(begin))
        request.notAfter = day(end)
        let issued = try world.authority.issuing.issue(request)
        return try CAdESSigner(
            certificate: issued.certificate,
            intermediates: [world.authority.issuing.certificate],
            key: SigningKey(pem: issued.keyPEM)
        )
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
        ).also("export no_poe"),
        .failed(
            "a newer list dates the seal's revocation before the seal",
            "seal",
            "revoked",
            Setting(
                now: Self.later,
                lists: Self.list(revoking: { $0.server.seal }, at: -60)
            )
        ).also("export revoked"),
        .undecided("the seal's certificate has expired", "seal", "no_poe", Setting(now: Self.years(3))).also(
            "export no_poe"
        ),
        .passed("a year later, with the lists of then", Setting(now: Self.years(1))),
        .undecided(
            "before it was sealed",
            "seal",
            "not_yet_valid",
            Setting(now: TestWorld.now.advanced(bySeconds: -TestWorld.day))
        ).also("export not_yet_valid"),
        .undecided("no list", "sender", "no_revocation_data") { draft in
            draft.evidence = Array(draft.evidence.prefix(1))
        }.also("seal no_revocation_data", "export no_revocation_data"),
        .passed("no list in the dossier, one beside it", Setting(lists: { [$0.list, $0.authority.rootList] })) {
            $0.evidence = []
        },
        .undecided("a list that was stale at the seal", "sender", "no_revocation_data") { draft in
            let stale = try draft.world.authority.issuing.list(
                at: TestWorld.now.advanced(bySeconds: -10 * TestWorld.day),
                days: 8
            )
            draft.evidence[1] = DossierDraft.evidence(stale.der, "crl")
        }.also("seal no_revocation_data", "export no_revocation_data"),
        .undecided("a list by a stranger", "sender", "no_revocation_data") { draft in
            let other = try TestAuthority(at: TestWorld.now.advanced(bySeconds: -TestWorld.day))
            draft.evidence[1] = DossierDraft.evidence(other.issuingList.der, "crl")
        }.also("seal no_revocation_data", "export no_revocation_data"),
        .failed("a sender whose certificate had expired before the seal", "sender", "expired") { draft in
            let signer = try Self.signer(draft.world.aivd, in: draft.world, from: -10, until: -1)
            draft.container = try draft.world.container(signedBy: signer)
            draft.accepted = draft.container
        },
        .failed("a sender whose certificate was not valid yet", "sender", "not_yet_valid") { draft in
            let signer = try Self.signer(draft.world.aivd, in: draft.world, from: 1, until: 10)
            draft.container = try draft.world.container(signedBy: signer)
            draft.accepted = draft.container
        },
        .failed("a seal whose certificate had expired when it was made", "seal", "expired") { draft in
            draft.sealer = try Self.signer(draft.world.server, in: draft.world, from: -10, until: -1)
        },
        .passed("a sender whose certificate is about to expire") { draft in
            let signer = try Self.signer(draft.world.aivd, in: draft.world, from: -10, until: 1)
            draft.container = try draft.world.container(signedBy: signer)
            draft.accepted = draft.container
        },
        .undecided(
            "authorities that signed nothing here",
            "sender",
            "no_certificate_chain_found",
            Setting(isStranger: true)
        ).also("seal no_certificate_chain_found", "export no_certificate_chain_found"),
        .undecided(
            "its own authority brought as evidence",
            "sender",
            "no_certificate_chain_found",
            Setting(isStranger: true)
        ) {
            $0.evidence.append(DossierDraft.evidence($0.world.authority.root.certificate.derBytes, "cer"))
        }.also("seal no_certificate_chain_found", "export no_certificate_chain_found"),
    ]
}
