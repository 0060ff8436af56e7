// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import ZegelClient
import ZegelCore
import ZegelPolicy

/// `zegel policy replay`: decides stored records again, each under the policy that decided it.
struct ReplayDecisions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Decide stored records again, each under the policy whose digest it names.",
        discussion: """
            Records are JSON, one on each line, as GET /v1/decisions and the store hold them. The policy of a record is
            looked for among --policies, --kept, policies/ of --home, and those of this program.
            Exit 0: all are decided as they were. 9: one is not. 21: one cannot be decided, because its policy is not at
            hand, its facts were cut, or it is no record.
            """
    )

    @Argument(help: "A file of records; else standard input.")
    var file: String?

    @Option(help: ArgumentHelp("A folder of policies; repeatable.", valueName: "dir"))
    var policies: [String] = []

    @Option(
        help: ArgumentHelp("A policy as the server keeps it, one JSON object of files; repeatable.", valueName: "file")
    )
    var kept: [String] = []

    @Option(help: ArgumentHelp("The folder of an installation; else ZEGEL_HOME.", valueName: "dir"))
    var home: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    /// Bytes of all files of a policy together: those that are shipped, with their tables, have more than one million.
    private static let largestPolicy = 64 << 20

    func run() async throws {
        do {
            var replay = Replay(policies: try self.versions())
            let data = try self.records()
            for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
                if line.isEmpty { continue }
                replay.add(Array(line), at: index + 1)
            }
            Output.result(self.json ? replay.json : nil, else: replay.text)
            if replay.exit != .done { throw ExitCode(replay.exit.rawValue) }
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw CommandFailure(any: error, isJSON: self.json)
        }
    }

    /// Every version at hand, by digest.
    private func versions() throws -> [String: PolicySet] {
        var folders = self.policies
        let home = self.home ?? ProcessInfo.processInfo.environment["ZEGEL_HOME"]
        if let home { folders.append("\(home)/policies") }
        var versions: [String: PolicySet] = [:]
        for folder in try folders.map({ try PolicyFolder($0) }) + [try PolicyFolder(nil)] {
            let policy = try folder.policy()
            versions["\(policy.digest)"] = policy
        }
        for file in self.kept {
            let policy = try PolicySet(try PolicySource(kept: try FilePieces.whole(file, atMost: Self.largestPolicy)))
            versions["\(policy.digest)"] = policy
        }
        return versions
    }

    private func records() throws -> Data {
        guard let file, file != "-" else { return FileHandle.standardInput.readDataToEndOfFile() }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Problem(.parameterInvalid, "\(file) cannot be read.")
        }
        return data
    }
}

/// What came of deciding records again.
private struct Replay {
    let policies: [String: PolicySet]
    private var count = 0
    /// What differs, or stands in the way: line, id, and what.
    private var differing: [(line: Int, id: String, what: [String])] = []
    private var undecided: [(line: Int, id: String, what: [String])] = []

    init(policies: [String: PolicySet]) { self.policies = policies }

    mutating func add(_ bytes: [UInt8], at line: Int) {
        self.count += 1
        do throws(Problem) {
            let record = try StoredDecision(bytes)
            if !record.cut.isEmpty {
                self.undecided.append((line, record.id, ["it was cut: \(record.cut.joined(separator: ", "))"]))
            } else if let policy = self.policies[record.policy] {
                let differences = record.differences(under: policy)
                if !differences.isEmpty { self.differing.append((line, record.id, differences)) }
            } else {
                self.undecided.append((line, record.id, ["the policy sha256:\(record.policy) is not at hand"]))
            }
        } catch {
            self.undecided.append((line, "", [error.detail]))
        }
    }

    var exit: ProcessExit {
        if !self.differing.isEmpty { return .integrity }
        return self.undecided.isEmpty ? .done : .undecided
    }

    var json: JSONValue {
        func list(_ found: [(line: Int, id: String, what: [String])]) -> JSONValue {
            .array(
                found.map { item in
                    [
                        "line": .integer(Int64(item.line)), "id": .string(item.id),
                        "what": .array(item.what.map { .string($0) }),
                    ]
                }
            )
        }
        let same = self.count - self.differing.count - self.undecided.count
        return [
            "records": .integer(Int64(self.count)), "same": .integer(Int64(same)), "differing": list(self.differing),
            "undecided": list(self.undecided),
        ]
    }

    var text: String {
        let lines = (self.differing + self.undecided).sorted { $0.line < $1.line }.map { item in
            "line \(item.line): \(item.id) \(item.what.joined(separator: "; "))"
        }
        let same = self.count - self.differing.count - self.undecided.count
        return (lines + ["\(same) of \(self.count) records are decided as they were."]).joined(separator: "\n")
    }
}
