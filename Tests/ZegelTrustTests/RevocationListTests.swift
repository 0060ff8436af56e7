// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SwiftASN1
import Testing
import X509
import ZegelCore
import ZegelTrust

/// A list that differs in one thing from a good one, as it is written.
struct ListSituation: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: TrustError.Code?
    let change: @Sendable (inout RevocationListBuilder) throws -> Void

    init(
        _ description: String,
        _ code: TrustError.Code?,
        _ change: @escaping @Sendable (inout RevocationListBuilder) throws -> Void
    ) {
        self.testDescription = description
        self.code = code
        self.change = change
    }

    static let all: [ListSituation] = [
        .init("as it should be", nil) { _ in },
        .init("a delta", .listDelta) { $0.extensions = [item(27, true, [0x02, 0x01, 0x01])] },
        .init("a delta that is not marked critical", .listDelta) {
            $0.extensions = [item(27, false, [0x02, 0x01, 0x01])]
        },
        .init("an indirect list", .listIndirect) { $0.extensions = [item(28, true, [0x30, 0x03, 0x84, 0x01, 0xFF])] },
        .init("a list for user certificates only", .listPartial) {
            $0.extensions = [item(28, true, [0x30, 0x03, 0x81, 0x01, 0xFF])]
        },
        .init("a list for some reasons", .listPartial) {
            $0.extensions = [item(28, true, [0x30, 0x04, 0x83, 0x02, 0x06, 0x40])]
        },
        .init("a distribution point that is broken off", .listSyntax) {
            $0.extensions = [item(28, true, [0x30, 0x04, 0x83])]
        },
        .init("an unknown critical extension", .listCriticalExtension) {
            $0.extensions = [.init(oid: [2, 25, 77], critical: true, value: [0x05, 0x00])]
        },
        .init("an unknown extension", nil) {
            $0.extensions = [.init(oid: [2, 25, 77], critical: false, value: [0x05, 0x00])]
        },
        .init("an extension twice", .listSyntax) { $0.extensions = [item(20, false, [0x02, 0x01, 0x05])] },
        .init("a negative number", .listSyntax) {
            $0.number = nil
            $0.extensions = [item(20, false, [0x02, 0x01, 0xFF])]
        },
        .init("a number with a leading zero", .listSyntax) {
            $0.number = nil
            $0.extensions = [item(20, false, [0x02, 0x02, 0x00, 0x05])]
        },
        .init("without number", nil) { $0.number = nil },
        .init("of version 1", nil) {
            $0.number = nil
            $0.authorityKeyIdentifier = nil
        },
        .init("without nextUpdate", .listWithoutNextUpdate) { $0.nextUpdate = nil },
        .init("nextUpdate before thisUpdate", .listSyntax) { $0.nextUpdate = TestPKI.moment.advanced(bySeconds: -1) },
        .init("nextUpdate in 2050", nil) { $0.nextUpdate = Instant("2050-01-01T00:00:00Z") },
        .init("nextUpdate in the last second of 2049", nil) { $0.nextUpdate = Instant("2049-12-31T23:59:59Z") },
        .init("a certificate twice", .listSyntax) { $0.revocations = [revocation, revocation] },
        .init("an entry of another issuer", .listIndirect) {
            $0.revocations = [with([item(29, true, [0x30, 0x00])])]
        },
        .init("an entry with an unknown critical extension", .listCriticalExtension) {
            $0.revocations = [with([.init(oid: [2, 25, 77], critical: true, value: [0x05, 0x00])])]
        },
        .init("an entry with an unknown extension", nil) {
            $0.revocations = [with([.init(oid: [2, 25, 77], critical: false, value: [0x05, 0x00])])]
        },
        .init("an entry that lifts a suspension", .listDelta) {
            $0.revocations = [with([item(21, false, [0x0A, 0x01, 0x08])])]
        },
        .init("an entry with a reason that does not exist", .listSyntax) {
            $0.revocations = [with([item(21, false, [0x0A, 0x01, 0x07])])]
        },
        .init("an entry with an integer as reason", .listSyntax) {
            $0.revocations = [with([item(21, false, [0x02, 0x01, 0x01])])]
        },
        .init("an entry with a reason and more behind it", .listSyntax) {
            $0.revocations = [with([item(21, false, [0x0A, 0x01, 0x01, 0x00])])]
        },
        .init("an entry with a short invalidity date", .listSyntax) {
            $0.revocations = [with([item(24, false, [0x17, 0x0D] + Array("261120120000Z".utf8))])]
        },
        .init("an entry with a reason and an invalidity date", nil) {
            $0.revocations = [.init(.init(5), at: TestPKI.moment, reason: .keyCompromise, invalidSince: TestPKI.moment)]
        },
    ]

    private static let revocation = RevocationListBuilder.Revocation(SerialNumber(7), at: TestPKI.moment)

    private static func with(_ extensions: [Certificate.Extension]) -> RevocationListBuilder.Revocation {
        var copy = self.revocation
        copy.extensions = extensions
        return copy
    }

    private static func item(_ number: UInt, _ critical: Bool, _ value: [UInt8]) -> Certificate.Extension {
        .init(oid: [2, 5, 29, number], critical: critical, value: value[...])
    }
}

