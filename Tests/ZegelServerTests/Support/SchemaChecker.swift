// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Checks values against the subset of JSON Schema 2020-12 that `openapi.json` uses; a keyword outside of it is a fault.
struct SchemaChecker {
    private static let annotations: Set<String> = [
        "description", "examples", "contentMediaType", "contentEncoding", "format",
    ]

    /// The document that `$ref` points into.
    let document: JSONValue

    /// What is wrong with a value, each fault with the place where it is; empty where it is valid.
    func faults(_ value: JSONValue, against schema: JSONValue, at place: String = "") -> [String] {
        guard let keywords = schema.members else { return ["\(place): the schema is no object"] }
        return keywords.flatMap { self.faults(value, keyword: $0.key, $0.value, in: schema, at: place) }
    }

    /// The value that a reference of the document names.
    func resolve(_ reference: String) -> JSONValue? {
        guard reference.hasPrefix("#/") else { return nil }
        return reference.dropFirst(2).split(separator: "/").reduce(self.document as JSONValue?) { $0?[String($1)] }
    }

    private func faults(
        _ value: JSONValue,
        keyword: String,
        _ argument: JSONValue,
        in schema: JSONValue,
        at place: String
    ) -> [String] {
        switch keyword {
        case "$ref":
            guard let target = argument.string.flatMap(self.resolve) else { return ["\(place): a broken reference"] }
            return self.faults(value, against: target, at: place)
        case "allOf": return (argument.array ?? []).flatMap { self.faults(value, against: $0, at: place) }
        case "oneOf":
            let count = (argument.array ?? []).count { self.faults(value, against: $0, at: place).isEmpty }
            return count == 1 ? [] : ["\(place): \(count) of one"]
        case "type":
            let types = argument.array?.compactMap(\.string) ?? [argument.string ?? ""]
            return types.contains(where: { Self.isOf($0, value) }) ? [] : ["\(place): not of type \(types)"]
        case "const": return value == argument ? [] : ["\(place): not the constant"]
        case "enum": return argument.array?.contains(value) == true ? [] : ["\(place): not one of the enumeration"]
        case "required":
            return (argument.array ?? []).compactMap(\.string).filter { value.members != nil && value[$0] == nil }
                .map { "\(place): \($0) is missing" }
        case "properties":
            return (value.members ?? []).flatMap { member in
                argument[member.key].map { self.faults(member.value, against: $0, at: "\(place)/\(member.key)") } ?? []
            }
        case "additionalProperties":
            guard argument == false else { return ["\(place): additionalProperties is false or absent"] }
            let known = Set((schema["properties"]?.members ?? []).map(\.key))
            return (value.members ?? []).filter { !known.contains($0.key) }.map { "\(place): \($0.key) is unknown" }
        case "items":
            return (value.array ?? []).enumerated().flatMap {
                self.faults($0.element, against: argument, at: "\(place)/\($0.offset)")
            }
        default: return Self.simple(value, keyword, argument).map { ["\(place): \($0)"] } ?? []
        }
    }

    /// The keywords that bound one value; the fault, or `nil`.
    private static func simple(_ value: JSONValue, _ keyword: String, _ argument: JSONValue) -> String? {
        let bound = argument.integer ?? 0
        let length = value.string.map { Int64($0.unicodeScalars.count) }
        let elements = value.array.map { Int64($0.count) }
        let holds: Bool
        switch keyword {
        case "minLength": holds = length.map { $0 >= bound } ?? true
        case "maxLength": holds = length.map { $0 <= bound } ?? true
        case "minItems": holds = elements.map { $0 >= bound } ?? true
        case "maxItems": holds = elements.map { $0 <= bound } ?? true
        case "uniqueItems": holds = value.array.map { Set($0).count == $0.count } ?? true
        case "minimum": holds = value.integer.map { $0 >= bound } ?? true
        case "maximum": holds = value.integer.map { $0 <= bound } ?? true
        case "pattern":
            guard let pattern = argument.string, let regex = try? Regex(pattern) else { return "not a pattern" }
            holds = value.string.map { $0.firstMatch(of: regex) != nil } ?? true
        case let name where Self.annotations.contains(name): holds = true
        default: return "the keyword \(keyword) is not checked by anything"
        }
        return holds ? nil : "\(keyword) \(argument) does not hold"
    }

    private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("integer", .integer), ("boolean", .bool),
            ("null", .null):
            true
        default: false
        }
    }
}
