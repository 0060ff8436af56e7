// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import ZegelCore

/// Reads `servers` of `organisations.yaml`: the servers of partners, and whose post goes there.
struct ServerReading {
    private let byShort: [String: OIN]
    private let organisations: Set<OIN>
    /// What one server only may have, and the line where it has it.
    private var taken: [String: Int] = [:]

    init(_ organisations: [Organisation]) {
        self.byShort = .init(organisations.map { ($0.short, $0.oin) }) { first, _ in first }
        self.organisations = Set(organisations.map(\.oin))
    }

    mutating func servers(_ reader: inout YAMLReader) -> [PartnerServer] {
        reader.mappings("servers") { self.server(&$0) }
    }

    private mutating func server(_ reader: inout YAMLReader) -> PartnerServer? {
        let oin = reader.required("oin", "20 digits") { OIN($0) }
        let url = reader.required("url", "https://HOST or https://HOST:PORT") { Self.isAddress($0) ? $0 : nil }
        let log = reader.required("log", "the verifier key of its log") { try? NoteVerifier(parsing: $0) }
        let serves = self.names("serves", &reader)
        let relays = self.names("relays", &reader)
        if serves.isEmpty, reader.value("serves")?.sequence?.isEmpty != false {
            reader.missing("serves", "the organisations whose post goes there")
        }
        for named in serves { self.take("the organisation \(named.node.scalar ?? "")", named.node, &reader) }
        for named in relays where serves.contains(where: { $0.oin == named.oin }) {
            let name = named.node.scalar ?? ""
            reader.fault(named.node, "\(name) stands under serves, and need not stand under relays")
        }
        guard let oin, let url, let log else { return nil }
        if self.organisations.contains(oin) {
            reader.fault(reader.node, "the OIN \(oin) is that of an organisation; a server has its own")
        }
        self.take("the OIN \(oin)", reader.value("oin"), &reader)
        self.take("the address \(url)", reader.value("url"), &reader)
        self.take("the log \(log.name)", reader.value("log"), &reader)
        return PartnerServer(
            oin: oin,
            url: url,
            log: "\(log)",
            serves: Set(serves.map(\.oin)),
            relays: Set(relays.map(\.oin)),
            line: reader.node.line
        )
    }

    /// The organisations that a list names by their short names, each once.
    private func names(_ key: String, _ reader: inout YAMLReader) -> [(node: YAMLNode, oin: OIN)] {
        guard let node = reader.value(key) else { return [] }
        guard let elements = node.sequence else {
            reader.fault(node, "\(key) must be a list of short names of organisations")
            return []
        }
        var seen: Set<OIN> = []
        return elements.compactMap { element in
            let name = element.scalar ?? "…"
            guard let organisation = self.byShort[name] else {
                let message = "\(key): “\(name.prefix(80))” is no organisation of this file"
                reader.fault(element, message, known: self.byShort.keys.sorted())
                return nil
            }
            guard seen.insert(organisation).inserted else {
                reader.fault(element, "\(name) stands twice")
                return nil
            }
            return (element, organisation)
        }
    }

    /// Notes a fault where another server has it.
    private mutating func take(_ what: String, _ node: YAMLNode?, _ reader: inout YAMLReader) {
        guard let node else { return }
        if let line = self.taken[what] {
            reader.fault(node, "\(what) belongs to the server at line \(line) already")
        } else {
            self.taken[what] = reader.node.line
        }
    }

    /// `https://`, a host in small letters or an address, perhaps a port; nothing behind it.
    private static func isAddress(_ text: String) -> Bool {
        guard text.hasPrefix("https://"), text.utf8.count <= 260 else { return false }
        var host = text.utf8.dropFirst(8)
        if let colon = host.lastIndex(of: UInt8(ascii: ":")), host.last != UInt8(ascii: "]") {
            guard let port = UInt16(String(decoding: host[host.index(after: colon)...], as: UTF8.self)), port > 0 else {
                return false
            }
            host = host[..<colon]
        }
        return !host.isEmpty
            && host.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"): true
                default: false
                }
            }
    }
}
