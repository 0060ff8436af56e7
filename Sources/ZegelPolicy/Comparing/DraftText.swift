// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// A value of a dimension in words, as `classification stg-geheim` or `necessity absent`.
enum DraftText {
    static func text(of dimension: Dimension, in draft: Draft) -> String {
        let header = draft.header
        func member(_ key: String) -> String {
            let value = header.members.first { $0.key == key }?.value
            return "\(key) \(value.map(Self.text) ?? "absent")"
        }
        switch dimension {
        case .purpose: return member("purpose")
        case .basis: return member("legalBasis")
        case .classification: return member("classification")
        case .markings: return member("markings")
        case .detail(let key):
            let value = header.details.value?.first { $0.key == key }?.value
            return "details.\(key) \(value.map(Self.text) ?? "absent")"
        case .field(let field): return member(field.rawValue)
        case .date: return member("date")
        case .caseTable:
            let table = draft.facts.caseTable.map { Self.text(JSONValue.object(Facts.case($0))) } ?? "unknown"
            return header.caseID.isPresent ? "case with \(table)" : "case absent"
        case .citations:
            let cited = draft.facts.inReplyTo.map { message in
                message.map { "\($0.header.kind ?? "") from \($0.header.from.map { "\($0.mailbox)" } ?? "")" }
                    ?? "nothing"
            }
            return cited.isEmpty ? member("inReplyTo") : "inReplyTo \(cited.joined(separator: ", "))"
        case .list: return draft.facts.list.map { "list at \($0.lastVersion) for \($0.subscribers)" } ?? "list unknown"
        case .told: return draft.facts.told.map { "told \($0)" } ?? "told unknown"
        case .queries: return "queriesToday \(draft.facts.queriesToday.map { "\($0)" } ?? "unknown")"
        case .release: return "release \(draft.facts.release)"
        }
    }

    private static func text(_ value: JSONValue) -> String {
        if let text = value.string { return text.isEmpty ? "empty" : String(text.prefix(60)) }
        if value == .null { return "unreadable" }
        if let elements = value.array, elements.allSatisfy({ $0.string != nil }) {
            return elements.isEmpty ? "none" : elements.map(Self.text).joined(separator: " ")
        }
        return String(decoding: value.encoded, as: UTF8.self)
    }
}

extension Facts {
    /// What is known of a case, as members of JSON.
    fileprivate static func `case`(_ table: CaseTable) -> [JSONValue.Member] {
        var facts = Facts(asOf: Instant(milliseconds: 0))
        facts.caseTable = table
        return facts.members.first { $0.key == "case" }?.value.members ?? []
    }
}
