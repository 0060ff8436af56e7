// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import Testing
import TransparencyLog
import ZegelCore
import ZegelIdentity
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

@Suite("Handing out a message")
struct DownloadTests {
    /// Everything that a download gives, and whether its end was noted.
    static func bytes(_ plan: DownloadPlan, in world: World, isSent: Bool = true) async throws -> [UInt8] {
        let (context, eventLoop) = (world.context, world.eventLoop)
        return try await eventLoop.flatSubmit {
            let download = Download(context, plan, on: eventLoop)
            return Self.rest(of: download, []).assumeIsolated()
                .map { bytes in
                    if isSent { download.sent() }
                    return bytes
                }
                .nonisolated()
        }
        .get()
    }

    private static func rest(of download: Download, _ bytes: [UInt8]) -> EventLoopFuture<[UInt8]> {
        download.next().assumeIsolated().flatMap { piece in
            guard let piece else { return download.next().map { _ in bytes } }
            return Self.rest(of: download, bytes + Array(piece.readableBytesView))
        }
        .nonisolated()
    }

    private static func state(of message: StoredMessage, in world: World) async throws -> [DeliveryState] {
        // What a download notes waits with the committer; what comes behind it is answered afterwards.
        let promise = world.eventLoop.makePromise(of: Void.self)
        world.context.store.committer.commit({ _ in }, answering: promise)
        try await promise.futureResult.get()
        return try await world.read(message.id, as: try world.peer("aivd")).message.deliveries.map(\.state)
    }

    @Test("No file stays open while the last piece waits to be read, and what it holds is told before")
    func files() async throws {
        try await World.withFolder { folder in
            let world = try World(in: folder)
            defer { world.context.store.close() }
            let message = try await world.stored(Letter.intelligence().with(documentOf: 700_000).container())
            let seen = try await world.read(message.id, as: try world.peer("nctv"))
            let plans = DownloadMessage(world.context, on: world.eventLoop)
            let (context, eventLoop) = (world.context, world.eventLoop)
            // The last of them has more to read, behind what it has read ahead.
            for (range, pieces, open, held) in [
                (0..<1, 1, 0, 0), (0..<300_000, 2, 0, 37_856), (0..<message.size, 1, 1, 262_144),
            ] {
                let plan = plans.container(of: seen, range)
                let download = try await eventLoop.submit {
                    NIOLoopBound(Download(context, plan, on: eventLoop), eventLoop: eventLoop)
                }
                .get()
                #expect(try await eventLoop.submit { download.value.held }.get() == held)
                for _ in 0..<pieces { _ = try await eventLoop.flatSubmit { download.value.next() }.get() }
                let found = try await eventLoop.submit { Self.openFiles(below: folder) }.get()
                #expect(found == open, "\(range)")
                _ = try await eventLoop.submit { download.value.size }.get()
            }
        }
    }

