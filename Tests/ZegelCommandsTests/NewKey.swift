// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TransparencyLog

/// The key of a log that nobody has.
enum NewKey {
    /// Writes its public half and returns the path.
    static func write(to path: String) throws -> String {
        let key = NoteSigner(name: try KeyName("zegel.example/trial"))
        try Data("\(key.verifier)\n".utf8).write(to: URL(fileURLWithPath: path))
        return path
    }
}
