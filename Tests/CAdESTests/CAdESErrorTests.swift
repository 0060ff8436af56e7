// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Testing

@Suite("Errors have stable codes")
struct CAdESErrorTests {
    @Test(
        "every code begins with cms. or tsp. and is written with small letters and hyphens",
        arguments: CAdESError.Code.allCases
    )
    func spelling(_ code: CAdESError.Code) {
        #expect(code.rawValue.wholeMatch(of: /(cms|tsp)\.[a-z]+(-[a-z]+)*/) != nil)
    }

    @Test("errors are equal when their codes are, and describe themselves with code and detail")
    func equality() throws {
        let empty = #expect(throws: CAdESError.self) { try CAdESSignature(parsing: []) }
        let short = #expect(throws: CAdESError.self) { try CAdESSignature(parsing: [0x30, 0x82, 0x01]) }
        let other = #expect(throws: CAdESError.self) { try CAdESSignature(parsing: [0x31, 0x00]) }
        #expect(empty == short)
        #expect(empty?.detail != short?.detail)
        #expect(empty != other)
        #expect(Set([empty, short, other]).count == 2)
        #expect(other?.description.hasPrefix("cms.not-der: ") == true)
    }
}
