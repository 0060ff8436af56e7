// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

@Suite("Systems that share a mailbox")
struct ClaimTests {
    private static func claim(
        _ claimant: String,
        in world: World,
        limit: Int = 3,
        lease: Int = 60,
        as peer: AuthenticatedPeer? = nil
    ) async throws -> ClaimedPost {
        let peer = try peer ?? world.peer("nctv")
        let claim = ClaimPost(ExchangeCall(world.context, by: peer, trace: .random(), on: world.eventLoop))
        return try await claim(MailboxName("nctv/analyse"), as: claimant, limit: limit, lease: lease).get()
    }

    private static func send(_ count: Int, in world: World) async throws -> [MessageID] {
        var ids: [MessageID] = []
        for number in 1...count {
            let outcome = try await world.submit(try Letter.intelligence("AIVD-\(number)").container())
            guard case .created(let message) = outcome else { throw Missing() }
            ids.append(message.id)
        }
        return ids
    }

    /// Has all of a message leave, so that it is collected when this returns.
    private static func collect(_ id: MessageID, in world: World) async throws {
        let seen = try await world.read(id, as: try world.peer("nctv"))
        let (context, eventLoop) = (world.context, world.eventLoop)
        let plan = DownloadMessage(context, on: eventLoop).container(of: seen, 0..<seen.message.size)
        try await eventLoop.submit { Download(context, plan, on: eventLoop).sent() }.get()
        let turn = eventLoop.makePromise(of: Void.self)
        context.store.committer.commit({ _ in }, answering: turn)
        try await turn.futureResult.get()
    }

    @Test("A claim is its claimant's alone until the lease ends; asking again renews it, and collecting ends it")
    func life() async throws {
        try await World.run { world in
            let sent = try await Self.send(5, in: world)
            let first = try await Self.claim("een", in: world)
            #expect(first.messages.map(\.id) == Array(sent[0..<3]))
            #expect(first.until == world.clock.now.advanced(bySeconds: 60))
            #expect(try await Self.claim("twee", in: world).messages.map(\.id) == Array(sent[3...]))
            #expect(try await Self.claim("drie", in: world).messages.isEmpty)

            world.clock.pass(seconds: 59)
            #expect(try await Self.claim("een", in: world).messages.map(\.id) == Array(sent[0..<3]))
            try await Self.collect(sent[0], in: world)
            world.clock.pass(seconds: 1)
            #expect(try await Self.claim("drie", in: world).messages.map(\.id) == Array(sent[3...]), "they came back")
            #expect(try await Self.claim("een", in: world).messages.map(\.id) == Array(sent[1..<3]), "still its own")
            #expect(try await Self.claim("een", in: world, limit: 1).messages.map(\.id) == [sent[1]])
            world.clock.pass(seconds: 60)
            #expect(try await Self.claim("twee", in: world, limit: 100).messages.map(\.id) == Array(sent[1...]))
        }
    }

    @Test("Many at once are given each message once; what one of them held that died comes back after its lease")
    func many() async throws {
        try await World.run { world in
            let sent = try await Self.send(60, in: world)
            let given = try await withThrowingTaskGroup(of: (String, [MessageID]).self) { group in
                for number in 0..<12 {
                    group.addTask {
                        var (own, name): ([MessageID], String) = ([], "systeem-\(number)")
                        // The first dies with what it was given first, the others collect until nothing is left.
                        while true {
                            let post = try await Self.claim(name, in: world, limit: 2)
                            own += post.messages.map(\.id)
                            if number == 0 || post.messages.isEmpty { return (name, own) }
                            for message in post.messages { try await Self.collect(message.id, in: world) }
                        }
                    }
                }
                return try await group.reduce(into: [String: [MessageID]]()) { $0[$1.0] = $1.1 }
            }
            let all = given.values.flatMap { $0 }
            #expect(all.count == sent.count && Set(all) == Set(sent))
            let lost = try #require(given["systeem-0"])
            #expect(try await Self.claim("systeem-1", in: world, limit: 100).messages.isEmpty)
            world.clock.pass(seconds: 60)
            let found = try await Self.claim("systeem-1", in: world, limit: 100).messages.map(\.id)
            #expect(Set(found) == Set(lost))
        }
    }

    @Test("The same name with another certificate is another system")
    func certificates() async throws {
        try await World.run { world in
            let sent = try await Self.send(1, in: world)
            #expect(try await Self.claim("een", in: world).messages.map(\.id) == sent)
            let other = try world.peer("nctv", certificate: ContentDigest(of: [2]))
            #expect(try await Self.claim("een", in: world, as: other).messages.isEmpty)
            let stranger = await Result { try await Self.claim("een", in: world, as: try world.peer("om")) }
            #expect(stranger.problem == Problem(.notFound))
        }
    }

    @Test("A claim outlives the process of the server")
    func restart() async throws {
        try await World.withFolder { folder in
            let world = try World(in: folder)
            let sent = try await Self.send(2, in: world)
            #expect(try await Self.claim("een", in: world, limit: 1).messages.map(\.id) == [sent[0]])
            world.context.store.close()
            let again = try World(in: folder)
            defer { again.context.store.close() }
            #expect(try await Self.claim("twee", in: again).messages.map(\.id) == [sent[1]])
        }
    }
}
