// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
import ZegelVerify

/// An act that carries no signature of the server, as the log commits to it: to the SHA-256 of its record.
package enum Act: Hashable, Sendable {
    /// A mailbox has collected every byte of a message, which has this number among those from its sender.
    case delivery(of: MessageID, to: MailboxName, number: Int64, by: Collector, at: Instant)
    /// Another policy is in force.
    case policy(ContentDigest, at: Instant)
    /// Other cases are in force: the digest of their files; `nil` where there are none.
    case cases(ContentDigest?, at: Instant)
    /// Other holds are in force: the digest of their file.
    case holds(ContentDigest, at: Instant)
    /// Another key does a job from now on: the SHA-256 of the public key.
    case key(job: String, ContentDigest, at: Instant)
    /// Another server signed that it has a message, or a statement about it: the SHA-256 of its receipt.
    case relay(of: MessageID, to: OIN, receipt: ContentDigest, at: Instant)
    /// What the store holds of a message is being destroyed; that it was is stated and signed when nothing is left.
    case erasure(of: MessageID, at: Instant)
    /// What an operator did.
    case administration(String, at: Instant)
    /// The log begins because a store was restored: the key of the log before, and the last checkpoint that is known of it.
    case restore(key: String, checkpoint: [UInt8], at: Instant)
    /// The decisions of one commit, by their numbers: the SHA-256 over the digests of their records.
    case decisions(from: Int64, to: Int64, ContentDigest)

    /// The name of the kind, under which it is stored.
    package var kind: String {
        switch self {
        case .delivery: "delivery"
        case .policy: "policy"
        case .cases: "cases"
        case .holds: "holds"
        case .key: "key"
        case .relay: "relay"
        case .erasure: "erasure"
        case .administration: "administration"
        case .restore: "restore"
        case .decisions: "decisions"
        }
    }

    /// The exact bytes that the log commits to.
    package var record: [UInt8] {
        let members: [JSONValue.Member] =
            switch self {
            case .delivery(let message, let mailbox, let number, let collector, let time):
                [
                    .init("message", .string("\(message)")), .init("mailbox", .string("\(mailbox)")),
                    .init("number", .integer(number)), .init("by", collector.json), .init("time", .string("\(time)")),
                ]
            case .policy(let digest, let time), .holds(let digest, let time):
                [.init("sha256", .string("\(digest)")), .init("time", .string("\(time)"))]
            case .cases(let digest, let time):
                [
                    .init("sha256", digest.map { .string("\($0)") } ?? .null), .init("time", .string("\(time)")),
                ]
            case .key(let job, let digest, let time):
                [
                    .init("job", .string(job)), .init("sha256", .string("\(digest)")),
                    .init("time", .string("\(time)")),
                ]
            case .relay(let message, let server, let receipt, let time):
                [
                    .init("message", .string("\(message)")), .init("server", .string("\(server)")),
                    .init("receipt", .string("\(receipt)")), .init("time", .string("\(time)")),
                ]
            case .erasure(let message, let time):
                [.init("message", .string("\(message)")), .init("time", .string("\(time)"))]
            case .administration(let what, let time): [.init("what", .string(what)), .init("time", .string("\(time)"))]
            case .restore(let key, let checkpoint, let time):
                [
                    .init("key", .string(key)), .init("checkpoint", .string(Base64.encode(checkpoint))),
                    .init("time", .string("\(time)")),
                ]
            case .decisions(let first, let last, let digest):
                [.init("from", .integer(first)), .init("to", .integer(last)), .init("sha256", .string("\(digest)"))]
            }
        return JSONValue.object([.init("zegel", "1"), .init("record", .string(self.kind))] + members).encoded
    }
}
