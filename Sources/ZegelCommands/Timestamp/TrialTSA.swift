// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import X509
import ZegelCore
import ZegelServer
import ZegelTrust

/// `zegel tsa`: an authority for time-stamps, for trials.
struct TrialTSA: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tsa",
        abstract: "Stamp the time in a trial, as an authority of the test PKI (RFC 3161).",
        discussion: """
            The first time it makes pki/tsa.pem and pki/tsa.key in the trial installation. It has the clock of this \
            machine, so that its word is worth no more than that; for anything but a trial name another authority in \
            zegel.yaml. Prints one line of JSON on standard output when it answers, until SIGTERM or SIGINT.
            """
    )

    @OptionGroup var installation: HomeOption

    @Option(help: "Where it answers; port 0 picks a free one.")
    var listen = "127.0.0.1:8318"

    func run() async throws {
        do {
            let authority = try await Self.authority(home: self.installation.path(), at: .now)
            try await authority.run(listen: self.listen) { Output.result($0) }
        } catch let problem as Problem {
            throw CommandFailure(ProcessExit(problem), problem)
        }
    }

    /// Takes up the key of the installation, or makes it.
    private static func authority(home: String, at now: Instant) async throws -> TrialTimestampAuthority {
        let (certificate, key) = ("\(home)/pki/tsa.pem", "\(home)/pki/tsa.key")
        if !FileManager.default.fileExists(atPath: certificate) {
            guard let oin = OIN(TrialInstallation.serverOIN) else { throw Problem(.internalError) }
            let authority = try TrialAuthority(home: home)
            let name = "Zegel trial time-stamps"
            let (request, keyPEM) = try SigningRequest.make(
                .tsa,
                subject: .subject(organisation: "Zegel trial", oin: oin, commonName: name),
                names: [],
                keyKind: .p256
            )
            let issued = try await authority.issue(request, for: .tsa, days: 730, at: now)
            try NewFiles.write([
                .init(path: key, text: keyPEM, isSecret: true),
                .init(path: certificate, text: issued.pemText + authority.certificate.pemText),
            ])
        }
        return try TrialTimestampAuthority(
            certificatePEM: TrialAuthority.text(certificate),
            keyPEM: TrialAuthority.text(key)
        )
    }
}
