// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The fields of a header while they are read; complete only where nothing was wrong.
struct HeaderFields {
    let kenmerk: Kenmerk
    let date: CalendarDate
    let exchange: String
    let kind: String
    let subject: String?
    let from: MailboxAddress
    let to: [MessageHeader.Recipient]
    let purpose: String
    let legalBasis: String
    let classification: Classification
    let markings: [String]
    let details: [JSONValue.Member]
    let inReplyTo: [MessageHeader.Citation]
    let caseID: String?
    let notBefore: MessageHeader.Term?
    let respondBy: MessageHeader.Term?
    let reviewBy: CalendarDate?
    let retainUntil: CalendarDate?
    let documents: [MessageHeader.Document]

    init?(_ reader: inout HeaderReader) {
        let version = reader.required("zegel", "the text \"1\"") { $0.string == "1" ? true : nil }
        let kenmerk = reader.required("kenmerk", "1 to 64 printable characters") { $0.string.flatMap { Kenmerk($0) } }
        let date = reader.required("date", "a day as YYYY-MM-DD", Self.day)
        let exchange = reader.required("exchange", "the name of an exchange", Self.label)
        let kind = reader.required("kind", "the name of a kind", Self.label)
        self.subject = reader.optional("subject", "a text of 1 to 200 characters", Self.text(200))
        let from = reader.object("from", Self.address)
        self.to = Self.recipients(&reader)
        let purpose = reader.required("purpose", "the name of a purpose", Self.label)
        let legalBasis = reader.required("legalBasis", "the name of a legal basis", Self.label)
        let classification = reader.required("classification", Self.levels) {
            Classification(rawValue: $0.string ?? "")
        }
        Self.classification(classification, &reader)
        self.markings = reader.optional("markings", "a list of names, each once", Self.labels) ?? []
        self.details = reader.optional("details", "an object", \.members) ?? []
        self.inReplyTo = reader.objects("inReplyTo", isRequired: false, Self.citation)
        _ = reader.optional("references", "a list of texts of at most 200 characters", Self.texts)
        self.caseID = reader.optional("case", "a text of 1 to 64 characters", Self.text(64))
        _ = reader.optional("onBehalfOf", "a text of 1 to 64 characters", Self.text(64))
        self.notBefore = reader.optional("notBefore", "a day, or a moment in UTC", Self.term)
        self.respondBy = reader.optional("respondBy", "a day, or a moment in UTC", Self.term)
        self.reviewBy = reader.optional("reviewBy", "a day as YYYY-MM-DD", Self.day)
        self.retainUntil = reader.optional("retainUntil", "a day as YYYY-MM-DD", Self.day)
        let nonce = reader.required("nonce", "16 random bytes in base64url, 22 characters") {
            $0.string.flatMap(Self.nonce)
        }
        self.documents = Self.documents(&reader)
        guard version != nil, nonce != nil, let kenmerk, let date, let exchange, let kind, let from, let purpose,
            let legalBasis, let classification
        else { return nil }
        self.kenmerk = kenmerk
        self.date = date
        self.exchange = exchange
        self.kind = kind
        self.from = from
        self.purpose = purpose
        self.legalBasis = legalBasis
        self.classification = classification
    }

    private static let levels = "one of " + Classification.allCases.map(\.rawValue).joined(separator: ", ")

    /// Who classified, when and until when belongs to every level above the first, and to no other (DESIGN §2).
    private static func classification(_ level: Classification?, _ reader: inout HeaderReader) {
        let classifiedBy = reader.optional("classifiedBy", "a function of 1 to 100 characters", Self.text(100))
        let classifiedOn = reader.optional("classifiedOn", "a day as YYYY-MM-DD", Self.day)
        let declassifyOn = reader.optional("declassifyOn", "a day as YYYY-MM-DD", Self.day)
        let declassifyWhen = reader.optional("declassifyWhen", "a text of 1 to 200 characters", Self.text(200))
        _ = reader.optional("foreignClassification", "a text of 1 to 64 characters", Self.text(64))
        guard let level, level > .ongerubriceerd else { return }
        if classifiedBy == nil {
            reader.fault("field.missing", "classifiedBy", "a classified message names the function that classified it")
        }
        if classifiedOn == nil {
            reader.fault(
                "field.missing",
                "classifiedOn",
                "a classified message names the day on which it was classified"
            )
        }
        if (declassifyOn == nil) == (declassifyWhen == nil) {
            reader.fault(
                "field.missing",
                "declassifyOn",
                "a classified message has either declassifyOn or declassifyWhen"
            )
        }
    }
}
