// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Foundation
import NIOCore
import TransparencyLog
import ZegelCore
import ZegelPolicy
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

/// A server of a test, as others name it in their policies.
struct NamedServer: Sendable {
    let party: Parties.Party
    let log: NoteSigner
    let serves: [String]
    var relays: [String] = []

    init(_ party: Parties.Party, log name: String, serves: [String], relays: [String] = []) throws {
        self.init(party, NoteSigner(name: try KeyName(name)), serves: serves, relays: relays)
    }

    init(_ party: Parties.Party, _ log: NoteSigner, serves: [String], relays: [String] = []) {
        self.party = party
        self.log = log
        self.serves = serves
        self.relays = relays
    }

    var yaml: String {
        """
          - oin: \(self.party.oin)
            url: https://\(self.party.oin).example
            log: \(self.log.verifier)
            serves: [\(self.serves.joined(separator: ", "))]
            relays: [\(self.relays.joined(separator: ", "))]

        """
    }
}

/// The policy of a server to which others are named, and that server.
extension World {
    static func policy(naming servers: [NamedServer]) throws -> PolicySet {
        guard !servers.isEmpty else { return try Parties.shared.get().policy }
        let path = "organisations.yaml"
        let files = PolicySource.embedded.files.map { file in
            file.path != path
                ? file : (path, file.bytes + Array("servers:\n\(servers.map(\.yaml).joined())".utf8))
        }
        return try PolicySet(PolicySource(files: files))
    }

    /// Opens a server of its own.
    convenience init(in folder: String, _ server: NamedServer, naming others: [NamedServer]) throws {
        try self.init(
            in: folder,
            log: server.log,
            server: server.party,
            policy: World.policy(naming: others)
        )
    }

    /// The dossier that the addressee's server gets of a message.
    func dossier(of message: StoredMessage, as organisation: String) async throws -> [UInt8] {
        let seen = try await self.read(message.id, as: try self.peer(organisation))
        let plan = try await DownloadMessage(self.context, on: self.eventLoop).dossier(of: seen).get()
        return try await DownloadTests.bytes(plan, in: self, isSent: false)
    }
}

/// A message that one server took, and the server of its addressees.
struct Relayed: Sendable {
    let container: [UInt8]
    let message: StoredMessage
    /// What the first server hands to the second.
    let dossier: [UInt8]
    let first: World
    let second: World

    /// The entries that the first server added, in order, with their names.
    func added() throws -> [(name: String, bytes: [UInt8])] {
        var entries: [(String, [UInt8])] = []
        var reader = ContainerReader()
        try reader.consume(self.dossier[...]) { event in
            switch event {
            case .began(let name, _): entries.append((name, []))
            case .content(let bytes): entries[entries.count - 1].1 += bytes
            case .ended: ()
            }
        }
        let own = entries.firstIndex { $0.0 == EntryPath.acceptance } ?? 0
        return Array(entries[own...])
    }

    /// The same with other entries behind the container.
    func bytes(
        _ change: ([(name: String, bytes: [UInt8])]) throws -> [(name: String, bytes: [UInt8])]
    ) throws -> [UInt8] {
        var intake = ContainerIntake()
        try intake.consume(self.container[...])
        let index = try intake.finish().index
        var writer = try ContainerWriter(continuing: index.directory)
        var tail: [UInt8] = []
        for (name, bytes) in try change(self.added()) { tail += try writer.entry(name: name, content: bytes) }
        return Array(self.container[..<index.entriesSize]) + tail + writer.directory()
    }

    func outcome(_ bytes: [UInt8]? = nil) async throws -> SubmitMessage.Outcome {
        try await self.second.relay(bytes ?? self.dossier, as: self.second.peer(of: self.first.parties.server))
    }

    /// Runs a test with a message that was released at the first server, where that was asked.
    ///
    /// - Parameter serves: Whose post goes to the first server by the word of the second.
    /// - Parameter audit: Reads the log of the first and of the second again.
    static func with(
        _ letter: Letter,
        serves: [String] = ["aivd"],
        _ body: (Relayed) async throws -> Void,
        auditing audit: (Int, World) async throws -> Void = { try await $1.audit() }
    ) async throws {
        try await World.withFolder { folder in
            let parties = try Parties.shared.get()
            let one = try NamedServer(parties.server, log: "one.example/2026", serves: serves)
            let two = try NamedServer(
                parties.partner,
                log: "two.example/2026",
                serves: ["om", "nctv"],
                relays: ["aivd"]
            )
            let first = try World(in: "\(folder)/1", one, naming: [two])
            defer { first.context.store.close() }
            let hub = try NamedServer(parties.hub, log: "hub.example/2026", serves: ["ind"], relays: ["aivd"])
            let own = NamedServer(two.party, two.log, serves: two.serves.filter { !serves.contains($0) })
            // Its own name among the others says nothing to it: one policy can be that of all.
            let second = try World(in: "\(folder)/2", two, naming: [one, hub, own])
            defer { second.context.store.close() }
            let container = try letter.container()
            let message = try await first.stored(container)
            if message.state == .awaitingRelease { try await ReadingTests.release(message, in: first) }
            let addressee = "\(message.header.to[0].address.mailbox)".prefix { $0 != "/" }
            let dossier = try await first.dossier(of: message, as: String(addressee))
            try await body(
                Relayed(container: container, message: message, dossier: dossier, first: first, second: second)
            )
            try await audit(1, first)
            try await audit(2, second)
        }
    }
}
