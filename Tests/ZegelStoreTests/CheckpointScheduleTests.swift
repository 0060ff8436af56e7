// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import ZegelStore

@Suite("When the log of the database is moved")
struct CheckpointScheduleTests {
    /// One batch, with the pages that are in the log after it; what was at work ends in the midst of it or not at all.
    private struct Batch: Sendable {
        let pages: Int?
        let ends: Bool
        let way: CheckpointSchedule.Way?

        init(_ pages: Int?, ends: Bool = false, _ way: CheckpointSchedule.Way?) {
            (self.pages, self.ends, self.way) = (pages, ends, way)
        }
    }

    private static func expect(_ batches: [Batch], _ comment: Comment) {
        var schedule = CheckpointSchedule()
        for (number, batch) in batches.enumerated() {
            schedule.batchBegins()
            if let pages = batch.pages { schedule.committed(pages: pages) }
            if batch.ends { schedule.moved() }
            #expect(schedule.batchEnded() == batch.way, "\(comment) \(number)")
        }
    }

    @Test("It is, beside commits, when enough has come")
    func enough() {
        Self.expect([.init(999, nil), .init(1_000, .beside)], "batch")
        Self.expect([.init(1_200, .beside), .init(2_100, ends: true, nil), .init(2_200, .beside)], "batch")
        Self.expect([.init(1_200, .beside), .init(2_199, ends: true, nil), .init(2_199, nil)], "batch")
    }

    @Test("One begins only after a commit that began after the end of the one before")
    func afterCommit() {
        Self.expect(
            [.init(1_000, .beside), .init(3_000, nil), .init(5_000, ends: true, nil), .init(5_100, .beside)],
            "still at work, ended in the midst of a batch; batch"
        )
        Self.expect(
            [.init(1_000, .beside), .init(3_000, ends: true, nil), .init(nil, nil), .init(3_001, .beside)],
            "a batch of which nothing was written; batch"
        )
    }

    @Test("One that is about to begin comes to nothing where the committing connection made one meanwhile")
    func emptied() {
        var schedule = CheckpointSchedule()
        schedule.batchBegins()
        schedule.committed(pages: 1_000)
        #expect(schedule.batchEnded() == .beside && schedule.isFresh)
        schedule.emptied()
        #expect(!schedule.isFresh)
        // It is said to be under way until its turn has come and gone: what is committed until then is left to the next.
        schedule.batchBegins()
        schedule.committed(pages: 2_500)
        #expect(schedule.batchEnded() == nil && !schedule.isFresh)
        schedule.moved()
        schedule.batchBegins()
        #expect(schedule.batchEnded() == nil)
        schedule.batchBegins()
        schedule.committed(pages: 2_600)
        #expect(schedule.batchEnded() == .beside && schedule.isFresh)
    }

    @Test("None begins before a commit where the committing connection made one between batches")
    func emptiedWhileIdle() {
        var schedule = CheckpointSchedule()
        schedule.batchBegins()
        schedule.committed(pages: 1_000)
        schedule.emptied()
        #expect(schedule.batchEnded() == nil)
        schedule.batchBegins()
        schedule.committed(pages: 1_100)
        #expect(schedule.batchEnded() == .beside)
    }

    @Test("Commits wait where the log is long and few pages are left, or it is longer than anything")
    func between() {
        Self.expect(
            [.init(14_000, .beside), .init(16_390, ends: true, nil), .init(16_400, .between), .init(20, nil)],
            "few are left; batch"
        )
        Self.expect(
            [.init(14_000, .beside), .init(17_990, ends: true, nil), .init(18_000, .beside)],
            "many are left; batch"
        )
        Self.expect(
            [.init(60_000, .beside), .init(66_000, ends: true, nil), .init(66_100, .between), .init(20, nil)],
            "it is longer than anything; batch"
        )
    }

    @Test("Where a reader keeps all in the log, commits wait only when as much has come again")
    func pinned() {
        Self.expect(
            [
                .init(66_000, .between), .init(66_100, nil), .init(66_999, nil), .init(67_000, .between),
                .init(67_010, nil),
            ],
            "batch"
        )
    }

    @Test("A log that begins anew is counted anew")
    func anew() {
        Self.expect(
            [.init(2_000, .beside), .init(50, ends: true, nil), .init(1_049, .beside)],
            "batch"
        )
    }
}
