// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

@testable import ZegelPolicy

/// Checks values against a JSON Schema, as far as the schema of the policies uses that language; what it does not know is a fault.
struct SchemaChecker {
    /// What keys a mapping may have.
    struct Keys {
        var names: Set<String> = []
        var patterns: Set<String> = []
    }

    /// What one value showed.
    struct Outcome {
        /// What is wrong, with the place in the value.
        var faults: [String] = []
        /// Every place of the schema and key that took part, as `#/$defs/kind permits`.
        var seen: Set<String> = []
        /// The places of values that may have no other keys than the schema's, with these.
        var closed: [[String]: Keys] = [:]

        mutating func join(_ other: Outcome) {
            self.faults += other.faults
            self.seen.formUnion(other.seen)
            self.closed.merge(other.closed) { one, other in
                Keys(names: one.names.union(other.names), patterns: one.patterns.union(other.patterns))
            }
        }
    }

    let root: JSONValue
    private let patterns: [String: NSRegularExpression]

    init(_ root: JSONValue) throws {
        self.root = root
        self.patterns = try Self.texts(in: root).reduce(into: [:]) { patterns, text in
            patterns[text] = try NSRegularExpression(pattern: text)
        }
    }

    /// Every place of the schema and key of it that a value could have.
    var all: Set<String> {
        func keys(_ schema: JSONValue, _ place: String) -> Set<String> {
            var found: Set<String> = []
            for member in schema.members ?? [] {
                let inner = "\(place)/\(member.key)"
                switch member.key {
                case "properties", "patternProperties":
                    for property in member.value.members ?? [] {
                        found.insert("\(place) \(property.key)")
                        found.formUnion(keys(property.value, "\(inner)/\(property.key)"))
                    }
                case "items", "additionalProperties": found.formUnion(keys(member.value, inner))
                case "anyOf":
                    for (index, branch) in (member.value.array ?? []).enumerated() {
                        found.formUnion(keys(branch, "\(inner)/\(index)"))
                    }
                default: ()
                }
            }
            return found
        }
        return (self.root["$defs"]?.members ?? []).reduce(into: []) { found, member in
            found.formUnion(keys(member.value, "#/$defs/\(member.key)"))
        }
    }

    /// What a value shows that is a file of some kind.
    func check(_ value: JSONValue, as definition: String) -> Outcome {
        self.check(value, ["$ref": .string("#/$defs/\(definition)")], [], "#")
    }

    private func check(_ value: JSONValue, _ schema: JSONValue, _ path: [String], _ place: String) -> Outcome {
        var outcome = Outcome()
        func fault(_ text: String) { outcome.faults.append("/\(path.joined(separator: "/")): \(text)") }
        for keyword in schema.members ?? [] {
            let asked = keyword.value
            switch keyword.key {
            case "$schema", "$id", "$defs", "title", "description", "properties", "patternProperties": ()
            case "$ref":
                let name = (asked.string ?? "").split(separator: "/").last.map(String.init) ?? ""
                let target = self.root["$defs"]?[name] ?? .bool(false)
                outcome.join(self.check(value, target, path, "#/$defs/\(name)"))
            case "type":
                if asked.string != Self.type(of: value) { fault("is no \(asked.string ?? "type")") }
            case "const": if value != asked { fault("is another value") }
            case "enum": if !(asked.array?.contains(value) ?? false) { fault("is none of the values") }
            case "pattern": if let text = value.string, !self.matches(text, asked) { fault("has another form") }
            case "minLength", "maxLength":
                guard let length = value.string?.unicodeScalars.count, let bound = asked.integer else { continue }
                if keyword.key == "minLength" ? length < Int(bound) : length > Int(bound) { fault("has that length") }
            case "minItems", "maxItems":
                guard let count = value.array?.count, let bound = asked.integer else { continue }
                if keyword.key == "minItems" ? count < Int(bound) : count > Int(bound) { fault("has so many") }
            case "minProperties":
                if let count = value.members?.count, count < Int(asked.integer ?? 0) { fault("has so few keys") }
            case "required":
                guard let members = value.members else { continue }
                for key in asked.array?.compactMap(\.string) ?? [] where !members.contains(where: { $0.key == key }) {
                    fault("lacks \(key)")
                }
            case "items":
                for (index, element) in (value.array ?? []).enumerated() {
                    outcome.join(self.check(element, asked, path + ["\(index)"], place + "/items"))
                }
            case "additionalProperties": outcome.join(self.members(of: value, schema, path, place))
            case "anyOf", "oneOf":
                let branches = (asked.array ?? []).enumerated().map { index, branch in
                    self.check(value, branch, path, "\(place)/\(keyword.key)/\(index)")
                }
                let good = branches.filter(\.faults.isEmpty)
                if good.isEmpty || keyword.key == "oneOf" && good.count > 1 { fault("fits \(good.count) of them") }
                for branch in good { outcome.join(branch) }
            case "not": if self.check(value, asked, path, place).faults.isEmpty { fault("is what it must not be") }
            default: fault("\(keyword.key) is not known to this test")
            }
        }
        return outcome
    }

