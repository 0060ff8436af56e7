// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOSSL
import ZegelTrust

extension TLSConfiguration {
    /// What a listener offers: the versions, suites, groups and signatures of `docs/tls.md`.
    ///
    /// The suites of TLS 1.3 cannot be chosen. The library has no compression, no 0-RTT unless asked, and takes no renegotiation as a server.
    ///
    /// - Throws: Where the library takes a certificate of an authority for none.
    static func server(_ credentials: ServerCredentials) throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: credentials.chain.map { .certificate($0) },
            privateKey: .privateKey(credentials.key)
        )
        configuration.minimumTLSVersion = credentials.terms.profile == .tls12 ? .tlsv12 : .tlsv13
        configuration.maximumTLSVersion = .tlsv13
        configuration.cipherSuiteValues = [
            .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
            .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
            .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        ]
        configuration.curves = [.x25519, .secp256r1, .secp384r1]
        let signatures: [SignatureAlgorithm] = [
            .ecdsaSecp256R1Sha256, .ecdsaSecp384R1Sha384, .rsaPssRsaeSha256, .rsaPssRsaeSha384, .rsaPssRsaeSha512,
        ]
        configuration.signingSignatureAlgorithms = signatures
        // A client compares these with the signatures under its certificates, too, and those of many authorities are PKCS #1.
        configuration.verifySignatureAlgorithms = signatures + [.rsaPkcs1Sha256, .rsaPkcs1Sha384, .rsaPkcs1Sha512]
        configuration.applicationProtocols = ["h2"]
        configuration.renegotiationSupport = .none
        // A client certificate is demanded. A callback replaces the library's judgement, so that roots are for their names only.
        configuration.certificateVerification = .noHostnameVerification
        configuration.trustRoots = .certificates(
            try credentials.terms.authorities.map { try NIOSSLCertificate(bytes: Array($0.derBytes), format: .der) }
        )
        configuration.sendCANameList = !credentials.terms.authorities.isEmpty
        configuration.shutdownTimeout = .seconds(2)
        return configuration
    }
}
