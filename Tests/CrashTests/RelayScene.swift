// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing
import ZegelClient
import ZegelCore
import ZegelPolicy

/// Servers of partners in processes of their own, with messages on their way from the first to the second.
final class RelayScene {
    /// Letters of which some may have been handed in.
    struct Sending {
        let letters: [Letter]
        let running: [Courier.Running]
    }

    let wires: [Wire]
    private let partnership: Partnership
    private let installations: [Installation]
    private var servers: [ServerUnderTest?] = [nil, nil, nil]
    /// For each mailbox that is looked at, at each server.
    private var couriers: [[Courier]] = [[], [], []]
    private static let mailboxes = [["nctv/analyse", "kmar/ct"], ["nctv/analyse", "kmar/ct"], ["bz/ct"]]
    /// What stands before the second server, where something does.
    private var standIn: StandIn?
    /// Seconds by which the clock of each server is ahead.
    private var clocks = [0, 0, 0]
    private var disk: SmallDisk?
    private let begun = Amsterdam.day(of: Installation.now)

    /// What is between the first two, where each has a network of its own.
    private(set) var network: Network?
    private let isApart: Bool

    /// - Parameter isApart: Whether the first two servers have networks of their own.
    init(apart isApart: Bool = false) async throws {
        self.isApart = isApart
        self.partnership = try await Partnership(apart: isApart)
        self.installations = self.partnership.installations
        self.wires = self.partnership.wires
        for index in 0..<2 { try await self.start(index) }
        if isApart, let first = self.servers[0]?.number, let second = self.servers[1]?.number {
            self.network = try Network(between: first, and: second)
        }
    }

    // MARK: - What happens to servers

    func start(_ index: Int) async throws {
        let server = try ServerUnderTest(self.installations[index], clockAhead: self.clocks[index], apart: self.isApart)
        self.servers[index] = server
        if index > 0, let port = server.url.split(separator: ":").last.flatMap({ Int($0) }) {
            if index == 1, let standIn = self.standIn {
                try await standIn.lead(to: port)
            } else {
                self.wires[index - 1].lead(to: port)
            }
        }
        self.couriers[index] = []
        for mailbox in Self.mailboxes[index] {
            self.couriers[index].append(try await Courier(self.installations[index], server, mailbox: mailbox))
        }
    }

    /// Has something stand before the second server from now on.
    func standIn(_ manner: StandIn.Manner) async throws {
        if self.standIn == nil {
            let standIn = try await StandIn(from: self.installations[0].home, for: self.installations[1].home)
            self.standIn = standIn
            try await self.kill(1)
            try await self.start(1)
            self.wires[0].lead(to: standIn.port)
        }
        self.standIn?.turn(manner)
    }

    func kill(_ index: Int) async throws {
        await self.servers[index]?.kill()
        self.servers[index] = nil
    }

    func freeze(_ index: Int) { self.servers[index]?.signal(SIGSTOP) }

    func thaw(_ index: Int) { self.servers[index]?.signal(SIGCONT) }

    func turnClock(of index: Int, by seconds: Int) async throws {
        guard self.clocks[index] != seconds else { return }
        try await self.kill(index)
        self.clocks[index] = seconds
        try await self.start(index)
    }

    /// Leaves a server no place for what it has to store.
    func fillDisk(of index: Int) async throws {
        if self.disk == nil {
            try await self.kill(index)
            let home = self.installations[index].home
            self.disk = try SmallDisk(at: "\(home)/data")
            // It is smaller than what is kept free elsewhere.
            let configuration = try String(contentsOfFile: "\(home)/zegel.yaml", encoding: .utf8)
            try "\(configuration)limits: { diskReserve: 0 }\n"
                .write(toFile: "\(home)/zegel.yaml", atomically: true, encoding: .utf8)
            try await self.start(index)
        }
        try self.disk?.fill()
    }

    /// Ends whatever is wrong.
    func mend() async throws {
        for wire in self.wires { wire.suffer(.none) }
        self.standIn?.turn(.faithful)
        self.disk?.clear()
        for index in 0..<2 {
            try await self.turnClock(of: index, by: 0)
            // One that met a disk that fails has stopped by itself.
            if self.servers[index]?.isRunning != true { try await self.start(index) }
        }
    }

    // MARK: - Messages

    /// Hands in letters for the addressee that the third server serves; how many were taken.
    func handInForThird(_ numbers: Range<Int>) async throws -> Int {
        let letters = try numbers.map { number in
            try self.installations[0].letter(number, documentOf: 1_000, to: ["bz/ct"])
        }
        let courier = try #require(self.couriers[0].first)
        let answers = try await courier.submit(letters, connections: 2)
        return answers.values.count { $0.status == 201 }
    }

