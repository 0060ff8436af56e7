// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOHTTP1
import Testing

@testable import ZegelClient

@Suite("A transfer that goes on")
struct ResumptionTests {
    struct Row: Sendable, CustomTestStringConvertible {
        /// What happens, one after the other.
        enum Event: Sendable {
            case failure
            case stands(Int)
            case anew
        }

        let testDescription: String
        let events: [Event]
        /// How many failures follow that it survives, of three that it may have in a row.
        let left: Int
    }

    @Test(
        "It ends only after failures without progress",
        arguments: [
            Row(testDescription: "at first", events: [], left: 3),
            Row(testDescription: "after a failure", events: [.failure], left: 2),
            Row(testDescription: "the first word is progress", events: [.failure, .failure, .stands(0)], left: 3),
            Row(testDescription: "the same again is none", events: [.stands(0), .failure, .stands(0)], left: 2),
            Row(testDescription: "a byte more is", events: [.stands(0), .failure, .stands(1)], left: 3),
            Row(testDescription: "less is none", events: [.stands(5), .failure, .stands(4)], left: 2),
            Row(
                testDescription: "to begin anew is none",
                events: [.stands(5), .anew, .failure, .stands(0)],
                left: 2
            ),
            Row(
                testDescription: "progress after that is, though it was further before",
                events: [.stands(5), .anew, .failure, .stands(0), .failure, .stands(4)],
                left: 3
            ),
            Row(
                testDescription: "not for ever where all is lost each time",
                events: [.anew, .stands(4), .anew, .stands(4), .anew, .stands(4), .anew, .stands(4)],
                left: 0
            ),
        ]
    )
    func resumptions(_ row: Row) {
        var resumptions = Resumptions()
        for event in row.events {
            switch event {
            case .failure: _ = resumptions.goesOn(most: 3)
            case .stands(let offset): resumptions.stands(at: offset)
            case .anew: resumptions.beginsAnew()
            }
        }
        var left = 0
        while left < 10, resumptions.goesOn(most: 3) { left += 1 }
        #expect(left == row.left)
    }

    @Test(
        "A part is as large as the server asks for",
        arguments: [
            (nil, 16_777_216), ("max-size=9, min-append-size=65536, max-age=600", 16_777_216),
            ("max-size=99999999, min-append-size=16777217, max-age=600", 16_777_217),
            ("min-append-size=20000000", 20_000_000), ("min-append-size=-1", 16_777_216),
            ("min-append-size", 16_777_216), ("min-append-size=x", 16_777_216), ("max-size=20000000", 16_777_216),
        ]
    )
    func part(_ limit: String?, _ bytes: Int) {
        #expect(ResumableUpload.part(limit.map { ["upload-limit": $0] } ?? [:]) == bytes)
    }
}
