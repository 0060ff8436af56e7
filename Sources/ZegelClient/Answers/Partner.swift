// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// An organisation that this one shares an exchange with.
package struct Partner: Hashable, Sendable {
    /// Its short name, the first part of its mailboxes' names.
    package let short: String
    /// Its number.
    package let oin: OIN
    /// Its name for people.
    package let name: String
    /// What it is.
    package let kind: Organisation.Kind
    /// Where it is.
    package let region: Organisation.Region
    /// Its mailboxes.
    package let mailboxes: [Organisation.Mailbox]

    init?(_ json: JSONValue) {
        guard let short = json["short"]?.string, MailboxName.isLabel(short),
            let oin = json["oin"]?.string.flatMap({ OIN($0) }), let name = json["name"]?.string,
            let kind = json["kind"]?.string.flatMap({ Organisation.Kind(rawValue: $0) }),
            let region = json["region"]?.string.flatMap({ Organisation.Region(rawValue: $0) }),
            let mailboxes = json["mailboxes"]?.array?.map({ Self.mailbox($0) }), !mailboxes.contains(nil)
        else { return nil }
        self.short = short
        self.oin = oin
        self.name = name
        self.kind = kind
        self.region = region
        self.mailboxes = mailboxes.compactMap { $0 }
    }

    private static func mailbox(_ json: JSONValue) -> Organisation.Mailbox? {
        guard let name = json["name"]?.string.flatMap({ MailboxName($0) }),
            let clearance = json["clearance"]?.string.flatMap({ Classification(rawValue: $0) })
        else { return nil }
        return Organisation.Mailbox(name: name, clearance: clearance)
    }
}

/// What a server says about itself to whoever may connect.
package struct ServerStatus: Hashable, Sendable {
    /// Its name, which its tokens carry.
    package let name: String
    /// The version of the interface that it speaks.
    package let version: String
    /// Whether it says that it is for trials only.
    package let isTrial: Bool
}

/// Documents that a server publishes to whoever may connect.
package enum PublishedDocument: String, Sendable, CaseIterable {
    /// Where and how tokens are had (RFC 8414).
    case authorizationServer = "/.well-known/oauth-authorization-server"
    /// What tokens are for (RFC 9728).
    case protectedResource = "/.well-known/oauth-protected-resource"
    /// The keys that tokens are signed with.
    case keys = "/.well-known/jwks.json"
    /// The interface, OpenAPI 3.1.
    case openAPI = "/openapi.json"
}
