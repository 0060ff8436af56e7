// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import TransparencyLog
import ZegelCore

extension ZegelConnection {
    /// Holds a checkpoint that was shown to the newest that was ever shown, and remembers the newer of the two (DESIGN §4.4).
    ///
    /// A log from before a restore is over: its tiles are served no more, so that what it signed is compared with what it signed before
    /// only where both are of one size.
    ///
    /// - Throws: ``ClientError``: `log.fork` where the log signed both and they do not go together, `log.disagrees` where it cannot show
    ///   that they do; both are kept as evidence then. Where it cannot be asked now, why.
    package func remember(_ shown: VerifiedCheckpoint) async throws(ClientError) {
        guard let newest = self.memory else { return }
        let isOver = shown.log != newest.key
        let memory = isOver ? LogMemory(shown.log, folder: newest.folder) : newest
        while true {
            let kept: VerifiedCheckpoint?
            do { kept = try memory.kept() } catch { throw ClientError(error) }
            if let kept, !isOver || kept.checkpoint.size == shown.checkpoint.size {
                try await self.compare(kept, shown)
            }
            guard (kept?.checkpoint.size ?? 0) < shown.checkpoint.size || kept == nil else { return }
            do {
                if try memory.keep(shown, after: kept) { return }
            } catch {
                throw ClientError(error)
            }
        }
    }

    /// The checkpoint that is remembered of the log.
    package var remembered: VerifiedCheckpoint? { (try? self.memory?.kept()).flatMap { $0 } }

    private func compare(_ kept: VerifiedCheckpoint, _ shown: VerifiedCheckpoint) async throws(ClientError) {
        let (one, two) = (kept.checkpoint, shown.checkpoint)
        if one.size == two.size {
            guard one.root != two.root else { return }
            throw self.contradiction(kept, shown, isProven: true, "The log signed two trees of \(one.size) entries.")
        }
        let (smaller, larger) = one.size < two.size ? (one, two) : (two, one)
        let root: TreeHash
        do {
            var proven = try await ProvenTiles(of: larger) { try await self.tile($0) }
            root = try await proven.root(of: smaller.size) { try await self.tile($0) }
        } catch let error as ClientError where error.cause != .answered || error.problem.status != 404 {
            throw error
        } catch {
            let detail =
                "The log does not show that its trees of \(one.size) and \(two.size) entries go together: \(error)"
            throw self.contradiction(kept, shown, isProven: false, detail)
        }
        guard root == smaller.root else {
            let detail = "The log signed trees of \(one.size) and of \(two.size) entries that do not go together."
            throw self.contradiction(kept, shown, isProven: true, detail)
        }
    }

    private func tile(_ id: TileID) async throws -> Tile { try await Tile(id, bytes: self.log(.tile(id))) }

    private func contradiction(
        _ kept: VerifiedCheckpoint,
        _ shown: VerifiedCheckpoint,
        isProven: Bool,
        _ detail: String
    ) -> ClientError {
        .contradiction(
            ForkEvidence.problem(
                kept.signed,
                shown.signed,
                isProven: isProven,
                because: detail,
                in: self.profile.evidence
            )
        )
    }
}