    /// The members of a value: what the schema says of them by name or by pattern, and what it says of all others.
    private func members(
        of value: JSONValue,
        _ schema: JSONValue,
        _ path: [String],
        _ place: String
    ) -> Outcome {
        var outcome = Outcome()
        guard let members = value.members else { return outcome }
        let named = schema["properties"]?.members ?? []
        let matched = schema["patternProperties"]?.members ?? []
        if schema["additionalProperties"] == .bool(false) {
            outcome.closed[path] = Keys(names: Set(named.map(\.key)), patterns: Set(matched.map(\.key)))
        }
        for member in members {
            let inner = path + [member.key]
            let known =
                named.filter { $0.key == member.key }.map { ($0, "properties") }
                + matched.filter { self.matches(member.key, .string($0.key)) }.map { ($0, "patternProperties") }
            for (property, kind) in known {
                outcome.seen.insert("\(place) \(property.key)")
                outcome.join(self.check(member.value, property.value, inner, "\(place)/\(kind)/\(property.key)"))
            }
            guard known.isEmpty, let others = schema["additionalProperties"] else { continue }
            if others == .bool(false) {
                outcome.faults.append("/\(inner.joined(separator: "/")): is no key here")
            } else {
                outcome.join(self.check(member.value, others, inner, place + "/additionalProperties"))
            }
        }
        return outcome
    }

    /// Whether a text fits a pattern of the schema.
    func matches(_ text: String, _ pattern: JSONValue) -> Bool {
        let whole = NSRange(location: 0, length: text.utf16.count)
        return self.patterns[pattern.string ?? ""]?.firstMatch(in: text, range: whole) != nil
    }

    private static func type(of value: JSONValue) -> String {
        value.string != nil ? "string" : value.array != nil ? "array" : value.members != nil ? "object" : "other"
    }

    private static func texts(in schema: JSONValue) -> Set<String> {
        var found = (schema.array ?? []).reduce(into: Set<String>()) { $0.formUnion(self.texts(in: $1)) }
        for member in schema.members ?? [] {
            if member.key == "pattern", let text = member.value.string { found.insert(text) }
            if member.key == "patternProperties" { found.formUnion(member.value.members?.map(\.key) ?? []) }
            found.formUnion(self.texts(in: member.value))
        }
        return found
    }
}

extension JSONValue {
    /// The same with the value at a place changed; a number in the place is that of an element.
    func changing(_ place: ArraySlice<String>, _ change: (JSONValue) -> JSONValue?) -> JSONValue? {
        guard let key = place.first else { return change(self) }
        if let elements = self.array {
            return .array(
                elements.enumerated().compactMap { index, element in
                    "\(index)" == key ? element.changing(place.dropFirst(), change) : element
                }
            )
        }
        return .object(
            (self.members ?? []).compactMap { member in
                guard member.key == key else { return member }
                return member.value.changing(place.dropFirst(), change).map { .init(key, $0) }
            }
        )
    }

    /// The value at a place.
    func value(at place: [String]) -> JSONValue? {
        place.reduce(Optional(self)) { value, key in
            if let elements = value?.array { return Int(key).map { elements[$0] } }
            return value?[key]
        }
    }

    /// The places of all values in it, itself included.
    var places: [[String]] {
        let elements = (self.array ?? []).enumerated().map { ("\($0.offset)", $0.element) }
        let inner = elements + (self.members ?? []).map { ($0.key, $0.value) }
        return [[]] + inner.flatMap { key, value in value.places.map { [key] + $0 } }
    }

    /// A YAML value; every scalar is a text.
    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let text): self = .string(text)
        case .sequence(let nodes): self = .array(nodes.map { JSONValue($0) })
        case .mapping(let members):
            self = .object(members.map { JSONValue.Member($0.key.scalar ?? "", JSONValue($0.value)) })
        }
    }
}
