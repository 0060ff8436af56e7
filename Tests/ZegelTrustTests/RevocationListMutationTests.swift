// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelCore

@testable import ZegelTrust

/// A generator of the same numbers each time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { self.state = seed }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("A changed revocation list")
struct RevocationListMutationTests {
    @Test("never crashes the reader and is never accepted with another content")
    func mutations() throws {
        let pki = try TestPKI.shared.get()
        var builder = try RevocationListTests.builder()
        builder.revocations = (1...40).map {
            .init(SerialNumber($0), at: TestPKI.moment, reason: .superseded, invalidSince: TestPKI.moment)
        }
        let original = try builder.signed(with: pki.issuing.identity.key)
        let signed = original[try RevocationList(parsing: original).signedBytes]
        let isLong = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1"
        var generator = SeededGenerator(seed: 20_261_120)
        var parsed = 0
        for round in 0..<(isLong ? 50_000 : 500) {
            let changed = Self.change(original, &generator)
            guard changed != original, let list = try? RevocationList(parsing: changed) else { continue }
            parsed += 1
            guard (try? list.verify(signedBy: pki.issuing.certificate)) != nil else { continue }
            #expect(changed[list.signedBytes] == signed, "round \(round)")
        }
        // Some survive the reader, or the test would say nothing about signatures.
        #expect(parsed > 0)
    }

    /// Flips, sets, removes, repeats or inserts bytes, up to three times.
    private static func change(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0...2, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 1: bytes[place] = .random(in: .min ... .max, using: &generator)
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(.random(in: .min ... .max, using: &generator), at: place)
            case 4: bytes.removeLast(bytes.count - place)
            default:
                let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
                bytes.insert(contentsOf: bytes[place..<end], at: place)
            }
        }
        return bytes
    }
}
