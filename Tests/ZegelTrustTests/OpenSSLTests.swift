// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import X509
import ZegelCore
import ZegelTrust

/// Runs openssl in a folder of its own.
struct OpenSSL: ~Copyable {
    static let path = "/usr/bin/openssl"
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: Self.path) }

    let folder: URL

    init() throws {
        self.folder = FileManager.default.temporaryDirectory.appending(path: "zegel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: self.folder) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: self.folder.appending(path: name))
    }

    func write(_ issued: IssuedCertificate, as name: String) throws {
        try self.write(issued.pem, to: "\(name).pem")
        try self.write(issued.keyPEM, to: "\(name).key")
    }

    /// The exit status, and what it printed on both channels; arguments are separated by spaces.
    func run(_ command: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: Self.path)
        process.arguments = command.split(separator: " ").map(String.init)
        process.currentDirectoryURL = self.folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

@Suite("OpenSSL", .enabled(if: OpenSSL.isThere, "openssl is not installed"))
struct OpenSSLTests {
    /// A day after the PKI was made.
    private static let time = "\(TestPKI.moment.milliseconds / 1_000 + TestPKI.day)"

    private static func tool() throws -> OpenSSL {
        let pki = try TestPKI.shared.get()
        let tool = try OpenSSL()
        try tool.write(pki.anchorsPEM, to: "ca.pem")
        try tool.write(pki.listsPEM, to: "ca.crl.pem")
        return tool
    }

    @Test("accepts the certificates of all jobs with their chain and lists", arguments: CertificateProfile.allCases)
    func chains(_ profile: CertificateProfile) throws {
        let pki = try TestPKI.shared.get()
        let tool = try Self.tool()
        let issued = try pki.issuing.issue(TestPKI.request(profile))
        try tool.write(issued, as: "leaf")
        let plain = try tool.run("verify -x509_strict -attime \(Self.time) -CAfile ca.pem leaf.pem")
        #expect(plain.status == 0, "\(plain.output)")
        let listed = try tool.run(
            "verify -x509_strict -attime \(Self.time) -CAfile ca.pem -crl_check_all -CRLfile ca.crl.pem "
                + "leaf.pem"
        )
        #expect(listed.status == 0, "\(listed.output)")
        let purposes: [CertificateProfile: String] = [
            .client: "sslclient", .server: "sslserver", .seal: "smimesign", .release: "smimesign",
            .tsa: "timestampsign",
        ]
        for purpose in ["sslclient", "sslserver", "smimesign", "timestampsign"] {
            let judged = try tool.run("verify -attime \(Self.time) -purpose \(purpose) -CAfile ca.pem leaf.pem")
            #expect((judged.status == 0) == (purposes[profile] == purpose), "\(purpose): \(judged.output)")
        }
        // The key belongs to the certificate and is PKCS#8.
        #expect(issued.keyPEM.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        let own = try tool.run("pkey -in leaf.key -pubout")
        let certified = try tool.run("x509 -in leaf.pem -noout -pubkey")
        #expect(own.output == certified.output)
    }

    @Test("refuses a certificate that our list names")
    func revoked() throws {
        let pki = try TestPKI.shared.get()
        let tool = try Self.tool()
        let issued = try pki.issuing.issue(TestPKI.request(.seal))
        let serial = try #require(SerialNumber(issued.certificate.serialNumber))
        let list = try pki.issuing.list(
            after: pki.issuingList,
            revoking: [.init(serial, at: TestPKI.moment, reason: .keyCompromise, invalidSince: TestPKI.moment)],
            at: TestPKI.moment,
            days: 30
        )
        try tool.write(issued, as: "leaf")
        try tool.write(pki.rootList.pemText + list.pemText, to: "ca.crl.pem")
        let judged = try tool.run(
            "verify -attime \(Self.time) -CAfile ca.pem -crl_check_all -CRLfile ca.crl.pem leaf.pem"
        )
        #expect(judged.status != 0)
        #expect(judged.output.contains("certificate revoked"))
        try tool.write(list.pemText, to: "list.pem")
        let text = try tool.run("crl -in list.pem -noout -text -CAfile ca.pem").output
        for expected in ["verify OK", "Version 2", "X509v3 Authority Key Identifier", "Key Compromise", "Invalidity"] {
            #expect(text.contains(expected), "\(text)")
        }
    }

    @Test("signs with seal and release keys, and takes their signatures alone", arguments: CertificateProfile.allCases)
    func signatures(_ profile: CertificateProfile) throws {
        let pki = try TestPKI.shared.get()
        let tool = try Self.tool()
        try tool.write(try pki.issuing.issue(TestPKI.request(profile)), as: "leaf")
        try tool.write("inhoud", to: "content")
        let signed = try tool.run(
            "cms -sign -binary -cades -md sha256 -in content -signer leaf.pem -inkey leaf.key -outform "
                + "DER -out signature"
        )
        #expect(signed.status == 0, "\(signed.output)")
        let verified = try tool.run(
            "cms -verify -binary -cades -inform DER -in signature -content content -CAfile ca.pem "
                + "-attime \(Self.time) -out out"
        )
        #expect((verified.status == 0) == (profile == .seal || profile == .release), "\(verified.output)")
        if profile == .client || profile == .server { #expect(verified.output.contains("purpose")) }
    }

    @Test("reads the organisation's number and the pseudonym from the subject")
    func subjects() throws {
        let tool = try Self.tool()
        try tool.write(try TestPKI.shared.get().issuing.issue(TestPKI.request(.release)), as: "leaf")
        let text = try tool.run("x509 -in leaf.pem -noout -subject -nameopt sep_multiline,lname,utf8").output
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.contains("serialNumber=00000099000000001000"))
        #expect(lines.contains("pseudonym=releaser-1"))
    }

    @Test("writes lists that are read here, with and without numbers", arguments: [true, false])
    func foreignLists(_ withExtensions: Bool) async throws {
        let pki = try TestPKI.shared.get()
        let tool = try Self.tool()
        let issued = try pki.issuing.issue(TestPKI.request(.seal))
        try tool.write(pki.issuing.identity, as: "issuing")
        let serial = issued.certificate.serialNumber.bytes.map { String(format: "%02X", $0) }.joined()
        try tool.write("R\t281120120000Z\t261120120000Z,superseded\t\(serial)\tunknown\t/CN=x\n", to: "index.txt")
        try tool.write("07\n", to: "number")
        try tool.write(
            """
            [ca]
            default_ca = own
            [own]
            database = index.txt
            default_md = sha256
            \(withExtensions ? "crlnumber = number\ncrl_extensions = extensions" : "")
            [extensions]
            authorityKeyIdentifier = keyid
            """,
            to: "ca.cnf"
        )
        let written = try tool.run(
            "ca -gencrl -config ca.cnf -cert issuing.pem -keyfile issuing.key -crl_lastupdate "
                + "261120120000Z -crl_nextupdate 261220120000Z -out list.pem"
        )
        #expect(written.status == 0, "\(written.output)")
        let text = try String(contentsOf: tool.folder.appending(path: "list.pem"), encoding: .utf8)
        let list = try #require(try RevocationList.pemDocuments(in: text).first)
        #expect(list.number == (withExtensions ? SerialNumber(7) : nil))
        #expect(list.count == 1)
        let source = try pki.source(lists: [pki.rootList, list])
        let moment = TestPKI.moment.advanced(bySeconds: TestPKI.day)
        let verdict = try await TestPKI.judge(issued.certificate, .seal, by: source, at: moment)
        #expect(verdict.code == "certificate.revoked")
        let other = try pki.issuing.issue(TestPKI.request(.seal)).certificate
        #expect(try await TestPKI.judge(other, .seal, by: source, at: moment).code == "trusted")
    }
}
