// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing

@testable import ZegelTransport

@Suite("The memory for bodies")
struct BodyBudgetTests {
    @Test("is granted in order, and given back")
    func order() throws {
        let budget = BodyBudget(bytes: 100, maximumWaiting: 2)
        let granted = Granted()
        #expect(budget.reserve(60) {}.outcome == .granted)
        let second = budget.reserve(60) { granted.add(2) }
        // Smaller than what is free, but behind the second in the queue.
        #expect(budget.reserve(10) { granted.add(3) }.outcome == .waiting)
        #expect(second.outcome == .waiting)
        #expect(budget.reserve(1) {}.outcome == .full)
        #expect(granted.numbers.isEmpty)
        budget.release(60)
        #expect(granted.numbers == [2, 3])
        #expect(budget.free == 30)
        budget.release(60)
        budget.release(10)
        #expect(budget.free == 100)
    }

    @Test("goes to the next when one leaves the queue")
    func cancel() throws {
        let budget = BodyBudget(bytes: 100, maximumWaiting: 2)
        let granted = Granted()
        #expect(budget.reserve(60) {}.outcome == .granted)
        let second = try #require(budget.reserve(60) { granted.add(2) }.ticket)
        let third = try #require(budget.reserve(10) { granted.add(3) }.ticket)
        #expect(budget.cancel(second))
        #expect(granted.numbers == [3])
        #expect(!budget.cancel(third))
    }

    private final class Granted: Sendable {
        private let state = Mutex<[Int]>([])

        var numbers: [Int] { self.state.withLock { $0 } }

        func add(_ number: Int) { self.state.withLock { $0.append(number) } }
    }
}
