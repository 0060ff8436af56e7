// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What the operator allows an anchor: how strong the keys under it must be, and for which organisations it speaks.
package struct AnchorTerms: Hashable, Sendable {
    /// The curves of keys that any anchor may allow.
    package enum Curve: String, Hashable, Sendable, CaseIterable {
        /// NIST P-256.
        case p256
        /// NIST P-384.
        case p384
    }

    /// The sizes of RSA keys that any anchor may ask for at least; a larger one than the largest only costs time.
    package static let rsaBounds = 2_048...8_192

    /// The fewest bits of an RSA key.
    package let minimumRSABits: Int
    /// The curves that are allowed.
    package let curves: Set<Curve>
    /// The organisations that it speaks for; `nil` for all.
    package let organisations: Set<OIN>?

    /// Whether responders are asked about certificates, and which; `nil` where lists alone decide.
    package let status: StatusTerms?

    /// Creates terms; what is left out is as DESIGN §5 has it.
    package init(
        minimumRSABits: Int = 3_072,
        curves: Set<Curve> = [.p256, .p384],
        organisations: Set<OIN>? = nil,
        status: StatusTerms? = nil
    ) {
        self.status = status
        self.minimumRSABits = minimumRSABits
        self.curves = curves
        self.organisations = organisations
    }
}

/// A file of certificates: the self-signed ones are anchors, all others intermediates.
package struct AnchorFile: Sendable {
    /// Its text, PEM.
    package let pem: String
    /// What its anchors are allowed.
    package let terms: AnchorTerms

    /// Names a file.
    package init(pem: String, terms: AnchorTerms = AnchorTerms()) {
        self.pem = pem
        self.terms = terms
    }
}
