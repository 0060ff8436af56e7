// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// A refusal as the other side learns it: a stable code, a status, and what to do (RFC 9457).
///
/// It never holds content, subjects, names of persons, keys or tokens. Two problems are equal when their codes are.
package struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// One of several faults in the same input.
    package struct Item: Hashable, Sendable {
        /// The stable code of this fault.
        package let code: String
        /// A JSON pointer, an entry name or a parameter: where it is.
        package let location: String
        /// What is wrong and what to do.
        package let detail: String

        /// Creates one fault.
        package init(code: String, location: String, detail: String) {
            self.code = code
            self.location = location
            self.detail = detail
        }
    }

    /// The stable code; one per cause.
    package let code: String
    /// The HTTP status.
    package let status: Int
    /// A sentence that is the same for each problem of this code.
    package let title: String
    /// What was found here, and what to do about it.
    package let detail: String
    /// All faults of the input, where there are several.
    package var items: [Item] = []
    /// Further members of the problem document that this code has, in order.
    package var members: [(name: String, value: JSONValue)] = []

    /// Seconds after which asking again makes sense; `nil` where the status alone says it.
    package var retryAfter: Int?

    /// Creates a problem with a code of Zegel.
    package init(_ code: ProblemCode, _ detail: String = "", items: [Item] = []) {
        self.init(code: code.rawValue, status: code.status, title: code.title, detail: detail)
        self.items = items
    }

    /// Creates a problem with the code of a format library.
    package init(code: String, status: Int, title: String, detail: String) {
        self.code = code
        self.status = status
        self.title = title
        self.detail = detail
    }

    /// What the other side learns of any error: the problem itself, or that the server made a mistake and nothing more.
    package init(any error: any Error) {
        self = error as? Problem ?? Problem(.internalError)
    }

    /// The same problem with a further member of the problem document.
    package func with(_ name: String, _ value: JSONValue) -> Problem {
        var copy = self
        copy.members.append((name, value))
        return copy
    }

    /// The same problem with the seconds after which asking again makes sense.
    package func after(seconds: Int) -> Problem {
        var copy = self
        copy.retryAfter = seconds
        return copy
    }

    /// Equal codes are equal problems, whatever their details say.
    package static func == (left: Problem, right: Problem) -> Bool { left.code == right.code }

    /// As the comparison: the code alone.
    package func hash(into hasher: inout Hasher) { hasher.combine(self.code) }

    /// The code, and the detail or else the title, for logs and the command line.
    package var description: String {
        self.detail.isEmpty ? "\(self.code): \(self.title)" : "\(self.code): \(self.detail)"
    }

    /// Faults that a document names: an input of a few kilobytes may have thousands, and an answer is not to be many times its size.
    private static let maximumItems = 100

    /// The problem document of RFC 9457: type, title, status, detail, code, errors, and the members of this code.
    ///
    /// Of the faults it names the first hundred.
    package var document: JSONValue {
        var object: [JSONValue.Member] = [
            .init("type", .string("urn:zegel:problem:\(self.code)")), .init("title", .string(self.title)),
            .init("status", .integer(Int64(self.status))), .init("code", .string(self.code)),
        ]
        if !self.detail.isEmpty { object.append(.init("detail", .string(self.detail))) }
        if !self.items.isEmpty {
            object.append(
                .init(
                    "errors",
                    .array(
                        self.items.prefix(Self.maximumItems).map { item in
                            .object([
                                .init("code", .string(item.code)), .init("location", .string(item.location)),
                                .init("detail", .string(item.detail)),
                            ])
                        }
                    )
                )
            )
        }
        object += self.members.map { .init($0.name, $0.value) }
        return .object(object)
    }
}
