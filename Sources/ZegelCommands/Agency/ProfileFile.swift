// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelClient
import ZegelCore
import ZegelPolicy

/// As whom and with which server a command speaks: `profiles/<short>.yaml` (DESIGN §8).
///
/// Paths in it are relative to the file.
struct ProfileFile {
    /// The name that `--as` takes.
    let name: String
    /// What it says.
    var profile: ClientProfile

    /// Finds a profile in a home folder; where only one is there it needs no name.
    ///
    /// - Throws: `configuration.invalid` with what is there instead, or with every fault of the file and its line.
    init(named name: String?, in home: String) throws(Problem) {
        let folder = URL(fileURLWithPath: "\(home)/profiles").standardizedFileURL.path
        let names = Self.names(in: folder)
        guard let found = name ?? (names.count == 1 ? names[0] : nil) else {
            let reason =
                names.isEmpty
                ? "There are no profiles in \(folder); name the folder of zegel init with --home or ZEGEL_HOME."
                : "Say with --as who you are: \(Self.some(names))."
            throw Problem(.configuration, reason)
        }
        guard names.contains(found) else {
            let hint = Spelling.hint(for: found, among: names)
            throw Problem(.configuration, "There is no profile “\(found)” in \(folder)\(hint)")
        }
        self.name = found
        self.profile = try Self.read("\(folder)/\(found).yaml", in: folder)
        self.profile.state = URL(fileURLWithPath: "\(home)/state/\(found)").standardizedFileURL.path
    }

    private static func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    private static func some(_ names: [String]) -> String {
        names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", and \(names.count - 8) more" : "")
    }

    private static func read(_ file: String, in folder: String) throws(Problem) -> ClientProfile {
        let bytes: [UInt8]
        do { bytes = try FilePieces.whole(file) } catch { throw Problem(.configuration, "\(file) cannot be read.") }
        let faults: [YAMLFault]
        do {
            var reader = YAMLReader(try StrictYAML.parse(bytes, file: file), file: file)
            let profile = Self.profile(&reader, in: folder)
            reader.refuseUnknown()
            if let profile, reader.faults.isEmpty { return profile }
            faults = reader.faults
        } catch {
            faults = error.faults
        }
        throw Problem(
            .configuration,
            faults.map(\.description).joined(separator: "; "),
            items: faults.map { .init(code: "profile", location: "\($0.file):\($0.line)", detail: $0.message) }
        )
    }

    private static func profile(_ reader: inout YAMLReader, in folder: String) -> ClientProfile? {
        func path(_ text: String) -> String? {
            guard !text.isEmpty else { return nil }
            return URL(fileURLWithPath: text.hasPrefix("/") ? text : "\(folder)/\(text)").standardizedFileURL.path
        }
        let url = reader.required("url", "https://HOST[:PORT]") { $0.hasPrefix("https://") ? $0 : nil }
        let mailbox = reader.required("mailbox", "a mailbox as organisation/function") { MailboxName($0) }
        let keys = reader.required("keys", "the folder of the keys", path)
        let trust = reader.required("trust", "a file of certificate authorities, PEM", path)
        let sealer = reader.required("sealer", "an OIN, or a file with the seal certificate of the server") {
            OIN($0) ?? path($0).flatMap(SealerName.oin)
        }
        let lists = reader.optional("crl", "a file of revocation lists, PEM", path)
        let logKey = reader.optional("logKey", "a file with the verifier key of the log", path)
        let earlierLogKeys = reader.list("earlierLogKeys", "a file with the verifier key of a log", path)
        guard let url, let mailbox, let keys, let trust, let sealer else { return nil }
        return ClientProfile(
            url: url,
            mailbox: mailbox,
            client: KeyFiles("client", in: keys),
            seal: KeyFiles("seal", in: keys),
            release: KeyFiles("release", in: keys),
            serverAnchors: [trust],
            sealAnchors: [trust],
            revocationLists: lists.map { [$0] } ?? [],
            sealers: [sealer],
            logKey: logKey,
            earlierLogKeys: earlierLogKeys
        )
    }
}
