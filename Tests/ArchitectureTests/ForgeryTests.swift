// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A small file that does what must not compile where `FORGED` is defined, and what must where it is not.
struct Forgery: Sendable, CustomTestStringConvertible {
    /// Below the folder of all.
    let name: String
    let file: URL
    /// The errors that it must give, in order; its comments name them.
    let errors: [String]

    var testDescription: String { self.name }

    init(_ name: String) throws {
        self.name = name
        self.file = Self.folder.appending(path: name)
        self.errors = try String(contentsOf: self.file, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("// error: ") }.map { String($0.dropFirst(10)) }
    }

    static let folder = SourceTree.root.appending(path: "Tests/ArchitectureTests/Forgeries")

    /// All of them; a file that cannot be read is missed by the test of the names.
    static let all: [Forgery] = names.compactMap { try? Forgery($0) }

    static var names: [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)) ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted()
    }
}

/// What the compiler says to every forgery and its twin, at most four at a time.
private struct Judgements {
    struct Judgement: Sendable {
        let forged: [String]
        let twin: (succeeds: Bool, errors: [String])
    }

    static let all = Task { try await Self.judge(Forgery.all) }

    private static func judge(_ forgeries: [Forgery]) async throws -> [String: Judgement] {
        let compiler = try Compiler(asFor: "ZegelCommands")
        return try await withThrowingTaskGroup(of: (String, Judgement).self) { group in
            var judged: [String: Judgement] = [:]
            for (number, forgery) in forgeries.enumerated() {
                if number >= 4, let (name, judgement) = try await group.next() { judged[name] = judgement }
                group.addTask {
                    let forged = try await compiler.compile(forgery.file, defining: ["FORGED"])
                    let twin = try await compiler.compile(forgery.file, defining: [])
                    return (forgery.name, Judgement(forged: forged.errors, twin: twin))
                }
            }
            for try await (name, judgement) in group { judged[name] = judgement }
            return judged
        }
    }
}

@Suite("Nobody makes what a stage makes, skips a stage, or spends leave twice")
struct ForgeryTests {
    @Test("Is refused by the compiler, while its twin compiles", arguments: Forgery.all)
    func refused(_ forgery: Forgery) async throws {
        let judgement = try #require(try await Judgements.all.value[forgery.name])
        #expect(judgement.forged == forgery.errors)
        #expect(!forgery.errors.isEmpty, "The file names no error.")
        #expect(judgement.twin.succeeds && judgement.twin.errors == [])
    }

    @Test("There is a forgery for every stage type that the documentation lists, and all were tried")
    func complete() throws {
        #expect(Forgery.all.map(\.name) == Forgery.names)
        let types = try SourceTree.text("docs/architecture.md").split(separator: "\n").filter {
            $0.hasPrefix("| ") && $0.contains("`")
        }.flatMap { row in
            row.split(separator: "|").last?.split(separator: "`").filter { $0.first?.isUppercase == true } ?? []
        }
        #expect(types.count > 8)
        for type in types { #expect(Forgery.names.contains("Forge/\(type).swift"), "\(type)") }
    }
}
