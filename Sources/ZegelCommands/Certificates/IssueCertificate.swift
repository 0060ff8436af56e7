// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import X509
import ZegelCore
import ZegelTrust

/// Where a trial installation is.
struct HomeOption: ParsableArguments {
    @Option(help: "The trial installation; ZEGEL_HOME where it is left out.")
    var home: String?

    /// - Throws: `configuration.invalid` where neither says.
    func path() throws -> String {
        guard let home = self.home ?? ProcessInfo.processInfo.environment["ZEGEL_HOME"], !home.isEmpty else {
            throw Problem(.configuration, "Name the trial installation with --home or ZEGEL_HOME.")
        }
        return home
    }
}

/// `zegel certs issue`: the test CA answers a request.
struct IssueCertificate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Issue a certificate for a request, by the test CA of a trial installation.",
        discussion: """
            The subject is that of the request, key usage and extended key usage are those of the job. The certificate is \
            judged before it is written: what would be refused is not issued. Only test numbers are.
            """
    )

    @Argument(help: "The request, PEM or DER.")
    var request: String

    @Option(help: "The job: \(CertificateProfile.allCases.map(\.rawValue).joined(separator: ", ")).")
    var profile: CertificateProfile

    @Option(help: "Days that it is valid; never longer than its CA.")
    var days: Int64 = 730

    @Option(help: "The file to make.")
    var out: String

    @OptionGroup var installation: HomeOption

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        guard (1...3_650).contains(self.days) else { throw ValidationError("--days takes 1 to 3650.") }
    }

    func run() async throws {
        do {
            let request = try TrustFile.read(self.request) { file throws(TrustError) in try file.request() }
            let authority = try TrialAuthority(home: self.installation.path())
            let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970) * 1_000)
            let issued = try await authority.issue(request, for: self.profile, days: self.days, at: now)
            try NewFiles.write([.init(path: self.out, text: issued.pemText)])
            var result = CertificateDescription(issued).json.members ?? []
            result.insert(.init("file", .string(self.out)), at: 0)
            Output.result(self.json ? .object(result) : nil, else: "The certificate is in \(self.out)")
        } catch let problem as Problem {
            throw CommandFailure(ProcessExit(problem), problem, isJSON: self.json)
        }
    }
}
