// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Crypto
import ZegelCore
import ZegelStore

/// What a comparison has found so far.
struct DayFindings {
    /// What the other side began to push and has no receipt for.
    let theirOpen: Set<String>
    /// The first differences.
    private(set) var differences: [RelayDifference] = []
    /// How many there are, without what is under way.
    private(set) var open = 0
    /// What mends some of them, by the lines of the outbox.
    var healings: [(line: Int64, Healing)] = []

    init(theirOpen: Set<String>) { self.theirOpen = theirOpen }

    mutating func add(_ kind: RelayDifference.Kind, _ passage: RelayPassage) {
        let difference = RelayDifference(kind, passage.name)
        if difference.isOpen { self.open += 1 }
        if self.differences.count < RelayDay.named { self.differences.append(difference) }
    }

    /// Adds what we have and they do not.
    mutating func add(lackingThere ours: OwnPassage, of own: OIN) {
        guard !ours.passage.isErased else { return }
        if ours.passage.taker == own {
            let isOpen = ours.givenAs.map { self.theirOpen.contains($0) } ?? false
            self.add(isOpen ? .underWay : .unreceiptedThere, ours.passage)
        } else {
            self.add(.missingThere, ours.passage)
            if let line = ours.line { self.healings.append((line, .missing)) }
        }
    }
}

/// What this server has of a day, page by page.
struct OwnPages {
    private static let size = 1_000

    private let key: RelayDayKey
    private let means: DayComparison.Means
    private var page: ArraySlice<OwnPassage> = []
    private var place: RelayPassage.Place?
    private var isOver = false

    init(_ key: RelayDayKey, _ means: DayComparison.Means) {
        self.key = key
        self.means = means
    }

    /// The next one; `nil` at the end.
    mutating func next() async throws(Problem) -> OwnPassage? {
        if self.page.isEmpty, !self.isOver {
            let (key, place) = (self.key, self.place)
            self.page = try await self.means.read { try $0.passages(key, after: place, limit: Self.size) }[...]
            self.isOver = self.page.count < Self.size
            self.place = self.page.last?.passage.place
        }
        return self.page.popFirst()
    }
}

/// What the other side has, page by page, with the digest over all of it.
struct TheirPages {
    private let day: CalendarDate
    private let questions: DayComparison.Questions
    private var page: ArraySlice<RelayPassage> = []
    private var place: RelayPassage.Place? = .init(at: Instant(milliseconds: 0), name: "")
    private var last = RelayPassage.Place(at: Instant(milliseconds: 0), name: "")
    private var hash = SHA256()
    private var count: Int64 = 0

    init(_ day: CalendarDate, _ questions: DayComparison.Questions) {
        self.day = day
        self.questions = questions
    }

    /// Whether all that was given out is what was signed.
    func isWhole(by record: RelayDayRecord) -> Bool {
        self.count == record.count && ContentDigest(self.hash.finalize()) == record.digest
    }

    /// The next one; `nil` at the end.
    ///
    /// - Parameter most: How many there may be.
    /// - Throws: ``Problem`` `relay.invalid` where there are more, or the order is not that of both: so it ends, whatever comes.
    mutating func next(of most: Int64) async throws(Problem) -> RelayPassage? {
        while self.page.isEmpty, let place = self.place {
            let answer = try await self.questions.passages(self.day, place)
            guard answer.next == nil || answer.next == answer.passages.last?.place else { throw Self.disorder }
            self.page = answer.passages[...]
            self.place = answer.next
        }
        guard let passage = self.page.popFirst() else { return nil }
        guard self.last < passage.place, self.count < most else { throw Self.disorder }
        self.last = passage.place
        self.hash.update(data: passage.line)
        self.count += 1
        return passage
    }

    private static var disorder: Problem { Problem(.relayInvalid, "What the other server lists has no order.") }
}
