// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("What would have been allowed")
struct FlipTests {
    struct Wanted: Sendable, CustomTestStringConvertible {
        let row: String
        /// One of the answers: path and value of each change.
        let changes: [String: JSONValue]
        var isAboutOthers = false

        var testDescription: String { self.row }
    }

    @Test(
        "Names the smallest changes",
        arguments: [
            Wanted(
                row: "ambtsberichten 2",
                changes: ["/classification": "departementaal-vertrouwelijk"],
                isAboutOthers: true
            ),
            Wanted(row: "ambtsberichten 3", changes: ["/legalBasis": "wiv2017-art66"]),
            Wanted(row: "ambtsberichten 5", changes: ["/classification": "departementaal-vertrouwelijk"]),
            Wanted(row: "ambtsberichten 6", changes: ["/details/sourceIncluded": false]),
            Wanted(row: "ambtsberichten 7", changes: ["/details/subjects": 1]),
            Wanted(row: "inlichtingenberichten 4", changes: ["/markings": ["originator-control", "geen-bewijs"]]),
            Wanted(row: "pi-nl 2", changes: ["/details/provided": ["naam", "vlucht"]]),
            Wanted(row: "pi-nl 7", changes: ["/details/depersonalised": true]),
            Wanted(row: "pi-nl 15", changes: ["/respondBy": "2026-11-20T16:00:00.000Z"]),
            Wanted(row: "casusoverleg 15", changes: ["/reviewBy": "2027-05-20"]),
            Wanted(row: "internationaal 3", changes: ["/details/humanRights/validUntil": "2026-11-20"]),
            Wanted(row: "informatieportaal 8", changes: ["/details/list/version": 3]),
        ]
    )
    func names(_ wanted: Wanted) throws {
        let engine = try TestPolicy.engine()
        let row = try #require(try TestPolicy.rows().first { $0.description == wanted.row })
        let flips = engine.wouldAllow(row.question)
        let found = flips.map { flip in flip.changes.reduce(into: [:]) { $0[$1.path] = $1.value ?? .null } }
        let place = found.firstIndex(of: wanted.changes)
        #expect(place != nil, "\(found)")
        if let place { #expect(flips[place].isAboutOthers == wanted.isAboutOthers) }
    }

    @Test("Every answer is allowed, none is part of another, and what is allowed has none")
    func minimal() throws {
        let engine = try TestPolicy.engine()
        for row in try TestPolicy.rows() {
            let flips = engine.wouldAllow(row.question, maximum: 400)
            if row.expected == nil { #expect(flips.isEmpty) }
            for flip in flips {
                func decide(_ changes: [Flip.Change]) -> Bool {
                    let header = changes.reduce(JSONValue.object(row.question.header.members)) { header, change in
                        header.setting(change.path.split(separator: "/").map(String.init)[...], to: change.value)
                    }
                    return engine.decide(Question(row.action, HeaderView(header), row.facts)).isAllowed
                }
                #expect(decide(flip.changes), "\(row): \(flip)")
                for index in flip.changes.indices where flip.changes.count > 1 {
                    var fewer = flip.changes
                    fewer.remove(at: index)
                    #expect(!decide(fewer), "\(row): \(flip)")
                }
            }
        }
    }
}
