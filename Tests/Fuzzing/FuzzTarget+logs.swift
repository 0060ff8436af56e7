// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import TransparencyLog

extension FuzzTarget {
    /// A checkpoint, and one that is brought to a witness, have one form.
    static let checkpoint = FuzzTarget(name: "checkpoint") { bytes in
        if let checkpoint = try? SignedCheckpoint(parsing: bytes) {
            precondition(checkpoint.bytes == bytes, "a second form was accepted")
        }
        if let added = try? AddCheckpoint(parsing: bytes) {
            precondition(added.bytes == bytes, "a second form was accepted")
        }
    }

    /// A proof has one form.
    static let logProof = FuzzTarget(name: "log-proof") { bytes in
        guard let proof = try? LogProof(parsing: bytes) else { return }
        precondition(proof.bytes == bytes, "a second form was accepted")
    }

    /// A policy of witnesses: nothing signed satisfies nobody, unless it asks for nobody.
    static let witnessPolicy = FuzzTarget(name: "witness-policy") { bytes in
        guard let policy = try? WitnessPolicy(parsing: bytes) else { return }
        _ = policy.time([])
    }
}
