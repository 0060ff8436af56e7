// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
package import ZegelVerify

/// What to send for a dossier: pieces of the stored container and bytes that were added, in order.
///
/// Only ``Sealer/export(_:under:at:)`` makes these. The size is known before the first byte goes out.
package struct DossierPlan: Sendable {
    /// A part of the dossier.
    package enum Piece: Hashable, Sendable {
        /// A range of the container as it was accepted.
        case container(Range<Int>)
        /// Bytes that the server adds.
        case bytes([UInt8])
    }

    /// The parts in order.
    package let pieces: [Piece]
    /// Bytes of the whole dossier.
    package let size: Int
    /// What the server says about this copy.
    package let export: ExportRecord

    init(pieces: [Piece], export: ExportRecord) {
        self.pieces = pieces
        self.export = export
        self.size = pieces.reduce(0) { sum, piece in
            switch piece {
            case .container(let range): sum + range.count
            case .bytes(let bytes): sum + bytes.count
            }
        }
    }
}

/// What the store kept of a message, as far as its dossier needs it.
package struct StoredDossier: Sendable {
    /// A signed statement.
    package struct Statement: Sendable {
        /// What is declared.
        package let kind: ZegelCore.Statement.Kind
        /// The signed statement, an attached CAdES: the `.p7m`.
        package let bytes: [UInt8]

        /// Takes a statement as it was stored.
        package init(kind: ZegelCore.Statement.Kind, bytes: [UInt8]) {
            self.kind = kind
            self.bytes = bytes
        }
    }

    /// The message.
    package let id: MessageID
    /// Where it stands now.
    package let state: MessageState
    /// Its number among the messages from its sender to the addressee who asks; `nil` for anyone else.
    package let number: Int64?
    /// What took its place, as far as who asks may know of it.
    package let replacedBy: ZegelCore.Statement.Reference?
    /// The exact bytes of `acceptance.json`.
    package let acceptance: [UInt8]
    /// The exact bytes of the seal's manifest.
    package let manifest: [UInt8]
    /// The seal.
    package let signature: [UInt8]
    /// The time-stamp over the seal; `nil` where there is none yet.
    package let timestamp: SealTimestamp?
    /// The time-stamp over a checkpoint of the log that has the seal; `nil` where none is needed, or there is none yet.
    package let logTimestamp: LogTimestamp?
    /// The proof that the log has the seal; `nil` where it was made before there was a log.
    package let log: LogEvidence?
    /// The certificates and lists that were used.
    package let evidence: [EvidenceEntry]
    /// The statements that the caller may see, in the order in which they were accepted.
    package let statements: [Statement]
    /// The container's central directory and end record.
    package let directory: [UInt8]
    /// Bytes of the container before its central directory.
    package let entriesSize: Int
    /// Bytes of the container before its first document.
    package let openingSize: Int

    /// Gathers the parts.
    package init(
        id: MessageID,
        state: MessageState,
        number: Int64? = nil,
        replacedBy: ZegelCore.Statement.Reference? = nil,
        acceptance: [UInt8],
        manifest: [UInt8],
        signature: [UInt8],
        timestamp: SealTimestamp? = nil,
        logTimestamp: LogTimestamp? = nil,
        log: LogEvidence? = nil,
        evidence: [EvidenceEntry],
        statements: [Statement],
        directory: [UInt8],
        entriesSize: Int,
        openingSize: Int
    ) {
        self.id = id
        self.state = state
        self.number = number
        self.replacedBy = replacedBy
        self.acceptance = acceptance
        self.manifest = manifest
        self.signature = signature
        self.timestamp = timestamp
        self.logTimestamp = logTimestamp
        self.log = log
        self.evidence = evidence
        self.statements = statements
        self.directory = directory
        self.entriesSize = entriesSize
        self.openingSize = openingSize
    }
}
