// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The small schemas that the others are made of (JSON Schema 2020-12, the subset that a test checks examples with).
extension OpenAPI {
    /// A reference to a schema of the document.
    static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

    /// An object whose members are all required, save those named as optional, and that has no others.
    static func object(
        _ members: [(String, JSONValue)],
        optional: [String] = [],
        isOpen: Bool = false,
        example: JSONValue? = nil
    ) -> JSONValue {
        var schema: [JSONValue.Member] = [
            .init("type", "object"),
            .init(
                "required",
                .array(members.map(\.0).filter { !optional.contains($0) }.map { .string($0) })
            ),
            .init("properties", .object(members.map { .init($0.0, $0.1) })),
        ]
        if !isOpen { schema.append(.init("additionalProperties", false)) }
        if let example { schema.append(.init("examples", [example])) }
        return .object(schema)
    }

    /// A list.
    static func list(of items: JSONValue, unique: Bool = false, minimum: Int64 = 0) -> JSONValue {
        var members: [JSONValue.Member] = [.init("type", "array"), .init("items", items)]
        if unique { members.append(.init("uniqueItems", true)) }
        if minimum > 0 { members.append(.init("minItems", .integer(minimum))) }
        return .object(members)
    }

    /// A text in one of a few spellings.
    static func one(of values: some Sequence<String>) -> JSONValue {
        ["type": "string", "enum": .array(values.map { .string($0) })]
    }

    /// A text of a shape.
    static func text(_ pattern: String) -> JSONValue { ["type": "string", "pattern": .string(pattern)] }

    /// A text of some length, in characters.
    static func text(upTo maximum: Int64) -> JSONValue {
        ["type": "string", "minLength": 1, "maxLength": .integer(maximum)]
    }

    /// Bytes in base64.
    static let base64: JSONValue = ["type": "string", "contentEncoding": "base64", "pattern": "^[A-Za-z0-9+/]+={0,2}$"]
    static let boolean: JSONValue = ["type": "boolean"]
    static let count: JSONValue = ["type": "integer", "minimum": 0]
    static let day = text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    static let digest = text("^[0-9a-f]{64}$")
    static let id = text("^[0-9a-f]{32}$")
    static let kenmerk = text(upTo: 64)
    static let label = text("^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$")
    static let level = one(of: Classification.allCases.map(\.rawValue))
    static let mailbox = text("^[a-z0-9-]+/[a-z0-9-]+$")
    static let moment = text("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3})?Z$")
    static let oin = text("^[0-9]{20}$")
    static let term = text("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3})?Z)?$")
    static let uri = text("^https://[!-~]+$")
    static let version: JSONValue = ["const": "1"]
}
