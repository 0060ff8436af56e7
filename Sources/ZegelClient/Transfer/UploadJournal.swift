// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// How an upload that was begun can be resumed, kept beside the container: no key, and nothing of what it holds but its digest.
struct UploadJournal: Sendable {
    /// What is kept.
    struct Entry: Hashable, Sendable {
        /// The server, as the profile names it.
        let server: String
        /// The upload.
        let upload: MessageID
        /// The digest of the container that it is of.
        let container: ContentDigest
    }

    private let path: String

    /// Names the journal of a container.
    init(beside file: String) { self.path = "\(file).upload.json" }

    /// What is kept; `nil` where nothing is, or nothing that can be read.
    func read() -> Entry? {
        guard let bytes = try? FilePieces.whole(self.path, atMost: 4_096), let json = try? StrictJSON.parse(bytes),
            json["zegel"] == "1", let server = json["server"]?.string,
            let upload = json["upload"]?.string.flatMap({ MessageID($0) }),
            let container = json["container"]?.string.flatMap({ ContentDigest(hexadecimal: $0) })
        else { return nil }
        return Entry(server: server, upload: upload, container: container)
    }

    /// Keeps an entry, durable, in the place of what was kept.
    func write(_ entry: Entry) throws(ClientError) {
        let json: JSONValue = [
            "zegel": "1", "server": .string(entry.server), "upload": .string("\(entry.upload)"),
            "container": .string("\(entry.container)"),
        ]
        do { try KeptFile.write(json.encoded, to: self.path) } catch { throw ClientError(error) }
    }

    /// Forgets it.
    func remove() { try? FileManager.default.removeItem(atPath: self.path) }
}
