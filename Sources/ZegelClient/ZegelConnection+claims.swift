// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// Messages that are this system's own to collect, for a while.
package struct ClaimedPage: Hashable, Sendable {
    /// The messages, in order of arrival.
    package let messages: [InboxPage.Line]
    /// Until when no other system is given them, by the server's clock.
    package let until: Instant
}

extension ZegelConnection {
    /// Claims messages that were not collected yet, so that no other system that shares the mailbox collects them.
    ///
    /// What this one holds already comes first, for another lease.
    ///
    /// - Parameters:
    ///   - mailbox: The mailbox; `nil` for that of the profile.
    ///   - claimant: What this system calls itself.
    ///   - limit: How many it holds at most, 1 to 100.
    ///   - lease: Seconds until others may have them, 1 to 3,600.
    package func claim(
        _ mailbox: MailboxName? = nil,
        as claimant: String,
        limit: Int = 10,
        lease: Int = 300
    ) async throws(ClientError) -> ClaimedPage {
        let body: JSONValue = [
            "claimant": .string(claimant), "limit": .integer(Int64(limit)), "lease": .integer(Int64(lease)),
        ]
        let path = "/v1/mailboxes/\(mailbox ?? self.profile.mailbox)/claims"
        let answer = try await self.answer(.post(path, .read, .bytes(body.encoded, type: MediaType.json)))
        guard let lines = answer.json["messages"]?.array?.map({ InboxPage.Line($0) }), !lines.contains(nil),
            lines.count <= limit, let until = answer.json["until"]?.string.flatMap({ Instant($0) })
        else { throw ClientError.malformed("Its answer has another form.").traced(answer.traceID) }
        return ClaimedPage(messages: lines.compactMap { $0 }, until: until)
    }
}
