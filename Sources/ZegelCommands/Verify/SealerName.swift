// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelClient
import ZegelCore
import ZegelTrust
import ZegelVerify

/// Who may seal, as people name it: by an OIN, or by a file with the certificate of the server.
enum SealerName {
    /// The OIN that is meant; `nil` where it is neither.
    static func oin(_ name: String) -> OIN? {
        if let oin = OIN(name) { return oin }
        guard let bytes = try? FilePieces.whole(name) else { return nil }
        let certificates = try? PEMFile.certificates(in: String(decoding: bytes, as: UTF8.self))
        return certificates?.first.flatMap { OIN(subjectOf: $0) }
    }
}
