// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Foundation
import Testing

@Suite("Random damage never passes for another signature")
struct MutationTests {
    /// How often each signature is damaged: 50,000 times with `ZEGEL_LONG=1` in the environment, else 1 % of that.
    static let rounds = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1" ? 50_000 : 500

    struct Subject: Sendable, CustomTestStringConvertible {
        let algorithm: Algorithm
        let attached: Bool
        let seed: UInt64

        var testDescription: String {
            "\(self.algorithm.rawValue), \(self.attached ? "attached" : "detached"), seed \(self.seed)"
        }
    }

    @Test(
        "a damaged signature is refused, or says the same as the original",
        .timeLimit(.minutes(30)),
        arguments: [
            Subject(algorithm: .p256, attached: false, seed: 1),
            Subject(algorithm: .p256, attached: true, seed: 2),
            Subject(algorithm: .p384, attached: true, seed: 3),
            Subject(algorithm: .rsaPKCS1, attached: false, seed: 4),
            Subject(algorithm: .rsaPSS, attached: true, seed: 5),
        ]
    )
    func damage(_ subject: Subject) throws {
        let identity = try subject.algorithm.identity
        let good = try Forgery(identity, attached: subject.attached)
        let original = good.tree.encoded
        let donor = try Forgery(identity, attached: !subject.attached, intermediates: []).tree.encoded
        #expect(throws: Never.self) { try good.verify() }

        var generator = SplitMix64(state: subject.seed)
        for _ in 0..<Self.rounds {
            var damaged = original
            // Damage to the bytes breaks mostly lengths; damage to the tree goes deeper, for lengths follow.
            if Bool.random(using: &generator) {
                for _ in 0..<Int.random(in: 1...3, using: &generator) {
                    Self.mutate(&damaged, donor: donor, using: &generator)
                }
            } else {
                var tree = good.tree
                Self.mutate(&tree, using: &generator)
                damaged = tree.encoded
            }
            #expect(DERNodeTests.agrees(on: damaged), "read otherwise: \(Data(damaged).base64EncodedString())")
            var forgery = good
            forgery.bytes = damaged
            do {
                let verified = try forgery.verify()
                let isTheSame =
                    try verified.signerDER == identity.certificate.testDER
                    && verified.signer == identity.certificate && verified.signingTime == testTime
                    && verified.content == testContent
                #expect(isTheSame, "accepted: \(Data(damaged).base64EncodedString())")
            } catch is CAdESError {
                continue
            }
        }
    }

    private static func mutate(_ tree: inout DERTree, using generator: inout SplitMix64) {
        let count = tree.children.count
        // Down to a child most of the time, so that each depth has its share.
        if count > 0, Int.random(in: 0..<6, using: &generator) > 0 {
            Self.mutate(&tree.children[Int.random(in: 0..<count, using: &generator)], using: &generator)
            return
        }
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: tree.tag = .random(in: 0...255, using: &generator)
        case 1 where count > 0: tree.children.remove(at: Int.random(in: 0..<count, using: &generator))
        case 2 where count > 0: tree.children.append(tree.children[Int.random(in: 0..<count, using: &generator)])
        case 3 where count > 1: tree.children.shuffle(using: &generator)
        case 4:
            tree.children.append(DERTree([0x02, 0x04, 0x05, 0x30].randomElement(using: &generator) ?? 0, [UInt8]()))
        default: Self.mutate(&tree.bytes, donor: [0, 1, 2, 3], using: &generator)
        }
    }

    private static func mutate(_ bytes: inout [UInt8], donor: [UInt8], using generator: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, position + Int.random(in: 1...40, using: &generator))
        switch Int.random(in: 0..<9, using: &generator) {
        case 0, 1: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 2: bytes[position] = .random(in: 0...255, using: &generator)
        case 3:
            bytes[position] = [0x00, 0x7F, 0x80, 0x81, 0xFF, 0x30, 0x31, 0xA0].randomElement(using: &generator) ?? 0
        case 4: bytes.remove(at: position)
        case 5: bytes.insert(.random(in: 0...255, using: &generator), at: position)
        case 6: bytes.removeSubrange(position..<end)
        case 7: bytes.insert(contentsOf: bytes[position..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        default:
            let start = Int.random(in: 0..<donor.count, using: &generator)
            bytes.replaceSubrange(position..<end, with: donor[start..<min(donor.count, start + end - position)])
        }
    }
}

/// A small generator that gives the same numbers for the same seed.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
