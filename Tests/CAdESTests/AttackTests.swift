// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Testing

@Suite("A forged signature is refused with its own code, and its good twin accepted")
struct AttackTests {
    @Test("encodings", arguments: EncodingAttacks.all)
    func encoding(_ attack: Attack) throws { try self.check(attack) }

    @Test("SignedData and certificates", arguments: SignedDataAttacks.all)
    func signedData(_ attack: Attack) throws { try self.check(attack) }

    @Test("signed attributes", arguments: AttributeAttacks.all)
    func attributes(_ attack: Attack) throws { try self.check(attack) }

    @Test("algorithms, signature values and content", arguments: SignatureAttacks.all)
    func signature(_ attack: Attack) throws { try self.check(attack) }

    @Test("no two attacks have the same name, and almost every code for reading has one")
    func coverage() {
        let all = EncodingAttacks.all + SignedDataAttacks.all + AttributeAttacks.all + SignatureAttacks.all
        #expect(Set(all.map(\.name)).count == all.count)
        let elsewhere: Set<CAdESError.Code> = [
            .rsaKeyTooSmall, .keyUnsupported, .keyMismatch, .signingFailed, .timestampInvalid, .timestampRefused,
            .timestampMismatch,
        ]
        #expect(Set(CAdESError.Code.allCases).subtracting(all.map(\.code)) == elsewhere)
    }

    private func check(_ attack: Attack) throws {
        let good = try Forgery(attack.algorithm.identity, attached: attack.attached)
        var twin = good
        try attack.twin(&twin)
        let verified = try twin.verify()
        #expect(verified.signer == good.identity.certificate)
        #expect(verified.content == testContent)

        var forged = good
        try attack.forge(&forged)
        #expect("\(attack.name) is refused with \(attack.code)") {
            try forged.verify()
        } throws: { error in
            (error as? CAdESError)?.code == attack.code
        }
    }
}

extension Attack: CustomTestStringConvertible {
    var testDescription: String { "\(self.name): \(self.code.rawValue)" }
}
