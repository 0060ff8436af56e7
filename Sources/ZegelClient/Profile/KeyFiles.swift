// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import CAdES
package import X509
import ZegelCore
import ZegelTrust
import ZegelVerify

/// A certificate and its private key, where they lie.
package struct KeyFiles: Hashable, Sendable {
    /// The certificate and the intermediates behind it, PEM.
    package let certificate: String
    /// The key, PKCS#8 PEM.
    package let key: String

    /// Names the two files.
    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// Names `<name>.pem` and `<name>.key` in a folder, as `zegel init` writes them.
    package init(_ name: String, in folder: String) {
        self.init(certificate: "\(folder)/\(name).pem", key: "\(folder)/\(name).key")
    }

    /// The certificates, the own one first.
    ///
    /// - Throws: ``ClientError`` with `configuration.invalid` where the file holds none.
    package func certificates() throws(ClientError) -> [Certificate] {
        let text = try Self.text(self.certificate)
        guard let chain = try? PEMFile.certificates(in: text) else {
            throw ClientError(Problem(.configuration, "\(self.certificate) holds no certificate in PEM."))
        }
        return chain
    }

    /// What signs with the key.
    ///
    /// - Throws: ``ClientError`` with `configuration.invalid` where the files do not hold a certificate and its key, or with
    ///   the `cms.…` code of what the key lacks.
    package func signer() throws(ClientError) -> CAdESSigner {
        let chain = try self.certificates()
        let text = try Self.text(self.key)
        do {
            return try CAdESSigner(
                certificate: chain[0],
                intermediates: Array(chain.dropFirst()),
                key: SigningKey(pem: text)
            )
        } catch {
            throw ClientError(Problem(error))
        }
    }

    /// The text of a file of keys or certificates.
    static func text(_ path: String) throws(ClientError) -> String {
        guard let bytes = try? FilePieces.whole(path), let text = String(validating: bytes, as: UTF8.self) else {
            throw ClientError(Problem(.configuration, "The file \(path) cannot be read."))
        }
        return text
    }
}
