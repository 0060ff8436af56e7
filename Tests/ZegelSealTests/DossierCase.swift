// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Testing
import TransparencyLog
import ZegelCore
import ZegelTrust
import ZegelVerify

/// One dossier, how it is verified, and what verification must say.
struct DossierCase: Sendable, CustomTestStringConvertible {
    /// How a dossier is verified.
    struct Setting: Sendable {
        var sealers: [String]?
        var now = TestWorld.now.advanced(bySeconds: 7_200)
        var lists: @Sendable (TestWorld) throws -> [RevocationList] = { _ in [] }
        var isStranger = false
        /// Whose public half is the key of the log that counts.
        var log: Result<NoteSigner, any Error>?
        /// The text of the policy of witnesses that is asked for.
        var witnesses: (@Sendable () throws -> String)?
        /// Whether the trial's authority may vouch for time-stamps.
        var believesTimestamps = false
    }

    let what: String
    let indication: VerificationReport.Indication
    /// The name of the check that does not pass, and its code; `nil` where all pass.
    let check: String?
    let code: String?
    /// What follows from the one fault in checks behind it, each as its check and code.
    var consequences: [String] = []
    var setting = Setting()
    let change: @Sendable (inout DossierDraft) throws -> Void

    var testDescription: String { "\(self.what): \(self.code ?? self.indication.rawValue)" }

    static func passed(
        _ what: String,
        _ setting: Setting = Setting(),
        _ change: @escaping @Sendable (inout DossierDraft) throws -> Void = { _ in () }
    ) -> DossierCase {
        DossierCase(what: what, indication: .totalPassed, check: nil, code: nil, setting: setting, change: change)
    }

    static func failed(
        _ what: String,
        _ check: String,
        _ code: String,
        _ setting: Setting = Setting(),
        _ change: @escaping @Sendable (inout DossierDraft) throws -> Void = { _ in () }
    ) -> DossierCase {
        DossierCase(what: what, indication: .totalFailed, check: check, code: code, setting: setting, change: change)
    }

    static func undecided(
        _ what: String,
        _ check: String,
        _ code: String,
        _ setting: Setting = Setting(),
        _ change: @escaping @Sendable (inout DossierDraft) throws -> Void = { _ in () }
    ) -> DossierCase {
        DossierCase(what: what, indication: .indeterminate, check: check, code: code, setting: setting, change: change)
    }

    /// The same case, of which something follows in checks behind it.
    func also(_ consequences: String...) -> DossierCase {
        var copy = self
        copy.consequences = consequences
        return copy
    }

    /// All that must not pass, in the order of the checks.
    var findings: [String] { [self.check, self.code].contains(nil) ? [] : [self.first] + self.consequences }

    private var first: String { "\(self.check ?? "") \(self.code ?? "")" }

    static let all =
        Self.format + Self.acceptance + Self.seal + Self.trust + Self.answers + Self.statements + Self.fates
        + Self.export + Self.log
        + Self.relays + Self.passing + Self.witnesses + Self.timestamps + Self.logTimestamps

    static let format: [DossierCase] = [
        .passed("a dossier as it should be"),
        .failed("a file that is cut off", "format", "format_failure") { $0.changeDossier = { Array($0.dropLast(9)) } },
        .failed("a byte behind the end", "format", "format_failure") { $0.changeDossier = { $0 + [0] } },
        .failed("a damaged document", "format", "hash_failure") { $0.changeDossier = Self.swapped },
        .failed("an entry of no known kind", "format", "format_failure") {
            $0.changeAdded = { $0 + [.init(name: "META-INF/notes.txt", bytes: [1])] }
        },
        .failed("a second seal", "format", "format_failure") {
            $0.changeAdded = { $0 + [.init(name: "META-INF/signature-seal2.p7s", bytes: $0[2].bytes)] }
        },
        .failed("a document behind the acceptance", "format", "format_failure") {
            $0.changeAdded = { $0 + [.init(name: "documents/later.txt", bytes: [1])] }
        },
        .failed("evidence before the acceptance", "format", "format_failure") {
            $0.changeAdded = { [$0[3], $0[0]] + $0[1...2] + $0[4...] }
        },
        .failed("no acceptance", "acceptance", "format_failure") { $0.changeAdded = { Array($0.dropFirst()) } },
        .failed("no seal manifest", "seal", "format_failure") { $0.changeAdded = { [$0[0]] + $0[2...] } }
            .also("export format_failure"),
        .failed("no seal", "seal", "format_failure") { $0.changeAdded = { Array($0[0...1]) + $0[3...] } }
            .also("export format_failure"),
        .failed("an entry that is there twice", "format", "format_failure") { draft in
            let names = draft.evidence[1...].map(\.name)
            draft.changeDossier = { Self.renamed($0, names[1], to: names[0]) }
        },
        .failed("an entry that is there twice but for its case", "format", "format_failure") { draft in
            let names = draft.evidence[1...].map(\.name)
            draft.changeDossier = { Self.renamed($0, names[1], to: names[0].replacing("evidence", with: "evidencE")) }
        },
        .failed("the directory of a container with other contents", "container", "format_failure") { draft in
            let documents = TestWorld.documents.map { (name: $0.name, bytes: Array($0.bytes.reversed())) }
            let other = try TestWorld.checked(draft.world.container(documents: documents)).index.directory
            draft.changeDirectory = { _ in other }
        },
        .failed("no directory beside documents", "container", "format_failure") {
            $0.changeAdded = { $0.filter { $0.name != EntryPath.directory } }
        },
        .failed("a directory that is cut off", "container", "format_failure") {
            $0.changeDirectory = { Array($0.dropLast()) }
        },
        .failed("the directory of another container", "container", "format_failure") { draft in
            let other = try TestWorld.checked(draft.world.container(documents: [])).index.directory
            draft.changeDirectory = { _ in other }
        },
        .failed("another container than the accepted one", "container", "hash_failure") { draft in
            draft.container = try draft.world.container(documents: Array(TestWorld.documents.prefix(1)))
        },
    ]

