// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import ZegelCore
import ZegelPolicy
import ZegelTransport

extension ServerConfiguration {
    /// Reads `zegel.yaml`; paths in it are relative to its folder.
    ///
    /// - Throws: `configuration.invalid` with every fault, each with file and line.
    package static func load(_ path: String) throws(Problem) -> ServerConfiguration {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem(.configuration, "\(path) cannot be read; zegel init makes one.")
        }
        do throws(YAMLFaults) {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            var reader = YAMLReader(try StrictYAML.parse(Array(data), file: path), file: path)
            let configuration = Self(&reader, read: path) { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }
            reader.refuseUnknown()
            guard reader.faults.isEmpty, let configuration else { throw YAMLFaults(faults: reader.faults) }
            return configuration
        } catch {
            throw Problem(
                .configuration,
                error.description,
                items: error.faults.map {
                    .init(code: "configuration.invalid", location: "\($0.file):\($0.line)", detail: $0.message)
                }
            )
        }
    }

    private init?(_ reader: inout YAMLReader, read file: String, _ path: (String) -> String) {
        _ = reader.required("zegel", "the version, \"1\"") { $0 == "1" ? true : nil }
        let name = reader.required("name", "https:// and a host") { $0.hasPrefix("https://") ? $0 : nil }
        let listen = reader.required("listen", "host:port", Endpoint.init)
        let admin = reader.required("admin", "a loopback address and a port") { text in
            Endpoint(text).flatMap { ["127.0.0.1", "::1", "localhost"].contains($0.host) ? $0 : nil }
        }
        let isTrial = reader.optional("trial", "true or false", Self.bool) ?? false
        let ceiling = reader.value("ceiling").flatMap { node in
            reader.nested(node) { inner in
                _ = inner.required("authority", "who accredited", { $0 })
                return inner.required("level", "a level", Classification.init(rawValue:))
            }
        }
        let data = reader.required("data", "a folder", path)
        let policies = reader.required("policies", "a folder", path)
        let cases = reader.optional("cases", "a folder", path) ?? path("cases")
        let fetching =
            reader.mapping("fetch") { inner in
                Fetching(
                    every: inner.optional("every", "a time from 60s to 24h", Self.interval) ?? 3_600,
                    roots: inner.optional("roots", "a file", path)
                )
            } ?? Fetching(every: 3_600, roots: nil)
        let retention = reader.mapping("retention") { Self.retention(&$0, path) } ?? Self.retention(path)
        let limits = reader.mapping("limits") { Self.limits(&$0) } ?? Limits()
        let fetched = "\(data ?? "")/fetched"
        var (profile, sendsAuthorities) = (TLSTerms.Profile.ncscGoed, false)
        let tls = Self.pair("tls", &reader, path) { inner in
            let known = TLSTerms.Profile.allCases.map(\.rawValue).joined(separator: " or ")
            profile = inner.optional("profile", known, TLSTerms.Profile.init(rawValue:)) ?? profile
            sendsAuthorities = inner.optional("authorities", "true or false", Self.bool) ?? sendsAuthorities
        }
        let trust = reader.value("trust").flatMap { node in
            reader.nested(node) { inner in
                (
                    anchors: Self.anchors(&inner, path),
                    lists: inner.list("crls", "a file, or an address") { text -> ConfiguredFile? in
                        guard text.contains("://") else { return ConfiguredFile(path: path(text)) }
                        return FetchAddress(text).map { ConfiguredFile($0, in: fetched, kind: "crl.pem") }
                    },
                    grace: inner.optional("grace", "a time as 24h", Self.seconds) ?? 86_400
                )
            }
        }
        let seal = Self.pair("seal", &reader, path)
        let relay = reader.value("relay").flatMap { _ in Self.pair("relay", &reader, path) }
        let log = reader.mapping("log") { Self.log(&$0, path) }
        let timestamps = reader.mapping("timestamps") { inner in
            (
                tolerance: inner.optional("tolerance", "a time as 1h", Self.seconds),
                checkpoints: inner.optional("checkpoints", "a time as 60s", Self.seconds) ?? 60,
                authorities: inner.mappings("authorities") { Self.timestampAuthority(&$0, path) }
            )
        }
        let token = reader.mapping("token") { Self.token(&$0, path, fetched: fetched) }
        let storage = reader.value("storage").flatMap { node in
            reader.nested(node) { $0.required("key", "a file", path) }
        }
        for (key, isThere) in [
            ("trust", trust != nil), ("log", log != nil), ("token", token != nil),
            ("storage", storage != nil),
        ] where !isThere { reader.fault(reader.node, "\(key) is missing") }
        guard let name, let listen, let admin, let data, let policies, let tls, let trust, let seal, let log, let token,
            let storage
        else { return nil }
        self.path = file
        self.name = name
        self.listen = listen
        self.admin = admin
        self.isTrial = isTrial
        self.ceiling = ceiling ?? .departementaalVertrouwelijk
        self.data = data
        self.policies = policies
        self.cases = cases
        self.tls = tls
        self.tlsProfile = profile
        self.sendsAuthorities = sendsAuthorities
        self.anchors = trust.anchors
        self.lists = trust.lists
        self.grace = trust.grace
        self.seal = seal
        self.relay = relay
        self.log = log
        self.timestamps = timestamps?.authorities ?? []
        self.timestampTolerance = timestamps?.tolerance
        self.timestampCheckpoints = timestamps?.checkpoints ?? 60
        self.token = token
        self.fetching = fetching
        self.storageKey = storage
        self.retention = retention
        self.limits = limits
    }

    private static func retention(_ reader: inout YAMLReader, _ path: (String) -> String) -> Retention? {
        let backups = reader.optional("backups", "a number of days as 90 days") { text -> Int? in
            let parts = text.split(separator: " ")
            guard parts.count == 2, ["day", "days"].contains(parts[1]) else { return nil }
            return Int(parts[0]).flatMap { (1...3_650).contains($0) ? $0 : nil }
        }
        return Self.retention(
            holds: reader.optional("holds", "a file", path),
            archive: reader.optional("archive", "a folder", path),
            backups: backups,
            journal: reader.optional("journal", "a file", path),
            withdrawn: reader.optional("withdrawn", "a folder", path),
            path
        )
    }

    private static func retention(
        holds: String? = nil,
        archive: String? = nil,
        backups: Int? = nil,
        journal: String? = nil,
        withdrawn: String? = nil,
        _ path: (String) -> String
    ) -> Retention {
        Retention(
            holds: holds ?? path("holds.yaml"),
            archive: archive,
            backupDays: backups ?? 90,
            journal: journal ?? path("erased.journal"),
            withdrawn: withdrawn ?? path("withdrawn")
        )
    }

    private static func pair(
        _ key: String,
        _ reader: inout YAMLReader,
        _ path: (String) -> String,
        _ more: (inout YAMLReader) -> Void = { _ in }
    ) -> KeyPair? {
        guard let node = reader.value(key) else {
            reader.fault(reader.node, "\(key) is missing: certificate and key")
            return nil
        }
        return reader.nested(node) { inner in
            more(&inner)
            guard let certificate = inner.required("certificate", "a file", path),
                let key = inner.required("key", "a file", path)
            else { return nil }
            return KeyPair(certificate: certificate, key: key)
        }
    }

    private static func timestampAuthority(
        _ reader: inout YAMLReader,
        _ path: (String) -> String
    ) -> TimestampAuthority? {
        let url = reader.required("url", "http:// or https:// and a host") { $0.hasPrefix("http") ? $0 : nil }
        let trust = reader.list("trust", "a file", path)
        if trust.isEmpty { reader.missing("trust", "who vouches for it") }
        let policy = reader.optional("policy", "numbers with dots") { $0 }
        return url.map { TimestampAuthority(url: $0, trust: trust, policy: policy) }
    }

    private static func log(_ reader: inout YAMLReader, _ path: (String) -> String) -> Log? {
        let key = reader.required("key", "a file", path)
        let anchor = reader.optional("anchor", "a file", path) ?? path("checkpoint.anchor")
        let origin = reader.required("origin", "the origin of the log") { $0 }
        let cosign = reader.optional("cosign", "a time as 10s", Self.seconds) ?? 10
        let witnesses = reader.mappings("witnesses") { inner -> Witness? in
            let key = inner.required("key", "a file", path)
            let url = inner.required("url", "https:// and a host") { $0.hasPrefix("http") ? $0 : nil }
            let anchors = inner.list("anchors", "a file", path)
            return key.flatMap { key in url.map { Witness(key: key, url: $0, anchors: anchors) } }
        }
        let padding = reader.mapping("padding") { inner -> Padding? in
            let entries = inner.optional("entries", "a number from 1 to 1000") { text in
                Int(text).flatMap { (1...1_000).contains($0) ? $0 : nil }
            }
            return inner.required("every", "a time as 60s", Self.seconds)
                .map { Padding(every: $0, entries: entries ?? 8) }
        }
        guard let key, let origin else { return nil }
        return Log(
            origin: origin,
            key: key,
            anchor: anchor,
            witnesses: witnesses,
            cosign: cosign,
            padding: padding
        )
    }

    private static func bool(_ text: String) -> Bool? {
        switch text {
        case "true": true
        case "false": false
        default: nil
        }
    }

    private static func interval(_ text: String) -> Int64? {
        self.seconds(text).flatMap { (60...86_400).contains($0) ? $0 : nil }
    }

    /// A time as `600s`, `5m`, `24h`.
    static func seconds(_ text: String) -> Int64? {
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()),
            (1...1_000_000).contains(number)
        else { return nil }
        return number * unit
    }
}