@Suite("A revocation list")
struct RevocationListTests {
    static func builder() throws -> RevocationListBuilder {
        RevocationListBuilder(
            issuer: try TestPKI.shared.get().issuing.certificate,
            number: SerialNumber(9),
            thisUpdate: TestPKI.moment,
            nextUpdate: TestPKI.moment.advanced(bySeconds: 30 * TestPKI.day)
        )
    }

    @Test("is read where it is a full list, and refused with a code where it is not", arguments: ListSituation.all)
    func table(_ situation: ListSituation) throws {
        let authority = try TestPKI.shared.get().issuing
        var builder = try Self.builder()
        try situation.change(&builder)
        let der = try builder.signed(with: authority.identity.key)
        guard let code = situation.code else {
            let list = try RevocationList(parsing: der)
            try list.verify(signedBy: authority.certificate)
            #expect(list.nextUpdate == builder.nextUpdate)
            #expect(list.number == builder.number)
            #expect(list.count == builder.revocations.count)
            return
        }
        #expect(throws: TrustError(code)) { try RevocationList(parsing: der) }
    }

    @Test("gives back exactly what was written into it")
    func roundTrip() throws {
        var builder = try Self.builder()
        let earlier = TestPKI.moment.advanced(bySeconds: -9)
        let long = try #require(SerialNumber(bytes: [UInt8](repeating: 0xEE, count: 20)))
        builder.revocations = [
            .init(SerialNumber(0), at: TestPKI.moment),
            .init(SerialNumber(128), at: TestPKI.moment.advanced(bySeconds: -5), reason: .superseded),
            .init(long, at: TestPKI.moment, reason: .keyCompromise, invalidSince: earlier),
        ]
        let list = try RevocationList(parsing: builder.signed(with: TestPKI.shared.get().issuing.identity.key))
        #expect(list.revocations == builder.revocations)
        #expect(list.entry(for: long)?.since == earlier)
        #expect(list.entry(for: SerialNumber(1)) == nil)
        #expect(try RevocationList.pemDocuments(in: list.pemText + list.pemText) == [list, list])
    }

    @Test("counts only under the key and the name of its issuer")
    func signatures() throws {
        let pki = try TestPKI.shared.get()
        let other = try TestAuthority(at: TestPKI.moment)
        let list = pki.issuingList
        try list.verify(signedBy: pki.issuing.certificate)
        #expect(throws: TrustError(.listIssuer)) { try list.verify(signedBy: pki.root.certificate) }
        #expect(throws: TrustError(.listSignature)) { try list.verify(signedBy: other.issuing.certificate) }
        var der = list.der
        der[der.count - 1] ^= 1
        let broken = try RevocationList(parsing: der)
        #expect(throws: TrustError(.listSignature)) { try broken.verify(signedBy: pki.issuing.certificate) }
        var request = try LeafRequest(authority: "Without lists", pathLength: 0, from: TestPKI.moment, years: 1)
        request.keyUsage = KeyUsage(keyCertSign: true)
        let mute = try CertificateAuthority(request, below: pki.root)
        let unheard = try mute.list(at: TestPKI.moment, days: 1)
        #expect(throws: TrustError(.listIssuer)) { try unheard.verify(signedBy: mute.certificate) }
    }

