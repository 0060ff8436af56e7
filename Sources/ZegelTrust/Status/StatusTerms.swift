// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509

/// Whether responders are asked about the certificates under an anchor (OCSP, RFC 6960), and where.
package struct StatusTerms: Hashable, Sendable {
    /// The address of the responder that the operator named.
    package let responder: String?
    /// Whether the address in a certificate may be asked where the operator named none.
    package let isFromCertificate: Bool
    /// Whether the certificate itself counts for nothing without an answer; otherwise a list will do.
    package let isRequired: Bool

    /// Creates terms.
    package init(responder: String?, isFromCertificate: Bool, isRequired: Bool) {
        self.responder = responder
        self.isFromCertificate = isFromCertificate
        self.isRequired = isRequired
    }

    /// Where to ask about a certificate; `nil` where nowhere.
    package func address(for certificate: Certificate) -> String? {
        if let responder = self.responder { return responder }
        guard self.isFromCertificate, let access = try? certificate.extensions.authorityInformationAccess else {
            return nil
        }
        for description in access where description.method == .ocspServer {
            if case .uniformResourceIdentifier(let address) = description.location { return address }
        }
        return nil
    }
}
