// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// Finds the call that a method and a path name.
struct Router: Sendable {
    /// What a request asks for.
    struct Match: Sendable {
        let route: Route
        /// The parameters of the path, in order.
        let parameters: [String]
        let isHead: Bool

        /// The mailbox that the path names, where it could name one.
        var mailbox: MailboxName? {
            self.parameters.count == 2
                ? MailboxName(organisation: self.parameters[0], function: self.parameters[1]) : nil
        }
    }

    private enum Segment {
        case literal(Substring)
        case parameter
        /// The one parameter that holds slashes.
        case rest

        init(_ text: Substring) {
            self = text == "{tile}" ? .rest : text.hasPrefix("{") ? .parameter : .literal(text)
        }

        var isLiteral: Bool { if case .literal = self { true } else { false } }
    }

    private struct Pattern {
        let route: Route
        let segments: [Segment]
        /// How many parameters the path has.
        let count: Int

        init(_ route: Route) {
            self.route = route
            self.segments = Router.segments(route.template).map { Segment($0) }
            self.count = self.segments.count { !$0.isLiteral }
        }

        func fits(_ path: [Substring]) -> Bool {
            let takesRest = if case .rest? = self.segments.last { true } else { false }
            guard takesRest ? path.count >= self.segments.count : path.count == self.segments.count else {
                return false
            }
            for (segment, text) in zip(self.segments, path) {
                switch segment {
                case .literal(let expected): guard text == expected else { return false }
                case .parameter: guard !text.isEmpty else { return false }
                case .rest: return true
                }
            }
            return true
        }

        func parameters(of path: [Substring]) -> [String] {
            zip(self.segments, path.indices).compactMap { segment, index in
                switch segment {
                case .literal: nil
                case .parameter: String(path[index])
                case .rest: path[index...].joined(separator: "/")
                }
            }
        }
    }

    private let patterns = Route.allCases.map { Pattern($0) }

    /// Finds the call.
    ///
    /// - Throws: `not-found` for a path that no call has (a trailing slash makes another path), and
    ///   `request.method-not-allowed` with the methods that the path has.
    func match(_ method: String, _ path: String) throws(Problem) -> Match {
        let segments = Self.segments(path)
        let fitting = self.patterns.filter { $0.fits(segments) }
        // A literal path, as `_check`, comes before one with a parameter.
        guard let fewest = fitting.map({ $0.count }).min() else { throw Problem(.notFound) }
        let patterns = fitting.filter { $0.count == fewest }
        let found = patterns.first { $0.route.method == method }
        let instead = method == "HEAD" ? patterns.first { $0.route.method == "GET" } : nil
        guard let pattern = found ?? instead else {
            let allowed = patterns.map(\.route.method).flatMap { $0 == "GET" ? ["GET", "HEAD"] : [$0] }
            throw Problem(.methodNotAllowed, "This path has \(allowed.joined(separator: " and ")).")
                .with("allow", .array(allowed.map { .string($0) }))
        }
        return Match(route: pattern.route, parameters: pattern.parameters(of: segments), isHead: method == "HEAD")
    }

    private static func segments(_ path: String) -> [Substring] {
        path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Substring($0) }
    }
}
