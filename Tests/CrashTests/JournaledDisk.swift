// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The files of a home as a journal has them, with what of them is durable and what was only written.
struct JournaledDisk {
    final class File {
        /// Where it is as it was before the journal began; `nil` where it was made since.
        let origin: String?
        /// What was done to its bytes, with the place in the journal.
        var changes: [(place: Int, change: DiskJournal.Change)] = []
        /// What was done before this place is durable.
        var synced = 0

        init(origin: String?) { self.origin = origin }
    }

    final class Folder {
        /// What it held before the journal began.
        var origin: [String: Node] = [:]
        /// What it holds now.
        var names: [String: Node] = [:]
        /// What became of its names in one step, with the place in the journal.
        var changes: [(place: Int, names: [String: Node?])] = []
        /// What was done before this place is durable.
        var synced = 0

        func change(_ names: [String: Node?], at place: Int) {
            self.changes.append((place, names))
            for (name, node) in names { self.names[name] = node }
        }
    }

    enum Node {
        case file(File)
        case folder(Folder)
    }

    let root: Folder
    /// The names in the home below which something changed.
    private(set) var touched: Set<String> = []
    private var open: [Int32: (node: Node, path: String)] = [:]

    /// Plays a journal.
    ///
    /// - Parameters:
    ///   - origin: A copy of the home as it was before the journal began, which is durable.
    ///   - isForgotten: Whether the disk only says that it synced a file or folder.
    init(_ journal: DiskJournal, from origin: String, forgetting isForgotten: (String) -> Bool = { _ in false }) throws
    {
        self.root = try Self.folder(origin)
        for record in journal.records { try self.play(record, isForgotten) }
    }

    private static func folder(_ path: String) throws -> Folder {
        let folder = Folder()
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            let type = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.type] as? FileAttributeType
            switch type {
            case .typeDirectory: folder.origin[name] = .folder(try self.folder("\(path)/\(name)"))
            case .typeRegular: folder.origin[name] = .file(File(origin: "\(path)/\(name)"))
            // A socket is nothing that is on the disk.
            default: ()
            }
        }
        folder.names = folder.origin
        return folder
    }

    private mutating func play(_ record: DiskJournal.Record, _ isForgotten: (String) -> Bool) throws {
        switch record.change {
        case .opened(let path, let isEmptied): try self.open(path, isEmptied, record)
        case .closed: self.open[record.descriptor] = nil
        case .wrote, .truncated:
            guard case .file(let file)? = self.open[record.descriptor]?.node else { throw Missing(what: "No file.") }
            file.changes.append((record.place, record.change))
            self.touch(self.open[record.descriptor]?.path ?? "")
        case .synced(let place):
            guard let open = self.open[record.descriptor], !isForgotten(open.path) else { return }
            switch open.node {
            case .file(let file): file.synced = max(file.synced, place)
            case .folder(let folder): folder.synced = max(folder.synced, place)
            }
        case .renamed(let path, let other): try self.rename(path, other, record.place)
        case .removed(let path):
            let (folder, name) = try self.place(of: path)
            // What is not known was a socket.
            guard folder.names[name] != nil else { return }
            folder.change([name: nil], at: record.place)
            self.touch(path)
        case .madeFolder(let path):
            let (folder, name) = try self.place(of: path)
            folder.change([name: .folder(Folder())], at: record.place)
            self.touch(path)
        }
    }

    private mutating func open(_ path: String, _ isEmptied: Bool, _ record: DiskJournal.Record) throws {
        if path.isEmpty {
            self.open[record.descriptor] = (.folder(self.root), path)
            return
        }
        let (folder, name) = try self.place(of: path)
        let node = folder.names[name] ?? .file(File(origin: nil))
        if folder.names[name] == nil {
            folder.change([name: node], at: record.place)
            self.touch(path)
        }
        self.open[record.descriptor] = (node, path)
        if isEmptied, case .file(let file) = node { file.changes.append((record.place, .truncated(to: 0))) }
    }

    /// Two folders are two changes, of which one may be lost without the other.
    private mutating func rename(_ path: String, _ other: String, _ place: Int) throws {
        let (from, name) = try self.place(of: path)
        let (to, new) = try self.place(of: other)
        guard let node = from.names[name] else { throw Missing(what: "\(path) was never seen.") }
        if from === to {
            from.change([name: nil, new: node], at: place)
        } else {
            to.change([new: node], at: place)
            from.change([name: nil], at: place)
        }
        self.touch(path)
        self.touch(other)
    }

    /// The folder that a path ends in, and the name there.
    private func place(of path: String) throws -> (Folder, String) {
        var names = path.split(separator: "/").map { String($0) }
        let name = names.removeLast()
        var folder = self.root
        for above in names {
            guard case .folder(let next)? = folder.names[above] else { throw Missing(what: "\(path) has no folder.") }
            folder = next
        }
        return (folder, name)
    }

    private mutating func touch(_ path: String) {
        if let name = path.split(separator: "/").first { self.touched.insert(String(name)) }
    }
}
