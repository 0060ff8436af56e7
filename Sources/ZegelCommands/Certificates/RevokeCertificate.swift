// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import X509
import ZegelCore
import ZegelTrust

/// `zegel certs revoke`: the test CA takes a certificate back.
struct RevokeCertificate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Revoke a certificate of the test CA of a trial installation.",
        discussion: """
            Writes the next revocation list into pki/ca.crl.pem. A running server takes it up by itself. A certificate that \
            is revoked already stays as it was.
            """
    )

    @Argument(help: "The certificate, PEM or DER.")
    var certificate: String

    @Option(help: "Why: \(ReasonOption.allCases.map(\.rawValue).joined(separator: ", ")).")
    var reason = ReasonOption.unspecified

    @Option(help: "Since when it should not be trusted (RFC 3339), where that is earlier than now.")
    var invalidSince: String?

    @OptionGroup var installation: HomeOption

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        if let since = self.invalidSince, Instant(since) == nil {
            throw ValidationError("--invalid-since takes a time as 2026-11-20T12:00:00Z.")
        }
    }

    func run() throws {
        try CommandFailure.reporting(asJSON: self.json) {
            let certificates = try TrustFile.read(self.certificate) { file throws(TrustError) in
                try file.certificates()
            }
            let home = try self.installation.path()
            let isNew = try TrialAuthority(home: home).revoke(
                certificates[0],
                reason: self.reason.listed,
                invalidSince: self.invalidSince.flatMap { Instant($0) },
                at: Instant(milliseconds: Int64(Date().timeIntervalSince1970) * 1_000)
            )
            let description = CertificateDescription(certificates[0])
            Output.result(
                self.json
                    ? ["certificate": description.json, "list": .string("\(home)/pki/ca.crl.pem"), "new": .bool(isNew)]
                    : nil,
                else: "\(isNew ? "Revoked" : "Revoked before"): \(description.subject)"
            )
        }
    }
}
