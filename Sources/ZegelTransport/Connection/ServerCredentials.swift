// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOSSL
import SwiftASN1
package import X509
package import ZegelCore

/// The server's own certificate, its chain, its key, and how it speaks TLS with them.
package struct ServerCredentials: Sendable {
    /// The certificate that names the server.
    package let certificate: Certificate
    /// The certificates behind it, in their order.
    package let intermediates: [Certificate]
    /// The versions and algorithms.
    package let terms: TLSTerms
    let chain: [NIOSSLCertificate]
    let key: NIOSSLPrivateKey

    /// Reads a chain that begins with the server's certificate, and a PKCS#8 key, both PEM.
    ///
    /// - Throws: ``Problem`` with code `tls.certificate` or `tls.key`; it never holds any part of the key.
    package init(certificatePEM: [UInt8], keyPEM: [UInt8], terms: TLSTerms = TLSTerms()) throws(Problem) {
        self.terms = terms
        do {
            self.chain = try NIOSSLCertificate.fromPEMBytes(certificatePEM)
            guard let leaf = self.chain.first else { throw NIOSSLError.failedToLoadCertificate }
            self.certificate = try Certificate(derEncoded: leaf.toDERBytes())
            self.intermediates = try self.chain.dropFirst().map { try Certificate(derEncoded: $0.toDERBytes()) }
        } catch {
            throw Self.fault("tls.certificate", "The file must hold the server's certificate and its chain in PEM.")
        }
        do {
            self.key = try NIOSSLPrivateKey(bytes: keyPEM, format: .pem)
        } catch {
            throw Self.fault("tls.key", "The file must hold one PKCS#8 key in PEM, without a passphrase.")
        }
    }

    /// Makes sure that a listener can use them: that the key belongs to the certificate, and TLS takes both.
    ///
    /// - Throws: ``Problem`` with code `tls.key`.
    package func check() throws(Problem) { _ = try ServerContext(credentials: self, maximumChains: 1) }

    static func fault(_ code: String, _ detail: String) -> Problem {
        Problem(code: code, status: 500, title: "The server's TLS certificate or key cannot be used.", detail: detail)
    }
}
