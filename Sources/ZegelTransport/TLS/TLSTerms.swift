// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509

/// How a server speaks TLS, besides the certificate that it shows.
package struct TLSTerms: Sendable, Hashable {
    /// The versions and algorithms, rated in `docs/tls.md` by the guidelines of NCSC-NL.
    package enum Profile: String, Sendable, CaseIterable {
        /// TLS 1.3 and nothing else.
        case ncscGoed = "ncsc-goed"
        /// TLS 1.2 as well, with ECDHE and AEAD suites, for partners who cannot speak TLS 1.3 yet.
        case tls12
    }

    /// The profile.
    package let profile: Profile
    /// The authorities whose names are sent to clients, to help them choose a certificate; none tells a stranger nothing.
    package let authorities: [Certificate]

    /// Names the terms.
    package init(profile: Profile = .ncscGoed, authorities: [Certificate] = []) {
        self.profile = profile
        self.authorities = authorities
    }
}
