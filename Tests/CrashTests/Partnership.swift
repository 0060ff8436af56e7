// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SwiftASN1
import TransparencyLog
import X509
import ZegelCommands
import ZegelCore
import ZegelTrust

/// Three installations that know each other: of one test PKI, each with a number, certificates, a seal and a log of its own.
///
/// The first is home of the one who sends; the second of nctv and kmar, the third of bz.
final class Partnership {
    /// Who a server is, and whose post goes to it.
    private struct Party {
        let oin: String
        let origin: String
        let serves: String
        var others = ""
    }

    /// The number of the second.
    static let second = "00000099000000099002"

    private static let parties = [
        Party(oin: "00000099000000099000", origin: "zegel.example/trial", serves: "aivd"),
        Party(oin: Partnership.second, origin: "zegel.example/nctv", serves: "nctv", others: ", kmar"),
        Party(oin: "00000099000000099003", origin: "zegel.example/bz", serves: "bz"),
    ]

    let installations: [Installation]
    /// What the first one's calls go through, to the second and to the third.
    let wires: [Wire]

    /// - Parameter isApart: Whether the first two have networks of their own.
    init(apart isApart: Bool = false) async throws {
        // Old enough for a server whose clock is behind.
        let moment = Installation.now.advanced(bySeconds: -86_400)
        let first = try Installation(at: moment)
        var installations = [first]
        for party in Self.parties.dropFirst() {
            let home = "\(first.home)-\(party.serves)"
            try FileManager.default.copyItem(atPath: first.home, toPath: home)
            try Self.becomes(party, home, from: moment)
            installations.append(try Installation(home: home, server: party.oin))
        }
        self.installations = installations
        self.wires = [try await Wire(), try await Wire()]
        for (index, own) in installations.enumerated() {
            var text = "\nservers:\n"
            for (other, party) in Self.parties.enumerated() where other != index && (other == 0 || index == 0) {
                // The second and the third push to nobody here, and have no use for an address that answers.
                let port = other == 0 ? 9 : self.wires[other - 1].port
                let place = isApart && other == 1 ? "\(Network.address):\(Network.port)" : "localhost:\(port)"
                text += """
                      - oin: \(party.oin)
                        url: https://\(place)
                        log: \(installations[other].log)
                        serves: [\(party.serves)\(party.others)]

                    """
            }
            let path = "\(own.home)/policies/organisations.yaml"
            let organisations = try String(contentsOfFile: path, encoding: .utf8)
            try Data((organisations + text).utf8).write(to: URL(filePath: path))
            // A start proves what changed; these prove nothing new.
            try FileManager.default.removeItem(atPath: "\(own.home)/policies/invariants.yaml")
        }
    }

    func close() async throws { for wire in self.wires { try await wire.close() } }

    /// Gives a copy of an installation a number, certificates, a seal and a log of its own.
    private static func becomes(_ party: Party, _ home: String, from moment: Instant) throws {
        func text(_ path: String) throws -> String { try String(contentsOfFile: "\(home)/\(path)", encoding: .utf8) }
        func write(_ text: String, _ path: String) throws {
            try Data(text.utf8).write(to: URL(filePath: "\(home)/\(path)"))
        }
        let key = try text("pki/ca.key")
        let authorities = try PEMFile.certificates(in: text("pki/ca.pem"))
            .compactMap { try? CertificateAuthority(certificate: $0, keyPEM: key) }
        guard let authority = authorities.first, let oin = OIN(party.oin) else { throw Missing() }
        let jobs: [(CertificateProfile, String)] = [
            (.server, "server"), (.seal, "server-seal"), (.client, "server-client"),
        ]
        for (profile, name) in jobs {
            var request = try LeafRequest(profile, organisation: "Zegel \(party.serves)", oin: oin, from: moment)
            if profile == .server {
                let address = Network.address.split(separator: ".").compactMap { UInt8($0) }
                request.names.append(.ipAddress(ASN1OctetString(contentBytes: address[...])))
            }
            let issued = try authority.issue(request)
            try write(issued.pem, "pki/\(name).pem")
            try write(issued.keyPEM, "pki/\(name).key")
        }
        let log = NoteSigner(name: try KeyName(party.origin))
        try write(log.secretText + "\n", "pki/log.key")
        try write("\(log.verifier)\n", "pki/log.pub")
        try write(try text("zegel.yaml").replacing(Self.parties[0].origin, with: party.origin), "zegel.yaml")
    }
}
