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
        let budget = BodyBudget(bytes: 100, largest: 100, maximumWaiting: 8)
        let granted = Granted()
        #expect(budget.reserve(60, for: "a") {}.outcome == .granted)
        let second = budget.reserve(60, for: "a") { granted.add(2) }
        // Smaller than what is free, but behind the second in the queue.
        #expect(budget.reserve(10, for: "a") { granted.add(3) }.outcome == .waiting)
        #expect(second.outcome == .waiting)
        #expect(budget.reserve(1, for: "a") {}.outcome == .full)
        #expect(granted.numbers.isEmpty)
        budget.release(60, of: "a")
        #expect(granted.numbers == [2, 3])
        #expect(budget.free == 30)
        budget.release(60, of: "a")
        budget.release(10, of: "a")
        #expect(budget.free == 100)
    }

    @Test("goes to the next when one leaves the queue")
    func cancel() throws {
        let budget = BodyBudget(bytes: 100, largest: 100, maximumWaiting: 8)
        let granted = Granted()
        #expect(budget.reserve(60, for: "a") {}.outcome == .granted)
        let second = try #require(budget.reserve(60, for: "a") { granted.add(2) }.ticket)
        let third = try #require(budget.reserve(10, for: "a") { granted.add(3) }.ticket)
        #expect(budget.cancel(second))
        #expect(granted.numbers == [3])
        #expect(!budget.cancel(third))
    }

    @Test("is not for one organisation alone, nor are the places to wait")
    func share() throws {
        let budget = BodyBudget(bytes: 100, largest: 20, maximumWaiting: 8)
        let granted = Granted()
        #expect(budget.reserve(20, for: "a") {}.outcome == .granted)
        for number in 1...2 {
            #expect(budget.reserve(20, for: "a") { granted.add(number) }.outcome == .waiting)
        }
        #expect(budget.reserve(20, for: "a") {}.outcome == .full)
        // What the first keeps waiting for holds no other up.
        for other in ["b", "c", "d", "e"] { #expect(budget.reserve(20, for: other) {}.outcome == .granted) }
        #expect(budget.free == 0)
        #expect(budget.reserve(5, for: "b") { granted.add(3) }.outcome == .waiting)
        budget.release(20, of: "c")
        #expect(granted.numbers == [3])
        budget.release(20, of: "a")
        #expect(granted.numbers == [3, 1])
    }

    private final class Granted: Sendable {
        private let state = Mutex<[Int]>([])

        var numbers: [Int] { self.state.withLock { $0 } }

        func add(_ number: Int) { self.state.withLock { $0.append(number) } }
    }
}
