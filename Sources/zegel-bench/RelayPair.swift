// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TransparencyLog
import ZegelClient
import ZegelCommands
import ZegelCore
import ZegelTrust

/// Two trial installations of one PKI, of which the second serves the addressees of messages that are handed in at the first.
struct RelayPair {
    /// Whoever a message goes to; with two senders that makes twelve pairs.
    static let addressees = [
        ("00000099000000011000", "nctv/analyse"), ("00000099000000005000", "bz/ct"),
        ("00000099000000007000", "politie/cter"), ("00000099000000008000", "kmar/ct"),
        ("00000099000000004000", "ind/nv"),
        ("00000099000000002000", "om/lovj"),
    ]
    static let senders = [("00000099000000001000", "aivd"), ("00000099000000003000", "mivd")]

    let folder: String
    let zegel: String
    private var first: String { "\(self.folder)/first" }
    private var second: String { "\(self.folder)/second" }

    /// Makes both; the second is to listen on a port.
    func make(port: Int) throws {
        try FileManager.default.createDirectory(atPath: "\(self.folder)/containers", withIntermediateDirectories: true)
        _ = try ChildProcess.run(self.zegel, ["init", "--home", self.first])
        try FileManager.default.copyItem(atPath: self.first, toPath: self.second)
        let (oin, log) = ("00000099000000099002", NoteSigner(name: try KeyName("zegel.example/second")))
        try self.becomesAnother(oin, log)
        let own = try self.text("\(self.first)/pki/log.pub").trimmingCharacters(in: .whitespacesAndNewlines)
        let serves = Self.addressees.map { $0.1.prefix { $0 != "/" } }.joined(separator: ", ")
        for (home, oin, place, log, serves) in [
            (self.first, oin, port, "\(log.verifier)", serves),
            (self.second, "00000099000000099000", 9, own, "aivd, mivd"),
        ] {
            let path = "\(home)/policies/organisations.yaml"
            let server = "{ oin: \(oin), url: \"https://localhost:\(place)\", log: \"\(log)\", serves: [\(serves)] }"
            try self.write(try self.text(path) + "\nservers:\n  - \(server)\n", path)
            // A start proves and tests what changed; these are the shipped rules.
            try FileManager.default.removeItem(atPath: "\(home)/policies/invariants.yaml")
            try FileManager.default.removeItem(atPath: "\(home)/policies/tests")
        }
    }

    /// Starts the first server.
    func startFirst() throws -> MeasuredServer { try MeasuredServer.zegel(self.zegel, home: self.first) }

    /// Starts the second server.
    func startSecond(port: Int) throws -> MeasuredServer {
        try MeasuredServer.zegel(self.zegel, home: self.second, port: port)
    }

    /// What is on its way from the first server.
    var control: ControlCaller { ControlCaller(folder: "\(self.first)/data") }

    /// Signs messages, a list of files for each sender; the pairs in turn.
    func sign(_ numbers: Range<Int>) throws -> [[String]] {
        let report = try StrictJSON.parse(FilePieces.whole("\(self.first)/examples/ambtsbericht.json")).members ?? []
        var files: [[String]] = [[], []]
        let document = "\(self.folder)/document.txt"
        try self.write(String(repeating: "bericht van de dienst\n", count: 400), document)
        for (index, sender) in Self.senders.enumerated() {
            let keys = KeyFiles("seal", in: "\(self.first)/pki/organisations/\(sender.1)")
            for number in numbers where number % 2 == index {
                let to = Self.addressees[number / 2 % Self.addressees.count]
                let changes: JSONValue = [
                    "kenmerk": .string("\(sender.1)-\(number)"), "exchange": "inlichtingenberichten",
                    "kind": "inlichtingenbericht", "purpose": "informeren-over-dreiging",
                    "legalBasis": "wiv2017-art62", "classification": "departementaal-vertrouwelijk",
                    "from": ["oin": .string(sender.0), "mailbox": .string("\(sender.1)/ct")],
                    "to": [["oin": .string(to.0), "mailbox": .string(to.1)]],
                    "markings": ["originator-control", "geen-bewijs"],
                    "reviewBy": .string("\(Instant.now.advanced(bySeconds: 180 * 86_400))".prefix(10).description),
                    "details": ["subjects": 1, "evaluation": ["source": "B", "information": "2"]],
                ]
                let members = report.filter { changes[$0.key] == nil } + (changes.members ?? [])
                let path = "\(self.folder)/containers/\(number).asice"
                try SignedFile.write(members, document: document, by: keys, to: path)
                files[index].append(path)
            }
        }
        return files
    }

    /// Hands messages in at the first server.
    func send(_ files: [[String]], to server: MeasuredServer) throws {
        for (sender, own) in zip(Self.senders, files) {
            let arguments = [
                "send", "--home", self.first, "--as", sender.1, "--url", "https://localhost:\(server.port)", "--json",
            ]
            _ = try ChildProcess.run(self.zegel, arguments + own)
        }
    }

    /// Gives the second installation a number, certificates, a seal and a log of its own.
    private func becomesAnother(_ text: String, _ log: NoteSigner) throws {
        let home = self.second
        let key = try self.text("\(home)/pki/ca.key")
        let authorities = try PEMFile.certificates(in: self.text("\(home)/pki/ca.pem"))
            .compactMap { try? CertificateAuthority(certificate: $0, keyPEM: key) }
        guard let authority = authorities.first, let oin = OIN(text) else { throw WrongAnswer() }
        let jobs: [(CertificateProfile, String)] = [
            (.server, "server"), (.seal, "server-seal"), (.client, "server-client"),
        ]
        for (profile, name) in jobs {
            let moment = Instant.now.advanced(bySeconds: -60)
            let issued = try authority.issue(
                LeafRequest(profile, organisation: "Zegel second", oin: oin, from: moment)
            )
            try self.write(issued.pem, "\(home)/pki/\(name).pem")
            try self.write(issued.keyPEM, "\(home)/pki/\(name).key")
        }
        try self.write("\(log.secretText)\n", "\(home)/pki/log.key")
        try self.write("\(log.verifier)\n", "\(home)/pki/log.pub")
        let settings = try self.text("\(home)/zegel.yaml")
        try self.write(settings.replacing("zegel.example/trial", with: "zegel.example/second"), "\(home)/zegel.yaml")
    }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    private func write(_ text: String, _ path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
}
