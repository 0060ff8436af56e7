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
    private static func believing(
        now: Instant = TestWorld.now.advanced(bySeconds: 7_200),
        lists: @escaping @Sendable (TestWorld) throws -> [RevocationList] = { _ in [] }
    ) -> Setting {
        Setting(now: now, lists: lists, believesTimestamps: true)
    }

    /// A time-stamp so many seconds after the seal, of which a part may be another.
    private static func stamped(
        _ seconds: Int64 = 5,
        by signer: (@Sendable (TestWorld) throws -> TimestampSigner)? = nil,
        hasExport: Bool = false,
        manifest change: @escaping @Sendable ([UInt8], [UInt8]) -> [UInt8] = {
            SealTimestamp.manifest(overSealManifest: $0, signature: $1)
        },
        over stamp: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 },
        token: @escaping @Sendable ([UInt8]) -> [UInt8]? = { $0 }
    ) -> @Sendable (inout DossierDraft) throws -> Void {
        { draft in
            let tsa = try signer?(draft.world) ?? draft.world.tsa
            draft.hasExport = hasExport
            draft.stamp = { sealed, signature in
                let manifest = change(sealed, signature)
                let request = try TimestampRequest(over: stamp(manifest))
                let time = TestWorld.now.advanced(bySeconds: seconds).milliseconds
                let made = try request.token(in: tsa.respond(to: request.encoded(), at: time, serialNumber: 7))
                var entries = [DossierDraft.Entry(name: EntryPath.timestampManifest, bytes: manifest)]
                if let made = token(made) { entries.append(.init(name: EntryPath.timestampToken, bytes: made)) }
                return entries
            }
        }
    }

    /// A newer list, by which a certificate was revoked so many seconds after the seal.
    static func revoked(
        _ certificate: @escaping @Sendable (TestWorld) -> Certificate,
        at seconds: Int64
    ) -> @Sendable (TestWorld) throws -> [RevocationList] {
        { world in
            let serial = try TestWorld.some(SerialNumber(certificate(world).serialNumber))
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

    private static let days = TestWorld.now.advanced(bySeconds: 2 * TestWorld.day)
    private static let threeYears = TestWorld.now.advanced(bySeconds: 3 * 365 * TestWorld.day)
    private static let sixYears = TestWorld.now.advanced(bySeconds: 6 * 365 * TestWorld.day)

    /// An authority for time-stamps that nobody trusts.
    private static let stranger: @Sendable (TestWorld) throws -> TimestampSigner = { _ in
        let begin = TestWorld.now.advanced(bySeconds: -TestWorld.day)
        let other = try TestAuthority(at: begin, name: "Elsewhere")
        let oin = try TestWorld.some(OIN("00000099000000077000"))
        let issued = try other.issue(.tsa, organisation: "TSA", oin: oin, from: begin)
        return try TimestampSigner(
            certificate: issued.certificate,
            intermediates: [other.issuing.certificate],
            key: SigningKey(pem: issued.keyPEM),
            policy: "1.2.3"
        )
    }

    /// A key with another job.
    private static let sealing: @Sendable (TestWorld) throws -> TimestampSigner = { world in
        let begin = TestWorld.now.advanced(bySeconds: -TestWorld.day)
        let issued = try world.authority.issue(.seal, organisation: "X", oin: world.om.oin, from: begin)
        return try TimestampSigner(
            certificate: issued.certificate,
            key: SigningKey(pem: issued.keyPEM),
            policy: "1.2.3"
        )
    }

    static let timestamps: [DossierCase] = [
        .passed("with a time-stamp", Self.believing(), Self.stamped(hasExport: true)),
        .passed("with a time-stamp that nobody was named to vouch for", Setting(), Self.stamped()),
        .passed(
            "the seal's certificate has expired since it was stamped",
            Self.believing(now: Self.threeYears),
            Self.stamped()
        ),
        .passed(
            "the seal's certificate was revoked after it was stamped",
            Self.believing(now: Self.days, lists: Self.revoked({ $0.server.seal.certificate }, at: 7_000)),
            Self.stamped()
        ),
        .undecided(
            "the seal's certificate was revoked before it was stamped",
            "seal",
            "no_poe",
            Self.believing(now: Self.days, lists: Self.revoked({ $0.server.seal.certificate }, at: 7_000)),
            Self.stamped(7_100)
        ),
        .undecided(
            "the seal's certificate has expired, and nobody was named to vouch for the time-stamp",
            "seal",
            "no_poe",
            Setting(now: Self.threeYears),
            Self.stamped()
        ),
        .undecided(
            "the time-stamp's certificate has expired, too",
            "time-stamp",
            "no_poe",
            Self.believing(now: Self.sixYears),
            Self.stamped()
        ).also("seal no_poe"),
        .undecided(
            "the time-stamp's certificate is revoked now",
            "time-stamp",
            "no_poe",
            Self.believing(now: Self.days, lists: Self.revoked({ $0.tsaCertificate }, at: 7_000)),
            Self.stamped()
        ),
        .failed(
            "the time-stamp's certificate was revoked before",
            "time-stamp",
            "revoked",
            Self.believing(now: Self.days, lists: Self.revoked({ $0.tsaCertificate }, at: -60)),
            Self.stamped()
        ),
        .undecided(
            "a time-stamp by an authority that nobody trusts",
            "time-stamp",
            "no_certificate_chain_found",
            Self.believing(),
            Self.stamped(by: Self.stranger)
        ),
        .failed(
            "a time-stamp by a seal certificate",
            "time-stamp",
            "chain_constraints_failure",
            Self.believing(),
            Self.stamped(by: Self.sealing)
        ),
        .failed(
            "a token of another seal",
            "time-stamp",
            "hash_failure",
            Self.believing(),
            Self.stamped(over: { _ in [1] })
        ),
        .failed(
            "a token of another seal, with nobody named",
            "time-stamp",
            "hash_failure",
            Setting(),
            Self.stamped(over: { _ in [1] })
        ),
        .failed(
            "a time-stamp whose manifest is of another seal",
            "time-stamp",
            "hash_failure",
            Self.believing(),
            Self.stamped(manifest: { SealTimestamp.manifest(overSealManifest: $0, signature: $1 + [0]) })
        ),
        .failed(
            "a time-stamp that was turned over",
            "time-stamp",
            "sig_crypto_failure",
            Self.believing(),
            Self.stamped(token: { $0.dropLast() + [$0[$0.count - 1] ^ 1] })
        ),
        .failed(
            "a time-stamp that is none",
            "time-stamp",
            "format_failure",
            Self.believing(),
            Self.stamped(token: { _ in [1] })
        ),
        .failed(
            "a manifest without its token",
            "time-stamp",
            "format_failure",
            Self.believing(),
            Self.stamped(token: { _ in nil })
        ),
        .failed(
            "a time-stamp over the seal's manifest alone",
            "time-stamp",
            "format_failure",
            Self.believing(),
            Self.stamped(manifest: { sealed, _ in
                ASiCManifest(
                    signatureURI: EntryPath.timestampToken,
                    references: [
                        .init(uri: EntryPath.sealManifest, mimeType: nil, digest: ContentDigest(of: sealed).bytes)
                    ]
                ).encoded()
            })
        ),
        .failed(
            "a time-stamp long before the seal",
            "time-stamp",
            "record_mismatch",
            Self.believing(),
            Self.stamped(-900)
        ),
        .undecided(
            "a time-stamp after the time of judging",
            "time-stamp",
            "not_yet_valid",
            Self.believing(),
            Self.stamped(9_000)
        ),
    ]
}
