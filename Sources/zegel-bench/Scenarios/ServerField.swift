// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelClient
import ZegelCore

/// One trial installation with every server of a run, and the containers that they are given.
final class ServerField {
    private struct Pack {
        let path: String
        let count: Int
        var used = 0
    }

    let home: String
    private let folder: String
    private var servers: [Peer: MeasuredServer] = [:]
    private var packs: [Int: Pack] = [:]
    private var series = 0

    /// Starts servers in a folder that goes away with ``end()``.
    init(_ peers: [Peer], zegel: String, nginx: String) async throws {
        self.folder = FileManager.default.temporaryDirectory.appending(path: "zegel-bench-\(UUID().uuidString)").path
        self.home = "\(self.folder)/home"
        try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
        do {
            _ = try ChildProcess.run(zegel, ["init", "--home", self.home])
            try self.configure()
            for peer in peers {
                self.servers[peer] =
                    switch peer {
                    case .zegel: try MeasuredServer.zegel(zegel, home: self.home)
                    case .nginx: try await MeasuredServer.nginx(.files(nginx, home: self.home))
                    case .floor: try MeasuredServer.saying(LoadProcess.program, ["floor", "--home", self.home])
                    }
            }
        } catch {
            self.end()
            throw error
        }
    }

    /// Stops the servers and removes what they kept.
    func end() {
        for server in self.servers.values { server.stop() }
        try? FileManager.default.removeItem(atPath: self.folder)
    }

    func server(_ peer: Peer) throws -> MeasuredServer {
        guard let server = self.servers[peer] else { throw NoServer(name: peer.rawValue) }
        return server
    }

    /// Makes containers with a document of a size, which ``take(_:of:)`` then gives out.
    func prepare(_ count: Int, of size: Int) throws {
        self.series += 1
        let path = "\(self.folder)/pack-\(self.series)"
        let writer = PackWriter(
            series: self.series,
            template: try HeaderTemplate.intelligence(self.home),
            signer: try KeyFiles("seal", in: "\(self.home)/pki/organisations/aivd").signer(),
            size: size
        )
        try writer.write(count, to: path)
        self.packs[size] = Pack(path: path, count: count)
    }

    /// The pack, and the number of the first of so many containers that nobody had.
    func take(_ count: Int, of size: Int) throws -> (path: String, first: Int) {
        guard var pack = self.packs[size], pack.used + count <= pack.count else { throw NoPack(path: "\(size)") }
        defer { self.packs[size] = pack }
        pack.used += count
        return (pack.path, pack.used - count)
    }

    /// Hands in messages, or puts files, that are read later.
    func seeds(_ count: Int, of size: Int) throws -> Seeds {
        let (pack, first) = try self.take(count, of: size)
        func place(_ peer: Peer, _ step: LoadPlan.Step) throws -> [String] {
            let plan = LoadPlan(
                port: try self.server(peer).port,
                home: self.home,
                organisation: "aivd",
                connections: 1,
                streams: 1,
                threads: 1,
                steps: [step],
                scopes: peer == .zegel ? "messages.send" : nil,
                pack: pack,
                first: first,
                warmUp: 0,
                count: count,
                keepsPlaces: true
            )
            return try LoadProcess(plan).measure().places
        }
        if self.servers[.nginx] != nil { _ = try place(.nginx, Peer.put) }
        return Seeds(
            messages: try place(.zegel, Peer.submission),
            files: (first..<first + count).map { "/dav/\(MessagePack.name(pack, $0))" }
        )
    }

    /// The listing of a mailbox as a client asks for it that has seen all.
    func endOfMailbox(_ name: String, of organisation: String) async throws -> String {
        guard let mailbox = MailboxName(name), let server = OIN("00000099000000000001") else { throw WrongAnswer() }
        let keys = "\(self.home)/pki"
        let profile = ClientProfile(
            url: "https://localhost:\(try self.server(.zegel).port)",
            mailbox: mailbox,
            client: KeyFiles("client", in: "\(keys)/organisations/\(organisation)"),
            serverAnchors: ["\(keys)/ca.pem"],
            sealAnchors: ["\(keys)/ca.pem"],
            revocationLists: ["\(keys)/ca.crl.pem"],
            sealers: [server]
        )
        let cursor = try await ZegelConnection.with(profile) { connection in
            var cursor: String?
            while true {
                let page = try await connection.mailbox(after: cursor, limit: 1_000)
                if page.messages.isEmpty { return cursor }
                cursor = page.next
            }
        }
        return "/v1/mailboxes/\(name)/messages" + (cursor.map { "?after=\($0)" } ?? "")
    }

    /// A load asks for its token once, and a soak lasts longer than one; all of it comes from one organisation, whose rate is bounded.
    private func configure() throws {
        let path = "\(self.home)/zegel.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let longer = text.replacing("lifetime: 600s", with: "lifetime: 24h")
        try (longer + "limits:\n  requestsPerSecond: 1000000\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}
