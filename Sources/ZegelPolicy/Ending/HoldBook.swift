// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// What stops the clock of messages: a criminal file, a complaint, oversight; as `holds.yaml` has it.
///
/// It stands outside the digest of the policy, as the cases do: it changes by the day, and is for the operator to keep.
package struct HoldBook: Hashable, Sendable {
    /// Why a message is kept beyond its term.
    package struct Hold: Hashable, Sendable {
        /// The message.
        package let message: MessageID
        /// The ground, in words.
        package let ground: String
        /// The mailbox or authority that asked for it.
        package let by: String
        /// Its first day.
        package let since: CalendarDate
        /// Its last day; `nil` until it is released.
        package let until: CalendarDate?

        /// Describes a hold.
        package init(message: MessageID, ground: String, by: String, since: CalendarDate, until: CalendarDate?) {
            self.message = message
            self.ground = ground
            self.by = by
            self.since = since
            self.until = until
        }
    }

    private static let heading = """
        # Messages that are kept beyond the end of their term, and why. Written by "zegel retention"; comments are not kept.

        """

    /// All of them, in the order of the file.
    package private(set) var holds: [Hold]

    /// A book without holds.
    package static let empty = HoldBook(holds: [])

    private init(holds: [Hold]) { self.holds = holds }

    /// Reads the file.
    ///
    /// - Throws: ``YAMLFaults`` with every fault.
    package init(_ bytes: [UInt8], file: String) throws(YAMLFaults) {
        var reader = YAMLReader(try StrictYAML.parse(bytes, file: file), file: file)
        if reader.value("holds")?.sequence == nil { reader.missing("holds", "a list, empty where nothing is held") }
        self.holds = reader.mappings("holds") { inner in
            let message = inner.required("message", "the id of a message") { MessageID($0) }
            let ground = inner.required("ground", "1 to 200 characters", Self.text)
            let by = inner.required("by", "a mailbox or an authority", Self.text)
            let since = inner.required("since", "a day as 2026-01-01") { CalendarDate($0) }
            let until = inner.optional("until", "a day as 2026-12-31") { CalendarDate($0) }
            guard let message, let ground, let by, let since else { return nil }
            return Hold(message: message, ground: ground, by: by, since: since, until: until)
        }
        reader.refuseUnknown()
        guard reader.faults.isEmpty else { throw YAMLFaults(faults: reader.faults) }
    }

    /// The first hold on a message that is in force on a day; what begins later keeps it already.
    package func hold(on message: MessageID, at day: CalendarDate) -> Hold? {
        self.holds.first { hold in hold.message == message && hold.until.map { day <= $0 } ?? true }
    }

    /// Adds a hold.
    package mutating func add(_ hold: Hold) { self.holds.append(hold) }

    /// Takes back every hold on a message.
    ///
    /// - Throws: `not-found` where there is none.
    package mutating func release(_ message: MessageID) throws(Problem) {
        guard self.holds.contains(where: { $0.message == message }) else {
            throw Problem(.notFound, "Nothing holds \(message).")
        }
        self.holds.removeAll { $0.message == message }
    }

    /// The file.
    package var text: String {
        var lines = [Self.heading + (self.holds.isEmpty ? "holds: []" : "holds:")]
        for hold in self.holds {
            lines += [
                "  - message: \(hold.message)", "    ground: \(Self.quoted(hold.ground))",
                "    by: \(Self.quoted(hold.by))", "    since: \(hold.since)",
            ]
            if let until = hold.until { lines.append("    until: \(until)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A ground or a name, as the file takes it.
    package static func text(_ text: String) -> String? {
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        return (1...200).contains(text.unicodeScalars.count) && isPlain ? text : nil
    }

    private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