    /// Waits until so many have arrived at the third server; how many did.
    func arrivedAtThird(of count: Int) async throws -> Int {
        let end = ContinuousClock.now + .seconds(300)
        var arrived: [String] = []
        while arrived.count < count, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(100))
            arrived = try await self.post(at: 2)[0]
        }
        return arrived.count
    }

    /// Begins to hand in letters to the first server.
    func begin(_ numbers: Range<Int>) throws -> Sending {
        let letters = try numbers.map { number -> Letter in
            // Every third goes to both, behind what went to either.
            let mailboxes = number % 3 == 2 ? Self.mailboxes[1] : [Self.mailboxes[1][number % 3]]
            return try self.installations[0]
                .letter(number, documentOf: number % 4 == 3 ? 140_000 : 1_000, to: mailboxes)
        }
        let courier = try #require(self.couriers[0].first)
        return Sending(letters: letters, running: try courier.begin(letters, connections: 2))
    }

    /// Hands in again what was not answered, until all of it was: that is the sender's part.
    func handInAll(_ sending: Sending) async throws {
        var open = Set(sending.letters.map(\.number))
        var answers = try await Courier.answers(sending.running)
        for _ in 0..<20 {
            for (number, answer) in answers where [200, 201].contains(answer.status) { open.remove(number) }
            if open.isEmpty { return }
            let rest = sending.letters.filter { open.contains($0.number) }
            let courier = try #require(self.couriers[0].first)
            answers = try await courier.submit(rest, connections: 2)
        }
        Issue.record("\(open.count) letters were not taken.")
    }

    /// Waits until nothing is on its way, and has tried again at once what waits for a later time.
    func drain() async throws {
        let control = ControlCaller(folder: "\(self.installations[0].home)/data")
        let end = ContinuousClock.now + .seconds(300)
        var lines: [JSONValue] = []
        while ContinuousClock.now < end {
            lines = try await control.outbox()
            guard !lines.isEmpty else { return }
            // Nothing that passes is taken for a refusal: a line that was given up would come behind those after it.
            let ended = lines.filter { !["waiting", "pushing"].contains($0["state"]?.string ?? "") }
            try #require(ended.isEmpty, "\(ended.map { $0["reason"]?.string ?? "" })")
            // What was begun is not waiting any more by the time that it is named.
            for line in lines { if let number = line["number"]?.integer { try? await control.retry(number) } }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("\(lines.count) did not arrive, the first because of \(lines[0]["reason"]?.string ?? "nothing").")
    }

    /// How much has yet to reach the other servers.
    func waiting() async throws -> Int {
        try await ControlCaller(folder: "\(self.installations[0].home)/data").outbox().count
    }

    // MARK: - What must be so

    /// What the first server sent on and what came to the second, as each shows and signs it.
    struct Passage {
        /// The digests in the mailboxes of the addressees at the first server, and at the second.
        let sent: [[String]]
        let arrived: [[String]]
        /// What both sign about the days: the numbers, and a digest over what has each.
        let signedByFirst: [JSONValue]
        let signedBySecond: [JSONValue]
    }

    /// Looks at both servers, and reads their logs from outside.
    func passage() async throws -> Passage {
        for installation in self.installations.prefix(2) { try await installation.auditLog() }
        return Passage(
            sent: try await self.post(at: 0),
            arrived: try await self.post(at: 1),
            signedByFirst: try await self.reconciliation(at: 0),
            signedBySecond: try await self.reconciliation(at: 1)
        )
    }

    /// What the servers themselves find that one has and the other lacks.
    func differences() async throws -> [JSONValue] {
        // A stand-in passes on what is pushed, and nothing else.
        if self.standIn != nil, let port = self.servers[1]?.url.split(separator: ":").last.flatMap({ Int($0) }) {
            self.wires[0].lead(to: port)
        }
        let control = ControlCaller(folder: "\(self.installations[0].home)/data")
        var differences: [JSONValue] = []
        for day in Set([self.begun, Amsterdam.day(of: Installation.now)]).sorted() {
            let answer = try await control.reconcile(OIN(Partnership.second), day)
            let standing = try #require(answer.first)
            try #require(standing["failed"] == .null, "\(standing)")
            differences += (standing["days"]?.array ?? []).flatMap { $0["differences"]?.array ?? [] }
        }
        return differences
    }

    /// The digests of what is in each mailbox, in their order.
    private func post(at index: Int) async throws -> [[String]] {
        var mailboxes: [[String]] = []
        for courier in self.couriers[index] {
            var digests: [String] = []
            var cursor: String?
            while true {
                let page = try await courier.post(after: cursor)
                guard !page.lines.isEmpty else { break }
                digests += page.lines.map(\.container)
                cursor = page.next
            }
            mailboxes.append(digests)
        }
        return mailboxes
    }

    private func reconciliation(at index: Int) async throws -> [JSONValue] {
        var pairs: [JSONValue] = []
        // A run may pass midnight.
        let days = Set([self.begun, Amsterdam.day(of: Installation.now)]).sorted()
        for (courier, mailbox) in zip(self.couriers[index], Self.mailboxes[index]) {
            for day in days {
                let answer = try #require(
                    await courier.get(["/v1/mailboxes/\(mailbox)/reconciliation?day=\(day)"])[0]
                )
                try #require(answer.status == 200, "\(String(decoding: answer.body, as: UTF8.self))")
                let text = try #require(StrictJSON.parse(answer.body)["record"]?.string)
                let record = try #require(Data(base64Encoded: text))
                pairs += try #require(StrictJSON.parse(Array(record))["received"]?.array)
            }
        }
        return pairs
    }

    /// Stops the servers; whether each ended in good order.
    func close() async throws -> Bool {
        var isGood = true
        for server in self.servers.compactMap(\.self) where await !server.stop() { isGood = false }
        if let standIn = self.standIn {
            // Few messages may happen to come one after the other.
            #expect(standIn.most > (RelayFaultTests.messages > 100 ? 1 : 0), "Nothing came beside another.")
            await standIn.close()
        }
        try await self.partnership.close()
        return isGood
    }
}
