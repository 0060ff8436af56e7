// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import TransparencyLog
package import ZegelCore
import ZegelVerify

/// Two signed checkpoints of one log that do not go together, kept so that anyone can be shown them.
package enum ForkEvidence {
    /// Keeps the checkpoints in a folder, each under a name that says its log, size and digest.
    ///
    /// - Returns: The files.
    /// - Throws: `configuration.invalid` where they cannot be written.
    @discardableResult
    package static func keep(_ checkpoints: [SignedCheckpoint], in folder: String) throws(Problem) -> [String] {
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw Problem(.configuration, "\(folder) cannot be made.")
        }
        var files: [String] = []
        for signed in checkpoints {
            let digest = Hexadecimal.encode(ContentDigest(of: signed.bytes).bytes.prefix(4))
            let log = Self.name(of: signed.checkpoint.origin)
            let file = "\(folder)/\(log)-\(signed.checkpoint.size)-\(digest).checkpoint"
            try KeptFile.write(signed.bytes, to: file)
            files.append(file)
        }
        return files
    }

    /// Keeps both checkpoints and says what they show.
    ///
    /// - Parameter isProven: Whether the two alone show that the log lies; else the log only failed to show that it does not.
    /// - Returns: `log.fork` or `log.disagrees`, with the two in `items`.
    package static func problem(
        _ kept: SignedCheckpoint,
        _ shown: SignedCheckpoint,
        isProven: Bool,
        because detail: String,
        in folder: String?
    ) -> Problem {
        var problem = Problem(isProven ? .logFork : .logDisagrees, detail)
        do throws(Problem) {
            let files = try folder.map { (folder) throws(Problem) in try Self.keep([kept, shown], in: folder) }
            problem.items = (files ?? []).map { file in
                .init(code: problem.code, location: file, detail: "kept as evidence: \(file)")
            }
        } catch {
            problem.items = [.init(code: error.code, location: folder ?? "", detail: error.detail)]
        }
        return problem
    }

    /// The origin of a log as part of a file name.
    package static func name(of origin: LogOrigin) -> String { "log-" + self.safe(origin.description) }

    /// A text as part of a file name.
    static func safe(_ text: String) -> String {
        let safe = text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                byte
            case UInt8(ascii: "."): byte
            default: UInt8(ascii: "_")
            }
        }
        return String(decoding: safe.prefix(100), as: UTF8.self)
    }
}
