// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelIdentity
@testable import ZegelPolicy

/// The shipped policy, and headers for it.
enum Shipped {
    static let now = Instant(milliseconds: 1_795_132_800_000)

    static func engine(ceiling: Classification = .stgZeerGeheim) throws -> PolicyEngine {
        let source = PolicySource(files: EmbeddedPolicies.files.map { ($0.path, Array($0.text.utf8)) })
        return PolicyEngine(policy: try PolicySet(source), ceiling: ceiling)
    }

    static func day(_ days: Int) -> String { "\(Self.now.date.advanced(byDays: days))" }

    /// The header of an ambtsbericht from aivd/ct to om/lovj, with some members changed; `nil` takes one out.
    static func report(_ changes: [String: JSONValue?] = [:]) throws -> MessageHeader {
        var members: [JSONValue.Member] = [
            .init("zegel", "1"), .init("kenmerk", "AIVD-1"), .init("date", .string(Self.day(0))),
            .init("exchange", "ambtsberichten"), .init("kind", "ambtsbericht"),
            .init("from", Self.address("aivd/ct")), .init("to", .array([Self.address("om/lovj")])),
            .init("purpose", "opsporing-en-vervolging"), .init("legalBasis", "wiv2017-art66"),
            .init("classification", "departementaal-vertrouwelijk"), .init("classifiedBy", "hoofd"),
            .init("classifiedOn", .string(Self.day(0))), .init("declassifyOn", .string(Self.day(3_650))),
            .init("markings", []), .init("details", Self.details()), .init("nonce", "q1s7mZ1bR0y2Qk3c9V8u5A"),
            .init("documents", []),
        ]
        for (key, value) in changes {
            members.removeAll { $0.key == key }
            if let value { members.append(.init(key, value)) }
        }
        return try MessageHeader(parsing: JSONValue.object(members).encoded)
    }

    /// The header of an inlichtingenbericht from aivd/ct to nctv/analyse.
    static func intelligence(_ changes: [String: JSONValue?] = [:]) throws -> MessageHeader {
        let base: [String: JSONValue?] = [
            "exchange": "inlichtingenberichten", "kind": "inlichtingenbericht", "purpose": "informeren-over-dreiging",
            "legalBasis": "wiv2017-art62", "classification": "stg-confidentieel",
            "to": .some(.array([Self.address("nctv/analyse")])), "markings": ["originator-control", "geen-bewijs"],
            "reviewBy": .string(Self.day(180)),
            "details": ["subjects": 1, "evaluation": ["source": "B", "information": "2"]],
        ]
        return try Self.report(base.merging(changes) { _, new in new })
    }

    static func details(_ changes: [String: JSONValue?] = [:]) -> JSONValue {
        let base: [(String, JSONValue)] = [
            ("subjects", 1), ("underlyingSeen", .string(Self.day(-2))),
            ("evaluation", ["source": "A", "information": "1"]),
        ]
        var members = base.map { JSONValue.Member($0.0, $0.1) }
        for (key, value) in changes {
            members.removeAll { $0.key == key }
            if let value { members.append(.init(key, value)) }
        }
        return .object(members)
    }

    /// A mailbox with the OIN that the table of the practice gives its organisation.
    static func address(_ mailbox: String) -> JSONValue {
        let numbers = [
            "aivd": "001", "om": "002", "mivd": "003", "ind": "004", "bz": "005", "rvdk": "006", "politie": "007",
            "kmar": "008", "nctv": "011", "bank-a": "021", "gemeente-den-haag": "019",
        ]
        let short = String(mailbox.prefix { $0 != "/" })
        return ["oin": .string("00000099000000\(numbers[short] ?? "999")000"), "mailbox": .string(mailbox)]
    }

    static func peer(_ oin: String, _ engine: PolicyEngine) throws -> AuthenticatedPeer {
        let number = try #require(OIN(oin))
        let organisation = try #require(engine.policy.organisations[number])
        return AuthenticatedPeer(
            connection: ConnectionIdentity(
                oin: organisation.oin,
                organisation: organisation,
                certificate: ContentDigest(of: [1]),
                validUntil: Self.now.advanced(bySeconds: 60),
                isResumed: false
            ),
            organisation: organisation,
            scopes: Set(organisation.scopes.map { Scope($0) }),
            tokenID: "t1"
        )
    }
}
