// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelPolicy

@Suite("The published schema of the policies")
struct PolicySchemaTests {
    private static let path = TestPolicy.root.appendingPathComponent("docs/policy.schema.json")

    private static func checker() throws -> SchemaChecker {
        try SchemaChecker(StrictJSON.parse([UInt8](Data(contentsOf: Self.path)), maximumDepth: 64))
    }

    /// Every shipped file with the name that its kind has in the schema.
    static func shipped() throws -> [(definition: String, path: String, json: JSONValue)] {
        let names = ["exchanges/": "exchange", "tests/": "tests"]
        return try TestPolicy.source().files.map { file in
            let folder = names.keys.first { file.path.hasPrefix($0) }
            let definition = folder.flatMap { names[$0] } ?? String(file.path.dropLast(5))
            return (definition, file.path, JSONValue(try StrictYAML.parse(file.bytes, file: file.path)))
        }
    }

    @Test("Every shipped file fits the schema, and is one kind of file and no other")
    func shippedFiles() throws {
        let checker = try Self.checker()
        let kinds = CompletePolicy.files.map(\.definition)
        for file in try Self.shipped() {
            #expect(checker.check(file.json, as: file.definition).faults == [], "\(file.path)")
            for kind in kinds where kind != file.definition && file.path.contains("casusoverleg") {
                #expect(checker.check(file.json, as: kind).faults != [], "\(file.path) as \(kind)")
            }
        }
    }

    @Test("The complete examples fit the schema and the readers", arguments: CompletePolicy.files)
    func complete(_ file: CompletePolicy.File) throws {
        #expect(try Self.checker().check(file.json(), as: file.definition).faults == [])
        #expect(CompletePolicy.faults(file, Array(file.text.utf8)) == [])
        // The same as JSON, in which the mutations below are written.
        #expect(CompletePolicy.faults(file, try file.json().encoded) == [])
    }

    @Test("Every key of the schema is one that the readers take: the examples have them all")
    func schemaKeys() throws {
        let checker = try Self.checker()
        let seen = try CompletePolicy.files.reduce(into: Set<String>()) { seen, file in
            seen.formUnion(try checker.check(file.json(), as: file.definition).seen)
        }
        #expect(checker.all.subtracting(seen).sorted() == [])
        #expect(checker.all.count > 200)
    }

    /// All words that could be keys: those of the schema, and those that stand in the readers.
    private static func words() throws -> Set<String> {
        let folder = TestPolicy.root.appendingPathComponent("Sources/ZegelPolicy")
        var words: Set<String> = []
        let quoted = try Regex("\"([A-Za-z]{2,40})\"", as: (Substring, Substring).self)
        let named = try Regex("case ([a-zA-Z, ]+)", as: (Substring, Substring).self)
        for name in ["Reading", "Tables", "Invariants", "Cases", "Rules"] {
            let inner = folder.appendingPathComponent(name)
            for file in try FileManager.default.contentsOfDirectory(at: inner, includingPropertiesForKeys: nil) {
                let text = try String(contentsOf: file, encoding: .utf8)
                words.formUnion(text.matches(of: quoted).map { String($0.output.1) })
                for match in text.matches(of: named) {
                    words.formUnion(match.output.1.split(separator: ",").map { $0.filter(\.isLetter) })
                }
            }
        }
        words.formUnion(try Self.checker().all.compactMap { $0.split(separator: " ").last.map(String.init) })
        return words.filter { !$0.isEmpty && $0.allSatisfy(\.isLetter) && $0.utf8.count <= 40 }
    }

    @Test(
        "Every key of the readers is one that the schema takes: any other is refused",
        arguments: CompletePolicy.files
    )
    func readerKeys(_ file: CompletePolicy.File) throws {
        let (checker, words) = (try Self.checker(), try Self.words())
        #expect(words.count > 150)
        let json = try file.json()
        for (place, keys) in checker.check(json, as: file.definition).closed where !keys.names.isEmpty {
            let foreign = words.subtracting(keys.names).filter { word in
                !keys.patterns.contains { checker.matches(word, .string($0)) }
            }
            let changed = json.changing(place[...]) { value in
                .object((value.members ?? []) + foreign.map { .init($0, "zz") })
            }
            let refused = CompletePolicy.faults(file, changed?.encoded ?? []).reduce(into: Set<String>()) {
                $0.formUnion($1.message.split { !$0.isLetter }.map(String.init))
            }
            #expect(foreign.subtracting(refused).sorted() == [], "\(file.path) \(place)")
        }
    }

    // MARK: - Mutations

    /// What is put in the place of a text, and of a list or mapping.
    private static func others(than value: JSONValue) -> [JSONValue] {
        guard value.string != nil else { return ["zz", "", [], ["zz"], [:], ["zz": "zz"]] }
        return ["", "~~", "+1", "01", "2026-13-45", [], ["zz"], ["zz": "zz"]]
    }

    @Test(
        "What the schema refuses the readers refuse, whatever stands in whatever place",
        arguments: CompletePolicy.files
    )
    func mutations(_ file: CompletePolicy.File) throws {
        let (checker, json) = (try Self.checker(), try file.json())
        // A condition takes one value or a list of them, a table anything for a header; two keys are a word or something longer.
        let isOpen = ["set", "defaults", "when", "unless", "where", "never", "always"]
        let isEither = [["onward", "permits", "1", "purpose"], ["rows", "0", "case"]]
        var (refused, taken) = (0, [String]())
        // In a short run one place of four, of the files with many.
        let places = json.places
        let step = places.count > 200 && ProcessInfo.processInfo.environment["ZEGEL_LONG"] != "1" ? 4 : 1
        for place in places.enumerated().filter({ $0.offset % step == 0 }).map(\.element) {
            let value = try #require(json.value(at: place))
            for other in Self.others(than: value) {
                let changed = try #require(json.changing(place[...]) { _ in other })
                let isRefused = !checker.check(changed, as: file.definition).faults.isEmpty
                let isShape = (other.string == nil) != (value.string == nil) && other.array?.isEmpty != true
                // Where a text is asked, the schema refuses a list and a mapping; the reverse, too.
                let isClosed = !place.contains(where: isOpen.contains) && !isEither.contains(place)
                guard isRefused || isShape && isClosed else { continue }
                refused += 1
                let isTaken = CompletePolicy.faults(file, changed.encoded).isEmpty
                let what = "\(place.joined(separator: "/")): \(String(decoding: other.encoded, as: UTF8.self))"
                if !isRefused { taken.append("the schema takes \(what)") }
                if isTaken { taken.append("the reader takes \(what)") }
            }
        }
        #expect(taken == [])
        #expect(refused > 20)
    }
}
