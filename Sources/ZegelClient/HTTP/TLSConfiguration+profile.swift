// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOSSL
import ZegelCore

extension TLSConfiguration {
    /// TLS as a client of Zegel speaks it: 1.3 only, with a certificate on both sides (DESIGN §5).
    ///
    /// - Throws: ``ClientError`` with `configuration.invalid` where a file cannot be used.
    static func client(_ files: KeyFiles, anchors paths: [String]) throws(ClientError) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv13
        configuration.curves = [.x25519_MLKEM768, .x25519, .secp256r1, .secp384r1]
        configuration.certificateVerification = .fullVerification
        var anchors: [NIOSSLCertificate] = []
        for path in paths { anchors += try Self.certificates(path) }
        configuration.trustRoots = .certificates(anchors)
        configuration.certificateChain = try Self.certificates(files.certificate).map { .certificate($0) }
        let key = Array(try KeyFiles.text(files.key).utf8)
        guard let key = try? NIOSSLPrivateKey(bytes: key, format: .pem) else {
            throw ClientError(Problem(.configuration, "\(files.key) holds no private key in PEM."))
        }
        configuration.privateKey = .privateKey(key)
        // A key that does not belong to its certificate shows here, and not as a refusal by the server.
        guard (try? NIOSSLContext(configuration: configuration)) != nil else {
            throw ClientError(
                Problem(.configuration, "\(files.key) is not the key of \(files.certificate).")
            )
        }
        return configuration
    }

    private static func certificates(_ path: String) throws(ClientError) -> [NIOSSLCertificate] {
        let text = Array(try KeyFiles.text(path).utf8)
        guard let found = try? NIOSSLCertificate.fromPEMBytes(text), !found.isEmpty else {
            throw ClientError(Problem(.configuration, "\(path) holds no certificate in PEM."))
        }
        return found
    }
}
