// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

@testable import ZegelPolicy

/// The files of a policy as they are written: nothing is looked up, joined or sorted before a question is asked.
struct ReferencePolicy {
    let mailboxes: [String: (oin: String, clearance: Int, kind: String, region: String)]
    let markings: JSONValue
    let codes: JSONValue
    let exchanges: [String: JSONValue]

    static let levels = [
        "ongerubriceerd", "departementaal-vertrouwelijk", "stg-confidentieel", "stg-geheim", "stg-zeer-geheim",
    ]
    static let any: JSONValue = ["any"]

    init(_ source: PolicySource) throws {
        var mailboxes: [String: (oin: String, clearance: Int, kind: String, region: String)] = [:]
        var (markings, codes, exchanges) = (JSONValue.null, JSONValue.null, [String: JSONValue]())
        for file in source.files where !file.path.hasPrefix("tests/") && file.path != "invariants.yaml" {
            let json = JSONValue(try StrictYAML.parse(file.bytes, file: file.path))
            for organisation in json["organisations"]?.array ?? [] {
                for mailbox in organisation["mailboxes"]?.members ?? [] {
                    let level = Self.levels.firstIndex(of: mailbox.value.string ?? "") ?? -1
                    mailboxes[mailbox.key] = (
                        organisation.word("oin"), level, organisation.word("kind"), organisation.word("region")
                    )
                }
            }
            markings = json["markings"] ?? markings
            codes = json["codes"] ?? codes
            if let name = json["exchange"]?.string { exchanges[name] = json }
        }
        self.mailboxes = mailboxes
        self.markings = markings
        self.codes = codes
        self.exchanges = exchanges
    }

    /// The legal bases that some exchange names.
    var bases: [String] { self.exchanges.values.flatMap { $0["bases"]?.members ?? [] }.map(\.key) }

    /// A kind with what `every` says of all kinds.
    func kind(_ name: String, of exchange: JSONValue) -> JSONValue? {
        guard let own = exchange["kinds"]?[name] else { return nil }
        var members = own.members ?? []
        for general in exchange["every"]?.members ?? [] {
            guard let place = members.firstIndex(where: { $0.key == general.key }) else {
                members.append(general)
                continue
            }
            let value = members[place].value
            if ["details", "fields"].contains(general.key) {
                let more = (general.value.members ?? []).filter { value[$0.key] == nil }
                members[place] = .init(general.key, .object((value.members ?? []) + more))
            } else if general.key == "forbids" {
                members[place] = .init(general.key, .array((value.array ?? []) + (general.value.array ?? [])))
            }
        }
        return .object(members)
    }

    /// What a kind says of a key of details, with the type written out where every exchange knows it.
    func detail(_ key: String, of kind: JSONValue?) -> JSONValue? {
        let said = kind?["details"]?[key]
        guard let said = said ?? (key == "evaluation" ? JSONValue.object([]) : nil) else { return nil }
        if said["type"] != nil { return said }
        let day: JSONValue = [
            "type": "date", "earliest": "today", "otherwise": "human-rights.lapsed", "required": Self.any,
        ]
        let fields: JSONValue
        switch key {
        case "evaluation":
            fields = [
                "source": ["type": "choice", "of": ["A", "B", "C", "X"], "required": Self.any],
                "information": ["type": "choice", "of": ["1", "2", "3", "4"], "required": Self.any],
            ]
        case "humanRights":
            fields = [
                "assessment": [
                    "type": "choice", "of": ["positief", "negatief"], "allowed": ["positief"],
                    "otherwise": "human-rights.negative", "required": Self.any,
                ],
                "validUntil": day,
            ]
        case "list":
            fields = [
                "name": ["type": "text", "required": Self.any],
                "version": ["type": "integer", "minimum": "1", "required": Self.any], "replaces": ["type": "integer"],
            ]
        case "counts":
            fields = ["smallest": ["type": "integer", "required": Self.any], "suppressed": ["type": "boolean"]]
        default:
            let names = (self.codes[key]?.members ?? []).map { JSONValue.string($0.key) }
            return .object((said.members ?? []) + [.init("type", "choice"), .init("of", .array(names))])
        }
        return .object((said.members ?? []) + [.init("type", "group"), .init("fields", fields)])
    }

    /// A marking and all that it implies.
    func carried(_ names: [String]) -> Set<String> {
        var found: Set<String> = []
        var left = names
        while let name = left.popLast() {
            if found.insert(name).inserted { left += self.markings[name]?.words("implies") ?? [] }
        }
        return found
    }
}

extension JSONValue {
    /// A text under a key; empty where there is none.
    func word(_ key: String) -> String { self[key]?.string ?? "" }

    /// A text, or a list of texts, under a key.
    func words(_ key: String) -> [String] { self[key]?.words ?? [] }

    /// A text, or a list of texts.
    var words: [String] { self.string.map { [$0] } ?? (self.array ?? []).compactMap(\.string) }
}
