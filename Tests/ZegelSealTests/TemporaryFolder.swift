// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder that is gone when the work in it is done.
struct TemporaryFolder {
    private let url: URL

    static func with<Value>(_ body: (TemporaryFolder) async throws -> Value) async throws -> Value {
        let url = FileManager.default.temporaryDirectory.appending(path: "zegel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        return try await body(TemporaryFolder(url: url))
    }

    /// Writes a file and returns its path.
    func write(_ bytes: [UInt8], _ name: String) throws -> String {
        let file = self.url.appending(path: name)
        try Data(bytes).write(to: file)
        return file.path
    }

    func path(_ name: String) -> String { self.url.appending(path: name).path }
}
