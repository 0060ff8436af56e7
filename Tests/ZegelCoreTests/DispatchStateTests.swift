// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@Suite("Where a push stands")
struct DispatchStateTests {
    private static let table = """
        state      began    receipted  failed     refused    expired  abandoned  withdrawn  retried  missed
        waiting    pushing  receipted  waiting    -          expired  abandoned  withdrawn  waiting  -
        pushing    pushing  receipted  waiting    dead       -        abandoned  withdrawn  -        -
        receipted  -        receipted  -          -          -        -          -          -        waiting
        dead       -        receipted  dead       dead       -        abandoned  withdrawn  waiting  -
        abandoned  -        receipted  abandoned  abandoned  -        -          withdrawn  waiting  -
        expired    -        receipted  expired    expired    -        abandoned  withdrawn  waiting  -
        withdrawn  -        receipted  withdrawn  withdrawn  -        -          -          -        -
        """

    @Test("follows from where it stood and what happened, for every pair of both")
    func transitions() throws {
        let lines = Self.table.split(separator: "\n").map { $0.split(separator: " ").map { String($0) } }
        let events = try #require(lines.first).dropFirst()
        #expect(Array(events) == DispatchEvent.allCases.map(\.rawValue))
        #expect(lines.dropFirst().compactMap(\.first) == DispatchState.allCases.map(\.rawValue))
        for line in lines.dropFirst() {
            let state = try #require(DispatchState(rawValue: line[0]))
            for (name, after) in zip(events, line.dropFirst()) {
                let event = try #require(DispatchEvent(rawValue: name))
                #expect(state.after(event)?.rawValue ?? "-" == after, "\(state), \(name)")
            }
        }
    }

    @Test("never again begins once it was withdrawn or has arrived, unless the other side lost it")
    func ends() {
        let events = DispatchEvent.allCases.filter { $0 != .missed }
        var reached: Set<DispatchState> = [.receipted, .withdrawn]
        while true {
            let next = reached.union(reached.flatMap { state in events.compactMap(state.after) })
            if next == reached { break }
            reached = next
        }
        #expect(reached == [.receipted, .withdrawn])
    }
}
