// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// The binary under test, as a process of its own: exit codes and streams are what its users see.
enum Binary {
    struct Outcome {
        let status: Int32
        let output: [UInt8]
        let errors: [UInt8]

        var json: JSONValue? { try? StrictJSON.parse(self.output) }
    }

    /// Runs it, or another program of the package, to its end, with an input where one is given, and no more memory for data than some KiB
    /// where that is given.
    static func run(
        _ arguments: [String],
        of program: String = "zegel",
        input: [UInt8]? = nil,
        memory: Int? = nil
    ) throws -> Outcome {
        let folder = try Scratch()
        let process = Process()
        process.executableURL = Self.url.deletingLastPathComponent().appendingPathComponent(program)
        process.arguments = arguments
        if let memory {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "ulimit -d \(memory) && exec \"$0\" \"$@\"", Self.url.path] + arguments
        }
        if let input {
            let url = URL(fileURLWithPath: try folder.write("input", input))
            process.standardInput = try FileHandle(forReadingFrom: url)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        let (output, errors) = (try folder.write("output", []), try folder.write("errors", []))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: Array(try Data(contentsOf: URL(fileURLWithPath: output))),
            errors: Array(try Data(contentsOf: URL(fileURLWithPath: errors)))
        )
    }

    static var url: URL {
        let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return tests.deletingLastPathComponent().appendingPathComponent("zegel")
    }
}

/// A folder that goes when the test ends.
final class Scratch {
    private let folder: URL

    init() throws {
        self.folder = FileManager.default.temporaryDirectory.appendingPathComponent("zegel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: self.folder) }

    /// The names directly in it.
    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: self.folder.path)) ?? [] }

    func path(_ name: String) -> String { self.folder.appendingPathComponent(name).path }

    /// Writes a file and returns its path.
    func write(_ name: String, _ content: [UInt8]) throws -> String {
        let path = self.path(name)
        try Data(content).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Every file below a folder, with its content.
    func tree(_ name: String) throws -> [String: Data] {
        let root = self.path(name)
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
            var isFolder: ObjCBool = false
            guard unsafe FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder) else {
                continue
            }
            if !isFolder.boolValue { files[path] = FileManager.default.contents(atPath: "\(root)/\(path)") }
        }
        return files
    }
}
