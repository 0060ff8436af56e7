// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Testing

@Suite("Signatures go to and come from OpenSSL", .needsOpenSSL)
struct OpenSSLTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let algorithm: Algorithm
        let attached: Bool

        var testDescription: String { "\(self.algorithm.rawValue), \(self.attached ? "attached" : "detached")" }

        /// The content of the tests, signed with the chain inside.
        func signature(by identity: TestIdentity) throws -> [UInt8] {
            let signer = try CAdESSigner(
                certificate: identity.certificate,
                intermediates: [identity.authority],
                key: identity.key
            )
            return try self.attached
                ? signer.sign(attached: testContent, at: testTime) : signer.sign(detached: testContent, at: testTime)
        }

        static let all = Algorithm.allCases.flatMap { algorithm in
            [false, true].map { Case(algorithm: algorithm, attached: $0) }
        }
    }

    @Test("openssl cms -verify -cades accepts what is written", arguments: Case.all)
    func opensslVerifies(_ test: Case) throws {
        let identity = try test.algorithm.identity
        let signature = try test.signature(by: identity)
        try OpenSSL.use { openssl in
            var arguments = ["cms", "-verify", "-binary", "-cades", "-inform", "DER", "-out", "content.out"]
            arguments += ["-in", try openssl.file("signature", signature)]
            arguments += ["-CAfile", try openssl.file("ca.pem", identity.authority.testPEM.utf8)]
            if !test.attached { arguments += ["-content", try openssl.file("content", testContent)] }
            let result = try openssl.run(arguments)
            #expect(result.status == 0, "\(result.errors)")
            #expect(try openssl.read("content.out") == testContent)

            // The good case says little unless the same command refuses other content.
            guard !test.attached else { return }
            _ = try openssl.file("content", testContent.dropLast())
            #expect(try openssl.run(arguments).status != 0)
        }
    }

    @Test("what openssl cms -sign -cades writes is accepted", arguments: Case.all, [[], ["-keyid"], ["-nosmimecap"]])
    func opensslSigns(_ test: Case, _ options: [String]) throws {
        let identity = try test.algorithm.identity
        let written = try OpenSSL.use { openssl in
            let chain = ["-certfile", try openssl.file("chain.pem", identity.authority.testPEM.utf8)]
            let attached = test.attached ? ["-nodetach"] : []
            return try openssl.sign(
                testContent,
                as: identity,
                options: test.algorithm.options + attached + chain + options
            )
        }
        let signature = try CAdESSignature(parsing: written)
        let verified =
            try test.attached ? signature.verifyAttached() : signature.verify(detached: testContent)
        #expect(verified.content == testContent)
        #expect(verified.signer == identity.certificate)
        #expect(try verified.signerDER == identity.certificate.testDER)
        #expect(Set(verified.certificates) == [identity.certificate, identity.authority])
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let name: String
        let algorithm: Algorithm
        let options: [String]
        let code: CAdESError.Code

        var testDescription: String { self.name }
    }

    @Test(
        "what openssl can write otherwise is refused with a code of its own",
        arguments: [
            Refusal(
                name: "-stream",
                algorithm: .p256,
                options: ["-md", "sha256", "-stream", "-nodetach"],
                code: .indefiniteLength
            ),
            Refusal(
                name: "the largest PSS salt",
                algorithm: .rsaPSS,
                options: ["-md", "sha256", "-keyopt", "rsa_padding_mode:pss"],
                code: .pssSaltLength
            ),
            Refusal(
                name: "a PSS salt of 20 bytes",
                algorithm: .rsaPSS,
                options: ["-md", "sha256", "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:20"],
                code: .pssSaltLength
            ),
            Refusal(
                name: "P-384 with SHA-256",
                algorithm: .p384,
                options: ["-md", "sha256"],
                code: .algorithmUnsupported
            ),
            Refusal(
                name: "P-256 with SHA-384",
                algorithm: .p256,
                options: ["-md", "sha384"],
                code: .algorithmUnsupported
            ),
            Refusal(
                name: "RSA with SHA-512",
                algorithm: .rsaPKCS1,
                options: ["-md", "sha512"],
                code: .algorithmUnsupported
            ),
            Refusal(
                name: "RSA with SHA-1",
                algorithm: .rsaPKCS1,
                options: ["-md", "sha1"],
                code: .algorithmUnsupported
            ),
            Refusal(
                name: "-nocerts",
                algorithm: .p256,
                options: ["-md", "sha256", "-nocerts"],
                code: .signerCertificateMissing
            ),
            Refusal(
                name: "PEM",
                algorithm: .p256,
                options: ["-md", "sha256", "-outform", "PEM"],
                code: .notDER
            ),
            Refusal(
                name: "S/MIME",
                algorithm: .p256,
                options: ["-md", "sha256", "-outform", "SMIME"],
                code: .notDER
            ),
            Refusal(
                name: "another content type",
                algorithm: .p256,
                options: ["-md", "sha256", "-econtent_type", "1.2.3.4", "-nodetach"],
                code: .contentType
            ),
        ]
    )
    func opensslRefused(_ refusal: Refusal) throws {
        let written = try OpenSSL.use { openssl in
            try openssl.sign(testContent, as: refusal.algorithm.identity, options: refusal.options)
        }
        #expect { try CAdESSignature(parsing: written) } throws: { ($0 as? CAdESError)?.code == refusal.code }
    }
}