    /// How many contents this process has open.
    private static func openFiles(below folder: String) -> Int {
        let files = FileManager.default
        let open = (try? files.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return open.filter { number in
            let path = (try? files.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")) ?? ""
            return path.hasPrefix("\(folder)/") && path.contains("/content/")
        }
        .count
    }

    @Test("A container comes out as it went in, in any range", arguments: [100, 700_000])
    func container(_ size: Int) async throws {
        try await World.run { world in
            let container = try Letter.intelligence().with(documentOf: size).container()
            let message = try await world.stored(container)
            let seen = try await world.read(message.id, as: try world.peer("nctv"))
            let download = DownloadMessage(world.context, on: world.eventLoop)
            for range in [0..<container.count, 0..<1, 10..<container.count / 2, container.count - 1..<container.count] {
                let bytes = try await Self.bytes(download.container(of: seen, range), in: world, isSent: false)
                #expect(bytes == Array(container[range]))
            }
            let states = try await Self.state(of: message, in: world)
            #expect(states == [.available])
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let who: String
        /// The ranges that are taken, in hundredths of the container.
        let ranges: [Range<Int>]
        let state: DeliveryState
    }

    static let rows = [
        Row(testDescription: "the whole by the addressee", who: "nctv", ranges: [0..<100], state: .collected),
        Row(testDescription: "two halves", who: "nctv", ranges: [50..<100, 0..<50], state: .collected),
        Row(testDescription: "overlapping parts", who: "nctv", ranges: [0..<60, 40..<100], state: .collected),
        Row(testDescription: "all but the end", who: "nctv", ranges: [0..<99], state: .available),
        Row(testDescription: "the same half twice", who: "nctv", ranges: [0..<50, 0..<50], state: .available),
        Row(testDescription: "the whole by the sender", who: "aivd", ranges: [0..<100], state: .available),
    ]

    @Test("It is collected once every byte went to the addressee", arguments: rows)
    func collected(_ row: Row) async throws {
        try await World.run { world in
            let container = try Letter.intelligence().container()
            let message = try await world.stored(container)
            let seen = try await world.read(message.id, as: try world.peer(row.who))
            let download = DownloadMessage(world.context, on: world.eventLoop)
            for part in row.ranges {
                let upper = part.upperBound == 100 ? container.count : container.count * part.upperBound / 100
                let range = container.count * part.lowerBound / 100..<upper
                _ = try await Self.bytes(download.container(of: seen, range), in: world)
            }
            let states = try await Self.state(of: message, in: world)
            #expect(states == [row.state])
            let told = try await world.read(message.id, as: try world.peer("aivd")).message.deliveries[0].collectedBy
            let peer = try world.peer("nctv")
            let collector = Collector(oin: peer.oin, certificate: peer.connection.certificate)
            #expect(told == (row.state == .collected ? collector : nil))
        }
    }

    @Test("A dossier begins with the container's entries, and the auditor's has no documents")
    func dossier() async throws {
        try await World.run { world in
            let container = try Letter.report().container()
            let message = try await world.stored(container)
            try await ReadingTests.release(message, in: world)
            let download = DownloadMessage(world.context, on: world.eventLoop)
            let own = try await world.read(message.id, as: try world.peer("om"))
            let plan = try await download.dossier(of: own).get()
            let dossier = try await Self.bytes(plan, in: world)
            #expect(dossier.count == plan.size)
            #expect(dossier.starts(with: container.prefix(message.entriesSize)))
            let states = try await Self.state(of: message, in: world)
            #expect(states == [.collected])
            let audit = try await world.audit(message.id, as: try world.peer("ctivd"))
            let audited = try await Self.bytes(try await download.dossier(of: audit).get(), in: world)
            #expect(!Self.holds(audited, "bericht van de dienst"))
            #expect(Self.holds(dossier, "bericht van de dienst"))
        }
    }

    @Test("While its seal has no time-stamp a dossier shows the first checkpoint with it that was stamped")
    func stampedLog() async throws {
        try await World.run { world in
            let store = world.context.store
            try await Self.commit(in: world) { try $0.append(.administration("before", at: Parties.now)) }
            let early = StampedCheckpoint(store.log.newest, token: [1], at: Parties.now)
            let message = try await world.stored(try Letter.report().container())
            let with = StampedCheckpoint(store.log.newest, token: [2], at: Parties.now)
            try await ReadingTests.release(message, in: world)
            let later = StampedCheckpoint(store.log.newest, token: [3], at: Parties.now)
            func dossier() async throws -> [UInt8] {
                let own = try await world.read(message.id, as: try world.peer("om"))
                let plan = try await DownloadMessage(world.context, on: world.eventLoop).dossier(of: own).get()
                return try await Self.bytes(plan, in: world)
            }
            for (stamped, isThere) in [(early, false), (later, true), (with, true)] {
                try await Self.commit(in: world) { try $0.keep(stamped) }
                #expect(try await Self.holds(dossier(), EntryPath.logTimestampToken) == isThere)
            }
            let kept = try await store.read(on: world.eventLoop) { view in
                (try view.logTimestamp(of: message), try view.newestStamped())
            }.get()
            #expect(kept.0?.token == [2], "the first that has it")
            #expect(kept.1 == later)
            let proof = try LogProof(parsing: try #require(kept.0).proof)
            #expect(proof.checkpoint == with.checkpoint)

            let seals = try await store.read(on: world.eventLoop) { try $0.unstamped(limit: 9) }.get()
            try await Self.commit(in: world) { for seal in seals { try $0.keep(timestamp: [4], over: seal) } }
            let stamped = try await dossier()
            #expect(Self.holds(stamped, EntryPath.timestampToken))
            #expect(!Self.holds(stamped, EntryPath.logTimestampToken))
        }
    }

    private static func commit(
        in world: World,
        _ work: @escaping @Sendable (borrowing Transaction) throws -> Void
    ) async throws {
        let promise = world.eventLoop.makePromise(of: Void.self)
        world.context.store.committer.commit(work, answering: promise)
        try await promise.futureResult.get()
    }

    private static func holds(_ bytes: [UInt8], _ text: String) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains(text)
    }
}
