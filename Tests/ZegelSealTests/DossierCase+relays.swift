// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import ZegelCore
import ZegelVerify

extension DossierCase {
    /// Both servers may seal.
    private static let both = Setting(sealers: ["00000099000000099000", "00000099000000099002"])

    private static let taken = Statement.Declaration.withdrawal(reason: "De bron deugt niet.")

    private static func relayed(
        _ what: String,
        _ check: String,
        _ code: String,
        _ change: @escaping @Sendable (inout HopDraft) throws -> Void
    ) -> DossierCase {
        .failed(what, check, code, Self.both) { try $0.relay(change) }
    }

    /// What the acceptance says of the way, changed after the fact by the server itself.
    private static func claimed(
        _ what: String,
        _ change: @escaping @Sendable (String) -> String
    ) -> DossierCase {
        .failed(what, "container", "record_mismatch", Self.both) { draft in
            try draft.relay()
            let before = draft.changeAcceptance
            draft.changeAcceptance = { change(before($0)) }
        }
    }

    private static func release(_ draft: HopDraft, by signer: TestWorld.Signer, server: OIN? = nil) throws -> [UInt8] {
        try draft.world.statement(
            .release,
            about: draft.container,
            mailbox: "aivd/ct",
            by: signer.cades,
            server: server ?? draft.server.oin,
            message: try HopDraft.id
        )
    }

    static let relays: [DossierCase] = [
        .passed("a message that came from another server", Self.both) { try $0.relay() },
        .passed("one whose other server nobody names") { try $0.relay() },
        .passed("one that was released there", Self.both) { draft in
            try draft.relay { $0.release = try Self.release($0, by: $0.world.aivd.release) }
        },
        .passed("one that was withdrawn there", Self.both) { draft in
            try draft.relay()
            let (aivd, partner) = (draft.world.aivd, draft.world.partner)
            try draft.add(Self.taken, "aivd/ct", aivd.seal.cades, server: partner.oin, message: HopDraft.id)
            draft.state = .withdrawn
        },
        .failed("a withdrawal there of another message", "statement", "record_mismatch", Self.both) { draft in
            try draft.relay()
            try draft.add(Self.taken, "aivd/ct", draft.world.aivd.seal.cades, server: draft.world.partner.oin)
        },
        .passed("one that passed two servers", Self.both) { draft in
            let world = draft.world
            let first = try HopDraft(draft, world.om).entries()
            var second = try HopDraft(draft, world.partner)
            second.submittedBy = world.om.oin
            second.before = first
            second.previous = [ContentDigest(of: first[2].bytes)]
            try draft.relay(by: world.partner.oin, first + second.entries(2), seals: [1, 2])
        },
        .failed("two servers in the wrong order", "container", "record_mismatch", Self.both) { draft in
            let world = draft.world
            let first = try HopDraft(draft, world.om).entries(2)
            var second = try HopDraft(draft, world.partner)
            second.submittedBy = world.om.oin
            try draft.relay(by: world.om.oin, second.entries() + first, seals: [1, 2])
        },
        .failed("the same server twice", "container", "record_mismatch", Self.both) { draft in
            let world = draft.world
            let first = try HopDraft(draft, world.partner).entries()
            var second = try HopDraft(draft, world.partner)
            second.submittedBy = world.partner.oin
            second.before = first
            second.previous = [ContentDigest(of: first[2].bytes)]
            try draft.relay(by: world.partner.oin, first + second.entries(2), seals: [1, 2])
        },
        .failed("a second server without the first", "container", "record_mismatch", Self.both) { draft in
            let entries = try HopDraft(draft, draft.world.partner).entries(2)
            try draft.relay(by: draft.world.partner.oin, entries, seals: [2])
        },
        Self.claimed("other seals than those that are shown") {
            $0.replacing("\"previous\":[\"", with: "\"previous\":[\"\(ContentDigest(of: []))\",\"")
        },
        Self.claimed("no seals, where some are shown") { text in
            let parts = text.split(separator: "\"previous\":[", maxSplits: 1)
            let rest = parts[1].drop { $0 != "]" }
            return "\(parts[0])\"previous\":[\(rest)"
        },
        Self.claimed("another server that brought it") {
            $0.replacing("00000099000000099002", with: "00000099000000099003")
        },
        .failed("a server that brought it, and nothing of it", "container", "record_mismatch", Self.both) {
            try $0.relay(by: $0.world.partner.oin, [])
        },
        .failed("a server without its proof", "container", "record_mismatch", Self.both) { draft in
            let entries = try HopDraft(draft, draft.world.partner).entries()
            try draft.relay(by: draft.world.partner.oin, entries.filter { !$0.name.hasSuffix("proof") })
        },
        Self.relayed("another container at the other server", "container", "record_mismatch") {
            $0.container = try $0.world.container(documents: [])
        },
        Self.relayed("another addressee at the other server", "container", "record_mismatch") { $0.to = ["om/fp"] },
        Self.relayed("another sender at the other server", "container", "record_mismatch") {
            $0.submittedBy = $0.world.om.oin
        },
        Self.relayed("the other seal by another", "relay", "record_mismatch") { $0.signer = $0.world.om.seal.cades },
        Self.relayed("the other seal changed", "relay", "sig_crypto_failure") { hop in
            hop.changeSeal = { $0.dropLast() + [$0[$0.count - 1] ^ 1] }
        },
        Self.relayed("the other seal over less", "relay", "record_mismatch") { hop in
            hop.changeManifest = { Array($0.dropLast(2)) + $0.suffix(1) }
        },
        Self.relayed("the other log without the seal", "relay", "log_proof_failure") { hop in
            hop.log.changeSalt = { $0.map { $0 ^ 1 } }
        },
        Self.relayed("a release there by another organisation", "relay", "sig_constraints_failure") {
            $0.release = try Self.release($0, by: $0.world.om.release)
        },
        Self.relayed("a release of another server's message", "relay", "record_mismatch") {
            $0.release = try Self.release($0, by: $0.world.aivd.release, server: $0.world.server.oin)
        },
    ]
}
