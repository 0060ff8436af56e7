// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509
package import ZegelCore

/// The certificates that a client presented, and proved to hold the key of, on one connection.
///
/// Nothing here is trusted yet: TLS has shown possession of the leaf's key and no more. Who it is and whether it may come in is asked of
/// the ConnectionGate. Only a finished handshake makes one.
package struct PresentedChain: Sendable {
    /// The client's own certificate.
    package let leaf: Certificate
    /// Its bytes as they were presented.
    package let leafDER: [UInt8]
    /// The SHA-256 of those bytes (`x5t#S256` of RFC 8705).
    package let thumbprint: ContentDigest
    /// What the client sent behind the leaf, in its order.
    package let intermediates: [Certificate]
    /// Whether TLS was resumed, so that the chain was presented on an earlier connection.
    package let isResumed: Bool
}
