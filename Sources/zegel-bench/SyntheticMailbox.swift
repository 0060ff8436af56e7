// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import NIOPosix
import ZegelCore
import ZegelStore

/// A store with one mailbox full of messages: rows as those of real ones, whose sealed parts are chance, for no list reads them.
struct SyntheticMailbox {
    /// What is read of it.
    enum View: String, CaseIterable {
        case first = "the first page"
        case middle = "a page from the middle"
        case last = "the last page"
        case claim = "what is free to collect"
    }

    static let name = "om/lovj"

    let count: Int
    private let store: Store
    private let mailbox: MailboxName
    private let page: Int
    private let cursors: [View: String]
    private static let loop = MultiThreadedEventLoopGroup.singleton.any()

    /// Takes a folder up, or fills it.
    init(folder: String, messages: Int, page: Int) async throws {
        guard let mailbox = MailboxName(Self.name) else { throw WrongAnswer() }
        let store = try SyntheticLog(folder: folder).open()
        self.store = store
        self.mailbox = mailbox
        self.page = page
        var size = try await Self.size(of: mailbox, in: store)
        while size < messages {
            let (from, to) = (size + 1, min(size + 50_000, messages))
            let promise = Self.loop.makePromise(of: Void.self)
            store.committer.commit({ try Self.fill($0, from, to) }, answering: promise)
            try await promise.futureResult.get()
            size = to
            try? FileHandle.standardError.write(contentsOf: Array("\(size) messages\n".utf8))
        }
        self.count = size
        self.cursors = try await Self.cursors(of: mailbox, in: store, count: size, page: page)
    }

    func close() { self.store.close() }

    /// Reads one page, which has to be whole.
    func read(_ view: View) async throws {
        let (mailbox, page, cursor) = (self.mailbox, self.page, self.cursors[view])
        let lines: Int
        if view == .claim {
            lines = try await Self.claim(page, of: mailbox, in: self.store)
        } else {
            lines = try await self.store.read(on: Self.loop) {
                try $0.page(of: mailbox, after: cursor, limit: page).messages.count
            }
            .get()
        }
        guard lines == page else { throw WrongAnswer() }
    }

    /// Claims so many messages for a second; how many were free.
    static func claim(_ count: Int, of mailbox: MailboxName, in store: Store) async throws -> Int {
        let claim = Claim(certificate: ContentDigest(of: [1]), claimant: "bench", limit: count, lease: 1)
        let promise = Self.loop.makePromise(of: Int.self)
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        store.committer.commit({ try $0.claim(claim, in: mailbox, at: now).messages.count }, answering: promise)
        return try await promise.futureResult.get()
    }

    /// How many messages it has.
    private static func size(of mailbox: MailboxName, in store: Store) async throws -> Int {
        var (count, cursor): (Int, String?) = (0, nil)
        while true {
            let page = try await store.read(on: Self.loop) { [cursor] in
                try $0.page(of: mailbox, after: cursor, limit: 1_000)
            }
            .get()
            guard !page.messages.isEmpty else { return count }
            count += page.messages.count
            cursor = page.next
        }
    }

    /// Where the pages begin: cursors are sealed, and can only be had by reading on.
    private static func cursors(
        of mailbox: MailboxName,
        in store: Store,
        count: Int,
        page: Int
    ) async throws -> [View: String] {
        let places: [View: Int] = [.middle: count / 2, .last: count - page]
        var cursors: [View: String] = [:]
        var (read, cursor): (Int, String?) = (0, nil)
        for (view, place) in places.sorted(by: { $0.value < $1.value }) {
            while read < place {
                let limit = min(1_000, place - read)
                let next = try await store.read(on: Self.loop) { [cursor] in
                    try $0.page(of: mailbox, after: cursor, limit: limit).next
                }
                .get()
                (read, cursor) = (read + limit, next)
            }
            cursors[view] = cursor
        }
        return cursors
    }

    // MARK: - Rows

    private static func fill(_ transaction: borrowing Transaction, _ from: Int, _ to: Int) throws {
        for sql in Self.rows {
            try transaction.execute(
                "WITH RECURSIVE seq (n) AS (SELECT \(from) UNION ALL SELECT n + 1 FROM seq WHERE n < \(to)) \(sql)"
            )
        }
    }

    /// A tenth are requests that were told to be due, a hundredth versions of lists, a hundredth was corrected; half was collected.
    private static let rows = [
        """
        INSERT INTO message (number, id, sender_oin, sender_mailbox, submitted_by, kenmerk, date, exchange, kind, classification,
            container, size, entries_size, opening_size, received_at, state, releases, policy, wrapped_key, header, acceptance,
            seal_manifest, seal, directory, content_file)
        SELECT n, lower(hex(randomblob(16))), '00000099000000001000', 'aivd/ct', '00000099000000001000', 'AIVD-' || n,
            '2026-11-20', 'ambtsberichten', 'ambtsbericht', 'departementaal-vertrouwelijk', randomblob(32), 24000, 23000, 2000,
            1795176000000 + n, 'accepted', 2, zeroblob(32), randomblob(60), randomblob(1100), randomblob(900),
            randomblob(1700), randomblob(2300), randomblob(400), 'content-' || n FROM seq
        """,
        """
        INSERT INTO pair (number, sender, recipient, last, last_at)
        SELECT 1, 'aivd/ct', 'om/lovj', max(n), 1795176000000 + max(n) FROM seq WHERE true
        ON CONFLICT (number) DO UPDATE SET last = excluded.last, last_at = excluded.last_at
        """,
        """
        INSERT INTO delivery (message, mailbox, role, state, arrival, available_at, collected_at, collected_by, pair, pair_number,
            pair_at)
        SELECT n, 'om/lovj', 'action', iif(n % 2 = 0, 'collected', 'available'), n, 1795176000000 + n,
            iif(n % 2 = 0, 1795176000000 + n, NULL), iif(n % 2 = 0, '00000099000000002000', NULL), 1, n, 1795176000000 + n FROM seq
        """,
        """
        INSERT INTO alarm (message, kind, mailbox, about, at, told_at)
        SELECT n, 'overdue', 'om/lovj', 'om/lovj', 1795176000000 + n, 1795176000000 + n FROM seq WHERE n % 10 = 0
        """,
        """
        INSERT INTO list_version (exchange, mailbox, name, version, message)
        SELECT 'ambtsberichten', 'aivd/ct', 'lijst-' || (n / 10000), n, n FROM seq WHERE n % 100 = 0
        """,
        "INSERT INTO correction (message, replacement) SELECT n - 1, n FROM seq WHERE n % 100 = 50",
    ]
}
