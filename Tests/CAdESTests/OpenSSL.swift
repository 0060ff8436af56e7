// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The command-line OpenSSL, with a folder of its own for each use.
struct OpenSSL {
    static let path = "/usr/bin/openssl"
    static let isInstalled = FileManager.default.isExecutableFile(atPath: path)

    private let folder: URL

    /// Runs `body` with a fresh folder, which is removed afterwards.
    static func use<Result>(_ body: (OpenSSL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cades-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(OpenSSL(folder: folder))
    }

    /// Puts a file into the folder and gives its path.
    func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let url = self.folder.appending(path: name)
        try Data(bytes).write(to: url)
        return url.path
    }

    /// Reads a file that a command wrote.
    func read(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: self.folder.appending(path: name))) }

    /// Runs a command in the folder, and gives its exit code and what it wrote on standard error.
    func run(_ arguments: [String]) throws -> (status: Int32, errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: Self.path)
        process.arguments = arguments
        process.currentDirectoryURL = self.folder
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }

    /// Signs with the identity as a client would, and gives the file.
    func sign(_ content: [UInt8], as identity: TestIdentity, options: [String]) throws -> [UInt8] {
        let certificate = try self.file("signer.pem", identity.certificate.testPEM.utf8)
        let key = try self.file("signer.key", identity.key.pem.utf8)
        let input = try self.file("content", content)
        let arguments = ["cms", "-sign", "-binary", "-cades", "-outform", "DER", "-in", input, "-out", "signature"]
        let result = try self.run(arguments + ["-signer", certificate, "-inkey", key] + options)
        #expect(result.status == 0, "\(result.errors)")
        return try self.read("signature")
    }
}

extension Trait where Self == ConditionTrait {
    /// Says that the test was left out where the tool is missing.
    static var needsOpenSSL: Self { .enabled(if: OpenSSL.isInstalled, "needs \(OpenSSL.path)") }
}
