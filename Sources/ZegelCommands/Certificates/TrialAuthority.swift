// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import X509
import ZegelCore
import ZegelServer
import ZegelTrust
import ZegelVerify

/// The issuing CA of a trial installation, in the files that `zegel init` made.
struct TrialAuthority {
    private let folder: String
    private let authority: CertificateAuthority
    private let anchorsPEM: String

    /// The certificate of the issuing CA.
    var certificate: Certificate { self.authority.certificate }

    private var listFile: String { "\(self.folder)/ca.crl.pem" }

    /// Takes up the authority from `DIR/pki`.
    ///
    /// - Throws: `configuration.invalid` where it is not there; `trust.syntax`.
    init(home: String) throws {
        self.folder = "\(home)/pki"
        let anchors = try Self.text("\(self.folder)/ca.pem")
        let key = try Self.text("\(self.folder)/ca.key")
        self.anchorsPEM = anchors
        let certificates = try Self.reporting { () throws(TrustError) in try PEMFile.certificates(in: anchors) }
        guard
            let own = certificates.lazy.compactMap({ try? CertificateAuthority(certificate: $0, keyPEM: key) }).first
        else { throw TrustError(.fileSyntax).problem }
        self.authority = own
    }

    /// Issues a certificate for a request, and judges it before it is handed out.
    ///
    /// - Throws: `certificate.test-oin` for a number that is no test number, and what the judge finds.
    func issue(
        _ request: SigningRequest,
        for profile: CertificateProfile,
        days: Int64,
        at moment: Instant
    ) async throws -> Certificate {
        // A little in the past, so that a clock that is slightly behind does not refuse what was just made.
        let begin = max(moment.advanced(bySeconds: -300), self.authority.certificate.begin)
        let end = min(moment.advanced(bySeconds: days * 86_400), self.authority.certificate.end)
        let certificate = try self.authority.issue(
            LeafRequest(
                profile,
                subject: request.subject,
                names: profile == .server ? request.names : [],
                from: begin,
                until: end
            ),
            for: request.publicKey
        )
        let source = try TrustSource(anchorsPEM: [self.anchorsPEM], crlsPEM: [Self.text(self.listFile)])
        let verdict = await source.validate(
            leaf: certificate,
            intermediates: [],
            profile: profile,
            at: moment,
            view: .live,
            grace: 0
        )
        switch verdict {
        case .trusted: ()
        case .refused(let error), .undecided(let error): throw error.problem
        }
        guard OIN(subjectOf: certificate)?.isTest ?? (profile == .tsa) else { throw Problem(.testNumber) }
        return certificate
    }

    /// Writes the next list, in which a certificate is revoked; a running server takes it up by itself.
    ///
    /// - Returns: whether it was new: what is revoked stays as it was, except for what is on hold.
    /// - Throws: `certificate.untrusted` for a certificate of another authority; `configuration.invalid` where another
    ///   writes the list.
    func revoke(
        _ certificate: Certificate,
        reason: RevocationReason?,
        invalidSince: Instant?,
        at moment: Instant
    ) throws -> Bool {
        guard certificate.issuer == self.authority.certificate.subject,
            self.authority.certificate.publicKey.isValidSignature(certificate.signature, for: certificate),
            let serial = SerialNumber(certificate.serialNumber)
        else { throw TrustError(.untrusted).problem }
        var lock = try ListLock(self.listFile)
        let present = lock.text
        var lists = try Self.reporting { () throws(TrustError) in
            try RevocationList.pemDocuments(in: present)
        }
        let place = lists.firstIndex { $0.issuer == self.authority.certificate.subject }
        let last = place.map { lists[$0] }
        if let entry = last?.entry(for: serial), entry.reason != .certificateHold || reason == .certificateHold {
            return false
        }
        let next = try self.authority.list(
            after: last,
            revoking: [.init(serial, at: moment, reason: reason, invalidSince: invalidSince)],
            at: max(moment, last?.thisUpdate ?? moment),
            days: TestAuthority.issuingListDays
        )
        if let place { lists[place] = next } else { lists.append(next) }
        try lock.replace(with: lists.map(\.pemText).joined())
        return true
    }

    // MARK: -

    /// A file of the installation.
    static func text(_ path: String) throws(Problem) -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Problem(.configuration, "\(path) cannot be read; zegel init makes one in a trial installation.")
        }
        return text
    }

    private static func reporting<Value>(_ read: () throws(TrustError) -> Value) throws -> Value {
        do throws(TrustError) { return try read() } catch { throw error.problem }
    }
}
