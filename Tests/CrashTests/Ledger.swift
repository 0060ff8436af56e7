// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import GRDB
import Testing
import ZegelCore

/// What a server must still know after it was killed, and what it may not show.
final class Ledger {
    private let installation: Installation
    /// What has been stored so far, by digest, with the id under which the addressee sees it.
    private var stored: [String: String] = [:]
    private var cursor: String?
    private var large = 0

    init(_ installation: Installation) { self.installation = installation }

    /// Compares a server that was started again with what the one before it answered, then hands in everything once more.
    ///
    /// - Parameters:
    ///   - letters: What was handed in when the server was killed.
    ///   - answers: The answers that had come by then.
    /// - Returns: The letters that were stored when it was killed.
    @discardableResult
    func check(_ letters: [Letter], _ answers: [Int: Connection.Answer], on courier: Courier) async throws -> Set<Int> {
        #expect(try self.installation.files(in: "spool").isEmpty)
        let found = try await self.arrived(of: letters, on: courier)
        var receipts: [Int: [UInt8]] = [:]
        for letter in letters {
            guard let answer = answers[letter.number] else { continue }
            #expect(answer.status == 201, "\(String(decoding: answer.body, as: UTF8.self))")
            #expect(found.contains(letter.number), "\(letter.number) was receipted and is gone.")
            #expect(try await self.installation.holds(answer.body, for: letter))
            receipts[letter.number] = answer.body
        }
        let again = try await courier.submit(letters)
        for letter in letters {
            let answer = try #require(again[letter.number])
            #expect(answer.status == (found.contains(letter.number) ? 200 : 201))
            #expect(try await self.installation.holds(answer.body, for: letter))
            if let receipt = receipts[letter.number] { #expect(answer.body == receipt) }
        }
        let added = try await self.arrived(of: letters, on: courier)
        #expect(found.isDisjoint(with: added))
        #expect(found.union(added) == Set(letters.map(\.number)))
        self.large += letters.count { $0.isLarge }
        // One file for each large message, and none that nobody owns.
        #expect(try self.installation.files(in: "content").count == self.large)
        try await self.installation.auditLog()
        return found
    }

    /// Compares what was acknowledged with what a server that was started again says when it hears it once more.
    func check(
        _ acknowledgements: [Acknowledgement],
        _ answers: [Int: Connection.Answer],
        on courier: Courier
    ) async throws {
        guard let running = try courier.begin(acknowledgements) else { return }
        let again = try await Courier.answers([running])
        for acknowledgement in acknowledgements {
            let second = try #require(again[acknowledgement.number])
            #expect(try await self.installation.holds(second.body, for: acknowledgement))
            guard let first = answers[acknowledgement.number] else {
                #expect([200, 201].contains(second.status))
                continue
            }
            #expect(first.status == 201)
            #expect(second.status == 200)
            #expect(first.body == second.body)
        }
    }

    /// An acknowledgement of each of some letters that have come.
    func acknowledge(_ letters: [Letter]) throws -> [Acknowledgement] {
        try letters.map { letter in
            let id = try #require(self.stored["\(letter.digest)"])
            return try self.installation.acknowledgement(of: letter, id: id)
        }
    }

    /// What has come to the addressee since the last look: whole, known, and not there before.
    private func arrived(of letters: [Letter], on courier: Courier) async throws -> Set<Int> {
        let page = try await courier.post(after: self.cursor)
        self.cursor = page.next ?? self.cursor
        var numbers: Set<Int> = []
        let containers = try await courier.get(page.lines.map { "/v1/messages/\($0.id)/container" })
        for (line, container) in zip(page.lines, containers) {
            let letter = try #require(letters.first { "\($0.digest)" == line.container }, "What nobody sent has come.")
            #expect(self.stored.updateValue(line.id, forKey: line.container) == nil, "It is there twice.")
            #expect(container?.status == 200)
            #expect(ContentDigest(of: container?.body ?? []) == letter.digest)
            numbers.insert(letter.number)
        }
        return numbers
    }

    /// Looks at everything once more: the whole mailbox, and the database by itself.
    func close(on courier: Courier, _ server: ServerUnderTest) async throws {
        var cursor: String?
        var ids: [String] = []
        while true {
            let page = try await courier.post(after: cursor)
            guard !page.lines.isEmpty else { break }
            ids += page.lines.map(\.id)
            cursor = page.next
        }
        #expect(ids.count == self.stored.count)
        #expect(Set(ids) == Set(self.stored.values))
        #expect(await server.stop())
        let database = try DatabaseQueue(path: "\(self.installation.home)/data/zegel.sqlite")
        let faults = try await database.read { database in
            let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            return pages + (try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")).map { "\($0)" }
        }
        #expect(faults == [])
        try database.close()
    }
}
