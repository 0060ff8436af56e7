// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix
import ZegelCore
import ZegelStore

/// What operators ask of a running server, and what it does for them: a list of what did not arrive, a word about one line of it,
/// and a comparison with the servers of partners.
struct ControlDesk: Sendable {
    /// Lines in a page.
    private static let page = 1_000

    let store: Store
    let clock: WallClock
    /// Has what waits tried at once.
    let hurry: @Sendable () async -> Void
    /// Compares with one server or all, one day or all that are due.
    let reconcile: @Sendable (OIN?, CalendarDate?) async throws -> JSONValue

    /// Answers one question.
    ///
    /// - Returns: The answer; a future task fails with `not-found` for a path that there is not, and as the store does.
    func answer(_ method: String, _ uri: String) async throws -> JSONValue {
        let parts = uri.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { String($0) }
        switch (method, parts.count, parts.first) {
        case ("GET", 1, "outbox"): return try await self.list(after: 0)
        case ("GET", 3, "outbox") where parts[1] == "after": return try await self.list(after: Self.number(parts[2]))
        case ("POST", 3, "outbox") where parts[2] == "retry":
            let answer = try await self.change(Self.number(parts[1])) { try $0.retryOutbox($1, at: $2) }
            await self.hurry()
            return answer
        case ("POST", 3, "outbox") where parts[2] == "abandon":
            return try await self.change(Self.number(parts[1])) { try $0.abandonOutbox($1, at: $2) }
        case ("POST", 3, "reconciliation"):
            let (server, day) = (OIN(parts[1]), CalendarDate(parts[2]))
            guard server != nil || parts[1] == "all", day != nil || parts[2] == "all" else { throw Problem(.notFound) }
            return try await self.reconcile(server, day)
        default: throw Problem(.notFound)
        }
    }

    private static func number(_ text: String) throws(Problem) -> Int64 {
        guard let number = Int64(text), number >= 0 else { throw Problem(.notFound) }
        return number
    }

    private func list(after number: Int64) async throws -> JSONValue {
        let lines = try await self.store.read(on: MultiThreadedEventLoopGroup.singleton.any()) {
            try $0.outbox(after: number, limit: Self.page)
        }
        .get()
        let next = lines.count == Self.page ? lines.last.map { JSONValue.integer($0.number) } : nil
        return ["lines": .array(lines.map(\.json)), "next": next ?? .null]
    }

    private func change(
        _ number: Int64,
        _ change: @escaping @Sendable (borrowing Transaction, Int64, Instant) throws -> Void
    ) async throws -> JSONValue {
        let promise = MultiThreadedEventLoopGroup.singleton.any().makePromise(of: Void.self)
        let now = self.clock()
        self.store.committer.commit({ try change($0, number, now) }, answering: promise)
        try await promise.futureResult.get()
        return ["number": .integer(number)]
    }
}
