// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import NIOCore
import ZegelCore
import ZegelPolicy
import ZegelStore
import ZegelVerify

@testable import ZegelExchange

extension World {
    /// What would be stated about the end of a message now.
    func record(of message: StoredMessage) throws -> ErasureRecord {
        guard let until = CalendarDate("2026-11-19"), let backups = CalendarDate("2027-02-18") else { throw Missing() }
        return ErasureRecord(
            message: message.id,
            server: self.context.server,
            outcome: .destroyed,
            rule: .init(
                exchange: message.header.exchange,
                policy: self.parties.policy.digest,
                place: "exchanges/\(message.header.exchange).yaml:1",
                until: until
            ),
            time: self.clock.now,
            sealManifest: ContentDigest(of: message.manifest),
            seal: ContentDigest(of: message.signature),
            backupsUntil: backups
        )
    }

    /// Takes a message away, and does not clear the disk yet.
    @discardableResult
    func beginErasing(_ message: StoredMessage) async throws -> Bool {
        try await EraseMessages(self.context, on: self.eventLoop).begin(self.record(of: message)).get()
    }

    /// Clears the disk of what was taken away.
    @discardableResult
    func finishErasing() async throws -> Int {
        try await EraseMessages(self.context, on: self.eventLoop).finish().get()
    }

    /// The dossier as a party downloads it.
    func dossier(of id: MessageID, as who: String) async throws -> [UInt8] {
        let seen = try await self.read(id, as: try self.peer(who))
        let plan = try await DownloadMessage(self.context, on: self.eventLoop).dossier(of: seen).get()
        return try await DownloadTests.bytes(plan, in: self)
    }

    /// What stands in the data folder of a message: keys, salts, contents, header, and what rows about it say, under a name each.
    func traces(of id: MessageID) throws -> [String: [UInt8]] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: "\(self.folder)/zegel.sqlite", configuration: configuration)
        defer { try? queue.close() }
        var traces: [String: [UInt8]] = [:]
        try queue.read { database in
            guard let row = try Row.fetchOne(database, sql: "SELECT * FROM message WHERE id = ?", arguments: ["\(id)"])
            else { throw Missing() }
            for column in [
                "wrapped_key", "header", "acceptance", "seal_manifest", "seal", "directory", "salt", "container",
            ] { traces[column] = (row[column] as Data?).map { Array($0.prefix(128)) } }
            traces["kenmerk"] = (row["kenmerk"] as String?).map { Array($0.utf8) }
            var content = (row["content"] as Data?).map { Array($0) } ?? []
            if let name = row["content_file"] as String? {
                let path = "\(self.folder)/content/\(name.prefix(2))/\(name)"
                content = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            }
            for (number, start) in stride(from: 0, to: content.count, by: 65_552).enumerated() {
                traces["segment \(number)"] = Array(content[start..<min(start + 128, content.count)])
            }
            for (table, columns) in [
                ("statement", ["bytes", "salt", "record", "signature"]), ("act", ["record", "salt"]),
            ] {
                let sql = "SELECT * FROM \(table) WHERE message = ?"
                let number = row["number"] as Int64
                for (place, row) in try Row.fetchAll(database, sql: sql, arguments: [number]).enumerated() {
                    for column in columns {
                        traces["\(table) \(place) \(column)"] = Array((row[column] as Data).suffix(128))
                    }
                }
            }
        }
        return try traces.filter { !$0.value.isEmpty }.mapValues { try self.whole($0) }
    }

    /// 64 bytes of a value that stand together: where a page ends the rest stands elsewhere.
    private func whole(_ value: [UInt8]) throws -> [UInt8] {
        let begin = Array(value.prefix(64))
        return try value.count < 128 || !self.found(["": begin]).isEmpty ? begin : Array(value.suffix(64))
    }

    /// The names of the traces that stand anywhere in the data folder: contents, database, its log, pages that are free.
    func found(_ traces: [String: [UInt8]]) throws -> Set<String> {
        var found: Set<String> = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: self.folder) {
            guard let bytes = FileManager.default.contents(atPath: "\(self.folder)/\(name)") else { continue }
            for (trace, needle) in traces where !found.contains(trace) && bytes.range(of: Data(needle)) != nil {
                found.insert(trace)
            }
        }
        return found
    }
}
