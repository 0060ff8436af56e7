// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The home of a server of whose disk a journal is kept, and from which the power can be cut.
final class JournaledHome {
    /// Where the server writes its journal.
    let journal: String
    private let home: String
    private let origin: String

    /// Keeps what is there now, all of which is durable; the server begins afterwards.
    init(_ installation: Installation) throws {
        self.home = installation.home
        let own = "\(self.home)-\(UUID())"
        self.journal = "\(own).journal"
        self.origin = "\(own).origin"
        try FileManager.default.createDirectory(atPath: self.origin, withIntermediateDirectories: false)
        // What the tests write themselves.
        let others: Set = ["outbox", "answers", "server.log"]
        let names = try FileManager.default.contentsOfDirectory(atPath: self.home).filter { !others.contains($0) }
        try SystemCommand.run("cp", ["-a"] + names.map { "\(self.home)/\($0)" } + [self.origin])
    }

    deinit { for path in [self.journal, self.origin] { try? FileManager.default.removeItem(atPath: path) } }

    /// Leaves what a power cut would have left; the server is dead.
    ///
    /// - Parameter isForgotten: Whether the disk had only said that it synced a file or folder.
    func cut(_ survivors: PowerCut.Survivors, forgetting isForgotten: (String) -> Bool = { _ in false }) throws {
        let disk = try JournaledDisk(DiskJournal(self.journal), from: self.origin, forgetting: isForgotten)
        var cut = PowerCut(survivors)
        let left = cut.names(in: disk.root)
        for name in disk.touched {
            try? FileManager.default.removeItem(atPath: "\(self.home)/\(name)")
            if let node = left[name] { try cut.leave(node, at: "\(self.home)/\(name)") }
        }
    }

    /// What there is and the journal does not tell of, or tells of otherwise.
    func differences() throws -> [String] {
        let disk = try JournaledDisk(DiskJournal(self.journal), from: self.origin)
        let copy = "\(self.home).copy"
        defer { try? FileManager.default.removeItem(atPath: copy) }
        var all = PowerCut(.all)
        try all.leave(disk.root, at: copy)
        return try disk.touched.sorted().flatMap { name in
            let (told, found) = (try Self.files("\(copy)/\(name)"), try Self.files("\(self.home)/\(name)"))
            return Set(told.keys).union(found.keys).filter { told[$0] != found[$0] }.map { "\(name)/\($0)" }
        }
    }

    /// The contents of the files below a path, and nothing for a folder.
    private static func files(_ path: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let below = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        for name in below + [""] where !name.hasSuffix("-shm") {
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
            switch attributes?[.type] as? FileAttributeType {
            case .typeRegular: files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
            case .typeDirectory: files[name] = Data()
            default: ()
            }
        }
        return files
    }
}
