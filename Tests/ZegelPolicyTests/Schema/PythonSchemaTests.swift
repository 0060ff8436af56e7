// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("The published schema, as another reader of JSON Schema has it")
struct PythonSchemaTests {
    /// Reads a schema and a list of [definition, value] and prints which of them fit, after it has checked the schema itself.
    private static let script = """
        import json, sys
        from jsonschema import Draft202012Validator
        schema, values = json.load(open(sys.argv[1])), json.load(sys.stdin)
        Draft202012Validator.check_schema(schema)
        def fits(name, value):
            part = {"$ref": "#/$defs/" + name, "$defs": schema["$defs"]}
            return Draft202012Validator(part).is_valid(value)
        whole = Draft202012Validator(schema)
        print("".join("1" if fits(n, v) else "0" for n, v in values))
        print("".join("1" if whole.is_valid(v) else "0" for n, v in values))
        """

    private static func python(_ arguments: [String], _ input: [UInt8] = []) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let (given, made) = (Pipe(), Pipe())
        process.standardInput = given
        process.standardOutput = made
        process.standardError = FileHandle.nullDevice
        try process.run()
        // What is written fits no pipe; the program reads all of it before it writes.
        try given.fileHandleForWriting.write(contentsOf: Data(input))
        try given.fileHandleForWriting.close()
        let output = try made.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    private static let isPresent =
        (try? Self.python(["-c", "from jsonschema import Draft202012Validator"]).status) == 0

    @Test(
        "Python's jsonschema takes the schema, every shipped file and the examples, and refuses what this test's checker refuses",
        .enabled(if: Self.isPresent, "python3 with jsonschema 4 is missing")
    )
    func agrees() throws {
        let path = TestPolicy.root.appendingPathComponent("docs/policy.schema.json")
        let checker = try SchemaChecker(StrictJSON.parse([UInt8](Data(contentsOf: path)), maximumDepth: 64))
        var values: [(name: String, json: JSONValue)] = []
        for file in CompletePolicy.files {
            let json = try file.json()
            values.append((file.definition, json))
            for place in json.places.filter({ $0.count < 6 }) {
                let changed = try #require(json.changing(place[...]) { $0.string == nil ? "zz" : ["zz"] })
                values.append((file.definition, changed))
            }
        }
        for file in try PolicySchemaTests.shipped() { values.append((file.definition, file.json)) }
        let input = JSONValue.array(values.map { [.string($0.name), $0.json] }).encoded
        let (status, output) = try Self.python(["-c", Self.script, path.path], input)
        try #require(status == 0)
        let lines = output.split(separator: "\n")
        let wanted = values.map { checker.check($0.json, as: $0.name).faults.isEmpty ? "1" : "0" }.joined()
        try #require(lines.count == 2)
        #expect(lines[0] == wanted)
        #expect(lines[1] == wanted)
        #expect(wanted.contains("0") && wanted.hasSuffix(String(repeating: "1", count: 34)))
    }
}
