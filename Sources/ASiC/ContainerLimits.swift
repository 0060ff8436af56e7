// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a reader puts up with before it refuses.
public struct ContainerLimits: Hashable, Sendable {
    /// The largest container, in bytes.
    ///
    /// Values above ``largest`` count as that: what lies beyond would need Zip64.
    public var maximumSize: Int

    /// The most bytes that all entries together may have once inflated.
    public var maximumContentSize: Int

    /// The most entries, `mimetype` included.
    public var maximumEntries: Int

    /// How many bytes an entry may have for each byte of its compressed form, beyond the first 64 KiB of the entry.
    ///
    /// An entry that states its sizes is judged by them when it begins. One with a data descriptor is judged while it
    /// is inflated, by what has arrived up to then.
    public var maximumRatio: Int

    /// The longest name of an entry, in bytes of UTF-8.
    public var maximumNameLength: Int

    /// The largest container that needs no Zip64, in bytes.
    public static let largest = 0xFFFF_FFFE

    /// Bytes of every entry to which the ratio does not apply, so that small and repetitive files pass.
    static let unratedSize = 65_536

    /// Makes limits; the default is a container of 3.9 GB with 1,000 entries.
    public init(
        maximumSize: Int = 3_900_000_000,
        maximumContentSize: Int = 3_900_000_000,
        maximumEntries: Int = 1000,
        maximumRatio: Int = 100,
        maximumNameLength: Int = EntryName.maximumLength
    ) {
        self.maximumSize = maximumSize
        self.maximumContentSize = maximumContentSize
        self.maximumEntries = maximumEntries
        self.maximumRatio = maximumRatio
        self.maximumNameLength = maximumNameLength
    }

    /// Whether so many bytes may come out of so many.
    func allow(_ size: Int, from compressedSize: Int) -> Bool {
        guard size > Self.unratedSize else { return true }
        let (most, overflow) = compressedSize.multipliedReportingOverflow(by: self.maximumRatio)
        return overflow || size <= most
    }
}
