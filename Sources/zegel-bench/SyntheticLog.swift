// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOCore
import NIOPosix
import TransparencyLog
import ZegelCore
import ZegelLog
import ZegelStore

/// A store whose log has entries of synthetic acts, in a folder.
struct SyntheticLog {
    static let storageKey = [UInt8](repeating: 7, count: 32)

    let folder: String
    private let signer: NoteSigner
    private let loop = MultiThreadedEventLoopGroup.singleton.any()

    /// Takes a folder up, or makes it.
    init(folder: String) throws {
        self.folder = folder
        let path = "\(folder)/log.key"
        if FileManager.default.fileExists(atPath: path) {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            self.signer = try NoteSigner(parsing: text.trimmingCharacters(in: .newlines))
        } else {
            try FileManager.default.createDirectory(atPath: "\(folder)/data", withIntermediateDirectories: true)
            self.signer = NoteSigner(name: try KeyName("zegel.example/bench"))
            try Data("\(self.signer.secretText)\n".utf8).write(to: URL(fileURLWithPath: path))
        }
    }

    /// Opens the store, which checks the log as a server does when it starts.
    func open() throws -> Store {
        try Store(
            folder: "\(self.folder)/data",
            key: Self.storageKey,
            log: LogKeeper(signer: self.signer, anchor: self.anchor)
        ) { _ in }
    }

    /// The log as `zegel log verify` reads it.
    func audit() throws -> LogAudit {
        let key = self.signer.verifier
        let stored = try StoredLog(folder: "\(self.folder)/data", key: Self.storageKey)
        return LogAudit(LocalLog(stored, anchor: self.anchor, key: key), key: key)
    }

    private var anchor: String { "\(self.folder)/checkpoint.anchor" }

    /// Appends entries, a commit for each batch, with all that is durable in a commit of the server.
    func append(_ range: Range<Int>, batch: Int, to store: Store) throws {
        let time = Instant(milliseconds: 1_795_176_000_000)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: batch) {
            let numbers = start..<min(start + batch, range.upperBound)
            let promise = self.loop.makePromise(of: Void.self)
            store.committer.commit(
                { transaction in
                    for number in numbers { try transaction.append(.administration("synthetic \(number)", at: time)) }
                },
                answering: promise
            )
            try promise.futureResult.wait()
        }
    }

    /// Microseconds of processor time that each of some proofs of random entries takes, from the leaf to the proof, in order.
    ///
    /// - Throws: ``WrongAnswer`` where one does not hold.
    func proofs(_ count: Int, from store: Store) throws -> [Double] {
        let newest = store.log.newest
        let key = self.signer.verifier
        return try store.read(on: self.loop) { view in
            var times: [Double] = []
            for _ in 0..<count {
                let index = UInt64.random(in: 0..<newest.checkpoint.size)
                let width = Int(min(256, newest.checkpoint.size - (index - index % 256)))
                let id = try EntryBundleID(index: index >> 8, width: width)
                guard let bytes = try view.logEntries(id, under: newest.checkpoint) else { throw WrongAnswer() }
                let leaf = TreeHash.leaf(try EntryBundle(id, bytes: bytes).entries[Int(index & 255)])
                let start = ProcessorClock.thread
                let proof = try view.logProof(of: leaf, under: newest)
                times.append(ProcessorClock.thread - start)
                guard try proof?.verified(leaf: leaf, by: key) != nil else { throw WrongAnswer() }
            }
            return times.sorted()
        }
        .wait()
    }
}
