// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509
package import ZegelCore

/// Who may be an authority, and what they say about revocation.
///
/// Lists are checked against their issuer's key when they come in, and from then on belong to that name *and* key.
package struct TrustSource: Sendable {
    /// The self-signed certificates of the anchor files: whom the operator trusts.
    package let anchors: [Certificate]
    /// All other authorities at hand; they count only where a chain leads over them to an anchor.
    package private(set) var intermediates: [Certificate]
    /// The lists that are signed by an anchor or an authority under one.
    package private(set) var lists: [RevocationList]

    /// What each anchor is allowed.
    let terms: [Certificate: AnchorTerms]
    let anchorStore: CertificateStore
    /// The intermediates that an anchor, or another of them, has really signed.
    private(set) var rooted: [Certificate]
    private(set) var listsByIssuer: [ListIssuer: [RevocationList]]
    /// What responders said, verified.
    private(set) var statuses: [StatusSubject: [CertificateStatus]] = [:]

    /// Reads the files of the operator.
    ///
    /// - Parameters:
    ///   - anchorsPEM: files of certificates: the self-signed ones are anchors, all others intermediates.
    ///   - crlsPEM: files of lists, each of which must be signed by one of these certificates.
    /// - Throws: `Problem` with the code of a ``TrustError``.
    package init(anchorsPEM: [String], crlsPEM: [String]) throws(Problem) {
        try self.init(files: anchorsPEM.map { AnchorFile(pem: $0) }, crlsPEM: crlsPEM)
    }

    /// Reads the files of the operator, with the terms of each.
    ///
    /// - Throws: as ``init(anchorsPEM:crlsPEM:)``, and `trust.anchor-terms`.
    package init(files: [AnchorFile], crlsPEM: [String]) throws(Problem) {
        var anchors: [Certificate] = []
        var terms: [Certificate: AnchorTerms] = [:]
        var others: [Certificate] = []
        for (index, file) in files.enumerated() {
            try Self.naming("anchors[\(index)]") { () throws(TrustError) in
                for certificate in try PEMFile.certificates(in: file.pem) {
                    guard certificate.isSelfSigned else {
                        others.append(certificate)
                        continue
                    }
                    guard terms[certificate, default: file.terms] == file.terms else { throw TrustError(.anchorTerms) }
                    if terms.updateValue(file.terms, forKey: certificate) == nil { anchors.append(certificate) }
                }
            }
        }
        guard !anchors.isEmpty else { throw TrustError(.noAnchor).problem }
        self.anchors = anchors
        self.terms = terms
        self.intermediates = others
        self.anchorStore = CertificateStore(anchors)
        self.rooted = Self.rooted(self.intermediates, in: anchors)
        self.lists = []
        self.listsByIssuer = [:]
        for (index, text) in crlsPEM.enumerated() {
            try Self.naming("crls[\(index)]") { () throws(TrustError) in
                for list in try RevocationList.pemDocuments(in: text) { try self.keep(list) }
            }
        }
    }

    /// The same anchors, with certificates, lists and answers that come from elsewhere: a dossier, a peer.
    ///
    /// The certificates never become anchors. A list or answer counts only for the authority whose key signed it; one that no
    /// authority at hand signed is left out, so that what it was to prove stays undecided.
    package func adding(
        certificates: [Certificate],
        lists: [RevocationList],
        answers: [StatusAnswer] = []
    ) -> TrustSource {
        var copy = self
        let known = Set(self.anchors + self.intermediates)
        let new = certificates.filter { !known.contains($0) }
        if !new.isEmpty {
            copy.intermediates += new
            copy.rooted = Self.rooted(copy.intermediates, in: self.anchors)
        }
        for list in lists where !copy.lists.contains(list) { try? copy.keep(list) }
        for answer in answers {
            for status in CertificateStatus.all(in: answer, by: copy.anchors + copy.rooted)
            where copy.statuses[status.subject]?.contains(status) != true {
                copy.statuses[status.subject, default: []].append(status)
            }
        }
        return copy
    }

    /// The same with what responders said.
    func with(_ statuses: [StatusSubject: [CertificateStatus]]) -> TrustSource {
        var copy = self
        copy.statuses = statuses
        return copy
    }

    /// From when lists and answers at hand say that a certificate is revoked.
    package func revocations(of certificate: Certificate) -> [Instant] {
        guard let serial = SerialNumber(certificate.serialNumber) else { return [] }
        let listed = self.lists.compactMap { $0.issuer == certificate.issuer ? $0.entry(for: serial)?.since : nil }
        let answered = self.statuses.values.joined().compactMap { status in
            status.subject.serial == serial && status.issuer.subject == certificate.issuer
                ? status.revocation?.since : nil
        }
        return listed + answered
    }

    /// Those certificates that are really signed by an authority, or by one another under it.
    ///
    /// Each pair of name and key is tried once, so that certificates made by a stranger, or by someone who holds a
    /// certificate that is no authority, cost the builder of chains nothing: it never sees them.
    static func rooted(_ candidates: [Certificate], in authorities: [Certificate]) -> [Certificate] {
        var rooted: [Certificate] = []
        var open = authorities
        var left = candidates.filter { !authorities.contains($0) }
        while let authority = open.popLast() {
            let found = left.filter(authority.hasSigned)
            left.removeAll(where: found.contains)
            rooted += found
            open += found.filter { $0.isAuthority && $0.maySignCertificates }
        }
        return rooted
    }

    /// Keeps a list under the authority that signed it, which must stand under an anchor.
    ///
    /// - Throws: ``TrustError`` with `revocation.issuer` or `revocation.signature`.
    package mutating func keep(_ list: RevocationList) throws(TrustError) {
        self.listsByIssuer[try self.authority(of: list), default: []].append(list)
        self.lists.append(list)
    }

    /// The authority whose key signed a list.
    ///
    /// - Throws: ``TrustError`` with `revocation.issuer` or `revocation.signature`.
    func authority(of list: RevocationList) throws(TrustError) -> ListIssuer {
        var failure = TrustError(.listIssuer)
        for authority in self.anchors + self.rooted where authority.subject == list.issuer {
            do throws(TrustError) {
                try list.verify(signedBy: authority)
                // Several certificates of one name and key share their lists; no other key can have signed this one.
                return ListIssuer(authority)
            } catch {
                failure = error
            }
        }
        throw failure
    }

    private static func naming<T>(_ location: String, _ read: () throws(TrustError) -> T) throws(Problem) -> T {
        do throws(TrustError) {
            return try read()
        } catch {
            var problem = error.problem
            problem.items = [.init(code: problem.code, location: location, detail: problem.detail)]
            throw problem
        }
    }
}

extension Certificate {
    /// Whether it names itself as issuer and its own key signed it.
    var isSelfSigned: Bool { self.hasSigned(self) }

    /// Whether another certificate names this one as issuer and its key signed it.
    func hasSigned(_ other: Certificate) -> Bool {
        other.issuer == self.subject && self.publicKey.isValidSignature(other.signature, for: other)
    }
}