    private static func replacing(
        _ what: String,
        _ check: String,
        _ code: String,
        _ old: String,
        _ new: String
    ) -> DossierCase {
        .failed(what, check, code) { $0.changeAcceptance = { $0.replacing(old, with: new) } }
    }

    static let acceptance: [DossierCase] = [
        Self.replacing(
            "an acceptance with white space",
            "acceptance",
            "format_failure",
            #"","server""#,
            #"", "server""#
        ),
        Self.replacing("an acceptance of another kind", "acceptance", "format_failure", "acceptance", "exceptance"),
        Self.replacing("another size", "container", "record_mismatch", #""size":"#, #""size":1"#),
        Self.replacing(
            "another size of the entries",
            "container",
            "record_mismatch",
            #"entriesSize":"#,
            #"entriesSize":1"#
        ),
        Self.replacing("another addressee", "container", "record_mismatch", "om/lovj", "om/parket"),
        Self.replacing(
            "another submitter",
            "container",
            "record_mismatch",
            "00000099000000001000",
            "00000099000000002000"
        ),
        Self.replacing(
            "another server",
            "seal",
            "sig_constraints_failure",
            "00000099000000099000",
            "00000099000000098000"
        )
        .also("export record_mismatch"),
        .failed("another digest", "container", "hash_failure") { draft in
            let digest = "\(ContentDigest(of: draft.container))"
            draft.changeAcceptance = { $0.replacing(digest, with: "\(ContentDigest(of: []))") }
        },
        .failed("an acceptance before the sender signed", "sender", "record_mismatch") {
            $0.receivedAt = TestWorld.now.advanced(bySeconds: -301)
        },
        .failed("evidence that the acceptance does not list", "evidence", "record_mismatch") {
            $0.changeAdded = { $0[0...5] + [.init(name: "META-INF/evidence/x.crl", bytes: [1])] + $0[6...] }
        }
        .also("sender no_revocation_data", "seal no_revocation_data", "export format_failure"),
        .failed("a certificate that was taken out", "evidence", "record_mismatch") {
            $0.changeAdded = { Array($0[0...2]) + $0[4...] }
        }
        .also("sender no_revocation_data", "seal hash_failure", "export format_failure"),
        .failed("a revocation list that was taken out", "evidence", "record_mismatch") {
            $0.changeAdded = { Array($0[0...3]) + $0[5...] }
        }
        .also("sender no_revocation_data", "seal hash_failure", "export format_failure"),
        .failed("an older revocation list in the place of the one that was used", "evidence", "hash_failure") { draft in
            let older = try draft.world.authority.issuing.list(
                at: TestWorld.now.advanced(bySeconds: -2 * TestWorld.day),
                days: 30
            )
            draft.changeAdded = { entries in
                entries[0...3] + [.init(name: entries[4].name, bytes: older.der)] + entries[5...]
            }
        }
        .also("sender no_revocation_data", "seal hash_failure", "export hash_failure"),
        .failed("other evidence under the same name", "evidence", "hash_failure") {
            $0.changeAdded = { entries in
                entries[0...2] + [.init(name: entries[3].name, bytes: entries[4].bytes)] + entries[4...]
            }
        }
        .also("sender no_revocation_data", "seal hash_failure", "export hash_failure"),
        .failed("evidence that is neither certificate nor list", "evidence", "format_failure") {
            $0.evidence.append(DossierDraft.evidence([1, 2, 3], "crl"))
        }
        .also("sender no_revocation_data", "seal no_revocation_data", "export no_revocation_data"),
    ]

    /// A dossier in which an entry has another name of the same length, in its header and in the directory.
    @Sendable private static func renamed(_ dossier: [UInt8], _ name: String, to other: String) -> [UInt8] {
        var dossier = dossier
        var begin = dossier.startIndex
        while let place = dossier[begin...].firstRange(of: Array(name.utf8)) {
            let isName = dossier[..<place.lowerBound].last != UInt8(ascii: "\"")
            if isName { dossier.replaceSubrange(place, with: Array(other.utf8)) }
            begin = place.upperBound
        }
        return dossier
    }

    /// A stored document whose content was changed, and nothing else.
    @Sendable private static func swapped(_ dossier: [UInt8]) -> [UInt8] {
        var dossier = dossier
        let content = TestWorld.documents[1].bytes
        if let place = dossier.indices.first(where: { dossier[$0...].starts(with: content) }) { dossier[place] ^= 1 }
        return dossier
    }
}
