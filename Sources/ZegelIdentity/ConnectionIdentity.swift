// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Who is at the other end of a connection: an organisation that is known, active and shown by a trusted client certificate.
///
/// Only ``ConnectionAuthenticator`` makes one, once per connection.
package struct ConnectionIdentity: Sendable, Hashable {
    /// The number in the certificate.
    package let oin: OIN
    /// The organisation as the policy described it when the connection began.
    package let organisation: Organisation
    /// The SHA-256 of the client certificate in DER; tokens are bound to it.
    package let certificate: ContentDigest
    /// The moment at which the judgement ends: certificate, list or chain is too old from then on.
    package let validUntil: Instant
    /// Whether TLS was resumed.
    package let isResumed: Bool
}
