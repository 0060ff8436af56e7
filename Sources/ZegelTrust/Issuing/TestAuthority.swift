// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The test PKI of a trial installation: a root, the issuing authority under it, and a list of each.
///
/// Its certificates are not worth anything outside of the installation that made it. It returns values and does no I/O.
package struct TestAuthority: Sendable {
    /// The self-signed root, valid for ten years.
    package let root: CertificateAuthority
    /// The authority that issues everything, valid for five years; none may stand below it.
    package let issuing: CertificateAuthority
    /// The list of the root, valid for one year.
    package let rootList: RevocationList
    /// The first list of the issuing authority, valid for ``issuingListDays``.
    package let issuingList: RevocationList

    /// Days for which a list of the issuing authority is valid.
    package static let issuingListDays: Int64 = 30

    /// Makes a new PKI.
    ///
    /// - Parameters:
    ///   - moment: when its validity begins.
    ///   - name: what the names of its authorities begin with.
    /// - Throws: an error of the libraries where it cannot be made.
    package init(at moment: Instant, name: String = "Zegel trial") throws {
        let root = try CertificateAuthority(
            root: LeafRequest(authority: "\(name) root", pathLength: 1, from: moment, years: 10)
        )
        let issuing = try CertificateAuthority(
            LeafRequest(authority: "\(name) issuing", pathLength: 0, from: moment, years: 5),
            below: root
        )
        self.root = root
        self.issuing = issuing
        self.rootList = try root.list(at: moment, days: 365)
        self.issuingList = try issuing.list(at: moment, days: Self.issuingListDays)
    }

    /// `ca.pem`: the root and the issuing authority.
    package var anchorsPEM: String { self.root.identity.pem + self.issuing.identity.pem }

    /// `ca.crl.pem`: the first list of each.
    package var listsPEM: String { self.rootList.pemText + self.issuingList.pemText }

    /// Whom an installation with these files trusts.
    ///
    /// - Parameter lists: the lists instead of the first of each.
    /// - Throws: `Problem` where a list is not by one of the two.
    package func source(lists: [RevocationList]? = nil) throws(Problem) -> TrustSource {
        let text = lists.map { $0.map(\.pemText).joined() } ?? self.listsPEM
        return try TrustSource(anchorsPEM: [self.anchorsPEM], crlsPEM: text.isEmpty ? [] : [text])
    }

    /// Issues a certificate for a job, valid for two years.
    ///
    /// - Throws: an error of the libraries where it cannot be made.
    package func issue(
        _ profile: CertificateProfile,
        organisation: String,
        oin: OIN,
        pseudonym: String? = nil,
        from moment: Instant
    ) throws -> IssuedCertificate {
        try self.issuing.issue(
            LeafRequest(profile, organisation: organisation, oin: oin, pseudonym: pseudonym, from: moment)
        )
    }
}
