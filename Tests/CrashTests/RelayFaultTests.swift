// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing
import ZegelCore

@Suite("Between servers")
struct RelayFaultTests {
    /// How many messages go through each fault.
    static let messages = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1" ? 200 : 12

    /// What goes wrong while messages are on their way.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let happens: @Sendable (RelayScene, Int) async throws -> Void
    }

    static let faults = [
        Fault(testDescription: "nothing goes wrong") { _, _ in },
        Fault(testDescription: "the taking server is killed") { scene, part in
            try await scene.kill(1)
            if part % 2 == 0 { try await Task.sleep(for: .milliseconds(200)) }
            try await scene.start(1)
        },
        Fault(testDescription: "the pushing server is killed") { scene, _ in
            try await scene.kill(0)
            try await scene.start(0)
        },
        Fault(testDescription: "the taking server is frozen") { scene, _ in
            scene.freeze(1)
            try await Task.sleep(for: .seconds(1))
            scene.thaw(1)
        },
        Fault(testDescription: "the wire is cut") { scene, _ in scene.wires[0].suffer(.cut(0...80_000)) },
        Fault(testDescription: "answers are truncated") { scene, _ in scene.wires[0].suffer(.cutAnswer(4_000...14_000))
        },
        Fault(testDescription: "everything is brought twice") { scene, _ in try await scene.standIn(.twice) },
        Fault(testDescription: "some is held back, and what comes later overtakes it") { scene, _ in
            try await scene.standIn(.late(0...300))
        },
        Fault(testDescription: "the taking server fails, having taken it or not") { scene, part in
            try await scene.standIn(part < 3 ? .failing([500, 503]) : .faithful)
        },
        Fault(testDescription: "the wire is slow") { scene, _ in scene.wires[0].suffer(.slow(0...40)) },
    ]

    @Test(
        "each message is delivered exactly once and in its order, whatever happens",
        .enabled(if: Connection.isThere, "curl is missing"),
        arguments: Self.faults
    )
    func anything(_ fault: Fault) async throws { try await Self.send(during: fault) }

    @Test(
        "also where the clock of the one that takes is wrong",
        .enabled(if: Connection.isThere, "curl is missing"),
        .enabled(if: FileManager.default.fileExists(atPath: ServerUnderTest.faketime), "faketime is missing"),
        arguments: [600, -600]
    )
    func clocks(_ seconds: Int) async throws {
        try await Self.send(
            during: Fault(testDescription: "") { try await $0.turnClock(of: 1, by: $1 < 3 ? seconds : 0) }
        )
    }

    @Test(
        "also where its disk is full",
        .enabled(if: Connection.isThere, "curl is missing"),
        .enabled(if: SmallDisk.isAllowed, "no file system can be mounted")
    )
    func disk() async throws {
        try await Self.send(during: Fault(testDescription: "") { scene, _ in try await scene.fillDisk(of: 1) })
    }

    @Test(
        "also where they have networks of their own, and the cable between is pulled",
        .enabled(if: Connection.isThere, "curl is missing"),
        .enabled(if: Network.isAllowed, "no network of one's own can be made")
    )
    func networks() async throws {
        let scene = try await RelayScene(apart: true)
        let network = try #require(scene.network)
        let half = Self.messages / 2
        try await scene.handInAll(scene.begin(0..<half))
        try await scene.drain()
        try network.plug(false)
        let before = try await scene.passage().arrived
        try await scene.handInAll(scene.begin(half..<Self.messages))
        #expect(try await scene.waiting() >= Self.messages - half)
        #expect(try await scene.passage().arrived == before, "nothing goes over a cable that is not there")
        try network.plug(true)
        try await scene.drain()
        try await Self.expectAllDelivered(in: scene)
    }

    @Test("a server that does not answer delays no other", .enabled(if: Connection.isThere, "curl is missing"))
    func slow() async throws {
        let scene = try await RelayScene()
        try await scene.start(2)
        scene.freeze(1)
        try await scene.handInAll(scene.begin(0..<Self.messages))
        #expect(try await scene.handInForThird(Self.messages..<2 * Self.messages) == Self.messages)
        #expect(try await scene.arrivedAtThird(of: Self.messages) == Self.messages)
        scene.thaw(1)
        try await scene.drain()
        try await Self.expectAllDelivered(in: scene)
    }

    private static func send(during fault: Fault) async throws {
        let scene = try await RelayScene()
        for part in 0..<4 {
            let numbers = Self.messages * part / 4..<Self.messages * (part + 1) / 4
            let sending = try scene.begin(numbers)
            try await fault.happens(scene, part)
            try await scene.handInAll(sending)
        }
        try await scene.mend()
        try await scene.drain()
        try await Self.expectAllDelivered(in: scene)
    }

    private static func expectAllDelivered(in scene: RelayScene) async throws {
        let passage = try await scene.passage()
        #expect(Set(passage.arrived.joined()).count == Self.messages)
        for digests in passage.arrived { #expect(Set(digests).count == digests.count, "Something is there twice.") }
        #expect(passage.arrived == passage.sent, "The order is another.")
        #expect(!passage.signedByFirst.isEmpty)
        #expect(passage.signedByFirst == passage.signedBySecond, "The servers sign for something else.")
        #expect(try await scene.differences() == [], "The servers find that one lacks what the other has.")
        #expect(try await scene.close(), "A server did not stop in good order.")
    }
}
