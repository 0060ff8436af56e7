// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelTrust

@Suite("Small values of certificates and lists")
struct ValueTests {
    @Test(
        "serial numbers come back without leading zeros",
        arguments: [
            ([], [0]), ([0], [0]), ([0, 0, 7], [7]), ([0x80], [0x80]),
            ([UInt8](repeating: 0xFF, count: 20), [UInt8](repeating: 0xFF, count: 20)),
            ([0] + [UInt8](repeating: 0xAB, count: 20), [UInt8](repeating: 0xAB, count: 20)),
        ] as [([UInt8], [UInt8])]
    )
    func serials(_ bytes: [UInt8], _ expected: [UInt8]) throws {
        #expect(try #require(SerialNumber(bytes: bytes)).bytes == expected)
    }

    @Test("serial numbers have at most 20 octets, an order and a successor")
    func serialOrder() throws {
        #expect(SerialNumber(bytes: [1] + [UInt8](repeating: 0, count: 20)) == nil)
        let edge = try #require(SerialNumber(bytes: [UInt8](repeating: 0xFF, count: 8)))
        #expect(edge.next.bytes == [1] + [UInt8](repeating: 0, count: 8))
        let wide = try #require(SerialNumber(bytes: [UInt8](repeating: 0xFF, count: 16)))
        #expect(wide.next.bytes == [1] + [UInt8](repeating: 0, count: 16))
        #expect(SerialNumber(255) < SerialNumber(256))
        #expect(edge < edge.next)
    }

    @Test(
        "times are written in the one form of their year and read back",
        arguments: [
            ("1950-01-01T00:00:00Z", "500101000000Z"), ("1999-12-31T23:59:59Z", "991231235959Z"),
            ("2000-02-29T00:00:00Z", "000229000000Z"), ("2049-12-31T23:59:59Z", "491231235959Z"),
            ("2050-01-01T00:00:00Z", "20500101000000Z"), ("9999-12-31T23:59:59Z", "99991231235959Z"),
        ]
    )
    func times(_ moment: String, _ text: String) throws {
        let moment = try #require(Instant(moment))
        let (tag, content) = DERTime.write(moment)
        #expect(String(decoding: content, as: UTF8.self) == text)
        #expect(try DERTime.read(Self.element(tag, text)) == moment)
    }

    @Test(
        "times in another form are refused",
        arguments: [
            (0x17, "2611201200Z"), (0x17, "261120120000+0100"), (0x17, "261320120000Z"), (0x17, "260230120000Z"),
            (0x17, "261120240000Z"), (0x17, "26112012000 Z"), (0x17, ""), (0x18, "20261120120000Z"),
            (0x18, "20501120120000.5Z"), (0x18, "20501120120000"), (0x18, "205011201200Z"), (0x0C, "261120120000Z"),
        ] as [(UInt8, String)]
    )
    func badTimes(_ tag: UInt8, _ text: String) {
        #expect(throws: TrustError(.listSyntax)) { try DERTime.read(Self.element(tag, text)) }
    }

    @Test(
        "DER that is not in its shortest form, or broken off, is refused",
        arguments: [
            [], [0x30], [0x30, 0x01], [0x30, 0x80], [0x30, 0x81, 0x01, 0x00], [0x30, 0x81, 0x7F], [0x1F, 0x01, 0x00],
            [0x30, 0x82, 0x00, 0x80], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x30, 0x85, 0, 0, 0, 0, 1, 0],
            [0x30, 0x82],
        ] as [[UInt8]]
    )
    func badDER(_ bytes: [UInt8]) {
        var walker = DERWalker(bytes[...])
        #expect(throws: TrustError(.listSyntax)) { try walker.next() }
        #expect(throws: TrustError(.listSyntax)) { try RevocationList(parsing: bytes) }
    }

    @Test("every code has one sentence and a group of problems", arguments: TrustError.Code.allCases)
    func codes(_ code: TrustError.Code) {
        let problem = TrustError(code).problem
        #expect(problem.code == code.rawValue)
        #expect(problem.status == 400)
        #expect(problem.detail.hasSuffix("."))
        #expect(problem.detail.count < 120)
    }

    private static func element(_ tag: UInt8, _ text: String) throws -> DERWalker.Element {
        var walker = DERWalker(([tag, UInt8(text.utf8.count)] + Array(text.utf8))[...])
        return try walker.next()
    }
}
