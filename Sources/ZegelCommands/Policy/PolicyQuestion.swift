// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore
import ZegelPolicy

/// A question as programs put it: `{"header": {…}, "facts": {…}, "action": "send"}`.
struct PolicyQuestion {
    let question: Question
    /// What was not understood, and therefore took no part.
    let remarks: [String]

    private static let keys = ["header", "facts", "action"]
    private static let maximumSize = 1_048_576

    /// Reads a file; without one, standard input.
    init(file: String?) throws(Problem) {
        let data: Data?
        if let file, file != "-" {
            data = try? FileHandle(forReadingFrom: URL(fileURLWithPath: file)).read(upToCount: Self.maximumSize + 1)
        } else {
            data = try? FileHandle.standardInput.read(upToCount: Self.maximumSize + 1)
        }
        guard let data, !data.isEmpty else {
            throw Problem(.parameterInvalid, "There is no question: name a file, or write one to standard input.")
        }
        guard data.count <= Self.maximumSize else {
            throw Problem(.parameterInvalid, "A question holds at most \(Self.maximumSize) bytes.")
        }
        do { try self.init(try StrictJSON.parse(data, maximumDepth: 16)) } catch {
            throw Problem(.parameterInvalid, "The question is no such JSON: \(error.detail)")
        }
    }

    private init(_ json: JSONValue) throws(Problem) {
        let actions = Action.allCases.map(\.rawValue)
        guard let header = json["header"], header.members != nil else {
            throw Problem(.parameterInvalid, "header is missing: an object as message.json holds it.")
        }
        let name = json["action"]?.string ?? (json["action"] == nil ? Action.send.rawValue : "")
        guard let action = Action(rawValue: name) else {
            let hint = Spelling.hint(for: name, among: actions)
            throw Problem(.parameterInvalid, "action is one of \(actions.joined(separator: ", "))\(hint)")
        }
        var given = json["facts"]?.members ?? []
        var remarks = Self.unknown(in: json.members ?? [], among: Self.keys, "the question")
        if !given.contains(where: { $0.key == "asOf" }) {
            given.append(.init("asOf", .string("\(Instant.now)")))
            remarks.append("facts.asOf is not given: decided as of now.")
        }
        guard let facts = Facts(.object(given)) else {
            throw Problem(.parameterInvalid, "facts.asOf is a moment as 2026-11-20T12:00:00Z.")
        }
        remarks += Self.unknown(in: given, among: Facts.names, "facts")
        let read = Set(facts.members.map(\.key))
        for member in given where Facts.names.contains(member.key) && !read.contains(member.key) {
            let isEmpty = member.value == .null || member.value.array?.isEmpty ?? false
            if !isEmpty { remarks.append("facts.\(member.key) cannot be read and counts as absent.") }
        }
        self.question = Question(action, HeaderView(header), facts)
        self.remarks = remarks
    }

    private static func unknown(in members: [JSONValue.Member], among names: [String], _ place: String) -> [String] {
        members.map(\.key).filter { !names.contains($0) }.map { key in
            "\(place) has an unknown key \(key.prefix(40))\(Spelling.hint(for: key, among: names))."
        }
    }
}
