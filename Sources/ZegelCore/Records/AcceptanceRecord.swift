// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// What a server says when it accepts a message: `META-INF/acceptance.json` (DESIGN §4.1).
package struct AcceptanceRecord: Hashable, Sendable {
    /// A piece of evidence that the decision to trust stood on.
    package struct Evidence: Hashable, Sendable {
        /// The entry name, under `META-INF/evidence/`.
        package let name: String
        /// The digest of its content.
        package let digest: ContentDigest

        /// Names a piece of evidence.
        package init(name: String, digest: ContentDigest) {
            self.name = name
            self.digest = digest
        }
    }

    /// The message.
    package let id: MessageID
    /// The server that sealed.
    package let server: OIN
    /// The origin of its log.
    package let log: String
    /// Who handed it in.
    package let submittedBy: OIN
    /// The SHA-256 of the certificate with which they connected.
    package let certificate: ContentDigest
    /// When the whole of it had arrived.
    package let receivedAt: Instant
    /// Bytes of the container.
    package let size: Int
    /// Bytes of the container before its central directory.
    package let entriesSize: Int
    /// The digest of the container.
    package let container: ContentDigest
    /// The mailboxes it was accepted for.
    package let to: [MailboxName]
    /// The digest of the policy that decided.
    package let policy: ContentDigest
    /// The decision record.
    package let decision: String
    /// The seals of servers that it passed before, each as the digest of the signature.
    package let previous: [ContentDigest]
    /// The certificates and lists that were used.
    package let evidence: [Evidence]

    /// Creates a record.
    package init(
        id: MessageID,
        server: OIN,
        log: String,
        submittedBy: OIN,
        certificate: ContentDigest,
        receivedAt: Instant,
        size: Int,
        entriesSize: Int,
        container: ContentDigest,
        to: [MailboxName],
        policy: ContentDigest,
        decision: String,
        previous: [ContentDigest],
        evidence: [Evidence]
    ) {
        self.id = id
        self.server = server
        self.log = log
        self.submittedBy = submittedBy
        self.certificate = certificate
        self.receivedAt = receivedAt
        self.size = size
        self.entriesSize = entriesSize
        self.container = container
        self.to = to
        self.policy = policy
        self.decision = decision
        self.previous = previous
        self.evidence = evidence
    }

    /// The exact bytes that are sealed.
    package var encoded: [UInt8] { self.json.encoded }

    private var json: JSONValue {
        [
            "zegel": "1", "record": "acceptance", "id": .string("\(self.id)"), "server": .string("\(self.server)"),
            "log": .string(self.log),
            "submittedBy": ["oin": .string("\(self.submittedBy)"), "certificate": .string("\(self.certificate)")],
            "receivedAt": .string("\(self.receivedAt)"), "size": .integer(Int64(self.size)),
            "entriesSize": .integer(Int64(self.entriesSize)), "container": .string("\(self.container)"),
            "to": .array(self.to.map { .string("\($0)") }), "policy": .string("\(self.policy)"),
            "decision": .string(self.decision), "previous": .array(self.previous.map { .string("\($0)") }),
            "evidence": .array(
                self.evidence.map { ["name": .string($0.name), "sha256": .string("\($0.digest)")] }
            ),
        ]
    }

    /// Parses the bytes of an acceptance; only the spelling that ``encoded`` writes is taken.
    ///
    /// - Throws: ``Problem`` `record.invalid` (or a `json.…` code).
    package init(parsing bytes: [UInt8]) throws(Problem) {
        let json = try StrictJSON.parse(bytes)
        guard let id = json["id"]?.string.flatMap({ MessageID($0) }),
            let server = json["server"]?.string.flatMap({ OIN($0) }), let log = json["log"]?.string,
            let oin = json["submittedBy"]?["oin"]?.string.flatMap({ OIN($0) }),
            let certificate = json["submittedBy"]?["certificate"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let receivedAt = json["receivedAt"]?.string.flatMap({ Instant($0) }), let size = json["size"]?.integer,
            let entriesSize = json["entriesSize"]?.integer,
            let container = json["container"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let to = json["to"]?.array, let policy = json["policy"]?.string.flatMap({ ContentDigest(hexadecimal: $0) }),
            let decision = json["decision"]?.string, let previous = json["previous"]?.array,
            let evidence = json["evidence"]?.array
        else { throw Problem(.recordInvalid, "A field of the acceptance is missing or has another type.") }
        self.init(
            id: id,
            server: server,
            log: log,
            submittedBy: oin,
            certificate: certificate,
            receivedAt: receivedAt,
            size: Int(size),
            entriesSize: Int(entriesSize),
            container: container,
            to: to.compactMap { $0.string.flatMap { MailboxName($0) } },
            policy: policy,
            decision: decision,
            previous: previous.compactMap { $0.string.flatMap { ContentDigest(hexadecimal: $0) } },
            evidence: evidence.compactMap { element in
                guard let name = element["name"]?.string,
                    let digest = element["sha256"]?.string.flatMap({ ContentDigest(hexadecimal: $0) })
                else { return nil }
                return Evidence(name: name, digest: digest)
            }
        )
        guard self.encoded == bytes else {
            throw Problem(.recordInvalid, "The acceptance is not spelled as a server writes it.")
        }
    }
}
