// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import X509
import ZegelCore
import ZegelTrust

extension DossierCase {
    /// Three witnesses, the last of which no policy names.
    private static let cosigners = Result { try ["a", "b", "c"].map { Cosigner(name: try KeyName("\($0).example")) } }

    /// A policy by which the first two have to cosign, or one of them.
    private static func policy(
        _ needed: String = "all",
        withLog: Bool = false,
        log: Result<NoteSigner, any Error>? = LogDraft.signer,
        now: Instant = TestWorld.now.advanced(bySeconds: 7_200),
        lists: @escaping @Sendable (TestWorld) throws -> [RevocationList] = { _ in [] }
    ) -> Setting {
        Setting(now: now, lists: lists, log: log) {
            let keys = try Self.cosigners.get().map(\.verifier)
            let logs = withLog ? "log \(try LogDraft.signer.get().verifier)\n" : ""
            return logs + "witness a \(keys[0])\nwitness b \(keys[1])\ngroup g \(needed) a b\nquorum g\n"
        }
    }

    /// A log whose checkpoint some of the three cosigned, each so many seconds after the seal.
    private static func seen(
        _ times: [Int: Int64],
        _ change: @escaping @Sendable (inout LogDraft, inout DossierDraft) throws -> Void = { _, _ in () }
    ) -> @Sendable (inout DossierDraft) throws -> Void {
        { draft in
            var log = try LogDraft()
            let cosigners = try Self.cosigners.get()
            log.cosigned = times.sorted { $0.key < $1.key }.map { (cosigners[$0.key], $0.value) }
            try change(&log, &draft)
            draft.log = log
        }
    }

    private static func revoked(at seconds: Int64) -> @Sendable (TestWorld) throws -> [RevocationList] {
        { world in
            let serial = try TestWorld.some(SerialNumber(world.server.seal.certificate.serialNumber))
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
    private static let years = TestWorld.now.advanced(bySeconds: 3 * 365 * TestWorld.day)

    static let witnesses: [DossierCase] = [
        .passed("seen by all that have to", Self.policy(), Self.seen([0: 5, 1: 9])),
        .passed("seen by one of two, where one is enough", Self.policy("any"), Self.seen([1: 9])),
        .passed("seen by more than are named", Self.policy(), Self.seen([0: 5, 1: 9, 2: 7])),
        .passed(
            "with the key of the log in the policy",
            Self.policy(withLog: true, log: nil),
            Self.seen([0: 5, 1: 9])
        ),
        .undecided("seen by one of two", "witnesses", "witness_quorum_missing", Self.policy(), Self.seen([0: 5])),
        .undecided("seen by nobody", "witnesses", "witness_quorum_missing", Self.policy("any"), Self.seen([:])),
        .undecided("seen by a stranger", "witnesses", "witness_quorum_missing", Self.policy("any"), Self.seen([2: 5])),
        .undecided(
            "seen after the time of judging",
            "witnesses",
            "witness_quorum_missing",
            Self.policy(),
            Self.seen([0: 5, 1: 9_000])
        ),
        .undecided("witnesses asked for, and no log proof", "log", "log_proof_missing", Self.policy())
            .also("witnesses witness_quorum_missing"),
        .undecided(
            "a cosignature by another key of that name",
            "witnesses",
            "witness_quorum_missing",
            Self.policy()
        ) { draft in
            draft.log = try LogDraft()
            let name = try Self.cosigners.get()[1].verifier.name
            draft.log?.cosigned = [(try Self.cosigners.get()[0], 5), (Cosigner(name: name), 9)]
        },
        .failed(
            "a cosignature that was turned over",
            "witnesses",
            "cosignature_failure",
            Self.policy(),
            Self.seen([0: 5, 1: 9]) { log, _ in
                log.changeProof = { bytes in
                    // The time in the first cosignature is another.
                    var lines = String(decoding: bytes, as: UTF8.self).split(
                        separator: "\n",
                        omittingEmptySubsequences: false
                    )
                    guard let place = lines.firstIndex(where: { $0.contains(" a.example ") }) else { return bytes }
                    var text = Array(String(lines[place]).utf8)
                    let digit = text.count - 20
                    text[digit] = text[digit] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
                    lines[place] = Substring(decoding: text, as: UTF8.self)
                    return Array(lines.joined(separator: "\n").utf8)
                }
            }
        ),
        .failed(
            "seen long before the time that the seal states",
            "witnesses",
            "record_mismatch",
            Self.policy(),
            Self.seen([0: -900, 1: -900])
        ),
        .passed(
            "the seal's certificate was revoked after witnesses saw the seal",
            Self.policy(now: Self.days, lists: Self.revoked(at: 7_000)),
            Self.seen([0: 5, 1: 9]) { $1.hasExport = false }
        ),
        .passed(
            "the seal's certificate has expired since witnesses saw the seal",
            Self.policy(now: Self.years),
            Self.seen([0: 5, 1: 9]) { $1.hasExport = false }
        ),
        .undecided(
            "the seal's certificate was revoked between two witnesses",
            "seal",
            "no_poe",
            Self.policy(now: Self.days, lists: Self.revoked(at: 7_000)),
            Self.seen([0: 5, 1: 7_100]) { $1.hasExport = false }
        ),
        .undecided(
            "the seal's certificate has expired, and too few witnesses saw the seal",
            "seal",
            "no_poe",
            Self.policy(now: Self.years),
            Self.seen([0: 5]) { $1.hasExport = false }
        ).also("witnesses witness_quorum_missing"),
        .failed(
            "witnesses saw a seal whose certificate had been revoked before",
            "seal",
            "revoked",
            Self.policy(now: Self.days, lists: Self.revoked(at: -60)),
            Self.seen([0: 5, 1: 9]) { $1.hasExport = false }
        ),
    ]
}
