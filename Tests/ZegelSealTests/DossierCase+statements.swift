// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import ZegelCore
import ZegelTrust
import ZegelVerify

extension DossierCase {
    static let statements: [DossierCase] = [
        .passed("a release and an acknowledgement") { draft in
            try draft.add(.release, "aivd/ct", draft.world.aivd.release.cades)
            try draft.add(.acknowledgement, "om/lovj", draft.world.om.seal.cades)
        },
        .passed(
            "an acknowledgement after the lists of the seal have run out",
            Setting(now: TestWorld.now.advanced(bySeconds: 365 * TestWorld.day))
        ) { draft in
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
        .passed("an acknowledgement at a server further on") { draft in
            try draft.add(.acknowledgement, "om/lovj", draft.world.om.seal.cades, server: draft.world.partner.oin)
        },
        Self.statement("an acknowledgement of another container at a server further on", "record_mismatch") { draft in
            let (om, partner) = (draft.world.om, draft.world.partner)
            let other = try draft.world.container(documents: [])
            try draft.add(.acknowledgement, "om/lovj", om.seal.cades, server: partner.oin, about: other)
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
        .failed("two statements that changed places under an export", "export", "hash_failure") { draft in
            try draft.add(.release, "aivd/ct", draft.world.aivd.release.cades)
            try draft.add(.release, "aivd/ct", draft.world.aivd.release.cades)
            draft.changeAdded = { entries in
                let places = entries.indices.filter { entries[$0].name.hasSuffix(".p7m") }
                var changed = entries
                for (place, other) in zip(places, places.reversed()) { changed[place].bytes = entries[other].bytes }
                return changed
            }
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
            $0.changeExport = { $0.replacing("00000099000000099000", with: "00000099000000002000") }
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
