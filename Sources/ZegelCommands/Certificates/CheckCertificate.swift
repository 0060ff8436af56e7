// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelCore
import ZegelTrust

/// `zegel certs check`: judges a certificate offline; it opens no socket.
struct CheckCertificate: AsyncParsableCommand {
    /// The jobs that can be asked for; `any` judges the chain alone.
    enum Job: String, ExpressibleByArgument, CaseIterable {
        case client
        case server
        case seal
        case release
        case tsa
        case any

        var profile: CertificateProfile? { CertificateProfile(rawValue: self.rawValue) }
    }

    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Judge a certificate offline.",
        discussion: """
            Exit 0: good. 20: refused. 21: it cannot be decided, because a revocation list is missing, stale or wrong.
            All files may be PEM or DER. What stands behind the first certificate of the file counts as intermediate.
            """
    )

    @Argument(help: "The certificate.")
    var certificate: String

    @Option(help: "A file of certificate authorities: the self-signed ones are anchors; repeatable.")
    var trust: [String]

    @Option(help: "A file of intermediates, which are not trusted by themselves; repeatable.")
    var intermediate: [String] = []

    @Option(help: "A file of revocation lists; repeatable.")
    var crl: [String] = []

    @Option(help: "Judge at this time (RFC 3339) instead of now.")
    var at: String?

    @Option(help: "The job of its key: \(Job.allCases.map(\.rawValue).joined(separator: ", ")).")
    var profile = Job.any

    @Option(help: "Seconds for which a list still counts after its next update.")
    var grace: Int64 = 0

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        if let at, Instant(at) == nil { throw ValidationError("--at takes a time as 2026-11-20T12:00:00Z.") }
        guard (0...31_557_600).contains(self.grace) else {
            throw ValidationError("--grace takes seconds, at most a year.")
        }
    }

    func run() async throws {
        let check = try self.reporting(as: .configuration) {
            try CertificateCheck(anchors: self.trust, intermediates: self.intermediate, lists: self.crl)
        }
        let report = await check.report(
            on: try self.reporting(as: .usage) { try TrustFile(self.certificate) },
            as: self.profile.profile,
            at: self.at.flatMap { Instant($0) },
            grace: self.grace
        )
        Output.result(self.json ? report.json : nil, else: report.text)
        throw ExitCode(report.exit.rawValue)
    }

    private func reporting<Value>(as code: ProcessExit, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let problem as Problem {
            throw CommandFailure(code, problem, isJSON: self.json)
        }
    }
}
