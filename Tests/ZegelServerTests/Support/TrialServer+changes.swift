// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import X509
import ZegelCore
import ZegelStore
import ZegelTrust

@testable import ZegelServer

extension TrialServer {
    /// The text of a file of the installation.
    func text(of name: String) throws -> String {
        try String(contentsOf: self.folder.appending(path: name), encoding: .utf8)
    }

    /// Writes a file of the installation.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: self.folder.appending(path: name), options: .atomic)
    }

    /// Changes a file of the installation.
    func replace(_ old: String, with new: String, in name: String) throws {
        let text = try self.text(of: name)
        try #require(text.contains(old), "\(name) has no \(old)")
        try self.write(text.replacing(old, with: new), to: name)
    }

    /// Adds the tests of one exchange to the policies, which the installation has none of.
    func addPolicyTests() throws {
        try FileManager.default.createDirectory(
            at: self.folder.appending(path: "policies/tests"),
            withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(
            at: Self.policies.appending(path: "tests/ambtsberichten.yaml"),
            to: self.folder.appending(path: "policies/tests/ambtsberichten.yaml")
        )
    }

    /// Takes them out again.
    func removePolicyTests() throws {
        let tests = self.folder.appending(path: "policies/tests")
        if FileManager.default.fileExists(atPath: tests.path) { try FileManager.default.removeItem(at: tests) }
    }

    /// How many entries the log has.
    func logSize() throws -> UInt64 {
        let configuration = try ServerConfiguration.load(self.folder.appending(path: "zegel.yaml").path)
        return try StoredLog(folder: configuration.data, key: configuration.storageKeyBytes()).size()
    }

    /// A certificate of the installation's own CA, or of another.
    func issue(
        _ profile: CertificateProfile,
        _ oin: String,
        by other: TestAuthority? = nil,
        seconds: Int64 = -300
    ) throws -> IssuedCertificate {
        try (other ?? self.authority).issue(
            profile,
            organisation: "New",
            oin: #require(OIN(oin)),
            from: self.moment.advanced(bySeconds: seconds)
        )
    }

    /// The next list of the issuing CA, which revokes the certificate of a file.
    func list(revoking name: String) throws -> RevocationList {
        let certificate = try #require(try PEMFile.certificates(in: self.text(of: name)).first)
        let serial = try #require(SerialNumber(certificate.serialNumber))
        return try self.authority.issuing.list(
            after: self.authority.issuingList,
            revoking: [.init(serial, at: self.moment)],
            at: self.moment,
            days: 30
        )
    }

    /// Revokes the certificate of a file.
    func revoke(_ name: String) throws {
        try self.write(self.authority.rootList.pemText + self.list(revoking: name).pemText, to: "ca.crl.pem")
    }

    /// Fetches all, an hour and some minutes later, when it is due.
    func fetch() async {
        self.time.advance(seconds: 4_000)
        await self.service.fetch()
    }

    /// Looks twice, so that what changed is in force.
    func takeOver() async {
        await self.reloader.look()
        await self.reloader.look()
    }

    /// Asks for a token and reads the organisations: `200`, the code of a refusal, or `closed` where TLS ends it.
    func visit(_ organisation: String) async -> String {
        do {
            let asked = try await self.askToken(organisation, scope: "messages.read")
            guard let token = asked.json["access_token"]?.string else { return asked.json["code"]?.string ?? "?" }
            let read = try await self.call(organisation, "GET", "/v1/organisations", token: token)
            return read.status == 200 ? "200" : read.json["code"]?.string ?? "?"
        } catch {
            return "closed"
        }
    }
}
