// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog
import ZegelClient
import ZegelCore

/// One partner that cosigns the checkpoints of this log, and what it was last seen to know.
actor WitnessPartner {
    /// What came of asking.
    enum Outcome: Sendable {
        /// It cosigned.
        case cosigned(NoteSignature)
        /// It cannot be reached, or does not answer as it should.
        case unavailable(String)
        /// It has cosigned something else than this log is.
        case disagrees(String)
    }

    /// Its name, for logs and metrics.
    nonisolated let name: String
    private let verifier: CosignatureVerifier
    private let connection: WitnessConnection
    private let clock: WallClock
    /// The size of the tree that it cosigned last, as far as is known here.
    private var size: UInt64 = 0

    /// - Throws: `configuration.invalid`.
    init(_ witness: ServerConfiguration.Witness, clock: @escaping WallClock) throws(Problem) {
        self.verifier = try WitnessConfiguration.key(witness.key, "verifier key of a witness") {
            try CosignatureVerifier(parsing: $0)
        }
        self.name = self.verifier.name.description
        self.clock = clock
        do {
            self.connection = try WitnessConnection(url: witness.url, witness: self.verifier, anchors: witness.anchors)
        } catch {
            throw error.problem
        }
    }

    func shutdown() async { await self.connection.shutdown() }

    /// Asks for a cosignature.
    ///
    /// - Parameters:
    ///   - checkpoint: The checkpoint.
    ///   - newest: The size of the log now, which may have grown since.
    ///   - proof: Proves that the checkpoint continues the tree of a smaller size.
    func cosign(
        _ checkpoint: SignedCheckpoint,
        newest: UInt64,
        proof: (UInt64) async throws -> ConsistencyProof
    ) async -> Outcome {
        let size = checkpoint.checkpoint.size
        do {
            // One more time where it knows another size than was thought, and once where it went on in between.
            for _ in 0..<3 {
                let old = min(self.size, size)
                switch try await self.connection.add(AddCheckpoint(try await proof(old), checkpoint: checkpoint)) {
                case .cosigned(let signature): return self.accept(signature, of: size)
                case .inconsistent: return .disagrees("it cosigned another tree of \(old) entries")
                case .conflict(let known) where known > newest:
                    return .disagrees("it cosigned \(known) entries, and the log has \(newest)")
                case .conflict(let known) where known == old && old == size:
                    return .disagrees("it cosigned another tree of \(size) entries")
                case .conflict(let known) where known > size: return .unavailable("it has seen a newer checkpoint")
                case .conflict(let known): self.size = known
                case .refused(let status): return .unavailable("it answers \(status)")
                }
            }
            return .unavailable("it names another size each time")
        } catch {
            return .unavailable((error as? ClientError)?.problem.detail ?? "\(error)")
        }
    }

    /// A cosignature proves a time, so that one with a wrong clock is worth nothing.
    private func accept(_ signature: NoteSignature, of size: UInt64) -> Outcome {
        self.size = size
        let time = signature.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let now = UInt64(max(0, self.clock().milliseconds / 1_000))
        let skew = UInt64(Limits().clockSkew)
        guard time <= now + skew, now <= time + skew else { return .unavailable("its clock is wrong") }
        return .cosigned(signature)
    }
}
