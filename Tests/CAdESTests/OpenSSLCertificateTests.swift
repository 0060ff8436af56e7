// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Testing

@Suite("Signatures with certificates that cannot be accepted", .needsOpenSSL)
struct OpenSSLCertificateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let request: [String]
        let digest: String
        /// `nil` where the signature is good.
        let code: CAdESError.Code?

        var testDescription: String { "\(self.name): \(self.code?.rawValue ?? "accepted")" }
    }

    @Test(
        "a certificate that OpenSSL issues is accepted or refused by what it holds",
        arguments: [
            Case(
                name: "P-256",
                request: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
                digest: "sha256",
                code: nil
            ),
            Case(name: "RSA 3072", request: ["-newkey", "rsa:3072"], digest: "sha256", code: nil),
            Case(name: "RSA 2048", request: ["-newkey", "rsa:2048"], digest: "sha256", code: .rsaKeyTooSmall),
            Case(
                name: "P-521",
                request: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-521"],
                digest: "sha512",
                code: .algorithmUnsupported
            ),
            Case(
                name: "P-521 with SHA-256",
                request: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-521"],
                digest: "sha256",
                code: .algorithmUnsupported
            ),
            Case(
                name: "secp256k1",
                request: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp256k1"],
                digest: "sha256",
                code: .certificateUnsupported
            ),
            Case(
                name: "signed with RSASSA-PSS",
                request: ["-newkey", "rsa:3072", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"],
                digest: "sha256",
                code: .certificateUnsupported
            ),
        ]
    )
    func certificate(_ test: Case) throws {
        let written = try OpenSSL.use { openssl in
            let request = ["req", "-x509", "-nodes", "-subj", "/CN=Test", "-days", "30", "-keyout", "key.pem"]
            let issued = try openssl.run(request + ["-out", "certificate.pem"] + test.request)
            #expect(issued.status == 0, "\(issued.errors)")
            let input = try openssl.file("content", testContent)
            let arguments = ["cms", "-sign", "-binary", "-cades", "-md", test.digest, "-outform", "DER", "-in", input]
            let signed = try openssl.run(
                arguments + ["-signer", "certificate.pem", "-inkey", "key.pem", "-out", "signature"]
            )
            #expect(signed.status == 0, "\(signed.errors)")
            return try openssl.read("signature")
        }
        guard let code = test.code else {
            #expect(throws: Never.self) { try CAdESSignature(parsing: written).verify(detached: testContent) }
            return
        }
        #expect { try CAdESSignature(parsing: written) } throws: { error in
            guard code == .certificateUnsupported, test.name.contains("PSS") else {
                return (error as? CAdESError)?.code == code
            }
            return (error as? CAdESError)?.code == code && (error as? CAdESError)?.detail.contains("PSS") == true
        }
    }
}
