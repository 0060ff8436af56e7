// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import X509
import ZegelCore
import ZegelTrust

/// Keeps the revocation list of a trial's issuing CA fresh, so that a trial installation does not die after a month.
///
/// Only a trial has the key of its CA beside the certificates; an installation without one is left as it is.
enum TrialRevocationList {
    /// Days for which a renewed list is valid.
    private static let days: Int64 = 30

    /// Writes the next list of the issuing CA where the present one is due within half its time.
    ///
    /// - Parameters:
    ///   - configuration: Names the files; `ca.key` stands beside the first file of anchors.
    ///   - moment: The time of issue.
    /// - Throws: An error of the libraries, or of the file system, where the new list cannot be made or written.
    static func renew(_ configuration: ServerConfiguration, at moment: Instant) throws {
        guard configuration.isTrial, let anchors = configuration.anchors.first?.path,
            let file = configuration.lists.first(where: { $0.address == nil })?.path,
            let key = try? String(
                contentsOf: URL(fileURLWithPath: anchors).deletingLastPathComponent().appending(path: "ca.key"),
                encoding: .utf8
            )
        else { return }
        let authorities = try PEMFile.certificates(in: String(contentsOfFile: anchors, encoding: .utf8))
        guard
            let authority = authorities.lazy.compactMap({ try? CertificateAuthority(certificate: $0, keyPEM: key) })
                .first
        else { return }
        func due(_ lists: [RevocationList]) -> Int? {
            lists.firstIndex {
                $0.issuer == authority.certificate.subject
                    && $0.nextUpdate < moment.advanced(bySeconds: Self.days * 43_200)
            }
        }
        guard due(try RevocationList.pemDocuments(in: String(contentsOfFile: file, encoding: .utf8))) != nil else {
            return
        }
        // Who revokes at the same time holds the file; what was read before may be old by now.
        var lock = try ListLock(file)
        var lists = try RevocationList.pemDocuments(in: lock.text)
        guard let place = due(lists) else { return }
        lists[place] = try authority.list(after: lists[place], at: moment, days: Self.days)
        try lock.replace(with: lists.map(\.pemText).joined())
    }
}
