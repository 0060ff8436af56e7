// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import TransparencyLog
import X509
import ZegelClient
import ZegelCore
import ZegelTrust
import ZegelVerify

/// `zegel verify`: judges containers and dossiers offline; it opens no socket.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Verify containers and dossiers offline.",
        discussion: """
            Exit 0: TOTAL-PASSED. 20: TOTAL-FAILED. 21: INDETERMINATE, it cannot be decided with what is at hand. Of several \
            files the worst counts. A folder stands for the files in and below it whose names end in .asice, sorted; one that \
            passes takes one line then.
            Without --log-key the log proof of a dossier is reported as not checked and takes no part. With \
            --witness-policy too few cosignatures are INDETERMINATE, and enough of them prove when the seal was there; so does a time-stamp with --tsa.
            """
    )

    @Argument(help: "The files, and folders of them.")
    var files: [String]

    @Option(help: "A file of certificate authorities, PEM; repeatable.")
    var trust: [String] = []

    @Option(help: "Who may seal: a certificate in PEM, or an OIN; repeatable.")
    var sealer: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file with the verifier key of the log that must have what was sealed, as log.pub; repeatable.",
            discussion: "A server that was restored has had several logs; each file is held to the one that it names.",
            valueName: "log-key"
        )
    )
    var logKey: [String] = []

    @Option(
        help: ArgumentHelp(
            "Whose cosignatures the log must have (c2sp.org/tlog-policy); its logs count where --log-key is left out.",
            valueName: "file"
        )
    )
    var witnessPolicy: String?

    @Option(help: "A file of authorities that may vouch for time-stamps, PEM; repeatable.")
    var tsa: [String] = []

    @Option(help: "A file of revocation lists, PEM; repeatable.")
    var crl: [String] = []

    @Option(help: "Judge at this time (RFC 3339) instead of now.")
    var at: String?

    @Option(help: "How many files are judged at a time; as many as there are cores where left out.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        guard !self.files.isEmpty else { throw ValidationError("Name at least one file.") }
        guard (1...1_024).contains(self.jobs) else { throw ValidationError("--jobs must be 1 to 1024.") }
        guard !self.trust.isEmpty else { throw ValidationError("Name the certificate authorities with --trust.") }
        if let at, Instant(at) == nil { throw ValidationError("--at takes a time as 2026-11-20T12:00:00Z.") }
    }

    func run() async throws {
        let verifier: DossierVerifier
        let files: DossierFiles
        do {
            files = try DossierFiles(self.files)
            var sealers: Set<OIN> = []
            for name in self.sealer { sealers.insert(try Self.sealer(name)) }
            verifier = try DossierVerifier(
                trust: try Self.texts(self.trust),
                lists: try Self.texts(self.crl),
                sealers: sealers,
                earlierLogs: try self.logKey.map { try ClientProfile.logVerifier($0) },
                witnesses: try self.witnessPolicy.map { try Self.policy($0) },
                timestamps: try Self.texts(self.tsa),
                at: self.at.flatMap { Instant($0) } ?? .now
            )
        } catch {
            let problem = (error as? ClientError)?.problem ?? Problem(any: error)
            let exit = problem.code == ProblemCode.notFound.rawValue ? ProcessExit.notFound : .configuration
            throw CommandFailure(exit, problem, isJSON: self.json)
        }
        var printer = ReportPrinter(asJSON: self.json, isBrief: files.hasFolder)
        // On a terminal the reports themselves say how far it is.
        let isWatched = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 0
        let progress = ProgressLine("Verifying", counting: "files", isWatched: isWatched)
        await verifier.verify(files: files.paths, atOnce: self.jobs) { report in
            printer.tell(report)
            progress.update(printer.tally.total, of: files.paths.count)
        }
        progress.end()
        printer.end()
        throw ExitCode(printer.tally.exitCode)
    }

    private static func text(_ path: String) throws(Problem) -> String {
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else {
            throw Problem(.configuration, "\(path) cannot be read.")
        }
        return text
    }

    /// The texts of some files.
    static func texts(_ paths: [String]) throws(Problem) -> [String] {
        var texts: [String] = []
        for path in paths { texts.append(try Self.text(path)) }
        return texts
    }

    private static func policy(_ path: String) throws(Problem) -> WitnessPolicy {
        do { return try WitnessPolicy(parsing: Array(try Self.text(path).utf8)) } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(.configuration, "\(path) is no witness policy: \(error)")
        }
    }

    private static func sealer(_ name: String) throws(Problem) -> OIN {
        guard let oin = SealerName.oin(name) else {
            throw Problem(
                .configuration,
                "\(name) is neither an OIN nor a file with the certificate of an organisation."
            )
        }
        return oin
    }
}
