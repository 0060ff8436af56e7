// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelServer

@Suite("openapi.json")
struct OpenAPITests {
    static let document = OpenAPI.document(name: "https://localhost:8443")

    @Test("has every call of the router at its path, and nothing else")
    func routes() throws {
        let paths = try #require(Self.document["paths"]?.members)
        for route in Route.allCases {
            #expect(try Router().match(route.method, route.template).route == route)
            #expect(Self.operation(route)?["operationId"]?.string == route.rawValue)
        }
        for path in paths {
            for method in path.value.members ?? [] {
                let match = try Router().match(method.key.uppercased(), path.key)
                #expect(match.route.template == path.key)
            }
        }
        #expect(paths.flatMap { $0.value.members ?? [] }.count == Route.allCases.count)
        #expect(try StrictJSON.parse(Self.document.encoded, maximumDepth: 24) == Self.document)
    }

    @Test("says for every call what it takes, what it needs and what comes back", arguments: Route.allCases)
    func operation(_ route: Route) throws {
        let operation = try #require(Self.operation(route))
        #expect(operation["summary"]?.string?.hasSuffix(".") == true)
        let parameters = operation["parameters"]?.array ?? []
        let named = parameters.filter { $0["in"] == "path" }.compactMap { $0["name"]?.string }
        let inTemplate = route.template.split(separator: "/").filter { $0.hasPrefix("{") }
        #expect(named == inTemplate.map { String($0.dropFirst().dropLast()) })
        #expect((operation["requestBody"]?["content"]?.members ?? []).map(\.key) == route.mediaTypes)
        let scopes = (operation["security"]?.array ?? []).flatMap { $0["token"]?.array ?? [] }.compactMap(\.string)
        #expect(scopes == route.scopes.map(\.rawValue))
        #expect(operation["responses"]?.members?.contains { $0.key.hasPrefix("2") } == true)
    }

    @Test("has an example of every body that is text, and each is valid")
    func examples() throws {
        let checker = SchemaChecker(document: Self.document)
        var count = 0
        func walk(_ value: JSONValue, at place: String) {
            if let schema = value["schema"] {
                var examples = (value["examples"]?.members ?? []).compactMap { $0.value["value"] }
                if let example = value["example"] { examples.append(example) }
                let isBytes = schema["contentMediaType"] != nil
                let isField = place.contains("/headers/")
                #expect(examples.isEmpty == (isBytes || isField), "\(place)")
                #expect(!isBytes || value["x-holds"] != nil || place.contains("/responses/"), "\(place)")
                for example in examples {
                    count += 1
                    #expect(checker.faults(example, against: schema) == [], "\(place)")
                }
            } else if value["type"]?.string == "object", let examples = value["examples"]?.array {
                for example in examples {
                    count += 1
                    #expect(checker.faults(example, against: value) == [], "\(place)")
                }
            }
            for member in value.members ?? [] { walk(member.value, at: "\(place)/\(member.key)") }
            for (index, element) in (value.array ?? []).enumerated() { walk(element, at: "\(place)/\(index)") }
        }
        walk(Self.document, at: "")
        #expect(count > 100)
        for kind in Statement.Kind.allCases {
            let example = OpenAPI.Example.statement(kind)
            #expect(checker.faults(example, against: OpenAPI.reference("statement")) == [])
            #expect(try Statement(parsing: example.encoded).kind == kind)
        }
    }

    struct Wrong: Sendable {
        let schema: JSONValue
        let good: JSONValue
        let bad: JSONValue
    }

    @Test(
        "is checked by something that finds faults",
        arguments: [
            Wrong(schema: OpenAPI.digest, good: OpenAPI.Example.container, bad: "5B"),
            Wrong(schema: OpenAPI.count, good: 0, bad: -1), Wrong(schema: OpenAPI.count, good: 0, bad: "0"),
            Wrong(schema: OpenAPI.level, good: "stg-geheim", bad: "geheim"),
            Wrong(schema: OpenAPI.version, good: "1", bad: 1),
            Wrong(schema: OpenAPI.text(upTo: 2), good: "ab", bad: "abc"),
            Wrong(schema: OpenAPI.list(of: OpenAPI.day), good: ["2026-11-20"], bad: ["20-11-2026"]),
            Wrong(schema: OpenAPI.list(of: OpenAPI.day, unique: true), good: [], bad: ["2026-11-20", "2026-11-20"]),
            Wrong(schema: OpenAPI.list(of: OpenAPI.count, minimum: 1), good: [1], bad: []),
            Wrong(schema: OpenAPI.object([("a", OpenAPI.count)]), good: ["a": 1], bad: [:]),
            Wrong(schema: OpenAPI.object([("a", OpenAPI.count)]), good: ["a": 1], bad: ["a": 1, "b": 1]),
            Wrong(schema: OpenAPI.reference("check"), good: ["decision": "allow", "release": 1], bad: ["release": 1]),
            Wrong(schema: ["type": "string"], good: "", bad: .null),
        ]
    )
    func checker(_ wrong: Wrong) {
        let checker = SchemaChecker(document: Self.document)
        #expect(checker.faults(wrong.good, against: wrong.schema) == [])
        #expect(checker.faults(wrong.bad, against: wrong.schema) != [])
        #expect(checker.faults(wrong.good, against: ["nonsense": true]) != [])
    }

    static func operation(_ route: Route) -> JSONValue? {
        self.document["paths"]?[route.template]?[route.method.lowercased()]
    }

    /// The codes that a call's answers with a status may carry.
    static func codes(_ route: Route, _ status: Int) -> [String] {
        let content = self.operation(route)?["responses"]?["\(status)"]?["content"]
        let schema = content?["application/problem+json"]?["schema"]
        return schema?["allOf"]?.array?.last?["properties"]?["code"]?["enum"]?.array?.compactMap(\.string) ?? []
    }
}
