// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A parser that is given any bytes, and what has to hold of it: that it ends, and what is said where it accepts.
struct FuzzTarget: Sendable {
    let name: String
    /// Traps where something does not hold: that is what libFuzzer looks for.
    let attempt: @Sendable ([UInt8]) -> Void

    /// Every target, by the name with which it is chosen and under which its seeds lie.
    static let all: [FuzzTarget] =
        [.container, .manifest, .signature, .timestamp] + [.revocationList, .statusAnswer]
        + [.header, .records, .token, .policy, .hello] + [.checkpoint, .logProof, .witnessPolicy]

    /// The one that `ZEGEL_FUZZ_TARGET` names.
    static let chosen: FuzzTarget = {
        let name = ProcessInfo.processInfo.environment["ZEGEL_FUZZ_TARGET"] ?? ""
        guard let target = Self.all.first(where: { $0.name == name }) else {
            let names = Self.all.map(\.name).joined(separator: ", ")
            FileHandle.standardError.write(Data("ZEGEL_FUZZ_TARGET must be one of: \(names)\n".utf8))
            exit(64)
        }
        return target
    }()
}

/// Called by libFuzzer, once for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    FuzzTarget.chosen.attempt(unsafe Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
