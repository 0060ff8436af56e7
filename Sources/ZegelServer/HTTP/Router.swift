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

    private struct Pattern {
        let route: Route
        let segments: [Substring]
    }

    /// The one parameter that holds slashes.
    private static let rest: Substring = "{tile}"

    private let patterns = Route.allCases.map { Pattern(route: $0, segments: Self.segments($0.template)) }

    /// Finds the call.
    ///
    /// - Throws: `not-found` for a path that no call has (a trailing slash makes another path), and
    ///   `request.method-not-allowed` with the methods that the path has.
    func match(_ method: String, _ path: String) throws(Problem) -> Match {
        let segments = Self.segments(path)
        let candidates = self.patterns.compactMap { pattern in
            Self.parameters(segments, in: pattern.segments).map { (pattern.route, $0) }
        }
        // A literal path, as `_check`, comes before one with a parameter.
        guard let fewest = candidates.map({ $0.1.count }).min() else { throw Problem(.notFound) }
        let routes = candidates.filter { $0.1.count == fewest }
        let found = routes.first { $0.0.method == method }
        let instead = method == "HEAD" ? routes.first { $0.0.method == "GET" } : nil
        guard let (route, parameters) = found ?? instead else {
            let allowed = routes.map(\.0.method).flatMap { $0 == "GET" ? ["GET", "HEAD"] : [$0] }
            throw Problem(.methodNotAllowed, "This path has \(allowed.joined(separator: " and ")).")
                .with("allow", .array(allowed.map { .string($0) }))
        }
        return Match(route: route, parameters: parameters, isHead: method == "HEAD")
    }

    private static func segments(_ path: String) -> [Substring] {
        path.split(separator: "/", omittingEmptySubsequences: false)
    }

    private static func parameters(_ segments: [Substring], in pattern: [Substring]) -> [String]? {
        let takesRest = pattern.last == Self.rest
        guard takesRest ? segments.count >= pattern.count : segments.count == pattern.count else { return nil }
        var parameters: [String] = []
        for (index, (segment, expected)) in zip(segments, pattern).enumerated() {
            if expected == Self.rest {
                parameters.append(segments[index...].joined(separator: "/"))
            } else if expected.hasPrefix("{") {
                guard !segment.isEmpty else { return nil }
                parameters.append(String(segment))
            } else if segment != expected {
                return nil
            }
        }
        return parameters
    }
}
