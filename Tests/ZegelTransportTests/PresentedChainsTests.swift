// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore
import ZegelTrust

@testable import ZegelTransport

@Suite("The chains of a TLS context")
struct PresentedChainsTests {
    @Test("remember no more chains than they have room for")
    func chains() throws {
        let moment = Instant(milliseconds: 1_800_000_000_000)
        let authority = try TestAuthority(at: moment)
        let oin = try #require(OIN("00000099000000001000"))
        var chains = PresentedChains(capacity: 2)
        var presented: [PresentedChain] = []
        for _ in 0..<3 {
            let leaf = try authority.issue(
                .client,
                organisation: "Client",
                oin: oin,
                from: moment
            )
            presented.append(try PresentedChain(presented: [leaf.der]))
        }
        for chain in [presented[0], presented[1], presented[0], presented[2]] { chains.insert(chain) }
        #expect(chains.count == 2)
        #expect(chains[presented[0].thumbprint] == nil && chains[presented[2].thumbprint] != nil)
        #expect(throws: (any Error).self) { try PresentedChain(presented: []) }
        #expect(throws: (any Error).self) { try PresentedChain(presented: [[1, 2, 3]]) }
        let many = Array(repeating: presented[0].leafDER, count: 9)
        #expect(throws: (any Error).self) { try PresentedChain(presented: many) }
    }
}
