// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelClient
import ZegelCore
import ZegelVerify

/// What a mailbox sent, by the receipts in a folder, and what the server says of each.
struct SentMessages {
    /// Receipts that the server does not stand by.
    private(set) var faults: [String] = []
    private var delivered: [MailboxName: [NumberedArrival]] = [:]

    /// Reads the receipts (`….receipt.json`, `….resubmitted.json`) and asks where each message stands.
    ///
    /// - Throws: ``Problem`` where the folder cannot be read, ``ClientError`` where the server cannot be asked.
    init(of mailbox: MailboxName, in folder: String, _ connection: ZegelConnection) async throws {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
            throw Problem(.configuration, "\(folder) cannot be read.")
        }
        for name in names where name.hasSuffix(".receipt.json") || name.hasSuffix(".resubmitted.json") {
            let receipt = try MessageReceipt(parsing: FilePieces.whole("\(folder)/\(name)", atMost: 16 << 20))
            try await self.add(receipt, name, of: mailbox, connection)
        }
    }

    private mutating func add(
        _ receipt: MessageReceipt,
        _ name: String,
        of mailbox: MailboxName,
        _ connection: ZegelConnection
    ) async throws {
        guard let message = try await Self.message(receipt.id, connection) else {
            self.faults.append("The server does not have \(receipt.id), for which \(name) is a receipt.")
            return
        }
        guard message.from.mailbox == mailbox else { return }
        guard message.container == receipt.container else {
            self.faults.append("The server has \(receipt.id) with another content than \(name) is a receipt for.")
            return
        }
        for delivery in message.deliveries {
            guard let arrival = message.arrival(of: delivery) else { continue }
            self.delivered[delivery.mailbox, default: []].append(arrival)
        }
    }

    /// A message, or `nil` where the server does not have it.
    private static func message(
        _ id: MessageID,
        _ connection: ZegelConnection
    ) async throws(ClientError) -> SeenMessage? {
        do { return try await connection.message(id) } catch {
            if error.exit == .notFound { return nil }
            throw error
        }
    }

    /// What became visible from one moment until before another, by addressee in the order of numbers; each once.
    func delivered(from start: Instant, until end: Instant) -> [MailboxName: [NumberedArrival]] {
        self.delivered.mapValues { all in
            Set(all.filter { start <= $0.availableAt && $0.availableAt < end }).sorted { $0.number < $1.number }
        }
        .filter { !$0.value.isEmpty }
    }
}
