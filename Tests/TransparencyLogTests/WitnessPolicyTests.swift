// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TransparencyLog

@Suite("Policies of witnesses")
struct WitnessPolicyTests {
    static let log = Result { NoteSigner(name: try KeyName("log.example/a")) }
    static let witnesses = Result { try (0..<6).map { Cosigner(name: try KeyName("w\($0).example")) } }

    /// The text of a policy, with `L` and `0` to `5` for the keys of the log and the witnesses.
    private static func policy(_ text: String) throws -> WitnessPolicy {
        var text = text.replacing("<L>", with: "\(try Self.log.get().verifier)")
        for (number, witness) in try Self.witnesses.get().enumerated() {
            text = text.replacing("<\(number)>", with: "\(witness.verifier)")
        }
        return try WitnessPolicy(parsing: Array(text.utf8))
    }

    private static let example = """
        # two organisations
        log <L> https://log.example/

        witness X1 <0>
        \twitness X2\t<1> https://x2.example
        witness X3 <2>
        group X-witnesses 2 X1 X2 X3

        witness Y1 <3>
        witness Y2 <4>
        witness Y3 <5>
        group Y-witnesses any Y1 Y2 Y3

        group X-and-Y all X-witnesses Y-witnesses
        quorum X-and-Y

        """

    struct Row: Sendable {
        let seen: [Int]
        let time: UInt64?
    }

    @Test(
        "The example of the specification: two of three of one, and one of the other",
        arguments: [
            Row(seen: [0, 1, 3], time: 103), Row(seen: [0, 1, 2, 3, 4, 5], time: 103), Row(seen: [1, 2, 5], time: 105),
            Row(seen: [], time: nil), Row(seen: [0, 3], time: nil), Row(seen: [0, 1, 2], time: nil),
            Row(seen: [3, 4, 5], time: nil), Row(seen: [0, 3, 4, 5], time: nil),
        ]
    )
    func example(_ row: Row) throws {
        let policy = try Self.policy(Self.example)
        #expect(policy.logs == [try Self.log.get().verifier])
        #expect(policy.witnesses.count == 6)
        let log = try Self.log.get()
        let checkpoint = try Checkpoint(origin: LogOrigin(log.verifier.name), size: 0, root: .empty)
        var signed = try SignedCheckpoint(signing: checkpoint, by: log)
        for number in row.seen {
            signed = try signed.adding(Self.witnesses.get()[number].cosign(checkpoint, at: UInt64(100 + number)))
        }
        let verified = try signed.verified(by: log.verifier, witnesses: policy.witnesses)
        #expect(policy.time(verified.cosignatures) == row.time)
    }

    @Test(
        "Simple ones are read",
        arguments: [
            "quorum none\n", "log <L>\nquorum none\n", "witness a <0>\nquorum a\n",
            "  witness a <0>  \n\n#\n quorum\ta \n",
            "witness a <0>\ngroup g 1 a\nquorum g\n", "witness \u{E9} <0>\nquorum \u{E9}\n",
        ]
    )
    func reads(_ text: String) throws {
        let policy = try Self.policy(text)
        #expect(policy.needsNobody == text.contains("none"))
        #expect((policy.time([]) == 0) == policy.needsNobody)
    }

    struct Bad: Sendable {
        let text: String
        let code: TransparencyLogError.Code

        init(_ text: String, _ code: TransparencyLogError.Code = .policyMalformed) {
            self.text = text
            self.code = code
        }
    }

    @Test(
        "Others are refused",
        arguments: [
            Bad(""), Bad("\n"), Bad("quorum none"), Bad("quorum none\nquorum none\n"), Bad("quorum a\n"),
            Bad("quorum a\nwitness a <0>\n"), Bad("witness a <0>\nquorum a b\n"), Bad("witness a\nquorum none\n"),
            Bad("witness none <0>\nquorum none\n"), Bad("witness a <0>\nwitness a <1>\nquorum a\n"),
            Bad("witness a <0>\nwitness b <0>\nquorum a\n"), Bad("log <L>\nlog <L>\nquorum none\n"),
            Bad("witness a <0>\ngroup a any a\nquorum a\n"), Bad("witness a <0>\ngroup g 0 a\nquorum g\n"),
            Bad("witness a <0>\ngroup g 2 a\nquorum g\n"), Bad("witness a <0>\ngroup g 01 a\nquorum g\n"),
            Bad("witness a <0>\ngroup g any a a\nquorum g\n"), Bad("witness a <0>\ngroup g any none\nquorum g\n"),
            Bad("witness a <0>\ngroup g any a\ngroup h any a\nquorum h\n"), Bad("group g any g\nquorum g\n"),
            Bad("witness a <0>\ngroup g any\nquorum g\n"), Bad("quorum none\r\n"), Bad("policy 1\nquorum none\n"),
            Bad("Quorum none\n"), Bad("witness a <L>\nquorum a\n", .keyType), Bad("log <0>\nquorum none\n", .keyType),
            Bad("witness a x\nquorum a\n", .keyMalformed),
        ]
    )
    func refused(_ bad: Bad) {
        #expect(throws: ProofTests.error(bad.code), "\(bad.text)") { _ = try Self.policy(bad.text) }
    }
}
