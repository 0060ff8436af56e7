// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The signatures that tokens and assertions may have (RFC 7518 §3.1).
package enum TokenAlgorithm: String, Hashable, Sendable, CaseIterable {
    /// ECDSA with P-256 and SHA-256: the default.
    case es256 = "ES256"
    /// ECDSA with P-384 and SHA-384, where configured.
    case es384 = "ES384"
    /// RSA-PSS with SHA-256, where configured.
    case ps256 = "PS256"
}
