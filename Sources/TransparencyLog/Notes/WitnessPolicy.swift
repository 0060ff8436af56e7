// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Which logs count, and whose cosignatures together make a checkpoint count (c2sp.org/tlog-policy).
public struct WitnessPolicy: Hashable, Sendable {
    /// The largest size of a policy in bytes.
    public static let maximumBytes = 262_144
    /// How many logs, witnesses and groups a policy may have, each.
    public static let maximumCount = 256

    /// A rule about who has to have seen a checkpoint.
    indirect enum Quorum: Hashable, Sendable {
        /// Nobody has to.
        case none
        /// One witness.
        case witness(CosignatureVerifier)
        /// So many of the members.
        case group(Int, [Quorum])

        /// The earliest time by which enough had seen it, where enough have.
        func time(_ seen: [CosignatureVerifier: UInt64]) -> UInt64? {
            switch self {
            case .none: return 0
            case .witness(let key): return seen[key]
            case .group(let needed, let members):
                let times = members.compactMap { $0.time(seen) }.sorted()
                return times.count >= needed ? times[needed - 1] : nil
            }
        }
    }

    /// The keys of the logs that count; empty where that is known from elsewhere.
    public let logs: [NoteVerifier]
    /// The keys of all witnesses that are named.
    public let witnesses: [CosignatureVerifier]
    let quorum: Quorum

    /// Reads a policy.
    ///
    /// - Throws: `witness.policy` with the line, or what reading a key throws.
    public init(parsing bytes: [UInt8]) throws(TransparencyLogError) {
        guard bytes.count <= Self.maximumBytes, bytes.last == 0x0A else {
            throw Self.fault(0, "it is lines that end in a line feed, \(Self.maximumBytes) bytes at most")
        }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A }) else {
            throw Self.fault(0, "it has control characters other than tab and line feed")
        }
        var reading = Reading()
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let words = line.split { $0 == 0x20 || $0 == 0x09 }.map { Array($0) }
            guard let first = words.first, first.first != UInt8(ascii: "#") else { continue }
            try reading.read(words, at: number + 1)
        }
        guard let quorum = reading.quorum else { throw Self.fault(0, "it has no quorum line") }
        self.logs = reading.logs
        self.witnesses = reading.witnesses
        self.quorum = quorum
    }

    /// Whether no cosignature is asked for.
    public var needsNobody: Bool { self.quorum == .none }

    /// Judges the cosignatures of a checkpoint.
    ///
    /// - Returns: The time, in seconds since 1970, by which enough witnesses had seen it; `nil` where not enough have.
    public func time(_ cosignatures: [Cosignature]) -> UInt64? {
        let times = cosignatures.map { ($0.witness, $0.time) }
        return self.quorum.time(Dictionary(times, uniquingKeysWith: min))
    }

    fileprivate static func fault(_ line: Int, _ detail: String) -> TransparencyLogError {
        TransparencyLogError(.policyMalformed, line == 0 ? "The policy: \(detail)." : "Line \(line): \(detail).")
    }
}

/// A policy as far as it was read.
private struct Reading {
    var logs: [NoteVerifier] = []
    var witnesses: [CosignatureVerifier] = []
    var quorum: WitnessPolicy.Quorum?
    private var names: [[UInt8]: WitnessPolicy.Quorum] = [:]
    /// The names that are members of a group already.
    private var members: Set<[UInt8]> = []

    mutating func read(_ words: [[UInt8]], at line: Int) throws(TransparencyLogError) {
        guard self.names.count < WitnessPolicy.maximumCount, self.logs.count < WitnessPolicy.maximumCount else {
            throw WitnessPolicy.fault(
                line,
                "there are more than \(WitnessPolicy.maximumCount) logs, witnesses or groups"
            )
        }
        switch String(decoding: words[0], as: UTF8.self) {
        case "log" where (2...3).contains(words.count): try self.log(words[1], line)
        case "witness" where (3...4).contains(words.count): try self.witness(words[1], words[2], line)
        case "group" where words.count >= 4: try self.group(words[1], words[2], Array(words[3...]), line)
        case "quorum" where words.count == 2:
            guard self.quorum == nil else { throw WitnessPolicy.fault(line, "there is a quorum already") }
            self.quorum = words[1] == Array("none".utf8) ? WitnessPolicy.Quorum.none : try self.known(words[1], line)
        default: throw WitnessPolicy.fault(line, "it is no log, witness, group or quorum line")
        }
    }

    private mutating func log(_ key: [UInt8], _ line: Int) throws(TransparencyLogError) {
        let verifier = try NoteVerifier(parsing: try Self.text(key, line))
        guard !self.logs.contains(where: { $0.key == verifier.key }) else {
            throw WitnessPolicy.fault(line, "the log is there twice")
        }
        self.logs.append(verifier)
    }

    private mutating func witness(_ name: [UInt8], _ key: [UInt8], _ line: Int) throws(TransparencyLogError) {
        let verifier = try CosignatureVerifier(parsing: try Self.text(key, line))
        guard !self.witnesses.contains(where: { $0.key == verifier.key }) else {
            throw WitnessPolicy.fault(line, "the witness is there twice")
        }
        try self.name(name, .witness(verifier), line)
        self.witnesses.append(verifier)
    }

    private mutating func group(
        _ name: [UInt8],
        _ threshold: [UInt8],
        _ names: [[UInt8]],
        _ line: Int
    ) throws(TransparencyLogError) {
        var members: [WitnessPolicy.Quorum] = []
        for member in names {
            members.append(try self.known(member, line))
            // In one group only, so that a witness counts in one way.
            guard self.members.insert(member).inserted else {
                throw WitnessPolicy.fault(line, "a name is a member of a group twice")
            }
        }
        let needed: UInt64? =
            switch String(decoding: threshold, as: UTF8.self) {
            case "all": UInt64(members.count)
            case "any": 1
            default: DecimalText.decode(threshold)
            }
        guard let needed, (1...UInt64(members.count)).contains(needed) else {
            throw WitnessPolicy.fault(line, "a group needs all, any, or 1 to \(members.count) of its members")
        }
        try self.name(name, .group(Int(needed), members), line)
    }

    private mutating func name(
        _ name: [UInt8],
        _ quorum: WitnessPolicy.Quorum,
        _ line: Int
    ) throws(TransparencyLogError) {
        guard name != Array("none".utf8), self.names.updateValue(quorum, forKey: name) == nil else {
            throw WitnessPolicy.fault(line, "the name is taken")
        }
    }

    private func known(_ name: [UInt8], _ line: Int) throws(TransparencyLogError) -> WitnessPolicy.Quorum {
        guard let quorum = self.names[name] else {
            throw WitnessPolicy.fault(line, "a name is not that of a witness or group on a line before")
        }
        return quorum
    }

    private static func text(_ bytes: [UInt8], _ line: Int) throws(TransparencyLogError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw WitnessPolicy.fault(line, "the key is not UTF-8")
        }
        return text
    }
}
