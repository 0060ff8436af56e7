// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import TransparencyLog
import ZegelCore
import ZegelTrust
import ZegelVerify

extension DossierCase {
    private static func believing(
        now: Instant = TestWorld.now.advanced(bySeconds: 7_200),
        lists: @escaping @Sendable (TestWorld) throws -> [RevocationList] = { _ in [] },
        log: Result<NoteSigner, any Error>? = LogDraft.signer
    ) -> Setting {
        Setting(now: now, lists: lists, log: log, believesTimestamps: true)
    }

    /// A log of which a checkpoint was stamped so many seconds after the seal; a part of it may be another.
    private static func stamped(
        _ seconds: Int64 = 50,
        hasExport: Bool = true,
        over stamp: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 },
        token change: @escaping @Sendable ([UInt8]) -> [UInt8]? = { $0 },
        log other: @escaping @Sendable (inout LogDraft) throws -> Void = { _ in () }
    ) -> @Sendable (inout DossierDraft) throws -> Void {
        { draft in
            let tsa = draft.world.tsa
            var log = try LogDraft()
            log.stamped = LogDraft.Stamped { note in
                let request = try TimestampRequest(over: stamp(note))
                let time = TestWorld.now.advanced(bySeconds: seconds).milliseconds
                return change(try request.token(in: tsa.respond(to: request.encoded(), at: time, serialNumber: 8)))
            }
            try other(&log)
            draft.log = log
            draft.hasExport = hasExport
        }
    }

    private static func changed(
        _ change: @escaping @Sendable (inout LogDraft) throws -> Void
    ) -> @Sendable (inout DossierDraft) throws -> Void {
        Self.stamped(log: change)
    }

    private static let days = TestWorld.now.advanced(bySeconds: 2 * TestWorld.day)
    private static let threeYears = TestWorld.now.advanced(bySeconds: 3 * 365 * TestWorld.day)

    static let logTimestamps: [DossierCase] = [
        .passed("with a stamped checkpoint of the log", Self.believing(), Self.stamped()),
        .passed("with a stamped checkpoint, and nobody named to vouch for time", Setting(), Self.stamped()),
        .passed("with the checkpoint of its proof stamped", Self.believing(), Self.changed { $0.stamped?.behind = 3 }),
        .passed(
            "the seal's certificate has expired since the log was stamped",
            Self.believing(now: Self.threeYears),
            Self.stamped(hasExport: false)
        ),
        .passed(
            "the seal's certificate has expired since a log was stamped whose key nobody knows",
            Self.believing(now: Self.threeYears, log: nil),
            Self.stamped(hasExport: false)
        ),
        .passed(
            "the seal's certificate was revoked after the log was stamped",
            Self.believing(now: Self.days, lists: Self.revoked({ $0.server.seal.certificate }, at: 7_000)),
            Self.stamped(hasExport: false)
        ),
        .undecided(
            "the seal's certificate was revoked before the log was stamped",
            "seal",
            "no_poe",
            Self.believing(now: Self.days, lists: Self.revoked({ $0.server.seal.certificate }, at: 7_000)),
            Self.stamped(7_100, hasExport: false)
        ),
        .failed(
            "a stamped checkpoint of a log without this seal",
            "log-time-stamp",
            "log_proof_failure",
            Self.believing(),
            Self.changed { $0.stamped?.changeCommitted = { Array($0.reversed()) } }
        )
        .also("log log_proof_failure"),
        .failed(
            "a time-stamp over another checkpoint",
            "log-time-stamp",
            "hash_failure",
            Self.believing(),
            Self.stamped(over: { $0 + [0] })
        ),
        .failed(
            "a time-stamp of the log that was turned over",
            "log-time-stamp",
            "sig_crypto_failure",
            Self.believing(),
            Self.stamped(token: { $0.dropLast() + [$0[$0.count - 1] ^ 1] })
        ),
        .failed(
            "a stamped checkpoint without its token",
            "log-time-stamp",
            "format_failure",
            Self.believing(),
            Self.stamped(token: { _ in nil })
        ),
        .failed(
            "a token without its checkpoint",
            "log-time-stamp",
            "format_failure",
            Self.believing(),
            Self.changed { $0.stamped?.changeProof = { _ in nil } }
        )
        .also("log format_failure"),
        .failed(
            "a stamped checkpoint without the salt of the entry",
            "log-time-stamp",
            "format_failure",
            Self.believing(log: nil),
            Self.changed { $0.hasSalt = false }
        ),
        .failed(
            "a checkpoint that was stamped before the seal",
            "log-time-stamp",
            "record_mismatch",
            Self.believing(),
            Self.stamped(-900)
        ),
        .failed("a stamped checkpoint by another key", "log", "log_proof_failure", Self.believing()) { draft in
            try Self.changed { $0.stamped?.signer = NoteSigner(name: $0.signer.verifier.name) }(&draft)
        },
        .failed(
            "a stamped checkpoint of another log",
            "log-time-stamp",
            "record_mismatch",
            Self.believing(),
            Self.changed { $0.stamped?.signer = NoteSigner(name: try KeyName("zegel.example/other")) }
        )
        .also("log log_proof_failure"),
        .failed("a stamped checkpoint with another root of the same size", "log", "log_fork", Self.believing()) {
            try Self.changed { log in
                log.stamped?.behind = 3
                log.stamped?.ending = 1
            }(&$0)
        },
    ]
}
