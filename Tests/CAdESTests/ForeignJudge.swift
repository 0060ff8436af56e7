// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// pyHanko and rfc3161-client, which `.ci/packages test` puts into a folder of their own.
enum ForeignJudge {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let folder = root.appending(path: ".build/foreign")

    /// Written once both are installed.
    static let isInstalled = FileManager.default.fileExists(atPath: folder.appending(path: "pinned").path)

    /// Asks about files; the answer ends in why they do not hold.
    static func ask(_ arguments: [String]) throws -> (holds: Bool, answer: String) {
        let process = Process()
        process.executableURL = self.folder.appending(path: "bin/python3")
        process.arguments = [self.root.appending(path: "Tests/Acceptance/foreign_judge.py").path] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus == 0, String(decoding: text, as: UTF8.self))
    }
}

extension Trait where Self == ConditionTrait {
    /// Says that the test was left out where the tools are missing.
    static var needsForeignJudge: Self {
        .enabled(if: ForeignJudge.isInstalled, "pyHanko or rfc3161-client is missing; .ci/packages test installs both")
    }
}
