// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import X509
import ZegelCore

@testable import ZegelTrust

@Suite("Others about answers of responders")
struct StatusOthersTests {
    private static let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970) * 1_000)

    private static func world() throws -> (pki: TestAuthority, leaf: IssuedCertificate, delegate: IssuedCertificate) {
        let start = self.now.advanced(bySeconds: -3_600)
        let pki = try TestAuthority(at: start)
        let access = AuthorityInformationAccess([
            .init(method: .ocspServer, location: .uniformResourceIdentifier("http://ocsp.example/"))
        ])
        var request = try LeafRequest(.client, organisation: "X", oin: try #require(TestPKI.oin), from: start)
        request.extensions = [try .init(access, critical: false)]
        return (pki, try pki.issuing.issue(request), try pki.issuing.issueResponder(from: start))
    }

    @Test(
        "OpenSSL takes our answers, and we take those of OpenSSL to our questions",
        .enabled(if: OpenSSL.isThere, "openssl is not installed"),
        arguments: [false, true]
    )
    func openSSL(_ isRevoked: Bool) throws {
        let (pki, leaf, delegate) = try Self.world()
        let serial = try #require(leaf.serial)
        let tool = try OpenSSL()
        try tool.write(pki.anchorsPEM, to: "ca.pem")
        try tool.write(pki.issuing.identity.pem, to: "issuing.pem")
        try tool.write(leaf, as: "leaf")
        try tool.write(delegate, as: "delegate")

        var ours = StatusAnswerBuilder(serial, of: pki.issuing.certificate, by: delegate, at: Self.now)
        if isRevoked { ours.revocation = .init(serial, at: Self.now, reason: .superseded) }
        try Data(ours.signed()).write(to: tool.folder.appending(path: "ours.der"))
        let judged = try tool.run(
            "ocsp -respin ours.der -issuer issuing.pem -cert leaf.pem -CAfile ca.pem -no_nonce"
        )
        #expect(judged.output.contains("Response verify OK"), "\(judged.output)")
        #expect(judged.output.contains("leaf.pem: \(isRevoked ? "revoked" : "good")"), "\(judged.output)")

        let question = StatusQuestion(serial, of: pki.issuing.certificate)
        try Data(question.der).write(to: tool.folder.appending(path: "question.der"))
        let hex = serial.bytes.map { String(format: "%02X", $0) }.joined()
        try tool.write(
            isRevoked
                ? "R\t301120120000Z\t261120120000Z,superseded\t\(hex)\tunknown\t/CN=x\n"
                : "V\t301120120000Z\t\t\(hex)\tunknown\t/CN=x\n",
            to: "index.txt"
        )
        let made = try tool.run(
            "ocsp -index index.txt -rsigner delegate.pem -rkey delegate.key -CA issuing.pem -ndays 1 "
                + "-reqin question.der -respout theirs.der"
        )
        #expect(made.status == 0, "\(made.output)")
        let theirs = try StatusAnswer(
            parsing: Array(Data(contentsOf: tool.folder.appending(path: "theirs.der")))
        )
        #expect(theirs.nonce == question.nonce)
        let status = try CertificateStatus(
            theirs,
            about: serial,
            by: pki.issuing.certificate,
            nonce: question.nonce
        )
        #expect((status.revocation != nil) == isRevoked)
        #expect(status.revocation?.reason == (isRevoked ? .superseded : nil))
    }

    private struct Requester: OCSPRequester {
        let answer: [UInt8]

        func query(request: [UInt8], uri: String) async -> OCSPRequesterQueryResult { .response(self.answer) }
    }

    @Test(
        "the policy of swift-certificates says the same",
        arguments: ["good", "revoked", "unknown", "signature", "stale"]
    )
    func library(_ kind: String) async throws {
        let (pki, leaf, delegate) = try Self.world()
        let serial = try #require(leaf.serial)
        var answer = StatusAnswerBuilder(serial, of: pki.issuing.certificate, by: delegate, at: Self.now)
        switch kind {
        case "revoked": answer.revocation = .init(serial, at: Self.now)
        case "unknown": answer.isUnknown = true
        case "signature": answer.key = pki.root.identity.key
        case "stale":
            answer.thisUpdate = Self.now.advanced(bySeconds: -20_000)
            answer.nextUpdate = Self.now.advanced(bySeconds: -10_000)
        default: ()
        }
        let bytes = try answer.signed()
        var verifier = Verifier(rootCertificates: CertificateStore([pki.root.certificate])) {
            RFC5280Policy()
            OCSPVerifierPolicy(failureMode: .hard, requester: Requester(answer: bytes))
        }
        let result = await verifier.validate(
            leaf: leaf.certificate,
            intermediates: CertificateStore([pki.issuing.certificate])
        )
        let isGood = if case .validCertificate = result { true } else { false }
        #expect(isGood == (kind == "good"))
        let status = try? CertificateStatus(StatusAnswer(parsing: bytes), about: serial, by: pki.issuing.certificate)
        let isKept = status.map { (try? StatusBook().keep($0, from: "", at: Self.now)) != nil } ?? false
        #expect((isKept && status?.revocation == nil) == isGood)
    }
}
