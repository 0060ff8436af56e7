// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import X509
import ZegelCore
import ZegelTrust

/// The certificate with which this server calls those of partners, read and judged as they will.
struct RelayCredentials: Sendable {
    /// Where it lies.
    let files: ServerConfiguration.KeyPair
    /// Its public key.
    let key: Certificate.PublicKey
    /// The certificate.
    let certificate: Certificate
    /// What both files hold; another digest means that the connections have to be made anew.
    let digest: ContentDigest

    /// Reads and judges.
    ///
    /// - Parameters:
    ///   - server: The number of this server, which the certificate must have.
    ///   - warn: Told where nobody can say now whether it is revoked: the partners see for themselves.
    /// - Throws: `configuration.invalid`.
    init(
        _ files: ServerConfiguration.KeyPair,
        of server: OIN,
        _ trust: TrustEvaluator,
        at moment: Instant,
        warn: (String) -> Void
    ) async throws(Problem) {
        let (text, secret) = (try TextFile.read(files.certificate), try TextFile.read(files.key))
        let chain: [Certificate]
        do throws(TrustError) { chain = try PEMFile.certificates(in: text) } catch { throw error.problem }
        guard let leaf = chain.first, let key = try? Certificate.PrivateKey(pemEncoded: secret),
            key.publicKey == leaf.publicKey
        else { throw Problem(.configuration, "The key of relay cannot be read, or is not the certificate's.") }
        switch await trust.judge(leaf: leaf, intermediates: Array(chain.dropFirst()), profile: .client, at: moment) {
        case .trusted(let trusted):
            guard trusted.oin == server else {
                throw Problem(.configuration, "The certificate of relay is of another organisation than the seal.")
            }
        case .undecided(let error): warn("The certificate of relay: \(error.detail)")
        case .refused(let error):
            throw Problem(
                .configuration,
                "The certificate of relay cannot be used: \(error.detail)",
                items: [.init(code: error.code.rawValue, location: "relay", detail: error.detail)]
            )
        }
        self.files = files
        self.key = leaf.publicKey
        self.certificate = leaf
        self.digest = ContentDigest(of: Array((text + secret).utf8))
    }
}
