// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelClient
import ZegelCommands
import ZegelCore

/// A message as a sender's tool writes it.
enum SignedFile {
    /// Signs one document under a header, into a file.
    static func write(_ header: [JSONValue.Member], document: String, by keys: KeyFiles, to path: String) throws {
        let builder = try ContainerBuilder(
            template: .object(header),
            documents: [EnclosedDocument(path: document)],
            signer: keys.signer(),
            at: .now
        )
        var bytes: [UInt8] = []
        try builder.pieces { bytes += $0 }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}
