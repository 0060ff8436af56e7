// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import TransparencyLog
import X509
import ZegelCore
import ZegelPolicy
import ZegelTrust

/// Everything that `zegel init` writes, made in memory (DESIGN §8).
struct TrialInstallation {
    /// The number of a trial server.
    static let serverOIN = "00000099000000099000"
    private static let origin = "zegel.example/trial"

    private struct File {
        let path: String
        let text: String
        let isSecret: Bool
    }

    private var files: [File] = []

    /// Mints all keys and certificates.
    ///
    /// - Throws: An error of the libraries where that fails; `configuration.invalid` where the embedded policies do not parse.
    init(at moment: Instant) throws {
        guard let server = OIN(Self.serverOIN) else { throw Problem(.internalError) }
        let source = PolicySource(files: EmbeddedPolicies.files.map { ($0.path, Array($0.text.utf8)) })
        let policy = try PolicySet(source)
        self.add("zegel.yaml", Self.configuration)
        for file in EmbeddedPolicies.files { self.add("policies/\(file.path)", file.text) }
        self.add(
            "examples/ambtsbericht.json",
            String(decoding: DemoReport.header(at: moment).encoded, as: UTF8.self) + "\n"
        )

        // A little in the past, so that a clock that is slightly behind does not refuse what was just made.
        let start = moment.advanced(bySeconds: -300)
        let authority = try TestAuthority(at: start)
        self.add("pki/ca.pem", authority.anchorsPEM)
        self.add("pki/ca.key", authority.issuing.identity.keyPEM, isSecret: true)
        self.add("pki/ca.crl.pem", authority.listsPEM)
        self.add("pki/server", try authority.issue(.server, organisation: "Zegel trial", oin: server, from: start))
        self.add("pki/server-seal", try authority.issue(.seal, organisation: "Zegel trial", oin: server, from: start))
        let caller = try authority.issue(.client, organisation: "Zegel trial", oin: server, from: start)
        self.add("pki/server-client", caller)
        try self.addServerKeys()
        for organisation in policy.organisations.organisations {
            let folder = "pki/organisations/\(organisation.short)"
            for profile in [CertificateProfile.client, .seal] {
                let issued = try authority.issue(
                    profile,
                    organisation: organisation.short,
                    oin: organisation.oin,
                    from: start
                )
                self.add("\(folder)/\(profile.rawValue)", issued)
            }
            let release = try authority.issue(
                .release,
                organisation: organisation.short,
                oin: organisation.oin,
                pseudonym: "\(organisation.short)-second",
                from: start
            )
            self.add("\(folder)/release", release)
            self.add("profiles/\(organisation.short).yaml", Self.profile(of: organisation))
        }
    }

    /// Writes it all to a folder that does not exist yet: first beside it, then renamed in one step.
    ///
    /// - Throws: `configuration.invalid` where there is something already, or the folder cannot be written.
    func write(to path: String) throws(Problem) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Problem(.configuration, "\(path) exists already and is left as it is; name another folder.")
        }
        let temporary = "\(path).\(MessageID.random().description.prefix(8)).tmp"
        do {
            for file in self.files {
                let target = URL(fileURLWithPath: "\(temporary)/\(file.path)")
                try FileManager.default.createDirectory(
                    at: target.deletingLastPathComponent(),
                    withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700]
                )
                let isMade = FileManager.default.createFile(
                    atPath: target.path,
                    contents: Data(file.text.utf8),
                    attributes: [.posixPermissions: file.isSecret ? 0o600 : 0o644]
                )
                guard isMade else { throw CocoaError(.fileWriteUnknown) }
            }
            try FileManager.default.moveItem(atPath: temporary, toPath: path)
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw Problem(.configuration, "\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    // MARK: -

    private mutating func add(_ path: String, _ text: String, isSecret: Bool = false) {
        self.files.append(File(path: path, text: text, isSecret: isSecret))
    }

    private mutating func add(_ name: String, _ issued: IssuedCertificate) {
        self.add("\(name).pem", issued.pem)
        self.add("\(name).key", issued.keyPEM, isSecret: true)
    }

    private mutating func addServerKeys() throws {
        let log = NoteSigner(name: try KeyName(Self.origin))
        self.add("pki/log.key", log.secretText + "\n", isSecret: true)
        self.add("pki/log.pub", "\(log.verifier)\n")
        self.add("pki/token.key", P256.Signing.PrivateKey().pemRepresentation + "\n", isSecret: true)
        let storage = SymmetricKey(size: .bits256)
        let bytes = unsafe storage.withUnsafeBytes { unsafe Data($0) }
        self.add("pki/storage.key", bytes.base64EncodedString() + "\n", isSecret: true)
    }

    private static let configuration = """
        zegel: "1"
        name: https://localhost:8443
        listen: 127.0.0.1:8443
        admin: 127.0.0.1:9464
        trial: true
        ceiling: { level: stg-zeer-geheim, authority: trial }
        data: data
        policies: policies
        cases: cases
        tls: { certificate: pki/server.pem, key: pki/server.key, profile: ncsc-goed }
        trust: { anchors: [pki/ca.pem], crls: [pki/ca.crl.pem], grace: 24h }
        seal: { certificate: pki/server-seal.pem, key: pki/server-seal.key }
        relay: { certificate: pki/server-client.pem, key: pki/server-client.key }
        log: { origin: \(origin), key: pki/log.key }
        token: { key: pki/token.key, lifetime: 600s }
        storage: { key: pki/storage.key }
        # With `zegel tsa --home …` running beside the server every seal is stamped with the time:
        # timestamps: { authorities: [{ url: "http://127.0.0.1:8318/", trust: [pki/ca.pem] }] }

        """

    private static func profile(of organisation: Organisation) -> String {
        """
        url: https://localhost:8443
        mailbox: \(organisation.mailboxes.first.map { "\($0.name)" } ?? organisation.short)
        keys: ../pki/organisations/\(organisation.short)
        trust: ../pki/ca.pem
        crl: ../pki/ca.crl.pem
        sealer: ../pki/server-seal.pem
        logKey: ../pki/log.pub

        """
    }
}
