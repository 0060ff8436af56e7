// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Finds the declarations of a file that others can see and that no comment speaks of.
///
/// It reads lines, not syntax: enough for code that the formatter keeps in shape, where a declaration begins a line.
struct Documentation {
    /// A declaration without a comment.
    struct Gap: Hashable, Sendable, CustomStringConvertible {
        let path: String
        let line: Int
        let declaration: String

        var description: String { "\(self.path):\(self.line): \(self.declaration)" }
    }

    private enum Scope {
        /// The file, or the body of a type that is none of the two below.
        case declarations
        /// The body of an enum that others see: so they do its cases.
        case cases
        /// The body of a protocol that others see: so they do all in it.
        case requirements
        /// The body of a function, a closure, a switch: nothing there is seen.
        case hidden
    }

    private(set) var gaps: [Gap] = []
    private let path: String
    private var scopes: [Scope] = [.declarations]
    /// What the next brace opens.
    private var next = Scope.hidden
    private var isDocumented = false
    /// Parentheses that are open: a line inside them begins no declaration.
    private var open = 0

    init(_ file: SourceTree.File) {
        self.path = file.path
        for (number, (line, code)) in zip(file.lines, SwiftText.code(of: file.lines)).enumerated() {
            self.take(line, code, number + 1)
        }
        if self.scopes.count != 1 || self.open != 0 {
            self.gaps.append(Gap(path: file.path, line: file.lines.count, declaration: "The braces do not match."))
        }
    }

    private mutating func take(_ line: String, _ code: String, _ number: Int) {
        let text = line.drop { $0 == " " }
        guard code.contains(where: { $0 != " " }) else {
            self.isDocumented = text.hasPrefix("///") ? self.isDocumented || text.count > 4 : false
            return
        }
        var rest = code[...]
        while !rest.isEmpty {
            let part = rest.prefix { $0 != "{" && $0 != "}" }
            if self.open == 0 { self.declare(part, number) }
            self.open += part.count { $0 == "(" || $0 == "[" } - part.count { $0 == ")" || $0 == "]" }
            rest = rest[part.endIndex...]
            guard let brace = rest.popFirst() else { return }
            if brace == "{" {
                self.scopes.append(self.next)
                self.next = .hidden
                self.isDocumented = false
            } else if self.scopes.count > 1 {
                self.scopes.removeLast()
            }
        }
    }

    /// Takes what may begin a declaration.
    private mutating func declare(_ part: Substring, _ number: Int) {
        let words = Self.words(part)
        guard let scope = self.scopes.last, let place = Self.keyword(in: words) else {
            // An attribute may stand on a line of its own between the comment and what it is about.
            let isAttribute = part.drop { $0 == " " }.first.map { $0 == "@" } ?? true
            self.isDocumented = self.isDocumented && isAttribute
            return
        }
        let word = words[place]
        let isVisible =
            words[..<place].contains { ["package", "public", "open"].contains($0) }
            || (scope == .cases && word == "case") || scope == .requirements
        if scope != .hidden, isVisible, !self.isDocumented, word != "import", word != "extension" {
            let declaration = String(part).trimmingCharacters(in: .whitespaces)
            self.gaps.append(Gap(path: self.path, line: number, declaration: declaration))
        }
        self.isDocumented = false
        self.next =
            switch word {
            case _ where scope == .hidden: .hidden
            case "enum": isVisible ? .cases : .declarations
            case "protocol": isVisible ? .requirements : .declarations
            case "struct", "class", "actor", "extension": .declarations
            default: .hidden
            }
    }

    /// The words of a line without attributes and what stands in parentheses.
    private static func words(_ part: Substring) -> [String] {
        var depth = 0
        let flat = part.map { character -> Character in
            if character == "(" || character == "<" { depth += 1 }
            defer { if character == ")" || (character == ">" && depth > 0) { depth -= 1 } }
            return depth > 0 || character == ")" ? " " : character
        }
        return String(flat).split(separator: " ").map(String.init).filter { !$0.hasPrefix("@") }
    }

    private static func keyword(in words: [String]) -> Int? {
        let keywords: Set = [
            "actor", "associatedtype", "case", "class", "enum", "extension", "func", "import", "init", "init?", "let",
            "operator", "protocol", "struct", "subscript", "typealias", "var",
        ]
        let modifiers: Set = [
            "borrowing", "class", "consuming", "convenience", "distributed", "dynamic", "fileprivate", "final",
            "indirect",
            "infix", "internal", "isolated", "lazy", "mutating", "nonisolated", "nonmutating", "open", "override",
            "package", "postfix", "prefix", "private", "public", "required", "static", "unowned", "unsafe", "weak",
        ]
        let place = words.firstIndex { !modifiers.contains($0) } ?? words.endIndex
        if place < words.endIndex, keywords.contains(words[place]) { return place }
        // `class` is a modifier before `func` and `var`, and a keyword before a name.
        if let last = words[..<place].lastIndex(of: "class") { return last }
        return nil
    }
}
