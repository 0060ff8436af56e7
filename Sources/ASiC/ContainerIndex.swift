// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a container was found to hold, once all of it was read.
public struct ContainerIndex: Hashable, Sendable {
    /// The entries in order, `mimetype` first.
    public let entries: [ContainerEntry]

    /// The bytes of all entries together: where the central directory begins.
    public let entriesSize: Int

    /// The central directory and end record, byte for byte.
    public let directory: [UInt8]

    /// The bytes of the whole container.
    public let size: Int

    /// SHA-256 of the whole container.
    public let digest: [UInt8]
}
