// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A load in a process of its own.
final class LoadProcess {
    /// This program itself.
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path

    private let process = Process()
    private let (input, output) = (Pipe(), Pipe())

    /// Starts it; when this returns it has connected and warmed up.
    ///
    /// - Throws: ``FailedCommand`` where it did not get so far.
    init(_ plan: LoadPlan) throws {
        self.process.executableURL = URL(fileURLWithPath: Self.program)
        self.process.arguments = ["load"]
        self.process.standardInput = self.input
        self.process.standardOutput = self.output
        try self.process.run()
        try self.say(String(decoding: JSONEncoder().encode(plan), as: UTF8.self))
        guard self.output.line() == "ready" else { throw self.failure }
    }

    /// Makes the requests that count.
    func measure() throws -> LoadOutcome {
        try self.say("go")
        guard let line = self.output.line() else { throw self.failure }
        self.process.waitUntilExit()
        return try JSONDecoder().decode(LoadOutcome.self, from: Data(line.utf8))
    }

    private func say(_ line: String) throws {
        try self.input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
    }

    private var failure: FailedCommand {
        self.process.waitUntilExit()
        return FailedCommand(command: ["load"], status: self.process.terminationStatus)
    }
}

extension Pipe {
    /// The next line; `nil` where it ended before.
    func line() -> String? {
        var line: [UInt8] = []
        while let byte = try? self.fileHandleForReading.read(upToCount: 1)?.first {
            if byte == 0x0A { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return nil
    }
}
