// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        self.state = seed
    }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

/// Random damage to bytes.
enum Mutation {
    /// How many mutations a test makes: 50,000 when `ZEGEL_LONG` is set, and one in a hundred otherwise.
    static let count = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1" ? 50_000 : 500

    private static let interesting: [UInt8] = [0, 1, 8, 0x0A, 0x20, 0x2B, 0x2F, 0x30, 0x3D, 0x7F, 0x80, 0xFF]

    /// One to four changes: a bit, a byte, a piece that is removed, doubled, moved or blown up, an end that is cut off.
    static func apply(to bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
            let piece = Array(bytes[place..<end])
            let target = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0..<9, using: &generator) {
            case 0, 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
            case 3: bytes[place] = self.interesting.randomElement(using: &generator) ?? 0
            case 4: bytes.removeSubrange(place..<end)
            case 5: bytes.insert(contentsOf: piece, at: target)
            case 6: bytes.replaceSubrange(place..<end, with: [UInt8](repeating: 0xFF, count: piece.count))
            case 7: bytes.removeLast(Int.random(in: 0...min(40, bytes.count), using: &generator))
            default: bytes.swapAt(place, max(0, target - 1))
            }
        }
        return bytes
    }
}

extension Mutation {
    /// Base64 as Foundation writes it.
    static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
