// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@Suite("Where a delivery stands")
struct DeliveryStateTests {
    /// Every state with every event, in the order of their declaration; a dash where it cannot happen.
    static let table = """
                       opened     collected  acknowledged  refused  forwarded     withdrawn     destroyed  kept
        pending        available  -          -             -        -             pending       -          -
        available      -          collected  acknowledged  refused  available     withdrawn     -          -
        collected      -          -          acknowledged  refused  collected     collected     destroyed  kept
        acknowledged   -          -          -             -        acknowledged  acknowledged  destroyed  kept
        refused        -          -          -             -        -             refused       destroyed  kept
        withdrawn      -          -          -             -        -             -             destroyed  kept
        destroyed      -          -          -             -        -             destroyed     -          -
        kept           -          -          -             -        kept          kept          destroyed  -
        """

    @Test("follows from where it stood and what happened, and from nothing else")
    func transitions() throws {
        let lines = Self.table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let events = try #require(lines.first)
        #expect(events == DeliveryEvent.allCases.map(\.rawValue))
        #expect(lines.dropFirst().compactMap(\.first) == DeliveryState.allCases.map(\.rawValue))
        for line in lines.dropFirst() {
            let state = try #require(DeliveryState(rawValue: line[0]))
            for (name, after) in zip(events, line.dropFirst()) {
                let event = try #require(DeliveryEvent(rawValue: name))
                #expect(state.after(event)?.rawValue ?? "-" == after, "\(state), \(name)")
            }
        }
    }

    @Test("never again is one that can be collected, once it was collected, refused or withdrawn")
    func ends() {
        var reached: Set<DeliveryState> = [.collected, .refused, .withdrawn]
        while true {
            let next = reached.union(reached.flatMap { state in DeliveryEvent.allCases.compactMap(state.after) })
            if next == reached { break }
            reached = next
        }
        #expect(reached.isDisjoint(with: [.pending, .available]))
    }
}
