// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import X509
import ZegelCore
import ZegelTrust
import ZegelVerify

/// What a certificate says, for people and for programs.
struct CertificateDescription {
    private let certificate: Certificate

    init(_ certificate: Certificate) { self.certificate = certificate }

    /// The subject, without what would steer a terminal.
    var subject: String { Self.printable(self.certificate.subject) }

    /// The jobs that its key usage and extended key usage allow.
    private var profiles: [CertificateProfile] {
        CertificateProfile.allCases.filter { $0.fits(self.certificate) }
    }

    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("subject", .string(self.subject)), .init("issuer", .string(Self.printable(self.certificate.issuer))),
            .init("serialNumber", .string(Self.serial(self.certificate))),
            .init("notBefore", .string(self.certificate.begin.seconds)),
            .init("notAfter", .string(self.certificate.end.seconds)),
            .init("sha256", .string(ContentDigest(of: self.certificate.derBytes).description)),
            .init("profiles", .array(self.profiles.map { .string($0.rawValue) })),
        ]
        if let oin = OIN(subjectOf: self.certificate) { members.append(.init("oin", .string(oin.description))) }
        return .object(members)
    }

    var text: String {
        let profiles = self.profiles.map(\.rawValue)
        let lines = [
            "certificate", "  subject    \(self.subject)", "  issuer     \(Self.printable(self.certificate.issuer))",
            "  serial     \(Self.serial(self.certificate))",
            "  valid      \(self.certificate.begin.seconds) to \(self.certificate.end.seconds)",
            "  sha256     \(ContentDigest(of: self.certificate.derBytes))",
            "  jobs       \(profiles.isEmpty ? "none of ours" : profiles.joined(separator: ", "))",
        ]
        return lines.joined(separator: "\n")
    }

    /// The serial number in hexadecimal.
    private static func serial(_ certificate: Certificate) -> String {
        Hexadecimal.encode(Array(certificate.serialNumber.bytes))
    }

    /// A name as a stranger wrote it, without characters that steer a terminal or turn the direction of writing.
    static func printable(_ name: DistinguishedName) -> String {
        String(
            name.description.unicodeScalars.map { scalar in
                [.control, .format].contains(scalar.properties.generalCategory) ? "\u{FFFD}" : Character(scalar)
            }
        )
    }
}
