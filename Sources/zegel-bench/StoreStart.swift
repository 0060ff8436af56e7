// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import ZegelStore

/// How long a start takes, after a process that wrote was killed.
struct StoreStart {
    private static let rounds = 5

    /// The folder of a synthetic mailbox that nobody has open.
    let folder: String

    /// Milliseconds until the store is open, log checked; the median.
    func opening() throws -> Double {
        try self.median {
            let start = ContinuousClock.now
            let store = try SyntheticLog(folder: self.folder).open()
            let time = (ContinuousClock.now - start) / .milliseconds(1)
            store.close()
            return time
        }
    }

    /// Milliseconds until `zegel serve` says that it is ready, which proves its rules as well; the median.
    ///
    /// - Parameters:
    ///   - binary: `zegel`.
    ///   - home: Where an installation is made.
    func serving(_ binary: String, home: String) throws -> Double {
        _ = try ChildProcess.run(binary, ["init", "--home", home])
        let path = "\(home)/zegel.yaml"
        var settings = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { String($0) }
        settings.removeAll { $0.hasPrefix("data:") || $0.hasPrefix("log:") || $0.hasPrefix("storage:") }
        let log =
            "{ origin: zegel.example/bench, key: \(self.folder)/log.key, anchor: \(self.folder)/checkpoint.anchor }"
        settings += ["data: \(self.folder)/data", "log: \(log)", "storage: { key: pki/bench.key }"]
        try Data((settings.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
        let key = FileManager.default.createFile(
            atPath: "\(home)/pki/bench.key",
            contents: Data("\(Data(SyntheticLog.storageKey).base64EncodedString())\n".utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard key, unsafe chmod("\(self.folder)/log.key", 0o600) == 0 else { throw WrongAnswer() }
        return try self.median {
            let start = ContinuousClock.now
            let server = try MeasuredServer.zegel(binary, home: home)
            let time = (ContinuousClock.now - start) / .milliseconds(1)
            server.kill()
            return time
        }
    }

    private func median(_ start: () throws -> Double) throws -> Double {
        var times: [Double] = []
        for _ in 0..<Self.rounds {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: LoadProcess.program)
            process.arguments = ["crash", "--folder", self.folder]
            try process.run()
            process.waitUntilExit()
            guard process.terminationReason == .uncaughtSignal, process.terminationStatus == SIGKILL else {
                throw FailedCommand(command: ["crash"], status: process.terminationStatus)
            }
            times.append(try start())
        }
        return times.sorted()[Self.rounds / 2]
    }
}
