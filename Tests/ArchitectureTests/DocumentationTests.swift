// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite("Every declaration that others see has a comment")
struct DocumentationTests {
    @Test("So it is in every target", arguments: ArchitectureTests.order)
    func complete(_ target: String) throws {
        let files = try SourceTree.files(in: "Sources").filter { $0.target == target }
        let gaps = files.flatMap { Documentation($0).gaps }
        #expect(gaps.isEmpty, "\(gaps.map(\.description).joined(separator: "\n"))")
    }

    struct Snippet: Sendable, CustomTestStringConvertible {
        let what: String
        let text: String
        /// The lines of the declarations without a comment.
        let gaps: [Int]

        var testDescription: String { self.what }
    }

    @Test("Finds what has none, and takes what has one", arguments: Self.snippets)
    func finds(_ snippet: Snippet) {
        let lines = snippet.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            Documentation(SourceTree.File(path: "Sources/X/X.swift", lines: lines)).gaps.map(\.line) == snippet.gaps
        )
    }

    static let snippets = [
        Snippet(what: "A type", text: "/// A.\npackage struct A {}\npackage struct B {}", gaps: [3]),
        Snippet(what: "An empty comment", text: "///\npackage struct A {}", gaps: [2]),
        Snippet(what: "A comment that is none of documentation", text: "// A.\npackage struct A {}", gaps: [2]),
        Snippet(what: "A comment with a line between", text: "/// A.\n\npackage struct A {}", gaps: [3]),
        Snippet(what: "The comment of another", text: "/// A.\nlet a = 1\npackage let b = 2", gaps: [3]),
        Snippet(what: "Nothing that others see", text: "struct A {\n    init() {}\n    private var a = 1\n}", gaps: []),
        Snippet(what: "Imports", text: "package import A\npublic import struct B.C", gaps: []),
        Snippet(
            what: "Members of every sort",
            text: """
                /// A.
                public final class A {
                    public typealias B = Int
                    package static let c = 1
                    package private(set) var d = 1
                    public convenience init?(_ e: Int) { nil }
                    public subscript(f: Int) -> Int { f }
                    package nonisolated(unsafe) static var g = 1
                    public class func h<I>(_ i: I) -> Int { 1 }
                }
                """,
            gaps: [3, 4, 5, 6, 7, 8, 9]
        ),
        Snippet(
            what: "An extension, and what is in it",
            text: "extension A {\n    package enum B {\n        case c\n    }\n}\n\npublic extension A {}",
            gaps: [2, 3]
        ),
        Snippet(
            what: "Cases that others see, and the switch below them",
            text: """
                /// A.
                package enum A: String {
                    /// B.
                    case b
                    case c(d: Int)
                    indirect case e = "}"

                    /// F.
                    package var f: Int {
                        switch self {
                        case .b: 1
                        case .c, .e: 2
                        }
                    }
                }
                """,
            gaps: [5, 6]
        ),
        Snippet(what: "Cases that others do not see", text: "enum A {\n    case b\n}", gaps: []),
        Snippet(what: "A case on the line of its enum", text: "/// A.\npackage enum A { case b }", gaps: [2]),
        Snippet(
            what: "What a protocol asks for",
            text: """
                /// A.
                package protocol A: Sendable {
                    associatedtype B
                    /// C.
                    var c: Int { get }
                    static func d(_ e: () -> Int)
                    init(f: Int)
                }

                protocol G {
                    func h()
                }
                """,
            gaps: [3, 6, 7]
        ),
        Snippet(
            what: "Attributes between comment and declaration",
            text: """
                /// A.
                @discardableResult
                @available(
                    *,
                    deprecated
                )
                package func a() -> Int { 1 }
                @discardableResult
                package func b() -> Int { 1 }
                @MainActor package func c() {}
                """,
            gaps: [9, 10]
        ),
        Snippet(
            what: "A declaration over several lines, and one behind it",
            text: """
                /// A.
                package func a(
                    _ b: () -> Int = { 1 },
                    package c: Int
                ) -> [Int] {
                    let package = [c]
                    return package
                }
                package let d = [
                    1
                ]
                """,
            gaps: [9]
        ),
        Snippet(
            what: "Braces and declarations in strings and comments",
            text: #"""
                /// A.
                package struct A {
                    let b = "{ \(["}"].map { "{\($0)" }) \" {"
                    let c = """
                        package struct D {
                        /// D.
                        """
                    let e = ##"{"# \#(1) {"##  // {
                    /* package let f = 1 { /* } */ */
                    package let g = 1
                }
                """#,
            gaps: [10]
        ),
        Snippet(what: "Braces that do not match, at the end", text: "struct A {\n", gaps: [2]),
    ]
}
