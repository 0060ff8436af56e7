// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import ZegelCore
import ZegelExchange
import ZegelIdentity
import ZegelStore
import ZegelTransport

/// `POST /v1/mailboxes/{organisation}/{name}/claims`: a system says who it is, and gets messages that are its own for a while.
struct ClaimHarness {
    /// Bytes of a claim.
    private static let size = 1_024

    let harness: Harness
    let peer: AuthenticatedPeer

    /// The handler that takes the claim.
    func body() -> any RequestBodyHandler {
        let harness = self.harness
        let claim = ClaimPost(harness.call(by: self.peer))
        return GatheredBody(limit: Self.size, harness) { bytes in
            do {
                let json = harness.json
                let asked = try Self.asked(bytes, harness.context.limits)
                let claimed = claim(harness.match.mailbox, as: asked.claimant, limit: asked.limit, lease: asked.lease)
                harness.answer(claimed) { post in
                    json([
                        "messages": .array(post.messages.map(MessageView.json(of:))), "until": .string("\(post.until)"),
                    ])
                }
            } catch {
                harness.fail(error)
            }
        }
    }

    private static func asked(
        _ bytes: [UInt8],
        _ limits: Limits
    ) throws(Problem) -> (claimant: String, limit: Int, lease: Int) {
        let json = try StrictJSON.parse(bytes)
        let keys = json.members?.map(\.key) ?? []
        guard Set(keys).isSubset(of: ["claimant", "limit", "lease"]),
            let claimant = json["claimant"]?.string, MailboxName.isLabel(claimant),
            let limit = Self.number(json["limit"], 10, upTo: limits.claims),
            let lease = Self.number(json["lease"], 300, upTo: limits.lease)
        else {
            throw Problem(
                .parameterInvalid,
                """
                Send {"claimant": …, "limit": …, "lease": …}: a name of lower-case letters, digits and hyphens; 1 to \
                \(limits.claims) messages, 10 where left out; 1 to \(limits.lease) seconds, 300 where left out.
                """
            )
        }
        return (claimant, limit, lease)
    }

    private static func number(_ value: JSONValue?, _ absent: Int, upTo most: Int) -> Int? {
        guard let value else { return absent }
        return value.integer.flatMap { (1...Int64(most)).contains($0) ? Int($0) : nil }
    }
}
