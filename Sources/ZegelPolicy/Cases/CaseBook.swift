// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The cases of all exchanges, as the files under `cases/` have them (DESIGN §6).
///
/// They stand outside the digest of the policy, for they change by the day; each decision records the table that it used.
package struct CaseBook: Sendable {
    /// One case.
    package struct Case: Hashable, Sendable {
        /// Who leads it, and sits at its table as long as it is open.
        package let chair: MailboxName
        /// Its table, the chair included.
        package let table: CaseTable
    }

    /// What stands in the place of a legal basis at the seat of who leads a case.
    static let chairBasis = "chair"

    /// A book without cases.
    package static let empty = CaseBook(cases: [:])

    private let cases: [String: [String: Case]]

    private init(cases: [String: [String: Case]]) { self.cases = cases }

    /// The case that a header of an exchange names.
    package func `case`(_ id: String, of exchange: String) -> Case? { self.cases[exchange]?[id] }

    /// The table of a case as a mailbox may know it: nothing before it has, or had, a seat of its own (DESIGN §6).
    ///
    /// To everyone else the case is as one that does not exist.
    package func table(
        _ id: String,
        of exchange: String,
        knownTo mailbox: MailboxName,
        at moment: Instant
    ) -> CaseTable? {
        guard let table = self.case(id, of: exchange)?.table else { return nil }
        let today = Amsterdam.day(of: moment)
        return table.members.contains { $0.mailbox == mailbox && $0.from <= today } ? table : nil
    }

    /// The exchanges that have a case of some name, sorted.
    package func exchanges(with id: String) -> [String] {
        self.cases.filter { $0.value[id] != nil }.keys.sorted()
    }

    /// The cases of an exchange, sorted by name.
    package func cases(of exchange: String) -> [Case] {
        (self.cases[exchange] ?? [:]).values.sorted { $0.table.id < $1.table.id }
    }

    /// Reads a folder of cases.
    ///
    /// - Throws: ``YAMLFaults`` with every fault of every file.
    package init(_ source: PolicySource, for policy: PolicySet) throws(YAMLFaults) {
        var cases: [String: [String: Case]] = [:]
        var faults: [YAMLFault] = []
        for file in source.files {
            do {
                var reader = YAMLReader(try StrictYAML.parse(file.bytes, file: file.path), file: file.path)
                if let (name, found) = Self.exchange(&reader, policy) { cases[name] = found }
                reader.refuseUnknown()
                faults += reader.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
            } catch {
                faults += error.faults
            }
        }
        guard faults.isEmpty else { throw YAMLFaults(faults: faults) }
        self.cases = cases
    }

    // MARK: -

    private static func exchange(_ reader: inout YAMLReader, _ policy: PolicySet) -> (String, [String: Case])? {
        guard let node = reader.value("exchange"), let exchange = policy.exchanges[node.scalar ?? ""] else {
            let what = "exchange must be one of this policy"
            reader.fault(reader.value("exchange") ?? reader.node, what, known: policy.exchanges.keys)
            return nil
        }
        if reader.file != "\(exchange.name).yaml" {
            reader.fault(node, "the cases of \(exchange.name) stand in \(exchange.name).yaml")
        }
        var lines: [String: Int] = [:]
        let cases = reader.mappings("cases") { inner -> Case? in
            guard let found = Self.case(&inner, exchange) else { return nil }
            if let line = lines.updateValue(inner.node.line, forKey: found.table.id) {
                inner.fault(inner.node, "the case \(found.table.id) stands twice; it stands first at line \(line)")
            }
            return found
        }
        return (exchange.name, .init(cases.map { ($0.table.id, $0) }) { first, _ in first })
    }

    private static func `case`(_ reader: inout YAMLReader, _ exchange: ExchangePolicy) -> Case? {
        let id = reader.required("case", "a name of 1 to 64 characters") {
            (1...64).contains($0.unicodeScalars.count) ? $0 : nil
        }
        let opened = reader.required("opened", "a day as 2026-01-01") { CalendarDate($0) }
        let closed = reader.optional("closed", "a day as 2026-12-31") { CalendarDate($0) }
        if let opened, let closed, closed < opened { reader.fault(reader.node, "closed lies before opened") }
        let chair = reader.value("chair").flatMap { Self.mailbox($0, exchange, &reader) }
        if reader.value("chair") == nil { reader.missing("chair", "the mailbox that leads the case") }
        var members = reader.mappings("members") { Self.member(&$0, exchange) }
        for (index, member) in members.enumerated() {
            let isDouble = members[..<index].contains { other in
                other.mailbox == member.mailbox && other.from <= member.until ?? other.from
                    && member.from <= other.until ?? member.from
            }
            if isDouble { reader.fault(reader.node, "\(member.mailbox) sits at the table twice at the same time") }
        }
        let measuring = reader.value("measuresBy")
        if let measuring, measuring.sequence == nil {
            reader.fault(measuring, "measuresBy must be a list of mailboxes")
        }
        let measures = (measuring?.sequence ?? []).compactMap { Self.mailbox($0, exchange, &reader) }
        guard let id, let opened, let chair else { return nil }
        members.insert(.init(mailbox: chair, basis: Self.chairBasis, from: opened, until: nil), at: 0)
        let table = CaseTable(id: id, opened: opened, closed: closed, members: members, measuresBy: measures)
        return Case(chair: chair, table: table)
    }

    /// A membership has a basis, a first and a last day: nobody sits at a table for good.
    private static func member(_ reader: inout YAMLReader, _ exchange: ExchangePolicy) -> CaseTable.Member? {
        let mailbox = reader.value("mailbox").flatMap { Self.mailbox($0, exchange, &reader) }
        if reader.value("mailbox") == nil { reader.missing("mailbox", "a member of the exchange") }
        let basis = reader.required("basis", "the name of a legal basis", PolicyVocabulary.label)
        let from = reader.required("from", "a day as 2026-01-01") { CalendarDate($0) }
        let until = reader.required("until", "a day as 2026-12-31") { CalendarDate($0) }
        if let from, let until, until < from { reader.fault(reader.node, "until lies before from") }
        guard let mailbox, let basis, let from, let until else { return nil }
        return .init(mailbox: mailbox, basis: basis, from: from, until: until)
    }

    private static func mailbox(
        _ node: YAMLNode,
        _ exchange: ExchangePolicy,
        _ reader: inout YAMLReader
    ) -> MailboxName? {
        let name = node.scalar.flatMap { MailboxName($0) }
        if let name, exchange.members[name] != nil { return name }
        let known = exchange.members.keys.map { "\($0)" }
        reader.fault(node, "“\((node.scalar ?? "…").prefix(80))” is no member of \(exchange.name)", known: known)
        return nil
    }
}
