// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
package import TransparencyLog
package import ZegelCore
import ZegelTrust

/// Verifies containers and dossiers offline, one file after the other (DESIGN §8).
///
/// It opens no socket and asks nobody: what it trusts is what it was given. Memory does not grow with the documents.
package struct DossierVerifier: Sendable {
    private let trust: EvidenceTrust
    private let sealers: Set<OIN>
    private let logs: TrustedLogs
    private let timestamps: EvidenceTrust?
    private let now: Instant

    /// Makes a verifier for any number of files.
    ///
    /// - Parameters:
    ///   - trust: Texts with certificates in PEM; those that name themselves as issuer are the authorities.
    ///   - lists: Texts with revocation lists in PEM, beyond those that dossiers bring.
    ///   - sealers: Who may seal; where nobody is named, no dossier can pass.
    ///   - log: The key of the log that counts; without it no log proof is looked at.
    ///   - earlierLogs: The keys of logs that count as well: of the same server before it was restored.
    ///   - witnesses: Whose cosignatures the checkpoint of the log proof must have; nobody looks at them without it.
    ///   - timestamps: Texts with the certificates of those who may vouch for authorities of time-stamps, PEM; without them a token
    ///     proves no time.
    ///   - now: The time at which everything is judged that nothing proves to be older.
    ///   - grace: Seconds that a revocation list may be used beyond its next update.
    /// - Throws: ``Problem`` where a certificate or list cannot be read.
    package init(
        trust: [String],
        lists: [String] = [],
        sealers: Set<OIN> = [],
        log: NoteVerifier? = nil,
        earlierLogs: [NoteVerifier] = [],
        witnesses: WitnessPolicy? = nil,
        timestamps: [String] = [],
        at now: Instant,
        grace: Int64 = 86_400
    ) throws(Problem) {
        self.trust = try EvidenceTrust(anchorsPEM: trust, listsPEM: lists, grace: grace)
        self.sealers = sealers
        self.logs = try TrustedLogs([log].compactMap(\.self) + earlierLogs, witnesses)
        self.timestamps =
            timestamps.isEmpty ? nil : try EvidenceTrust(anchorsPEM: timestamps, listsPEM: lists, grace: grace)
        self.now = now
    }

    /// Verifies one file; whatever it holds, there is a report.
    package func verify(file path: String) async -> VerificationReport {
        var list = CheckList()
        let file: FileBytes
        do { file = try FileBytes(path: path) } catch {
            list.add("file", .undecided(.noData, "The file cannot be read."))
            return list.report(on: path)
        }
        do throws(Finding) {
            let content = try Self.read(file)
            list.passed("format", "\(content.entries.count) entries")
            if content.isDossier {
                let check = DossierCheck(
                    file: file,
                    content: content,
                    trust: self.trust,
                    sealers: self.sealers,
                    logs: self.logs,
                    timestamps: self.timestamps,
                    now: self.now
                )
                await check.run(&list)
            } else {
                await self.verifyContainer(file, &list)
            }
        } catch {
            list.add("format", error)
        }
        return list.report(on: path)
    }

    private static func read(_ file: FileBytes) throws(Finding) -> DossierContent {
        do { return try DossierReader.read(file) } catch { throw Finding(reading: error) }
    }

    /// A container that no server sealed: the sender is judged now.
    private func verifyContainer(_ file: FileBytes, _ list: inout CheckList) async {
        do throws(Finding) {
            let container = try Finding.reading { try Rebuilding.container(file) }
            list.passed("container", "sha256 \(Hexadecimal.encode(container.index.digest))")
            await self.verifySender(container.opening, &list)
        } catch {
            list.add("container", error)
        }
        list.notChecked("seal", "This is a container without a seal: nothing says that a server accepted it.")
    }

    private func verifySender(_ opening: ContainerOpening, _ list: inout CheckList) async {
        do throws(Finding) {
            let signature = try Finding.judging { () throws(Problem) in try opening.signedBy() }
            let trusted = try await self.trust.withoutEvidence.judgeNow(signature, at: self.now)
            guard trusted.oin == opening.header.from.oin else { throw .otherSender }
            list.passed("sender", "\(trusted.oin), judged at \(self.now)")
        } catch {
            list.add("sender", error)
        }
    }
}

/// Reads a container out of a file or a dossier.
enum Rebuilding {
    /// The container that a file is.
    static func container(_ file: FileBytes) throws -> CheckedContainer {
        var intake = ContainerIntake()
        try file.pieces { piece in try intake.consume(piece) }
        return try intake.finish()
    }

    /// The container that the first bytes of a dossier and the kept directory make.
    static func container(_ file: FileBytes, upTo end: Int, directory: [UInt8]) throws -> CheckedContainer {
        var intake = ContainerIntake()
        try file.pieces(upTo: end) { piece in try intake.consume(piece) }
        try intake.consume(directory[...])
        return try intake.finish()
    }

    /// What stands before the documents, from the first bytes of a dossier that left them out.
    static func opening(_ file: FileBytes, upTo end: Int) throws -> ContainerOpening {
        var intake = ContainerIntake()
        try file.pieces(upTo: end) { piece in try intake.consume(piece) }
        guard let opening = intake.opening else {
            throw Finding.failed(.format, "The entries before the documents are not complete.")
        }
        return opening
    }
}

extension Finding {
    static var otherSender: Finding {
        .failed(.signer, "The signature is not by the organisation that the header names as sender.")
    }

    /// What an error while reading means for evidence.
    init(reading error: any Error) {
        switch error {
        case let finding as Finding: self = finding
        case let problem as Problem: self.init(problem)
        case let error as ASiCError: self.init(Problem(error))
        default: self = .undecided(.noData, "The file cannot be read to its end.")
        }
    }

    /// Reads, and says what an error means.
    static func reading<Value>(_ body: () throws -> Value) throws(Finding) -> Value {
        do { return try body() } catch { throw Finding(reading: error) }
    }

    /// Judges, and says what a refusal means.
    static func judging<Value>(_ body: () throws(Problem) -> Value) throws(Finding) -> Value {
        do { return try body() } catch { throw Finding(error) }
    }
}
