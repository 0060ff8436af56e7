// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The compiler that built the modules beside the tests, with the flags it built them with.
///
/// It goes down to SIL: that a value is spent twice is not seen before.
struct Compiler: Sendable {
    private let executable: URL
    private let arguments: [String]

    /// Reads the plan that the package manager leaves beside what it builds.
    ///
    /// - Parameter target: The target whose flags are taken.
    init(asFor target: String) throws {
        let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        let file = tests.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "description.json")
        let plan = try JSONDecoder().decode(Plan.self, from: Data(contentsOf: file))
        guard let command = plan.swiftCommands.values.first(where: { $0.moduleName == target }) else {
            throw CompilerError(text: "\(file.path) tells nothing of \(target).")
        }
        self.executable = URL(fileURLWithPath: command.executable)
        self.arguments = ["-I", command.importPath] + Self.flags(command.otherArguments)
    }

    /// Compiles one file as a target of the package, and writes nothing.
    ///
    /// - Returns: Whether it compiles, and the text of each error in order.
    func compile(_ source: URL, defining names: [String]) async throws -> (succeeds: Bool, errors: [String]) {
        let output = FileManager.default.temporaryDirectory.appending(path: "zegel-compiler-\(UUID().uuidString)")
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        let process = Process()
        process.executableURL = self.executable
        process.arguments =
            ["-emit-sil", "-o", "/dev/null", "-module-name", "Outsider", "-parse-as-library"]
            + ["-diagnostic-style=llvm"] + names.map { "-D\($0)" } + self.arguments + [source.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: output)
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        let text = try String(contentsOf: output, encoding: .utf8)
        return (status == 0, text.split(separator: "\n").compactMap(Self.error))
    }

    /// What stands behind `error: ` on the first line of a diagnostic.
    private static func error(_ line: Substring) -> String? {
        guard !line.hasPrefix(" "), let place = line.firstRange(of: "error: ") else { return nil }
        return String(line[place.upperBound...])
    }

    /// The flags that say how to read source and modules; those that say what to write are left out.
    private static func flags(_ arguments: [String]) -> [String] {
        let pairs: Set = [
            "-Xcc", "-target", "-module-cache-path", "-swift-version", "-enable-upcoming-feature", "-package-name",
        ]
        let single: Set = ["-strict-memory-safety", "-warnings-as-errors"]
        var flags: [String] = []
        var rest = arguments[...]
        while let flag = rest.popFirst() {
            if pairs.contains(flag), let value = rest.popFirst() { flags += [flag, value] }
            if single.contains(flag) { flags.append(flag) }
        }
        return flags
    }

    private struct Plan: Decodable {
        struct Command: Decodable {
            let moduleName: String
            let executable: String
            let importPath: String
            let otherArguments: [String]
        }

        let swiftCommands: [String: Command]
    }
}

/// Why the compiler cannot be used.
struct CompilerError: Error, CustomStringConvertible {
    let text: String
    var description: String { self.text }
}
