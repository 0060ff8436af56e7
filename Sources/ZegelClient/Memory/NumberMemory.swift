// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// Every number that one server ever showed in one mailbox, by sender: files of a thousand numbers each.
///
/// Several processes may use it at the same time. Where it begins is the lowest number that was shown: what came before that nobody asked
/// for here.
struct NumberMemory: Sendable {
    /// The folder of the mailbox at the server.
    let folder: String

    init(folder: String) { self.folder = folder }

    init(of mailbox: MailboxName, server: String, in state: String) {
        self.folder = "\(state)/numbers/\(server)/\(Self.name(mailbox))"
    }

    /// Remembers what was shown.
    ///
    /// - Returns: What contradicts what was shown before; that stays as it was.
    /// - Throws: `configuration.invalid` where a file cannot be read or written; nothing is taken for an empty memory.
    func note(_ arrivals: [NumberedArrival]) throws(Problem) -> [NumberFinding] {
        guard !arrivals.isEmpty else { return [] }
        let lock = try self.locked()
        defer { close(lock) }
        var findings: [NumberFinding] = []
        for (sender, ofSender) in Dictionary(grouping: arrivals, by: \.sender).sorted(by: { $0.key < $1.key }) {
            for (place, some) in Dictionary(grouping: ofSender, by: { NumberFile.place(of: $0.number) }) {
                var file = try NumberFile(of: sender, place, in: self.folder(of: sender))
                findings += some.compactMap { file.add($0) }
                try file.write()
            }
        }
        return findings
    }

    /// The numbers between the lowest and the highest that were never shown, a hundred runs of them at most.
    func missing() throws(Problem) -> [NumberFinding] {
        var findings: [NumberFinding] = []
        for sender in try self.senders() {
            var next: Int64?
            for place in try self.places(of: sender) {
                // A full file begins where it should and has no gaps: it need not be read.
                let span = NumberFile.span(of: place)
                var numbers = [span.lowerBound, span.upperBound]
                let isFull = NumberFile.isFull(place, in: self.folder(of: sender))
                if !isFull { numbers = try NumberFile(of: sender, place, in: self.folder(of: sender)).numbers }
                for number in numbers {
                    if let next, number > next, !isFull || number == span.lowerBound {
                        findings.append(.missing(sender, next...(number - 1)))
                        guard findings.count < 100 else { return findings }
                    }
                    next = number + 1
                }
            }
        }
        return findings
    }

    /// What became visible from one moment until before another, by sender in the order of numbers.
    func arrivals(from start: Instant, until end: Instant) throws(Problem) -> [MailboxName: [NumberedArrival]] {
        var found: [MailboxName: [NumberedArrival]] = [:]
        for sender in try self.senders() {
            // A higher number never came earlier, so that the files before the first one that ends too early need not be read.
            for place in try self.places(of: sender).reversed() {
                let all = try NumberFile(of: sender, place, in: self.folder(of: sender)).arrivals
                let some = all.filter { start <= $0.availableAt && $0.availableAt < end }
                if !some.isEmpty { found[sender] = some + (found[sender] ?? []) }
                if let first = all.first, first.availableAt < start { break }
            }
        }
        return found
    }

    private func senders() throws(Problem) -> [MailboxName] {
        try self.list(self.folder).compactMap { MailboxName($0.replacing(".", with: "/")) }.sorted()
    }

    private func places(of sender: MailboxName) throws(Problem) -> [Int64] {
        try self.list(self.folder(of: sender)).compactMap { Int64($0) }.sorted()
    }

    private func folder(of sender: MailboxName) -> String { "\(self.folder)/\(Self.name(sender))" }

    private func list(_ folder: String) throws(Problem) -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        do { return try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            throw Problem(.configuration, "\(folder) cannot be read.")
        }
    }

    private func locked() throws(Problem) -> CInt {
        try KeptFile.makeFolder(self.folder)
        let lock = unsafe open("\(self.folder)/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
            throw Problem(.configuration, "\(self.folder) cannot be locked.")
        }
        return lock
    }

    private static func name(_ mailbox: MailboxName) -> String { "\(mailbox.organisation).\(mailbox.function)" }
}
