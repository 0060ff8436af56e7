// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore
import ZegelTrust

/// The files of a PKI made for one table, and what `zegel certs check` says of them.
struct CheckSituation: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let status: Int32
    /// The codes of the reasons, in order.
    let codes: [String]
    let arguments: [String]

    init(_ description: String, _ status: Int32, _ codes: [String] = [], _ arguments: String) {
        self.testDescription = description
        self.status = status
        self.codes = codes
        self.arguments = arguments.split(separator: " ").map(String.init)
    }

    private static let anchors = "--trust ca.pem"
    private static let listed = "--trust ca.pem --crl crl.pem"

    static let all: [CheckSituation] = [
        .init("a good client", 0, "\(listed) --profile client client.pem"),
        .init("a good client in DER, by files in DER", 0, "\(listed) --profile client client.der"),
        .init("a good client, whatever its job", 0, "\(listed) client.pem"),
        .init("a good seal", 0, "\(listed) --profile seal seal.pem"),
        .init("a good time-stamp authority", 0, "\(listed) --profile tsa tsa.pem"),
        .init("a client as a seal", 20, ["certificate.key-usage"], "\(listed) --profile seal client.pem"),
        .init("a seal as a client", 20, ["certificate.extended-key-usage"], "\(listed) --profile client seal.pem"),
        .init("before its time", 20, ["certificate.not-yet-valid"], "\(listed) --at 2026-11-20T11:59:59Z client.pem"),
        .init("after its time", 20, ["certificate.expired"], "\(listed) --at 2029-11-20T12:00:00Z client.pem"),
        .init("without a list", 21, ["revocation.missing"], "\(anchors) client.pem"),
        .init("with a stale list", 21, ["revocation.stale"], "\(listed) --at 2027-11-20T12:00:00Z client.pem"),
        .init("with a stale list within the grace", 0, "\(listed) --at 2026-12-20T12:00:01Z --grace 60 client.pem"),
        .init("revoked", 20, ["certificate.revoked"], "--trust ca.pem --crl revoked.pem client.pem"),
        .init("revoked later", 0, "--trust ca.pem --crl revoked.pem --at 2026-11-20T12:00:30Z client.pem"),
        .init("another revoked", 0, "--trust ca.pem --crl revoked.pem seal.pem"),
        .init(
            "with a list that someone changed",
            21,
            ["revocation.signature", "revocation.missing"],
            "--trust ca.pem --crl changed.pem client.pem"
        ),
        .init(
            "with a list of a stranger",
            21,
            ["revocation.issuer", "revocation.missing"],
            "--trust ca.pem --crl stranger.crl.pem client.pem"
        ),
        .init("with a list of a stranger beside its own", 0, "\(listed) --crl stranger.crl.pem client.pem"),
        .init("of a stranger", 20, ["certificate.untrusted"], "\(listed) stranger.pem"),
        .init(
            "without the intermediate",
            20,
            ["certificate.untrusted"],
            "--trust root.pem --crl crl.pem client.pem"
        ),
        .init("with the intermediate beside it", 0, "--trust root.pem --crl crl.pem --intermediate ca.pem client.pem"),
        .init("with the intermediate behind it", 0, "--trust root.pem --intermediate ca.pem --crl crl.pem chain.pem"),
        .init("that is no certificate", 20, ["trust.syntax"], "\(listed) text.pem"),
        .init("that is a list", 20, ["trust.syntax"], "\(listed) crl.pem"),
        .init("that is broken", 20, ["certificate.syntax"], "\(listed) broken.der"),
        .init("that is the authority itself", 0, "\(listed) issuing.pem"),
        .init(
            "that is the authority itself, as a client",
            20,
            ["certificate.basic-constraints"],
            "\(listed) --profile client issuing.pem"
        ),
    ]

    private init(_ description: String, _ status: Int32, _ arguments: String) {
        self.init(description, status, [], arguments)
    }
}

@Suite("zegel certs check")
struct CertificateCheckTests {
    private static let moment = Instant(milliseconds: 1_795_176_000_000)  // 2026-11-20T12:00:00Z

    private let scratch: Scratch

