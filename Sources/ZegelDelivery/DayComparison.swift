// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import TransparencyLog
package import ZegelCore
package import ZegelStore
package import ZegelTrust
import ZegelVerify

/// Compares a day with another server: what each has of what passed between the two, and has again what can be mended.
///
/// Nothing that the other side says counts before all of it is held to what it signed. Both sides have the same order, so that the two lists
/// are walked through side by side, a page of each at a time.
package struct DayComparison: Sendable {
    /// What a comparison works with.
    package struct Means: Sendable {
        /// This server.
        let own: OIN
        /// What it has.
        let store: Store
        /// Runs what waits for the store.
        let eventLoop: any EventLoop
        /// Who may sign.
        let trust: TrustEvaluator
        /// What time it is.
        let clock: WallClock

        /// Joins them.
        package init(
            own: OIN,
            store: Store,
            eventLoop: any EventLoop,
            trust: TrustEvaluator,
            clock: @escaping WallClock
        ) {
            self.own = own
            self.store = store
            self.eventLoop = eventLoop
            self.trust = trust
            self.clock = clock
        }
    }

    /// What the other side is asked.
    package struct Questions: Sendable {
        /// For the signed record of a day.
        package let day: @Sendable (CalendarDate) async throws(Problem) -> (record: [UInt8], signature: [UInt8])
        /// For what it is about, one by one.
        package let passages: Page

        /// A page of what passed, and where the next begins.
        package typealias Page =
            @Sendable (CalendarDate, RelayPassage.Place) async throws(Problem) -> (
                passages: [RelayPassage], next: RelayPassage.Place?
            )

        /// Joins them.
        package init(
            day: @escaping @Sendable (CalendarDate) async throws(Problem) -> (record: [UInt8], signature: [UInt8]),
            passages: @escaping Page
        ) {
            self.day = day
            self.passages = passages
        }
    }

    /// Changes of the outbox in one transaction, so that messages never wait long for them.
    private static let most = 500

    private let server: OIN
    private let means: Means
    private let questions: Questions
    private let records: ReceiptVerifier

    /// Makes one; nobody is asked yet.
    ///
    /// - Parameters:
    ///   - server: Whom it asks.
    ///   - log: The key of that server's log, whose name its records have.
    package init(with server: OIN, log: NoteVerifier, _ means: Means, asking questions: Questions) {
        self.server = server
        self.means = means
        self.questions = questions
        self.records = ReceiptVerifier(trust: means.trust, sealers: [server], log: log)
    }

    /// Compares a day, keeps what came of it and has pushed again what that mends.
    ///
    /// Of a day that is not over nothing is kept, and nothing pushed.
    ///
    /// - Throws: ``Problem`` where the other side cannot be asked, or does not prove what it says; nothing has changed then.
    package func callAsFunction(_ day: CalendarDate) async throws(Problem) -> RelayDay {
        let key = RelayDayKey(own: self.means.own, partner: self.server, day: day)
        let (word, record) = try await self.word(on: day)
        let own = try await self.read { try $0.relayDay(key) }
        let isOver = own.end <= self.means.clock()
        guard !isOver || own.end <= record.time else {
            throw Problem(.relayInvalid, "The clock of the other server says that the day is not over.")
        }
        var findings = DayFindings(theirOpen: Set(record.open))
        if own.digest != record.digest || own.count != record.count {
            try await self.compare(key, with: record, into: &findings)
        }
        let outcome = RelayDay(
            server: self.server,
            day: day,
            comparedAt: self.means.clock(),
            count: record.count,
            differences: findings.differences,
            open: findings.open,
            word: word
        )
        guard isOver else { return outcome }
        try await self.heal(findings.healings)
        try await self.commit { try $0.keep(outcome) }
        return outcome
    }

    private func word(on day: CalendarDate) async throws(Problem) -> (RelayDay.Word, RelayDayRecord) {
        let answer = try await self.questions.day(day)
        let verified = try await self.records.verify(
            relayDay: answer.record,
            signature: answer.signature,
            with: self.means.own,
            on: day,
            at: self.means.clock()
        )
        // What cannot be looked up now can be later; until then it is not believed.
        if case .unknown(let error) = verified.revocation { throw error.problem }
        return (RelayDay.Word(record: answer.record, signature: answer.signature), verified.record)
    }

    // MARK: - One by one

    /// Walks through both lists, and holds theirs to the digest that they signed.
    private func compare(
        _ key: RelayDayKey,
        with record: RelayDayRecord,
        into findings: inout DayFindings
    ) async throws(Problem) {
        var own = OwnPages(key, self.means)
        var theirs = TheirPages(key.day, self.questions)
        var (ours, other) = (try await own.next(), try await theirs.next(of: record.count))
        while ours != nil || other != nil {
            if let ours, other.map({ ours.passage.place < $0.place }) ?? true {
                findings.add(lackingThere: ours, of: key.own)
            } else if let other, ours.map({ other.place < $0.passage.place }) ?? true {
                try await self.add(other, to: &findings)
            } else if let ours, let other, ours.passage != other, !ours.passage.isErased, !other.isErased {
                findings.add(lackingThere: ours, of: key.own)
                try await self.add(other, to: &findings)
            }
            let place = [ours?.passage.place, other?.place].compactMap(\.self).min()
            if ours?.passage.place == place { ours = try await own.next() }
            if other?.place == place { other = try await theirs.next(of: record.count) }
        }
        guard theirs.isWhole(by: record) else {
            throw Problem(.relayInvalid, "What the other server lists is not what it signed.")
        }
    }

    /// Finds out what is amiss with something that they have and we lack.
    private func add(_ other: RelayPassage, to findings: inout DayFindings) async throws(Problem) {
        guard !other.isErased else { return }
        guard other.taker == self.server else {
            guard case .message(let id, _) = other.subject, try await self.read({ try $0.isErased(id) }) else {
                findings.add(.missingHere, other)
                return
            }
            return
        }
        guard let line = try await self.read({ try $0.line(of: other) }) else {
            findings.add(.unknownHere, other)
            return
        }
        findings.add(line.state.isOpen ? .underWay : .unreceiptedHere, other)
        if !line.state.isOpen { findings.healings.append((line.number, .unreceipted(other))) }
    }

    // MARK: - The store

    /// In the order of the lines, so that a message comes before what was said about it.
    private func heal(_ findings: [(line: Int64, Healing)]) async throws(Problem) {
        let now = self.means.clock()
        let healings = findings.sorted { $0.line < $1.line }
        for start in stride(from: 0, to: healings.count, by: Self.most) {
            let part = Array(healings[start..<min(start + Self.most, healings.count)])
            try await self.commit { transaction in
                for (line, healing) in part { try transaction.heal(line, healing, at: now) }
            }
        }
    }

    private func read<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing ReadView) throws -> Value
    ) async throws(Problem) -> Value {
        try await self.means.read(body)
    }

    private func commit(_ work: @escaping @Sendable (borrowing Transaction) throws -> Void) async throws(Problem) {
        let promise = self.means.eventLoop.makePromise(of: Void.self)
        self.means.store.committer.commit(work, answering: promise)
        do { try await promise.futureResult.get() } catch { throw Problem(any: error) }
    }
}

extension DayComparison.Means {
    /// Reads from the store.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing ReadView) throws -> Value
    ) async throws(Problem) -> Value {
        do { return try await self.store.read(on: self.eventLoop, body).get() } catch { throw Problem(any: error) }
    }
}