    @Test("signed with SHA-1 is refused before its signature is looked at")
    func weakAlgorithm() throws {
        var der = try TestPKI.shared.get().issuingList.der
        // ecdsa-with-SHA256 becomes ecdsa-with-SHA1, inside and outside.
        let strong: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02]
        for index in der.indices.dropLast(8) where Array(der[index..<index + 8]) == strong {
            der[index + 6] = 0x01
            der[index + 7] = 0x05
        }
        #expect(throws: TrustError(.listAlgorithm)) { try RevocationList(parsing: der) }
    }

    /// What a source says of files that hold no certificates or lists.
    @Test(
        "and certificates are read from PEM alone",
        arguments: [
            ("", "trust.syntax", "trust.syntax"), ("hello", "trust.syntax", "trust.syntax"),
            ("-----BEGIN X509 CRL-----\n", "trust.syntax", "trust.syntax"),
            ("-----BEGIN X509 CRL----- -----END X509 CRL-----", "trust.syntax", "trust.syntax"),
            ("-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n", "revocation.syntax", "trust.syntax"),
            (
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "trust.syntax", "certificate.syntax"
            ),
        ]
    )
    func files(_ text: String, _ asList: String, _ asAnchor: String) throws {
        let pki = try TestPKI.shared.get()
        let problem = #expect(throws: Problem.self) {
            try TrustSource(anchorsPEM: [pki.anchorsPEM], crlsPEM: [pki.listsPEM, text])
        }
        #expect(problem?.code == asList)
        #expect(problem?.items.map(\.location) == ["crls[1]"])
        let anchors = #expect(throws: Problem.self) { try TrustSource(anchorsPEM: [text], crlsPEM: []) }
        #expect(anchors?.code == asAnchor)
    }

    @Test("of an authority that is not known, or with a wrong signature, is refused when the files are read")
    func foreignLists() throws {
        let pki = try TestPKI.shared.get()
        let other = try TestAuthority(at: TestPKI.moment, name: "Other")
        let namesake = try TestAuthority(at: TestPKI.moment)
        for (authority, code) in [(other, "revocation.issuer"), (namesake, "revocation.signature")] {
            let problem = #expect(throws: Problem.self) {
                try TrustSource(anchorsPEM: [pki.anchorsPEM], crlsPEM: [authority.listsPEM])
            }
            #expect(problem?.code == code)
        }
        let none = #expect(throws: Problem.self) {
            try TrustSource(anchorsPEM: [pki.issuing.identity.pem], crlsPEM: [])
        }
        #expect(none?.code == "trust.no-anchor")
        let source = try pki.source()
        #expect(source.anchors == [pki.root.certificate])
        #expect(source.intermediates == [pki.issuing.certificate])
    }

    @Test("of very many certificates is read, and a certificate in it found at once")
    func manyEntries() throws {
        let isLong = ProcessInfo.processInfo.environment["ZEGEL_LONG"] == "1"
        let count: UInt64 = isLong ? 1_000_000 : 20_000
        var builder = try Self.builder()
        builder.revocations = (0..<count).map {
            .init(SerialNumber($0 &* 0x9E37_79B9_7F4A_7C15), at: TestPKI.moment, reason: .superseded)
        }
        let key = try TestPKI.shared.get().issuing.identity.key
        let list = try RevocationList(parsing: builder.signed(with: key))
        #expect(list.count == Int(count))
        let clock = ContinuousClock()
        let needed = clock.measure {
            for number in 0..<1_000 { _ = list.entry(for: SerialNumber(UInt64(number))) }
        }
        #expect(needed < .seconds(1))
        #expect(list.entry(for: SerialNumber((count - 1) &* 0x9E37_79B9_7F4A_7C15)) != nil)
    }
}
