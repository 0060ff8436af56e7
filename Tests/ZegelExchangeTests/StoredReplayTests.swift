// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import Testing
import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelStore

@testable import ZegelExchange

@Suite("Stored decisions")
struct StoredReplayTests {
    /// A thousand with ZEGEL_LONG=1; else a hundredth of that, each act once.
    private static let count = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1" ? 1_000 : 10

    @Test("are decided again as they were, each under its policy, after a restart and after the policy changed")
    func replay() async throws {
        try await World.withFolder { folder in
            let limits = Limits.with { $0.refusalsPerMinute = 1_000_000 }
            let first = try World(in: folder, limits: limits, cases: .trial())
            try await Self.use(PolicySource.embedded, in: first)
            try await Self.act(0..<(Self.count / 2), in: first)
            first.context.store.close()
            let second = try World(in: folder, limits: limits, cases: .trial())
            second.clock.pass(seconds: 3_600)
            try await Self.use(try Self.changed(), in: second)
            try await Self.act((Self.count / 2)..<Self.count, in: second)
            second.context.store.close()
            let third = try World(in: folder, limits: limits)
            defer { third.context.store.close() }
            try await Self.expectSame(in: third)
        }
    }

    /// The policies with another ceiling, so that other lines decide, and differently.
    private static func changed() throws -> PolicySource {
        let path = "exchanges/ambtsberichten.yaml"
        let rule = "- { to: [om/lovj], level: departementaal-vertrouwelijk }"
        let files = PolicySource.embedded.files.map { file -> (path: String, bytes: [UInt8]) in
            guard file.path == path else { return file }
            let text = String(decoding: file.bytes, as: UTF8.self)
            return (path, Array(("# Changed.\n" + text.replacing(rule, with: "")).utf8))
        }
        return PolicySource(files: files)
    }

    private static func use(_ source: PolicySource, in world: World) async throws {
        let policy = try PolicySet(source)
        let (digest, files, now) = (source.digest, source.json.encoded, world.clock.now)
        try await Self.commit(in: world) { try $0.keep(policy: digest, files: files, from: now) }
        let engine = PolicyEngine(policy: policy, ceiling: .stgZeerGeheim)
        world.context.policy.replace(with: Rules(engine: engine, cases: world.context.policy.rules.cases))
        world.context.store.committer.setPolicyInForce(digest)
    }

    private static func commit(
        in world: World,
        _ work: @escaping @Sendable (borrowing Transaction) throws -> Void
    ) async throws {
        let promise = world.eventLoop.makePromise(of: Void.self)
        world.context.store.committer.commit(work, answering: promise)
        try await promise.futureResult.get()
    }

    // MARK: - What is decided

    /// Acts of every kind, one after the other; each leaves at least one record.
    private static func act(_ numbers: Range<Int>, in world: World) async throws {
        for number in numbers {
            world.clock.pass(seconds: 1)
            try await Self.act(number, in: world)
        }
    }

    private static func act(_ number: Int, in world: World) async throws {
        func submit(_ letter: Letter, _ name: String) async throws -> StoredMessage? {
            var letter = letter
            letter.signedAt = world.clock.now
            let container = try letter.signed()
            let outcome = await Result { try await world.submit(container, as: try world.peer(name)) }
            guard case .success(let found) = outcome else { return nil }
            return switch found {
            case .created(let message), .same(let message): message
            }
        }
        func call(_ name: String, _ scopes: Set<Scope>? = nil) throws -> ExchangeCall {
            ExchangeCall(
                world.context,
                by: try world.peer(name, scopes: scopes),
                trace: .random(),
                on: world.eventLoop
            )
        }
        switch number % 10 {
        case 0: _ = try #require(try await submit(.report("R-\(number)"), "aivd"))
        case 1: #expect(try await submit(.report("R-\(number)", ["purpose": "reclame"]), "aivd") == nil)
        case 2: _ = try? await CheckMessage(call("aivd"))(Letter.report("R-\(number)").header).get()
        case 3:
            let message = try #require(try await submit(.intelligence("I-\(number)"), "aivd"))
            _ = try await world.read(message.id, as: try world.peer("nctv"))
            _ = try await world.audit(message.id, as: try world.peer("ctivd"))
            let seconds = (world.clock.now.milliseconds - Parties.now.milliseconds) / 1_000
            let bytes = try world.statement(.acknowledgement, about: message, as: "nctv/analyse", after: seconds)
            try await world.state(.acknowledgement, about: "\(message.id)", bytes, as: try world.peer("nctv"))
        case 4: _ = try await world.list("nctv/analyse", as: try world.peer("nctv"))
        case 5: _ = try await ReviewDecisions(call("ctivd"))(after: nil, limit: 1).get()
        case 6: _ = try #require(try await submit(.paper("P-\(number)", case: "DH-17"), "politie"))
        case 7: #expect(try await submit(.paper("P-\(number)", case: "DH-18"), "politie") == nil)
        case 8: #expect(try await submit(.question("Q-\(number)"), "politie") != nil || number > 900)
        default:
            let header = HeaderView(try MessageHeader(parsing: Letter.list("L-1", version: 1).header, limits: .init()))
            let peer = try world.peer("politie", scopes: [Scope(.readPolicy)])
            let ask = EvaluateAccess(ExchangeCall(world.context, by: peer, trace: .random(), on: world.eventLoop))
            _ = try await ask(.init(subject: peer.oin, action: .send, resource: "L-1", header: header)).get()
        }
    }

    // MARK: - What is on record

    private static func expectSame(in world: World) async throws {
        let exchanges = world.context.policy.engine.policy.exchangeNames + [""]
        let page = try await world.context.store.read(on: world.eventLoop) {
            try $0.decisions(in: exchanges, after: nil, limit: 10_000)
        }.get()
        #expect(page.records.count >= Self.count)
        var policies: [String: PolicySet] = [:]
        var allowed = 0
        for json in page.records {
            let record = try StoredDecision(json.encoded)
            #expect(record.cut == [])
            let digest = try #require(ContentDigest(hexadecimal: record.policy))
            if policies[record.policy] == nil {
                let kept = try await world.context.store.read(on: world.eventLoop) { try $0.policy(digest) }.get()
                policies[record.policy] = try PolicySet(PolicySource(kept: try #require(kept)))
            }
            let policy = try #require(policies[record.policy])
            #expect(policy.digest == digest)
            #expect(record.differences(under: policy) == [], "\(record.id) \(record.question.action)")
            allowed += record.isAllowed ? 1 : 0
        }
        #expect(policies.count == 2)
        #expect(allowed > page.records.count / 3 && allowed < page.records.count)
    }
}
