// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import X509
import ZegelCore
import ZegelTrust

/// A certificate of which a part is written over, so that it cannot be read as a whole.
struct UnreadableCertificate: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: TrustError.Code
    var keyKind = SigningKeyKind.p256
    /// What is written over, wherever it stands.
    let part: [UInt8]
    let replacement: [UInt8]

    private static let rsa: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01]
    private static let ecdsa: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04]

    static let all: [UnreadableCertificate] = [
        .init(
            testDescription: "signed with RSASSA-PSS",
            code: .rsaPSS,
            keyKind: .rsa(bits: 3_072),
            part: rsa + [0x0B],
            replacement: rsa + [0x0A]
        ),
        .init(
            testDescription: "with a key for RSASSA-PSS alone",
            code: .rsaPSS,
            keyKind: .rsa(bits: 3_072),
            part: rsa + [0x01],
            replacement: rsa + [0x0A]
        ),
        .init(
            testDescription: "signed with ECDSA and SHA-224",
            code: .algorithm,
            part: ecdsa + [0x03, 0x02],
            replacement: ecdsa + [0x03, 0x01]
        ),
        .init(
            testDescription: "with a key for agreement alone",
            code: .keySize,
            part: [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01],
            replacement: [0x2B, 0x81, 0x04, 0x01, 0x0C, 0x01, 0x01]
        ),
        .init(
            testDescription: "with a point that is not on its curve",
            code: .certificateSyntax,
            part: [0x03, 0x42, 0x00, 0x04],
            replacement: [0x03, 0x42, 0x00, 0x09]
        ),
        .init(
            testDescription: "with a length that is too large",
            code: .certificateSyntax,
            part: [0xA0, 0x03, 0x02, 0x01, 0x02],
            replacement: [0xA0, 0x7F, 0x02, 0x01, 0x02]
        ),
    ]
}

@Suite("A certificate in DER")
struct CertificateReadingTests {
    @Test("that cannot be read says which of its parts is why", arguments: UnreadableCertificate.all)
    func table(_ situation: UnreadableCertificate) throws {
        let request = try TestPKI.request(.client) { $0.keyKind = situation.keyKind }
        let issued = try CertificateAuthority(root: request).identity
        #expect(try Certificate.reading(issued.der) == issued.certificate)
        var der = issued.der
        var count = 0
        for start in der.indices.dropLast(situation.part.count)
        where Array(der[start..<start + situation.part.count]) == situation.part {
            der.replaceSubrange(start..<start + situation.part.count, with: situation.replacement)
            count += 1
        }
        #expect(count > 0)
        #expect(throws: TrustError(situation.code)) { try Certificate.reading(der) }
        let pem = PEMFile.text(der, kind: "CERTIFICATE")
        #expect(throws: TrustError(situation.code)) { try PEMFile.certificates(in: issued.pem + pem) }
        let problem = #expect(throws: Problem.self) { try TrustSource(anchorsPEM: [pem], crlsPEM: []) }
        #expect(problem?.code == situation.code.rawValue)
    }

    @Test("that is broken off anywhere is refused, never read as another")
    func truncated() throws {
        let der = try TestPKI.shared.get().issuing.identity.der
        for count in 0..<der.count {
            #expect(throws: TrustError.self) { try Certificate.reading(Array(der.prefix(count))) }
        }
        #expect(throws: TrustError(.certificateSyntax)) { try Certificate.reading(der + [0]) }
    }
}
