// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelStore

@testable import ZegelExchange

@Suite("A day of servers on which messages were passed on")
struct ForwardedDayTests {
    @Test("Has a forward once that was told as waiting and as done, over a server between as well")
    func told() async throws {
        let passage = try Passing.passage(["om/parket"], purpose: "persoonsgerichte-aanpak")
        for isInLine in [false, true] {
            let body: (Neighbours) async throws -> Void = { it in
                try await it.settle()
                try await it.say(.forward(passage), at: isInLine ? it.third : it.second, as: "om/lovj")
                try await it.settle()
                try await it.say(.consent(passage), at: it.first, as: "aivd/ct", after: 1)
                try await it.settle()
                #expect(it.calls.filter { $0.hasPrefix("forward") }.count == (isInLine ? 4 : 2))
                try await Self.expectSame(it, [(it.first, it.second)] + (isInLine ? [(it.second, it.third)] : []))
            }
            if isInLine { try await Neighbours.inLine(body) } else { try await Neighbours.run { try await body($0) } }
        }
    }

    @Test("Has a forward once that went back to be delivered where it was told as done")
    func back() async throws {
        try await Neighbours.run { it in
            try await it.passBack()
            #expect(it.calls.suffix(2) == ["forward done to one", "forward deliver to one"])
            try await Self.expectSame(it, [(it.first, it.second)])
        }
    }

    /// Nothing differs once the day is over, and nothing is pushed again.
    private static func expectSame(_ it: Neighbours, _ pairs: [(World, World)]) async throws {
        it.passDay()
        let calls = it.calls.count
        for (one, other) in pairs { #expect(try await it.kinds(one, other) == [[], []]) }
        try await it.settle()
        #expect(it.calls.count == calls)
    }
}
