// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// Statements that were signed and whose receipt has not come: whoever says the same again hands in the same bytes.
///
/// A statement counts once. One that is signed anew is another, which the server refuses where the first had arrived, so that its receipt
/// could never be had.
struct StatementMemory: Sendable {
    /// The folder, made where it is absent.
    let folder: String
    /// Seconds that a statement is handed in again; a server takes none that was signed longer ago than 24 hours.
    private static let age: Int64 = 82_800

    /// The one that says the same, where it is still young enough; what cannot be read is none.
    func kept(like statement: Statement) -> SignedStatement? {
        guard let bytes = try? FilePieces.whole(self.path(of: statement)),
            let kept = try? SignedStatement(parsing: bytes), statement.at(kept.statement.time) == kept.statement,
            statement.time < kept.statement.time.advanced(bySeconds: Self.age), kept.statement.time <= statement.time
        else { return nil }
        return kept
    }

    /// Keeps a statement before it is handed in.
    func keep(_ signed: SignedStatement) throws(Problem) {
        try KeptFile.makeFolder(self.folder)
        try KeptFile.write(signed.bytes, to: self.path(of: signed.statement))
    }

    /// Forgets one whose receipt came, or that the server refused.
    func forget(_ signed: SignedStatement) {
        try? FileManager.default.removeItem(atPath: self.path(of: signed.statement))
    }

    /// One name for all that say the same, whenever they say it.
    private func path(of statement: Statement) -> String {
        let same = ContentDigest(of: statement.at(Instant(milliseconds: 0)).encoded)
        return "\(self.folder)/\(statement.message)-\(statement.kind.rawValue)-\("\(same)".prefix(16)).p7m"
    }
}

extension Statement {
    fileprivate func at(_ time: Instant) -> Statement {
        Statement(
            self.declaration,
            server: self.server,
            message: self.message,
            container: self.container,
            mailbox: self.mailbox,
            time: time
        )
    }
}
