// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Changes bytes at random, the same way for the same seed.
struct Mutation: RandomNumberGenerator {
    /// How often a test mutates: one percent of the full number, unless the long run is asked for.
    static let rounds = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1" ? 50_000 : 500

    private var state: UInt64

    init(seed: UInt64) { self.state = seed }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// One to three changes: bits, bytes, pieces that go, come twice or move.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &self) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &self)
            let length = min(Int.random(in: 1...40, using: &self), bytes.count - place)
            let piece = Array(bytes[place..<place + length])
            switch Int.random(in: 0..<7, using: &self) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &self)
            case 2: bytes.removeSubrange(place..<place + length)
            case 3: bytes.insert(contentsOf: piece, at: place)
            case 4: bytes.removeLast(bytes.count - place)
            case 5:
                bytes.removeSubrange(place..<place + length)
                bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &self))
            default: bytes.insert(UInt8.random(in: .min ... .max, using: &self), at: place)
            }
        }
        return bytes
    }
}
