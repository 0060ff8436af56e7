// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import CAdES
import Testing

@Suite("A signature verifies and says who, when and what")
struct RoundTripTests {
    @Test("detached, for each algorithm", arguments: Algorithm.allCases)
    func detached(_ algorithm: Algorithm) throws {
        let identity = try algorithm.identity
        let der = try identity.signer().sign(detached: testContent, at: testTime)
        let signature = try CAdESSignature(parsing: der)
        #expect(signature.signerCertificate == identity.certificate)
        #expect(signature.signingTime == testTime)
        #expect(signature.content == nil)
        let verified = try signature.verify(detached: testContent)
        #expect(verified.signer == identity.certificate)
        #expect(try verified.signerDER == identity.certificate.testDER)
        #expect(verified.certificates == [identity.certificate])
        #expect(verified.signingTime == testTime)
        #expect(verified.content == testContent)
    }

    @Test("attached, for each algorithm, of any length", arguments: Algorithm.allCases, [0, 1, 127, 128, 70_000])
    func attached(_ algorithm: Algorithm, _ length: Int) throws {
        let content = [UInt8](repeating: 0x5A, count: length)
        let der = try algorithm.identity.signer().sign(attached: content, at: testTime)
        let verified = try CAdESSignature(parsing: der).verifyAttached()
        #expect(verified.content == content)
    }

    @Test("with a chain, in the order that DER demands, each certificate once")
    func chain() throws {
        let identity = try Algorithm.p256.identity
        let others = (0..<3).map { _ in TestAuthority.other.certificate } + [identity.authority, identity.certificate]
        let signer = try CAdESSigner(certificate: identity.certificate, intermediates: others, key: identity.key)
        let signature = try CAdESSignature(parsing: signer.sign(detached: testContent, at: testTime))
        #expect(signature.signerCertificate == identity.certificate)
        #expect(
            Set(signature.certificates)
                == [identity.certificate, identity.authority, TestAuthority.other.certificate]
        )
        #expect(signature.certificates.count == 3)
        _ = try signature.verify(detached: testContent)
    }

    @Test(
        "the signing-time comes back from every part of its range",
        arguments: [
            -631_152_000, -1, 0, 951_782_400, 951_868_799, 1_795_176_000, 2_524_607_999, 2_524_608_000, 4_107_542_400,
            253_402_300_799,
        ] as [Int64]
    )
    func signingTime(_ time: Int64) throws {
        let der = try Algorithm.p256.identity.signer().sign(detached: testContent, at: time)
        #expect(try CAdESSignature(parsing: der).verify(detached: testContent).signingTime == time)
    }

    @Test(
        "a signing-time beyond its range is refused",
        arguments: [-631_152_001, 253_402_300_800, .min, .max] as [Int64]
    )
    func signingTimeRefused(_ time: Int64) throws {
        let signer = try Algorithm.p256.identity.signer()
        #expect { try signer.sign(detached: testContent, at: time) } throws: {
            ($0 as? CAdESError)?.code == .signingTimeInvalid
        }
    }
}