    init() throws {
        let scratch = try Scratch()
        func write(_ name: String, _ text: String) throws { _ = try scratch.write(name, Array(text.utf8)) }
        let pki = try TestAuthority(at: Self.moment)
        let stranger = try TestAuthority(at: Self.moment, name: "Stranger")
        let oin = try #require(OIN("00000099000000001000"))
        let issued = try [CertificateProfile.client, .seal, .tsa].map { profile in
            try pki.issue(profile, organisation: "Dienst", oin: oin, from: Self.moment)
        }
        for (name, certificate) in zip(["client", "seal", "tsa"], issued) { try write("\(name).pem", certificate.pem) }
        let client = issued[0]
        _ = try scratch.write("client.der", client.der)
        _ = try scratch.write("broken.der", Array(client.der.dropLast(9)))
        try write("text.pem", "no certificate\n")
        try write("ca.pem", pki.anchorsPEM)
        try write("root.pem", pki.root.identity.pem)
        try write("issuing.pem", pki.issuing.identity.pem)
        try write("chain.pem", client.pem + pki.issuing.identity.pem)
        try write("crl.pem", pki.listsPEM)
        let foreign = try stranger.issue(.client, organisation: "Dienst", oin: oin, from: Self.moment)
        try write("stranger.pem", foreign.pem)
        try write("stranger.crl.pem", stranger.issuingList.pemText)
        let later = Self.moment.advanced(bySeconds: 60)
        let revoked = try pki.issuing.list(
            after: pki.issuingList,
            revoking: [.init(try #require(client.serial), at: later)],
            at: later,
            days: 30
        )
        try write("revoked.pem", pki.rootList.pemText + pki.issuingList.pemText + revoked.pemText)
        var changed = pki.issuingList.der
        changed[changed.count - 1] ^= 1
        try write("changed.pem", pki.rootList.pemText + PEMFile.text(changed, kind: "X509 CRL"))
        self.scratch = scratch
    }

    private func check(_ arguments: [String]) throws -> Binary.Outcome {
        var arguments = arguments.map { argument in
            argument.hasSuffix(".pem") || argument.hasSuffix(".der") ? self.scratch.path(argument) : argument
        }
        // Without a time the lists would be those of years ago.
        if !arguments.contains("--at") { arguments += ["--at", "2026-11-20T12:05:00Z"] }
        return try Binary.run(["certs", "check"] + arguments + ["--json"])
    }

    @Test("ends with 0, 20 or 21 and says why", arguments: CheckSituation.all)
    func table(_ situation: CheckSituation) throws {
        let outcome = try self.check(situation.arguments)
        #expect(outcome.status == situation.status)
        #expect(outcome.errors.isEmpty)
        let report = try #require(outcome.json)
        #expect(report["exitCode"]?.integer == Int64(situation.status))
        #expect(report["reasons"]?.array?.map { $0["code"]?.string } == situation.codes)
        let indications: [Int32: JSONValue] = [0: "PASSED", 20: "FAILED", 21: "INDETERMINATE"]
        #expect(report["indication"] == indications[situation.status])
        #expect((report["validUntil"] != nil) == (situation.status == 0))
    }

    @Test("names what it could not use, and judges by the lists of now where no time is given")
    func details() throws {
        let arguments = "--trust ca.pem --crl crl.pem --crl stranger.crl.pem client.pem"
        let besides = try self.check(arguments.split(separator: " ").map(String.init))
        let warning = try #require(besides.json?["warnings"]?.array?.first)
        #expect(warning["code"] == "revocation.issuer")
        #expect(warning["file"]?.string == self.scratch.path("stranger.crl.pem"))
        #expect(besides.json?["certificate"]?["oin"] == "00000099000000001000")
        #expect(besides.json?["certificate"]?["profiles"] == ["client"])
        #expect(besides.json?["chain"]?.array?.count == 3)
        let text = try Binary.run([
            "certs", "check", "--trust", self.scratch.path("ca.pem"), "--at", "2026-11-20T12:05:00Z",
            self.scratch.path("client.pem"),
        ])
        #expect(text.status == 21)
        #expect(String(decoding: text.output, as: UTF8.self).contains("revocation.missing: "))
    }

    @Test(
        "refuses a wrong command line",
        arguments: [
            ("client.pem", 64), ("--trust none.pem client.pem", 78), ("--trust ca.pem none.pem", 64),
            ("--trust ca.pem --crl none.pem client.pem", 78), ("--trust issuing.pem client.pem", 78),
            ("--trust text.pem client.pem", 78), ("--trust ca.pem --at today client.pem", 64),
            ("--trust ca.pem --profile log client.pem", 64), ("--trust ca.pem --grace -1 client.pem", 64),
        ] as [(String, Int32)]
    )
    func usage(_ arguments: String, _ status: Int32) throws {
        #expect(try self.check(arguments.split(separator: " ").map(String.init)).status == status)
    }
}
