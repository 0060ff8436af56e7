// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import TransparencyLog
import ZegelCore
import ZegelTrust

/// The checks of one dossier, in order; each adds its outcome, and a part that cannot be read ends those that need it.
struct DossierCheck {
    let file: FileBytes
    let content: DossierContent
    let trust: EvidenceTrust
    let sealers: Set<OIN>
    let logs: TrustedLogs
    /// Whom to believe about time-stamps; `nil` where nobody was named.
    let timestamps: EvidenceTrust?
    let now: Instant

    func run(_ list: inout CheckList) async {
        guard let acceptance = list.value("acceptance", self.acceptance) else { return }
        guard let (opening, custody) = self.opening(acceptance, &list) else { return }
        let judge = self.judge(acceptance, &list)
        let witnessed = self.witnessed(acceptance)
        let times = [
            witnessed?.provenTime,
            await self.stamped("time-stamp", acceptance, witnessed?.provenTime, &list) { () throws(Finding) in
                try self.timestamp()
            },
            await self.stamped("log-time-stamp", acceptance, witnessed?.provenTime, &list) { () throws(Finding) in
                try self.logTimestamp(acceptance)
            },
        ]
        await list.check("sender") { () async throws(Finding) in
            try await self.sender(opening, custody.hops.first?.acceptance ?? acceptance, judge)
        }
        let proven = times.compactMap(\.self).min()
        await self.relays(custody, opening, acceptance, judge, proven, &list)
        await list.check("seal") { () async throws(Finding) in
            try await self.seal(opening, acceptance, judge, proven)
        }
        let export = self.exportRecord(acceptance, &list)
        list.fate = await self.statements(opening, custody, acceptance, export, judge, &list)
        if let export {
            await list.check("export") { () async throws(Finding) in
                try await self.export(export, acceptance, judge)
            }
        }
        guard let log = self.logs.key(of: acceptance.log) else {
            return list.notChecked("log", "No key of a log was named, so that its proof was not looked at.")
        }
        list.checkpoints = list.value("log") { () throws(Finding) in try self.proof(acceptance, export, log) } ?? []
        if let witnessed {
            await list.check("witnesses") { () async throws(Finding) in try Self.outcome(of: witnessed) }
        }
    }

    /// When the seal was there by the word of an authority for time-stamps; `nil` where none that is trusted says so.
    private func stamped(
        _ check: String,
        _ acceptance: AcceptanceRecord,
        _ witnessed: Instant?,
        _ list: inout CheckList,
        _ read: () throws(Finding) -> VerifiedTimestamp?
    ) async -> Instant? {
        do throws(Finding) {
            guard let timestamp = try read() else { return nil }
            let time = Instant(milliseconds: timestamp.time)
            guard let trust = self.timestamps else {
                list.notChecked(check, "It says \(time); nobody was named to vouch for its authority.")
                return nil
            }
            let names = self.content.names(below: EntryPath.evidence).filter { !$0.hasPrefix(EntryPath.relays) }
            let evidence = names.compactMap { self.content.added[$0] }
            let known = Dictionary(
                evidence.map { (ContentDigest(of: $0), $0) },
                uniquingKeysWith: { first, _ in first }
            )
            let judge = try trust.judge(with: known)
            let proven = try await self.provenTime(timestamp, acceptance, judge, witnessed: witnessed)
            list.passed(check, "the seal was there at \(time)")
            return proven
        } catch {
            list.add(check, error)
            return nil
        }
    }

    // MARK: Acceptance and container

    private func acceptance() throws(Finding) -> (AcceptanceRecord, String) {
        let bytes = try self.content.bytes(of: EntryPath.acceptance)
        let acceptance = try Finding.judging { () throws(Problem) in try AcceptanceRecord(parsing: bytes) }
        return (acceptance, "message \(acceptance.id), accepted by \(acceptance.server) at \(acceptance.receivedAt)")
    }

    private func opening(_ acceptance: AcceptanceRecord, _ list: inout CheckList) -> (ContainerOpening, Custody)? {
        let hasContent = self.content.added[EntryPath.directory] != nil || self.content.hasDocuments
        do throws(Finding) {
            let opening = hasContent ? try self.container(acceptance) : try self.openingAlone()
            let custody = try self.custody(acceptance, opening.header)
            if hasContent {
                list.passed("container", "sha256 \(acceptance.container)")
            } else {
                list.add(
                    "container",
                    .undecided(.contentNotAvailable, "The documents are not in this copy; nothing is said about them.")
                )
            }
            return (opening, custody)
        } catch {
            list.add("container", error)
            return nil
        }
    }

    /// The container that was submitted, put together again and read as strictly as the server did.
    private func container(_ acceptance: AcceptanceRecord) throws(Finding) -> ContainerOpening {
        let end = self.content.containerEnd
        let directory = try self.content.bytes(of: EntryPath.directory)
        let container = try Finding.reading {
            try Rebuilding.container(self.file, upTo: end, directory: directory)
        }
        guard container.index.digest == acceptance.container.bytes else {
            throw .failed(.hash, "The container in this dossier is not the one that was accepted.")
        }
        guard acceptance.entriesSize == end, acceptance.size == container.index.size else {
            throw .failed(.mismatch, "The sizes in the acceptance are not those of the container.")
        }
        return container.opening
    }

    private func openingAlone() throws(Finding) -> ContainerOpening {
        try Finding.reading { try Rebuilding.opening(self.file, upTo: self.content.containerEnd) }
    }

    // MARK: Evidence and sender

    /// Holds the evidence to the list in the acceptance; the judge does without what cannot be used.
    private func judge(_ acceptance: AcceptanceRecord, _ list: inout CheckList) -> CertificateJudge {
        let judge = list.value("evidence") { () throws(Finding) in
            var evidence: [ContentDigest: [UInt8]] = [:]
            let names = self.content.names(below: EntryPath.evidence)
            guard names == acceptance.evidence.map(\.name) else {
                throw .failed(.mismatch, "The acceptance lists other evidence than there is.")
            }
            for item in acceptance.evidence {
                guard self.content.digest(of: item.name) == item.digest.bytes else {
                    throw .failed(.hash, "'\(item.name)' is not the evidence that the acceptance lists.")
                }
                // What servers said that it passed is neither certificate nor list.
                if !item.name.hasPrefix(EntryPath.relays) { evidence[item.digest] = self.content.added[item.name] }
            }
            return (try self.trust.judge(with: evidence), "\(evidence.count) certificates, lists and answers")
        }
        return judge ?? self.trust.withoutEvidence
    }

    private func sender(
        _ opening: ContainerOpening,
        _ acceptance: AcceptanceRecord,
        _ judge: CertificateJudge
    ) async throws(Finding) -> String {
        let signature = try Finding.judging { () throws(Problem) in try opening.signedBy() }
        let trusted = try await judge.judge(signature, as: .seal, at: acceptance.receivedAt)
        guard trusted.oin == opening.header.from.oin else { throw .otherSender }
        let limit = acceptance.receivedAt.advanced(bySeconds: Int64(Limits().clockSkew))
        guard signature.signingTime * 1_000 <= limit.milliseconds else {
            throw .failed(.mismatch, "The sender's signing-time lies after the acceptance.")
        }
        return "\(trusted.oin), judged at \(acceptance.receivedAt)"
    }
}
