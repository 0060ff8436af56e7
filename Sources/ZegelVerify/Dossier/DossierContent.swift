// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import ZegelCore

/// The entries of a dossier, those that the server added with their bytes.
struct DossierContent {
    /// All entries in order.
    let entries: [ContainerEntry]
    /// The bytes of the entries behind the container's own, by name.
    let added: [String: [UInt8]]
    private let digests: [String: [UInt8]]

    init(entries: [ContainerEntry], added: [String: [UInt8]]) {
        self.entries = entries
        self.added = added
        self.digests = Dictionary(entries.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether the server added anything: a bare container otherwise.
    var isDossier: Bool { !self.added.isEmpty }

    /// Where the first entry that the server added begins: the bytes of the container's own entries.
    var containerEnd: Int {
        self.entries.first { self.added[$0.name] != nil }?.localHeaderOffset ?? 0
    }

    /// Whether this copy has documents.
    var hasDocuments: Bool { self.entries.contains { $0.name.hasPrefix(EntryPath.documents) } }

    /// The digest of an entry, or `nil` where it is not there.
    func digest(of name: String) -> [UInt8]? { self.digests[name] }

    /// The bytes of an entry that the server must have added.
    func bytes(of name: String) throws(Finding) -> [UInt8] {
        guard let bytes = self.added[name] else { throw .failed(.format, "The entry '\(name)' is missing.") }
        return bytes
    }

    /// The names of the added entries below a prefix, in order.
    func names(below prefix: String) -> [String] {
        self.entries.map(\.name).filter { $0.hasPrefix(prefix) }
    }
}

/// Reads a dossier: any container whose entries behind the sender's own are of the kinds that a server adds.
enum DossierReader {
    /// Bytes of all added entries together: as many statements as a message may gather, the evidence, and the rest.
    static let maximumAdded = Limits().statementsPerMessage * Limits().statement + Limits().resubmission
    /// The container's 1,000 entries, as many statements, and the rest.
    static let maximumEntries = 3_000

    private struct State {
        let bound: Int
        var added: [String: [UInt8]] = [:]
        var size = 0
        var rank = 0
        var current: String?
        var bytes: [UInt8] = []
    }

    /// Reads a whole file.
    static func read(_ file: FileBytes) throws -> DossierContent {
        try self.read(upTo: Self.maximumAdded) { take in try file.pieces { try take($0) } }
    }

    /// Reads pieces, and holds so many bytes of the entries behind the container's own at most.
    static func read(
        upTo bound: Int,
        _ pieces: (_ take: (ArraySlice<UInt8>) throws -> Void) throws -> Void
    ) throws -> DossierContent {
        var reader = ContainerReader(
            limits: .init(
                maximumSize: ContainerLimits.largest,
                maximumContentSize: ContainerLimits.largest,
                maximumEntries: Self.maximumEntries
            )
        )
        var state = State(bound: bound)
        try pieces { piece in
            try reader.consume(piece) { event in try Self.take(event, &state) }
        }
        return DossierContent(entries: try reader.finish().entries, added: state.added)
    }

    private static func take(_ event: ContainerReader.Event, _ state: inout State) throws(Finding) {
        switch event {
        case .began(let name, _):
            let rank = try Self.rank(of: name)
            let isList = [Rank.container, .evidence, .statements].contains { $0.rawValue == rank }
            guard rank > state.rank || isList && rank == state.rank else {
                throw .failed(.format, "The entry '\(name)' does not stand where the format has it.")
            }
            state.rank = rank
            state.current = rank == Rank.container.rawValue ? nil : name
            state.bytes = []
        case .content(let bytes):
            guard state.current != nil else { return }
            state.size += bytes.count
            guard state.size <= state.bound else {
                throw .failed(.format, "The entries that a server adds hold more than \(state.bound) bytes.")
            }
            state.bytes += bytes
        case .ended:
            guard let name = state.current else { return }
            state.added[name] = state.bytes
        }
    }

    /// The place of each kind of entry in a dossier (DESIGN §4.1).
    private enum Rank: Int {
        case container
        case acceptance
        case sealManifest
        case sealSignature
        case timestampManifest
        case timestampToken
        case logProof
        case logSalt
        case logTimestampProof
        case logTimestampToken
        case evidence
        case statements
        case directory
        case export
        case exportManifest
        case exportSignature
    }

    private static let ranks: [String: Rank] = [
        EntryPath.mimetype: .container, EntryPath.header: .container, EntryPath.senderManifest: .container,
        EntryPath.senderSignature: .container, EntryPath.acceptance: .acceptance,
        EntryPath.sealManifest: .sealManifest, EntryPath.sealSignature: .sealSignature,
        EntryPath.timestampManifest: .timestampManifest, EntryPath.timestampToken: .timestampToken,
        EntryPath.logProof: .logProof, EntryPath.logSalt: .logSalt,
        EntryPath.logTimestampProof: .logTimestampProof, EntryPath.logTimestampToken: .logTimestampToken,
        EntryPath.directory: .directory,
        EntryPath.export: .export, EntryPath.exportManifest: .exportManifest,
        EntryPath.exportSignature: .exportSignature,
    ]

    private static func rank(of name: String) throws(Finding) -> Int {
        if let rank = Self.ranks[name] { return rank.rawValue }
        if EntryPath.isFlat(name, below: EntryPath.documents) { return Rank.container.rawValue }
        if EntryPath.isFlat(name, below: EntryPath.evidence) { return Rank.evidence.rawValue }
        if EntryPath.isFlat(name, below: EntryPath.statements), name.hasSuffix(EntryPath.statementSuffix) {
            return Rank.statements.rawValue
        }
        throw .failed(.format, "The entry '\(name)' has no place in a dossier.")
    }
}
