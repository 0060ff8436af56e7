// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension MessageHeader {
    /// Parses the bytes of `message.json`.
    ///
    /// - Parameters:
    ///   - bytes: The exact bytes; the signature covers them, nothing is canonicalised.
    ///   - limits: The bounds on size and depth.
    /// - Throws: ``Problem``: `header.too-large`, a `json.…` code, or `header.invalid` with every fault in `items`.
    package init(parsing bytes: [UInt8], limits: Limits = .init()) throws(Problem) {
        guard bytes.count <= limits.header else {
            throw Problem(.headerTooLarge, "message.json holds \(bytes.count) bytes; \(limits.header) are allowed.")
        }
        let json = try StrictJSON.parse(bytes, maximumDepth: limits.jsonDepth)
        guard let members = json.members else {
            throw Problem(.headerInvalid, "message.json must be one JSON object.")
        }
        var reader = HeaderReader(members)
        let fields = HeaderFields(&reader)
        reader.refuseUnknown()
        guard reader.faults.isEmpty, let fields else {
            throw Problem(
                .headerInvalid,
                "The header has \(reader.faults.count) faults; see errors.",
                items: reader.faults
            )
        }
        self.bytes = bytes
        self.json = json
        self.kenmerk = fields.kenmerk
        self.date = fields.date
        self.exchange = fields.exchange
        self.kind = fields.kind
        self.subject = fields.subject
        self.from = fields.from
        self.to = fields.to
        self.purpose = fields.purpose
        self.legalBasis = fields.legalBasis
        self.classification = fields.classification
        self.markings = fields.markings
        self.details = fields.details
        self.inReplyTo = fields.inReplyTo
        self.caseID = fields.caseID
        self.notBefore = fields.notBefore
        self.respondBy = fields.respondBy
        self.reviewBy = fields.reviewBy
        self.retainUntil = fields.retainUntil
        self.documents = fields.documents
    }
}
