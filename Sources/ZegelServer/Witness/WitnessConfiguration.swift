// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TransparencyLog
package import ZegelCore
import ZegelPolicy

/// What the file of a witness says; paths are absolute from here on.
package struct WitnessConfiguration: Sendable {
    /// Where logs connect.
    package let listen: ServerConfiguration.Endpoint
    /// The certificate for TLS; without one it listens on a loopback address only.
    package let tls: ServerConfiguration.KeyPair?
    /// The key that cosigns.
    let cosigner: Cosigner
    /// The keys of the logs that it knows.
    let logs: [NoteVerifier]
    /// The folder in which it remembers what it cosigned.
    package let state: String

    /// Reads the file; paths in it are relative to its folder.
    ///
    /// - Throws: `configuration.invalid` with every fault, each with file and line.
    package static func load(_ path: String) throws(Problem) -> WitnessConfiguration {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem(.configuration, "\(path) cannot be read; zegel log witness key makes one.")
        }
        let read: Reading
        do throws(YAMLFaults) {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            var reader = YAMLReader(try StrictYAML.parse(Array(data), file: path), file: path)
            let reading = Reading(&reader) { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }
            reader.refuseUnknown()
            guard reader.faults.isEmpty, let reading else { throw YAMLFaults(faults: reader.faults) }
            read = reading
        } catch {
            throw Problem(
                .configuration,
                error.description,
                items: error.faults.map {
                    .init(code: "configuration.invalid", location: "\($0.file):\($0.line)", detail: $0.message)
                }
            )
        }
        let cosigner = try Self.key(read.key, "key of a witness") { try Cosigner(parsing: $0) }
        let logs = try read.logs.map { (file) throws(Problem) in
            try Self.key(file, "verifier key of a log") { try NoteVerifier(parsing: $0) }
        }
        return WitnessConfiguration(
            listen: read.listen,
            tls: read.tls,
            cosigner: cosigner,
            logs: logs,
            state: read.state
        )
    }

    /// Reads a key of a signed note from a file.
    static func key<Key>(_ path: String, _ what: String, _ parse: (String) throws -> Key) throws(Problem) -> Key {
        let text = try TextFile.read(path).trimmingCharacters(in: .whitespacesAndNewlines)
        do { return try parse(text) } catch { throw Problem(.configuration, "\(path) holds no \(what): \(error)") }
    }
}

/// The file as it is written.
private struct Reading {
    let listen: ServerConfiguration.Endpoint
    let tls: ServerConfiguration.KeyPair?
    let key: String
    let logs: [String]
    let state: String

    init?(_ reader: inout YAMLReader, _ path: (String) -> String) {
        _ = reader.required("zegel", "the version, \"1\"") { $0 == "1" ? true : nil }
        let listen = reader.required("listen", "host:port", ServerConfiguration.Endpoint.init)
        let tls = reader.mapping("tls") { inner -> ServerConfiguration.KeyPair? in
            let certificate = inner.required("certificate", "a file", path)
            let key = inner.required("key", "a file", path)
            return certificate.flatMap { certificate in key.map { .init(certificate: certificate, key: $0) } }
        }
        let key = reader.required("key", "a file", path)
        let logs = reader.list("logs", "a file", path)
        let state = reader.required("state", "a folder", path)
        guard let listen, let key, let state else { return nil }
        if tls == nil, !["127.0.0.1", "::1", "localhost"].contains(listen.host) {
            reader.fault(reader.node, "without tls it listens on a loopback address only")
        }
        self.listen = listen
        self.tls = tls
        self.key = key
        self.logs = logs
        self.state = state
    }
}
