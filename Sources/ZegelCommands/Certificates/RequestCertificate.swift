// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import X509
import ZegelCore
import ZegelTrust

extension CertificateProfile: ExpressibleByArgument {}

/// `zegel certs request`: makes a key, and a request for a certificate for it.
struct RequestCertificate: ParsableCommand {
    /// The kinds of keys that can be asked for.
    enum KeyKind: String, ExpressibleByArgument, CaseIterable {
        case p256
        case p384
        case rsa3072
        case rsa4096

        var kind: SigningKeyKind {
            switch self {
            case .p256: .p256
            case .p384: .p384
            case .rsa3072: .rsa(bits: 3_072)
            case .rsa4096: .rsa(bits: 4_096)
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Make a key, and a request (PKCS#10) for a certificate for one job.",
        discussion: """
            The key is new, because every key has one job, and never leaves the file that is named. Existing files are \
            left as they are. Send the request to your certificate authority, or to zegel certs issue in a trial.
            """
    )

    @Option(help: "The job: \(CertificateProfile.allCases.map(\.rawValue).joined(separator: ", ")).")
    var profile: CertificateProfile

    @Option(help: "The number of the organisation (OIN).")
    var oin: String

    @Option(help: "The name of the organisation.")
    var organisation: String

    @Option(help: "The common name; the organisation's where it is left out.")
    var commonName: String?

    @Option(help: "The pseudonym of the person who releases; for release only.")
    var pseudonym: String?

    @Option(help: "A host name or address of a server; repeatable, for server only.")
    var name: [String] = []

    @Option(help: "The kind of key: \(KeyKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var keyKind = KeyKind.p256

    @Option(help: "The file to make for the key.")
    var key: String

    @Option(help: "The file to make for the request.")
    var out: String

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        guard OIN(self.oin) != nil else { throw ValidationError("--oin takes 20 digits.") }
        guard !self.organisation.isEmpty, self.organisation.unicodeScalars.count <= 64 else {
            throw ValidationError("--organisation takes 1 to 64 characters.")
        }
        guard (self.pseudonym != nil) == (self.profile == .release) else {
            throw ValidationError("--pseudonym is for the profile release, which needs one.")
        }
        guard self.name.isEmpty != (self.profile == .server) else {
            throw ValidationError("--name is for the profile server, which needs at least one.")
        }
        for name in self.name where ServerName.parse(name) == nil {
            throw ValidationError("--name takes a host name in lower case, or an address: \(name)")
        }
    }

    func run() throws {
        try CommandFailure.reporting(asJSON: self.json) {
            guard let oin = OIN(self.oin) else { throw Problem(.parameterInvalid, "--oin takes 20 digits.") }
            let (request, keyPEM) = try SigningRequest.make(
                self.profile,
                subject: .subject(
                    organisation: self.organisation,
                    oin: oin,
                    commonName: self.commonName ?? self.organisation,
                    pseudonym: self.pseudonym
                ),
                names: self.name.compactMap(ServerName.parse),
                keyKind: self.keyKind.kind
            )
            try NewFiles.write([
                .init(path: self.key, text: keyPEM, isSecret: true), .init(path: self.out, text: request.pemText),
            ])
            Output.result(
                self.json ? ["request": .string(self.out), "key": .string(self.key)] : nil,
                else: "The request is in \(self.out), its key in \(self.key)"
            )
        }
    }
}
