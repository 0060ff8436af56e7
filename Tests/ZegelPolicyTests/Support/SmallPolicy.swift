// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import ZegelCore

@testable import ZegelPolicy

/// An exchange of two kinds, into which a test writes what it is about.
///
/// `vraag` goes from a receiver to a provider, `antwoord` back; both are allowed as they stand.
struct SmallPolicy: Sendable {
    /// Lines of the kind `antwoord`.
    var kind = ""
    /// Lines of `details` of both kinds.
    var details = ""
    /// Lines of the exchange.
    var exchange = ""
    var ceilings = "  - { to: [any], level: stg-geheim }\n"
    var purposes = "  - { purpose: proef, bases: [wpg-art16, avg-art6-1e] }\n"

    var text: String {
        """
        exchange: proef
        bases:
          wpg-art16: Wpg art. 16 (C)
          avg-art6-1e: AVG art. 6 (C)
        members:
          provider:
            - { mailbox: aivd/ct }
            - { mailbox: mivd/ct }
          receiver:
            - { mailbox: om/lovj }
            - { mailbox: ind/nv }
            - { mailbox: land-y/politie }
        every:
          details:
            soort: { type: choice, of: [a, b] }
            aantal: { type: integer }
            dag: { type: date }
            vlag: { type: boolean }
            delen: { type: set, of: [x, y, z] }
            tlp: {}
            handling: {}
            humanRights: {}
            list: {}
        \(self.details)
        kinds:
          vraag:
            permits:
              - { from: [receiver, provider], to: [provider, receiver] }
          antwoord:
            permits:
              - { from: [provider], to: [receiver] }
        \(self.kind)
        purposes:
        \(self.purposes)
        ceilings:
        \(self.ceilings)
        \(self.exchange)
        """
    }

    func source() throws -> PolicySource {
        let files = try TestPolicy.source().files.filter { !$0.path.contains("/") }
        return PolicySource(files: files + [("exchanges/proef.yaml", Array(self.text.utf8))])
    }

    func engine() throws -> PolicyEngine {
        PolicyEngine(policy: try PolicySet(try self.source()), ceiling: .stgZeerGeheim)
    }

    /// The faults of the exchange, without file and column: `12: message`.
    func faults() throws -> [String] {
        let error = #expect(throws: YAMLFaults.self) { try PolicySet(try self.source()) }
        return try #require(error).faults.map { "\($0.line): \($0.message)" }
    }

    /// The line on which a text stands, from 1.
    func line(of part: String) throws -> Int {
        let range = try #require(self.text.firstRange(of: part))
        return self.text[..<range.lowerBound].count { $0 == "\n" } + 1
    }

    /// The header of an `antwoord` from aivd/ct to om/lovj, with some members changed by path.
    static func header(_ changes: [String: JSONValue?] = [:]) -> HeaderView {
        var header: JSONValue = [
            "kenmerk": "A-1", "date": "2026-11-20", "exchange": "proef", "kind": "antwoord",
            "from": Shipped.address("aivd/ct"), "to": [Shipped.address("om/lovj")], "purpose": "proef",
            "legalBasis": "wpg-art16", "classification": "departementaal-vertrouwelijk", "details": ["subjects": 1],
        ]
        for (path, value) in changes {
            header = header.setting(path.split(separator: ".").map(String.init)[...], to: value)
        }
        return HeaderView(header)
    }

    func reasons(
        _ changes: [String: JSONValue?] = [:],
        _ facts: Facts = Facts(asOf: TestPolicy.asOf)
    ) throws -> [ReasonCode] {
        try self.engine().decide(Question(.send, Self.header(changes), facts)).reasons
    }
}
