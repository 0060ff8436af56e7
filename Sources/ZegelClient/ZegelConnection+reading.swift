// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOHTTP1
package import ZegelCore

extension ZegelConnection {
    /// Bytes of the largest page of a mailbox, or list of partners, that is taken.
    private static let largestList = 8 * 1_048_576

    /// A message and where it stands, as this organisation may see it.
    ///
    /// - Throws: ``ClientError``; `not-found` also for what this organisation may not know of.
    package func message(_ id: MessageID) async throws(ClientError) -> SeenMessage {
        let answer = try await self.answer(.get("/v1/messages/\(id)", .read))
        guard let message = SeenMessage(answer.json), message.id == id else { throw Self.other(answer) }
        return message
    }

    /// A page of a mailbox.
    ///
    /// - Parameters:
    ///   - mailbox: The mailbox; `nil` for that of the profile.
    ///   - cursor: The `next` of the page before, or `nil` for the beginning.
    ///   - limit: How many messages at most, 1 to 1,000; the server's own choice where left out.
    ///   - wait: Seconds to wait for post where there is none, at most 60.
    /// - Throws: ``ClientError``; `not-found` also for the mailbox of another.
    package func mailbox(
        _ mailbox: MailboxName? = nil,
        after cursor: String? = nil,
        limit: Int? = nil,
        wait: Int = 0
    ) async throws(ClientError) -> InboxPage {
        var query: [String] = []
        if let cursor { query.append("after=\(Self.escaped(cursor))") }
        if let limit { query.append("limit=\(limit)") }
        if wait > 0 { query.append("wait=\(wait)") }
        let path = "/v1/mailboxes/\(mailbox ?? self.profile.mailbox)/messages"
        let tail = query.isEmpty ? "" : "?" + query.joined(separator: "&")
        let answer = try await self.answer(.get(path + tail, .read), atMost: Self.largestList)
        guard let page = InboxPage(answer.json) else { throw Self.other(answer) }
        return page
    }

    /// What a mailbox is to answer, and what others are to answer it.
    ///
    /// - Parameters:
    ///   - mailbox: The mailbox; `nil` for that of the profile.
    ///   - limit: How many requests of each side at most, 1 to 1,000.
    /// - Throws: ``ClientError``; `not-found` also for the mailbox of another.
    package func due(_ mailbox: MailboxName? = nil, limit: Int = 100) async throws(ClientError) -> DueRequests {
        let path = "/v1/mailboxes/\(mailbox ?? self.profile.mailbox)/due?limit=\(limit)"
        let answer = try await self.answer(.get(path, .read), atMost: Self.largestList)
        guard let due = DueRequests(answer.json) else { throw Self.other(answer) }
        return due
    }

    /// The lists that a mailbox publishes and has, version by version.
    ///
    /// - Parameters:
    ///   - mailbox: That of the profile where it is left out.
    ///   - limit: How many versions of each side at most.
    package func lists(_ mailbox: MailboxName? = nil, limit: Int = 100) async throws(ClientError) -> PublishedLists {
        let path = "/v1/mailboxes/\(mailbox ?? self.profile.mailbox)/lists?limit=\(limit)"
        let answer = try await self.answer(.get(path, .read), atMost: Self.largestList)
        guard let lists = PublishedLists(answer.json) else { throw Self.other(answer) }
        return lists
    }

    /// The organisations that this one shares an exchange with.
    package func organisations() async throws(ClientError) -> [Partner] {
        let answer = try await self.answer(.get("/v1/organisations", .read), atMost: Self.largestList)
        guard let list = answer.json["organisations"]?.array?.map({ Partner($0) }), !list.contains(nil) else {
            throw Self.other(answer)
        }
        return list.compactMap { $0 }
    }

    /// One of them, by its short name.
    ///
    /// - Throws: ``ClientError``; `not-found` also for one that this organisation shares nothing with.
    package func organisation(_ short: String) async throws(ClientError) -> Partner {
        guard MailboxName.isLabel(short) else { throw ClientError(Problem(.notFound)) }
        let answer = try await self.answer(.get("/v1/organisations/\(short)", .read))
        guard let partner = Partner(answer.json) else { throw Self.other(answer) }
        return partner
    }

    /// What the server says about itself; it takes a connection but no token.
    package func status() async throws(ClientError) -> ServerStatus {
        let answer = try await self.answer(.get(PublishedDocument.authorizationServer.rawValue, nil))
        guard let name = answer.json["issuer"]?.string, let version = answer.fields.first(name: "api-version") else {
            throw Self.other(answer)
        }
        return ServerStatus(
            name: name,
            version: version,
            isTrial: answer.fields.first(name: "zegel-trial") == "true"
        )
    }

    /// A document that the server publishes.
    package func published(_ document: PublishedDocument) async throws(ClientError) -> JSONValue {
        try await self.answer(.get(document.rawValue, nil)).json
    }

    private static func other(_ answer: Answer) -> ClientError {
        ClientError.malformed("Its answer has another form.").traced(answer.traceID)
    }

    private static func escaped(_ text: String) -> String {
        let letters = "abcdefghijklmnopqrstuvwxyz"
        let unreserved = CharacterSet(charactersIn: letters + letters.uppercased() + "0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
