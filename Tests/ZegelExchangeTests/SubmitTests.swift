// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelStore

@testable import ZegelExchange

@Suite("Handing in a message")
struct SubmitTests {
    @Test("A message is stored once, and the same container is answered with the same receipt")
    func same() async throws {
        try await World.run { world in
            for letter in [try Letter.report("AIVD-1"), try Letter.intelligence("AIVD-2").with(documentOf: 300_000)] {
                let container = try letter.container()
                guard case .created(let first) = try await world.submit(container) else {
                    Issue.record("The first was not stored.")
                    return
                }
                guard case .same(let second) = try await world.submit(container) else {
                    Issue.record("The second was stored.")
                    return
                }
                #expect(first.receipt.encoded == second.receipt.encoded)
                let reader = try world.context.store.content(of: second)
                #expect(try reader.read(0..<container.count) == container)
            }
        }
    }
}
