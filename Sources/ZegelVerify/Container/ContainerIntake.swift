// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ASiC
package import ZegelCore

/// Reads one container of a message strictly, in pieces of any size (DESIGN §4.1).
///
/// Only the first entries are held, each under its bound; documents pass through and are hashed. What was read counts once
/// ``finish(digest:)`` has returned: a wrong CRC or directory shows at the end.
package struct ContainerIntake: ~Copyable, Sendable {
    private var reader: ContainerReader
    private var entries: EntryCheck

    /// Makes an intake for one container.
    ///
    /// - Parameter isHashedElsewhere: Whether the digest of the whole is computed on another core, and comes with ``finish(digest:)``.
    package init(limits: Limits = .init(), isHashedElsewhere: Bool = false) {
        self.reader = ContainerReader(
            limits: .init(
                maximumSize: limits.container,
                maximumContentSize: limits.container,
                maximumEntries: limits.entries
            ),
            isHashedElsewhere: isHashedElsewhere
        )
        self.entries = EntryCheck(limits: limits)
    }

    /// Header, manifest and signature, once they have been read and agree with each other; `nil` before.
    package var opening: ContainerOpening? { self.entries.opening }

    /// Takes the next bytes.
    ///
    /// - Throws: ``Problem`` with a code of the container, the manifest, the signature, the JSON or the header. After that the
    ///   intake is of no more use.
    package mutating func consume(_ bytes: ArraySlice<UInt8>) throws(Problem) {
        do {
            try Self.read(bytes, from: &self.reader, into: &self.entries)
        } catch let problem as Problem {
            throw problem
        } catch let error as ASiCError {
            throw Problem(error)
        } catch {
            throw Problem(.internalError, "The container could not be read.")
        }
    }

    /// Says that nothing more comes.
    ///
    /// - Parameter digest: The SHA-256 of all bytes, where it was computed elsewhere.
    /// - Returns: The container, of which every entry, digest, size and place is as header and manifest say.
    /// - Throws: ``Problem`` as ``consume(_:)``.
    package mutating func finish(digest: ContentDigest? = nil) throws(Problem) -> CheckedContainer {
        let index: ContainerIndex
        do { index = try self.reader.finish(digest: digest?.bytes) } catch { throw Problem(error) }
        return CheckedContainer(opening: try self.entries.finish(), index: index)
    }

    private static func read(
        _ bytes: ArraySlice<UInt8>,
        from reader: inout ContainerReader,
        into entries: inout EntryCheck
    ) throws {
        try reader.consume(bytes) { event in try entries.take(event) }
    }
}

/// A container that says one thing: its signature is not verified yet.
package struct CheckedContainer: Sendable {
    /// Header, manifest and signature.
    package let opening: ContainerOpening
    /// The entries and the digest of the whole.
    package let index: ContainerIndex
}
