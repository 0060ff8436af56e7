// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore
import ZegelTrust

@testable import ZegelExchange

/// One way to be refused; its good twin is the same letter handed in by its sender.
struct Refusal: Sendable, CustomTestStringConvertible {
    struct Submission: Sendable {
        let container: [UInt8]
        let peer: AuthenticatedPeer
    }

    let testDescription: String
    let code: String
    let reason: ReasonCode?
    let limits: Limits
    let deviating: @Sendable (World, Letter) async throws -> Submission

    init(
        _ what: String,
        _ code: String,
        _ reason: ReasonCode? = nil,
        limits: Limits = .init(),
        _ deviating: @escaping @Sendable (World, Letter) async throws -> Submission
    ) {
        self.testDescription = what
        self.code = code
        self.reason = reason
        self.limits = limits
        self.deviating = deviating
    }

    /// A deviation of the letter alone.
    init(_ what: String, _ code: String, _ reason: ReasonCode? = nil, _ letter: @escaping @Sendable () throws -> Letter)
    {
        self.init(what, code, reason) { world, _ in
            Submission(container: try letter().container(), peer: try world.peer("aivd"))
        }
    }

    /// A deviation of who asks alone.
    init(_ what: String, _ code: ProblemCode, peer: @escaping @Sendable (World) throws -> AuthenticatedPeer) {
        self.init(what, code.rawValue) { world, letter in
            Submission(container: try letter.container(), peer: try peer(world))
        }
    }

    /// A deviation of who signs alone.
    init(
        _ what: String,
        _ code: String,
        signer: @escaping @Sendable (Parties) throws -> (Letter) throws -> [UInt8]
    ) {
        self.init(what, code) { world, letter in
            Submission(container: try signer(world.parties)(letter), peer: try world.peer("aivd"))
        }
    }
}

extension Refusal {
    static let rows = Self.asking + Self.headers + Self.signatures + Self.contents + Self.states

    private static let asking = [
        Refusal("by another organisation", .headerSender) { try $0.peer("om") },
        Refusal("with a token that covers no sending", .scopeMissing) { try $0.peer("aivd", scopes: [Scope(.read)]) },
        Refusal("with a token for another mailbox", .scopeMissing) { world in
            try world.peer("aivd", scopes: [Scope(.send, mailbox: MailboxName("aivd/cti"))])
        },
    ]

    private static let headers = [
        Refusal("from a mailbox that the organisation does not have", "header.sender") {
            var letter = try Letter.report()
            let oin = try Parties.shared.get()["aivd"].oin
            letter.members.removeAll { $0.key == "from" }
            letter.members.append(.init("from", ["oin": .string("\(oin)"), "mailbox": "aivd/onbekend"]))
            return letter
        },
        Refusal("in an exchange that does not exist", "policy.denied", .notMember) {
            try .report("AIVD-1", ["exchange": "bestaat-niet"])
        },
        Refusal("on the basis of another purpose", "policy.denied", .basisNotAllowed) {
            try .report("AIVD-1", ["legalBasis": "wiv2017-art62"])
        },
        Refusal("to one who is not in the exchange", "policy.denied", .notMember) {
            try .report("AIVD-1", ["to": .array([try Letter.address("bank-a/tf")])])
        },
        Refusal("as an answer to what was never sent", "policy.denied", .replyUnmatched) {
            try .report("AIVD-1", ["inReplyTo": [["kenmerk": "OM-1", "date": "2026-11-02"]]])
        },
        Refusal("without a kind", "header.invalid") { try .report("AIVD-1", ["kind": nil]) },
        Refusal("with a header that is larger than is read", "header.too-large") {
            var letter = try Letter.report()
            letter.members.append(.init("subject", .string(String(repeating: "x", count: 70_000))))
            return letter
        },
    ]

    private static let signatures = [
        Refusal("signed by another organisation", "signature.other-organisation") { parties in
            { try $0.container(by: parties["om"].seal) }
        },
        Refusal("signed with a release certificate", "certificate.profile") { parties in
            { try $0.container(by: parties["aivd"].release) }
        },
        Refusal("signed under an authority that nobody trusts", "certificate.untrusted") { _ in
            { try $0.container(by: Parties()["aivd"].seal) }
        },
        Refusal("signed six minutes from now", "signature.time-future") { _ in
            { letter in
                var letter = letter
                letter.signedAt = Parties.now.advanced(bySeconds: 360)
                return try letter.container()
            }
        },
        Refusal("signed more than a day ago", "signature.time-old") { _ in
            { letter in
                var letter = letter
                letter.signedAt = Parties.now.advanced(bySeconds: -86_401)
                return try letter.container()
            }
        },
    ]

    private static let contents = [
        Refusal("with a document that was changed", "container.digest-mismatch") { _ in
            { try $0.container(damaged: true) }
        },
        Refusal("with a large document that was changed", "container.digest-mismatch") { _ in
            { try $0.with(documentOf: 300_000).container(damaged: true) }
        },
        Refusal("cut short", "container.truncated") { _ in { try $0.container().dropLast(40) } },
        Refusal("empty", "container.empty") { _ in { _ in [] } },
    ]

    private static let states = [
        Refusal("with kenmerk and date of another message", "message.kenmerk-taken") { world, letter in
            _ = try await world.stored(try Letter.intelligence("AIVD-9").container())
            return Submission(container: try Letter.report("AIVD-9").container(), peer: try world.peer("aivd"))
        },
        Refusal("while the committer has enough to do", "server.busy", limits: .with { $0.committerQueue = 0 }) {
            Submission(container: try $1.container(), peer: try $0.peer("aivd"))
        },
        Refusal("denied too often in a minute", "rate.exceeded", limits: .with { $0.refusalsPerMinute = 1 }) {
            world,
            _ in
            let letter = try Letter.report("AIVD-1", ["exchange": "bestaat-niet"])
            let submission = Submission(container: try letter.container(), peer: try world.peer("aivd"))
            await #expect(throws: Problem(.policyDenied)) {
                try await world.submit(submission.container, as: submission.peer)
            }
            return submission
        },
        Refusal("allowed and broken too often", "rate.exceeded", limits: .with { $0.refusalsPerMinute = 1 }) {
            world,
            letter in
            let submission = Submission(container: try letter.container(damaged: true), peer: try world.peer("aivd"))
            await #expect(throws: Problem(.digestMismatch)) {
                try await world.submit(submission.container, as: submission.peer)
            }
            return submission
        },
    ]
}

extension Limits {
    static func with(_ change: (inout Limits) -> Void) -> Limits {
        var limits = Limits()
        change(&limits)
        return limits
    }
}
