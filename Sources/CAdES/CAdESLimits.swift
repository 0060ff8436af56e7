// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// How large a signature may be before anything of it is read.
///
/// The limits bound memory and time for hostile input; what honest tools write stays far below the defaults.
public struct CAdESLimits: Hashable, Sendable {
    /// The size of the whole SignedData in bytes, attached content included; 256 KiB by default.
    public var maximumBytes: Int
    /// How many certificates may be presented, the signer's among them; 10 by default.
    public var maximumCertificates: Int
    /// How many signed attributes there may be; 32 by default.
    public var maximumAttributes: Int

    /// Makes limits, the defaults where nothing is said.
    public init(maximumBytes: Int = 262_144, maximumCertificates: Int = 10, maximumAttributes: Int = 32) {
        self.maximumBytes = maximumBytes
        self.maximumCertificates = maximumCertificates
        self.maximumAttributes = maximumAttributes
    }
}
