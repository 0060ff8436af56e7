// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import X509
import ZegelCore
import ZegelTrust

@testable import ZegelServer

/// Who gets in at the door of a whole server: judged by certificate, list and organisation, before any HTTP.
@Suite("The door")
struct AdmissionTests {
    struct Visitor: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var certificate: String? = "aivd-client"
        var options = ["--http2"]
        var isServed = false
    }

    static let visitors = [
        Visitor(testDescription: "a client of an organisation", isServed: true),
        Visitor(testDescription: "a client with a new certificate", certificate: "new", isServed: true),
        Visitor(
            testDescription: "a client that takes TLS 1.3 only",
            options: ["--http2", "--tlsv1.3"],
            isServed: true
        ),
        Visitor(testDescription: "no certificate", certificate: nil),
        Visitor(testDescription: "an expired certificate", certificate: "expired"),
        Visitor(testDescription: "a certificate that is not valid yet", certificate: "early"),
        Visitor(testDescription: "a revoked certificate", certificate: "revoked"),
        Visitor(testDescription: "a certificate of another authority", certificate: "stranger"),
        Visitor(testDescription: "a certificate that is signed by itself", certificate: "self-signed"),
        Visitor(testDescription: "a seal certificate", certificate: "aivd-seal"),
        Visitor(testDescription: "a release certificate", certificate: "aivd-release"),
        Visitor(testDescription: "a server certificate", certificate: "zegel-server"),
        Visitor(testDescription: "an organisation that is not known", certificate: "unknown"),
        Visitor(testDescription: "an organisation with a real number", certificate: "real"),
        Visitor(testDescription: "a certificate without a number", certificate: "nameless"),
        Visitor(testDescription: "TLS 1.2", options: ["--http2", "--tls-max", "1.2"]),
        Visitor(testDescription: "HTTP/1.1", options: ["--http1.1"]),
        Visitor(testDescription: "no protocol", options: ["--http2", "--no-alpn"]),
    ]

    @Test("is open to clients of organisations that are known, and to no one else")
    func visits() async throws {
        try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/curl"), "curl is not installed")
        let moment = try #require(Instant(OpenAPI.Example.moment))
        let prepare = { try Self.mint($0, $1, moment) }
        try await TrialServer.run(at: moment, prepare: prepare) { server in
            for visitor in Self.visitors {
                var options = visitor.options
                if let name = visitor.certificate { options += ["--cert", "\(name).pem", "--key", "\(name).key"] }
                let (status, exit) = try await server.attempt(options)
                #expect(status == (visitor.isServed ? "200" : "000"), "\(visitor)")
                // Not a mistake of curl's own, nor a server that is absent or silent.
                #expect(visitor.isServed ? exit == 0 : ![0, 2, 7, 28, 58, 77].contains(exit), "\(visitor): \(exit)")
            }
        }
    }

    /// The certificates of the visitors, and the list that names the revoked one.
    private static func mint(_ folder: URL, _ authority: TestAuthority, _ moment: Instant) throws {
        let yesterday = moment.advanced(bySeconds: -86_400)
        func request(_ oin: String, _ change: (inout LeafRequest) -> Void = { _ in }) throws -> LeafRequest {
            let number = try #require(OIN(oin))
            var request = try LeafRequest(.client, organisation: "Visitor", oin: number, from: yesterday)
            change(&request)
            return request
        }
        func write(_ name: String, _ issued: IssuedCertificate) throws {
            for (kind, text) in [("pem", issued.pem), ("key", issued.keyPEM)] {
                try Data(text.utf8).write(to: folder.appending(path: "\(name).\(kind)"))
            }
        }
        let aivd = "00000099000000001000"
        let revoked = try authority.issuing.issue(request(aivd))
        try write("revoked", revoked)
        try write("new", authority.issuing.issue(request(aivd)))
        try write("expired", authority.issuing.issue(request(aivd) { $0.notAfter = moment.advanced(bySeconds: -1) }))
        try write("early", authority.issuing.issue(request(aivd) { $0.notBefore = moment.advanced(bySeconds: 1) }))
        try write("stranger", TestAuthority(at: yesterday).issuing.issue(request(aivd)))
        try write("unknown", authority.issuing.issue(request("00000099000000777000")))
        try write("real", authority.issuing.issue(request("00000001000000001000")))
        var nameless = try request(aivd)
        nameless.subject = try .init { OrganizationName("Visitor") }
        try write("nameless", authority.issuing.issue(nameless))
        try write("self-signed", CertificateAuthority(root: request(aivd)).identity)
        let serial = try #require(SerialNumber(bytes: revoked.certificate.serialNumber.bytes))
        let list = try authority.issuing.list(
            after: authority.issuingList,
            revoking: [.init(serial, at: yesterday)],
            at: moment.advanced(bySeconds: -60),
            days: 30
        )
        try Data((authority.rootList.pemText + list.pemText).utf8).write(to: folder.appending(path: "ca.crl.pem"))
    }
}
