// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension HeaderFields {
    static func address(_ reader: inout HeaderReader) -> MailboxAddress? {
        let oin = reader.required("oin", "an OIN of 20 digits") { $0.string.flatMap { OIN($0) } }
        let mailbox = reader.required("mailbox", "a mailbox as organisation/function") {
            $0.string.flatMap { MailboxName($0) }
        }
        guard let oin, let mailbox else { return nil }
        return MailboxAddress(oin: oin, mailbox: mailbox)
    }

    static func recipients(_ reader: inout HeaderReader) -> [MessageHeader.Recipient] {
        let recipients = reader.objects("to", isRequired: true) { element -> MessageHeader.Recipient? in
            let address = Self.address(&element)
            let role = element.optional("role", "action or information") {
                MessageHeader.Recipient.Role(rawValue: $0.string ?? "")
            }
            return address.map { .init(address: $0, role: role ?? .action) }
        }
        Self.holdAddressees(recipients.map(\.address.mailbox), &reader)
        return recipients
    }

    /// Notes what is wrong with a list of mailboxes as a whole.
    static func holdAddressees(_ mailboxes: [MailboxName], _ reader: inout HeaderReader) {
        if mailboxes.isEmpty { reader.fault("field.invalid", "to", "to must name at least one mailbox") }
        if mailboxes.count > 200 { reader.fault("field.invalid", "to", "to may name at most 200 mailboxes") }
        if Set(mailboxes).count != mailboxes.count { reader.fault("field.invalid", "to", "to names a mailbox twice") }
    }

    static func citation(_ reader: inout HeaderReader) -> MessageHeader.Citation? {
        .init(
            kenmerk: reader.optional("kenmerk", "1 to 64 printable characters") { $0.string.flatMap { Kenmerk($0) } },
            date: reader.optional("date", "a day as YYYY-MM-DD", Self.day)
        )
    }

    static func documents(_ reader: inout HeaderReader) -> [MessageHeader.Document] {
        let documents = reader.objects("documents", isRequired: true, Self.document)
        if !documents.isEmpty, documents.count(where: { $0.role == .main }) != 1 {
            reader.fault("field.invalid", "documents", "exactly one document has the role main")
        }
        return documents
    }

    private static func document(_ reader: inout HeaderReader) -> MessageHeader.Document? {
        let name = reader.required("name", "documents/ and a file name") { value in
            value.string.flatMap { $0.hasPrefix("documents/") && $0.utf8.count > 10 ? $0 : nil }
        }
        let role = reader.required("role", "main or annex") { MessageHeader.Document.Role(rawValue: $0.string ?? "") }
        let title = reader.optional("title", "a text of 1 to 200 characters", Self.text(200))
        let mediaType = reader.required("mediaType", "a media type", Self.text(200))
        let size = reader.required("size", "a number of bytes") { $0.integer.flatMap { $0 >= 0 ? $0 : nil } }
        let digest = reader.required("sha256", "64 lower-case hexadecimal digits") {
            $0.string.flatMap { ContentDigest(hexadecimal: $0) }
        }
        let isEncrypted = reader.required("encrypted", "true or false") { value -> Bool? in
            guard case .bool(let flag) = value else { return nil }
            return flag
        }
        guard let name, let role, let mediaType, let size, let digest, let isEncrypted else { return nil }
        if isEncrypted != name.hasSuffix(".age") {
            reader.fault("field.invalid", "encrypted", "encrypted is true where the name ends in .age, and only there")
        }
        return .init(
            name: name,
            role: role,
            title: title,
            mediaType: mediaType,
            size: size,
            digest: digest,
            isEncrypted: isEncrypted
        )
    }
}
