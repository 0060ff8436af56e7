// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `zegel certs`: certificates, requests and revocation lists.
struct Certificates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certs",
        abstract: "Judge, show and request certificates; issue and revoke those of a trial installation.",
        subcommands: [
            CheckCertificate.self, ShowCertificates.self, RequestCertificate.self, IssueCertificate.self,
            RevokeCertificate.self,
        ]
    )
}
