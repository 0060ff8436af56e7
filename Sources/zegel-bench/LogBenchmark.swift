// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Crypto
import Foundation
import TransparencyLog
import ZegelLog
import ZegelStore

/// `zegel-bench log`: what the log costs as it grows.
struct LogBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "What appending, proving, starting and verifying cost, in a log of many entries.",
        discussion: """
            Entries of synthetic acts go through the committer of a store on disk, a commit for each batch: entry, leaf, \
            tiles, root, WAL sync, signature and anchor. Verifying is compared with a loop of SHA-256 over as many leaves and nodes, in processor \
            time of one core.
            """
    )

    @Option(help: "How many entries.")
    var entries = 10_000_000

    @Option(help: "Entries of a commit.")
    var batch = 256

    @Option(help: "How many proofs and starts; the median counts.")
    var proofs = 2_000

    @Option(help: "A folder to keep the log in; where it has one from before, nothing is appended.")
    var folder: String?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1_000...1_000_000_000).contains(self.entries) else {
            throw ValidationError("--entries must be 1000 to 1000000000.")
        }
        guard (1...100_000).contains(self.batch) else { throw ValidationError("--batch must be 1 to 100000.") }
        guard (100...1_000_000).contains(self.proofs) else { throw ValidationError("--proofs must be 100 to 1000000.") }
    }

    func run() async throws {
        let temporary = FileManager.default.temporaryDirectory.appending(path: "zegel-bench-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        let log = try SyntheticLog(folder: self.folder ?? temporary)
        var figures: [FigureTable.Figure] = []
        let store = try log.open()
        if store.log.newest.checkpoint.size == 0 { figures += try self.append(to: store, of: log) }
        let proofs = try log.proofs(self.proofs, from: store)
        store.close()
        figures += [
            .init(
                "a proof out of the store, processor time, median",
                proofs[proofs.count / 2],
                "µs",
                goal: .atMost(1_000)
            ),
            .init(
                "a proof out of the store, processor time, 99th percentile",
                proofs[proofs.count * 99 / 100],
                "µs",
                goal: .atMost(1_000)
            ),
        ]
        var starts: [Double] = []
        for _ in 0..<5 {
            let start = ContinuousClock.now
            let opened = try log.open()
            starts.append((ContinuousClock.now - start) / .milliseconds(1))
            opened.close()
        }
        figures.append(.init("opening the store, log checked", starts.sorted()[2], "ms", goal: .atMost(2_000)))
        figures += try await self.verify(log)
        try FigureTable(figures).tell(asJSON: self.json)
    }

    private func append(to store: Store, of log: SyntheticLog) throws -> [FigureTable.Figure] {
        var deciles: [(processor: Double, wall: Double)] = []
        for decile in 0..<10 {
            let range = self.entries * decile / 10..<self.entries * (decile + 1) / 10
            let (start, before) = (ContinuousClock.now, ProcessorClock.own)
            try log.append(range, batch: self.batch, to: store)
            let wall = (ContinuousClock.now - start) / .microseconds(1)
            deciles.append(((ProcessorClock.own - before) / Double(range.count), wall / Double(range.count)))
            let line = "\(range.upperBound) entries, \(Int(wall / 1_000)) ms\n"
            try? FileHandle.standardError.write(contentsOf: Array(line.utf8))
        }
        return [
            .init("an entry appended, first tenth, processor time", deciles[0].processor, "µs"),
            .init("an entry appended, last tenth, processor time", deciles[9].processor, "µs"),
            .init("last tenth to first", deciles[9].processor / deciles[0].processor, "", goal: .atMost(1.25)),
            .init("an entry appended, first tenth, wall time", deciles[0].wall, "µs"),
            .init("an entry appended, last tenth, wall time", deciles[9].wall, "µs"),
        ]
    }

    private func verify(_ log: SyntheticLog) async throws -> [FigureTable.Figure] {
        let before = ProcessorClock.own
        let outcome = try await log.audit()()
        let verifying = ProcessorClock.own - before
        let size = Int(outcome.checkpoint.checkpoint.size)
        let hashing = Self.hashing(leaves: size, nodes: size - 1)
        let count = Double(size)
        return [
            .init("zegel log verify, an entry, processor time", verifying / count, "µs"),
            .init("SHA-256 over a leaf and a node, processor time", hashing / count, "µs"),
            .init("rate of zegel log verify to that of SHA-256", hashing / verifying, "", goal: .atLeast(0.5)),
        ]
    }

    /// Microseconds of processor time of SHA-256 alone, over as many leaves of 33 bytes and nodes of 65.
    private static func hashing(leaves: Int, nodes: Int) -> Double {
        var input = [UInt8](repeating: 1, count: 65)
        let before = ProcessorClock.own
        for (count, size) in [(leaves, 33), (nodes, 65)] {
            for _ in 0..<count {
                unsafe input.withUnsafeMutableBytes { bytes in
                    var hash = SHA256()
                    unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[..<size]))
                    // The next input depends on it, so that none can be left out.
                    unsafe hash.finalize().withUnsafeBytes { unsafe bytes.copyMemory(from: $0) }
                }
            }
        }
        return ProcessorClock.own - before
    }
}
