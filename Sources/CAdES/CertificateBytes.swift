// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The exact bytes of a certificate, as a key to what was found out about it.
///
/// It ends in a signature, so that the last bytes alone are a good hash; all bytes are compared.
public struct CertificateBytes: Hashable, Sendable {
    /// The bytes in DER.
    public let der: [UInt8]

    /// Takes the bytes in DER.
    public init(_ der: [UInt8]) { self.der = der }

    /// Hashes the end of the signature.
    public func hash(into hasher: inout Hasher) {
        let end = self.der.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        hasher.combine(end)
    }
}
