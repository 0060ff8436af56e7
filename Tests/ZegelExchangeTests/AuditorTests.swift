// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import TransparencyLog
import ZegelCore
import ZegelStore

/// An auditor that finds nothing is worth as much as what it would find.
@Suite("The auditor")
struct AuditorTests {
    /// A log that says what it likes.
    final class Log: Sendable {
        let entries = Mutex<[[UInt8]]>([])

        func append(_ count: Int) {
            self.entries.withLock { entries in
                for _ in 0..<count { entries.append([UInt8](repeating: UInt8(entries.count), count: 32)) }
            }
        }

        func note(by signer: NoteSigner) throws -> [UInt8] {
            var tree = GrowingTree()
            for entry in self.entries.withLock({ $0 }) { try tree.append(.leaf(entry)) }
            let checkpoint = try Checkpoint(origin: LogOrigin(signer.verifier.name), size: tree.size, root: tree.root)
            return try SignedCheckpoint(signing: checkpoint, by: signer).bytes
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let finding: String?
        /// What is shown after a checkpoint of five entries.
        let note: @Sendable (Log, NoteSigner) throws -> [UInt8]

        init(
            _ what: String,
            _ finding: String?,
            _ note: @escaping @Sendable (Log, NoteSigner) throws -> [UInt8]
        ) {
            self.testDescription = what
            self.finding = finding
            self.note = note
        }
    }

    static let rows: [Row] = [
        Row("the same again", nil) { try $0.note(by: $1) },
        Row("two entries more", nil) { log, signer in
            log.append(2)
            return try log.note(by: signer)
        },
        Row("one entry less", "the log shrank from 5 to 4") { log, signer in
            log.entries.withLock { _ = $0.removeLast() }
            return try log.note(by: signer)
        },
        Row("an entry that was changed", "it does not continue what it was at 5") { log, signer in
            log.append(1)
            log.entries.withLock { $0[2][0] ^= 1 }
            return try log.note(by: signer)
        },
        Row("a root of other entries", "the root is another") { log, signer in
            log.append(1)
            let note = try log.note(by: signer)
            log.entries.withLock { $0[5][0] ^= 1 }
            return note
        },
        Row("more than there is", "6 entries are promised, 5 there") { log, signer in
            log.append(1)
            let note = try log.note(by: signer)
            log.entries.withLock { _ = $0.removeLast() }
            return note
        },
        Row("the signature of another key", "a checkpoint is not signed by the log") { log, signer in
            try log.note(by: NoteSigner(name: signer.verifier.name))
        },
        Row("another log", "a checkpoint is none") { log, _ in
            try log.note(by: NoteSigner(name: KeyName("zegel.example/other")))
        },
        Row("nothing", "a checkpoint is none") { _, _ in [] },
    ]

    @Test("finds what is wrong with the next checkpoint, and nothing else", arguments: rows)
    func finds(_ row: Row) throws {
        let log = Log()
        let signer = try World.log.get()
        let auditor = Auditor.of("\(UUID())", key: "\(signer.verifier)") { log.entries.withLock { $0 } }
        log.append(5)
        auditor.look(at: try log.note(by: signer))
        try auditor.expectNothing()
        auditor.look(at: try row.note(log, signer))
        let finding = Result { try auditor.expectNothing() }
        if case .failure(let error) = finding {
            #expect("\(error)" == row.finding)
        } else {
            #expect(row.finding == nil)
        }
        #expect(auditor.looks == 2)
    }

    @Test("looks after each commit, and takes every receipt")
    func automatic() async throws {
        try await World.run { world in
            let before = world.auditor.looks
            let message = try await world.stored(try Letter.report().container())
            #expect(world.auditor.looks > before)
            #expect(throws: Auditor.Finding.self) {
                let other = JSONValue.object(
                    (message.receipt.members ?? []).map { $0.key == "salt" ? .init("salt", "AAAA") : $0 }
                )
                try world.auditor.take(other)
            }
        }
    }
}
