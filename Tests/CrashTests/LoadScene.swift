// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

/// A server under load, to which something happens in the middle, again and again, and what must hold each time.
final class LoadScene {
    /// Starts the server.
    typealias Start = (Installation) throws -> ServerUnderTest

    let installation: Installation
    private let ledger: Ledger
    private(set) var server: ServerUnderTest
    private var courier: Courier
    private let start: Start
    /// What was handed in at the last time, which is acknowledged at the next.
    private var acknowledgements: [Acknowledgement] = []
    /// How often something has happened.
    private(set) var rounds = 0
    /// How often some answers had come by then, and not all.
    private(set) var halfway = 0

    init(starting start: @escaping Start = { try ServerUnderTest($0) }) async throws {
        let installation = try Installation()
        // A start proves what changed; these prove nothing new.
        try FileManager.default.removeItem(atPath: "\(installation.home)/policies/invariants.yaml")
        let server = try start(installation)
        self.installation = installation
        self.ledger = Ledger(installation)
        self.server = server
        self.courier = try await Courier(installation, server)
        self.start = start
    }

    /// Has something happen to the server in the middle, starts it again where it does not run any more, and looks.
    ///
    /// - Parameters:
    ///   - count: How many letters are answered by then, of sixteen; any number where nothing is said.
    ///   - code: With what it may refuse a letter meanwhile.
    ///   - isPatient: Whether every letter gets an answer where the server goes on.
    func suffer(
        having count: Int? = nil,
        refusing code: String? = nil,
        patient isPatient: Bool = true,
        _ happens: (ServerUnderTest) async throws -> Void
    ) async throws {
        let (letters, running, acknowledging) = try self.load()
        try await Self.wait(for: running, to: count ?? .random(in: 0..<letters.count))
        try await happens(self.server)
        let all = try await Courier.answers(running)
        let acknowledged = try await Courier.answers(acknowledging.map { [$0] } ?? [])
        let answers = try Self.taken(all, refusing: code)
        if !answers.isEmpty, answers.count < letters.count { self.halfway += 1 }
        if self.server.isRunning {
            #expect(!isPatient || all.count == letters.count, "Who waited for an answer got none.")
            self.courier = try await Courier(self.installation, self.server)
        } else {
            try await self.begin()
        }
        try await self.check(letters, answers, Self.taken(acknowledged, refusing: code))
    }

    /// The answers without those that refuse with a code.
    private static func taken(
        _ answers: [Int: Connection.Answer],
        refusing code: String?
    ) throws -> [Int: Connection.Answer] {
        guard let code else { return answers }
        return try answers.filter { try StrictJSON.parse($0.value.body)["code"]?.string != code }
    }

    /// Stops the server in good order, looks at what it left, and starts it again.
    func restart(then look: () throws -> Void) async throws {
        #expect(await self.server.stop())
        try look()
        try await self.begin()
    }

    /// Looks at everything once more, and stops the server in good order.
    func close() async throws { try await self.ledger.close(on: self.courier, self.server) }

    private func begin() async throws {
        self.server = try self.start(self.installation)
        self.courier = try await Courier(self.installation, self.server)
    }

    private func load() throws -> ([Letter], [Courier.Running], Courier.Running?) {
        self.rounds += 1
        let letters = try (0..<16).map { number in
            try self.installation.letter(self.rounds * 16 + number, documentOf: number % 4 == 3 ? 140_000 : 1_000)
        }
        let running = try self.courier.begin(letters, connections: 3)
        return (letters, running, try self.courier.begin(self.acknowledgements))
    }

    private func check(
        _ letters: [Letter],
        _ answers: [Int: Connection.Answer],
        _ acknowledged: [Int: Connection.Answer]
    ) async throws {
        try await self.ledger.check(letters, answers, on: self.courier)
        try await self.ledger.check(self.acknowledgements, acknowledged, on: self.courier)
        self.acknowledgements = try self.ledger.acknowledge(Array(letters.prefix(8)))
        for letter in letters { try FileManager.default.removeItem(atPath: letter.path) }
    }

    /// Waits until so many answers have begun to come, and a moment longer.
    private static func wait(for running: [Courier.Running], to count: Int) async throws {
        let end = ContinuousClock.now + .seconds(30)
        while running.reduce(0, { $0 + $1.connection.begun }) < count, ContinuousClock.now < end {
            try await Task.sleep(for: .microseconds(200))
        }
        try await Task.sleep(for: .microseconds(.random(in: 0...10_000)))
    }
}
