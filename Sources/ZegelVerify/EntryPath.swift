// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The names of the entries of a container and of its dossier (DESIGN §4.1).
package enum EntryPath {
    /// The media type; first and stored.
    package static let mimetype = "mimetype"
    /// The header of the message.
    package static let header = "message.json"
    /// The manifest that the sender signed.
    package static let senderManifest = "META-INF/ASiCManifest-sender.xml"
    /// The sender's signature over it.
    package static let senderSignature = "META-INF/signature-sender.p7s"
    /// What the name of every document begins with.
    package static let documents = "documents/"
    /// How many entries stand before the first document.
    package static let openingCount = 4

    /// What the server accepted.
    package static let acceptance = "META-INF/acceptance.json"
    /// The manifest that the server signed when it accepted.
    package static let sealManifest = "META-INF/ASiCManifest-seal.xml"
    /// The seal.
    package static let sealSignature = "META-INF/signature-seal.p7s"
    /// What the names of certificates and lists that were used begin with.
    package static let evidence = "META-INF/evidence/"
    /// What the names of evidence begin with that shows which servers a message passed before.
    package static let relays = Self.evidence + "relay-"
    /// What the name of every signed statement begins with.
    package static let statements = "META-INF/statements/"
    /// What the name of every signed statement ends with.
    package static let statementSuffix = ".p7m"
    /// The container's own central directory and end record.
    package static let directory = "META-INF/container-directory.bin"
    /// What the server says about the copy that it hands out.
    package static let export = "META-INF/export.json"
    /// The manifest that the server signed when it handed the copy out.
    package static let exportManifest = "META-INF/ASiCManifest-export.xml"
    /// The signature over it.
    package static let exportSignature = "META-INF/signature-export.p7s"

    /// The proof that the log holds the seal.
    package static let logProof = "META-INF/receipt.tlog-proof"
    /// The salt of the log entry.
    package static let logSalt = "META-INF/receipt.salt"
    /// The manifest under a time-stamp.
    package static let timestampManifest = "META-INF/ASiCManifest-timestamp.xml"
    /// The time-stamp.
    package static let timestampToken = "META-INF/timestamp-seal.tst"

    /// The proof that a checkpoint of the log which was time-stamped has the seal.
    package static let logTimestampProof = "META-INF/timestamp-log.tlog-proof"
    /// The time-stamp over that checkpoint.
    package static let logTimestampToken = "META-INF/timestamp-log.tst"

    /// The name of a signed statement: its number from 1, so that the order of acceptance shows, and its kind, for people.
    package static func statement(_ kind: Statement.Kind, number: Int) -> String {
        "\(Self.statements)\(String(10_000 + number).dropFirst())-\(kind.rawValue)\(Self.statementSuffix)"
    }

    /// Whether a name is a prefix and one flat name behind it.
    package static func isFlat(_ name: String, below prefix: String) -> Bool {
        name.hasPrefix(prefix) && name.utf8.count > prefix.utf8.count
            && !name.utf8.dropFirst(prefix.utf8.count).contains(UInt8(ascii: "/"))
    }
}
