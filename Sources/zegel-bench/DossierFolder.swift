// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelClient
import ZegelCommands
import ZegelCore

/// Dossiers of distinct messages, each sealed and handed out by a server of its own.
struct DossierFolder {
    /// Below it are `home` and `dossiers`.
    let path: String
    /// A release build of `zegel`.
    let zegel: String
    /// Whether each was released and acknowledged, which are two signatures more.
    let hasStatements: Bool

    /// The arguments of `zegel verify` that judge all of them as an addressee does.
    var verifying: [String] {
        let keys = "\(self.path)/home/pki"
        return [
            "verify", "--trust", "\(keys)/ca.pem", "--sealer", "\(keys)/server-seal.pem", "--log-key",
            "\(keys)/log.pub",
            "\(self.path)/dossiers",
        ]
    }

    /// How many there are.
    var count: Int {
        get throws {
            guard FileManager.default.fileExists(atPath: "\(self.path)/dossiers") else { return 0 }
            return try FileManager.default.contentsOfDirectory(atPath: "\(self.path)/dossiers").count
        }
    }

    /// Makes them.
    func make(_ count: Int) throws {
        let home = "\(self.path)/home"
        for name in ["documents", "containers", "dossiers"] {
            try FileManager.default.createDirectory(atPath: "\(self.path)/\(name)", withIntermediateDirectories: true)
        }
        _ = try ChildProcess.run(self.zegel, ["init", "--home", home])
        let containers = try self.seal(count, home)
        let server = try MeasuredServer.zegel(self.zegel, home: home)
        defer { server.stop() }
        func agency(_ command: String, _ name: String, _ rest: [String]) throws -> [UInt8] {
            let common = ["--home", home, "--as", name, "--url", "https://localhost:\(server.port)", "--json"]
            return try ChildProcess.run(self.zegel, [command] + common + rest).output
        }
        let sent = try StrictJSON.parse(agency("send", "aivd", containers))
        let ids = sent["results"]?.array?.compactMap { $0["id"]?.string } ?? []
        guard ids.count == count else { throw WrongAnswer() }
        if self.hasStatements {
            _ = try agency("release", "aivd", ids)
            _ = try agency("acknowledge", "om", ids)
        }
        let reader = self.hasStatements ? "om" : "nctv"
        _ = try agency("receive", reader, ["--into", "\(self.path)/dossiers"] + ids)
    }

    private func seal(_ count: Int, _ home: String) throws -> [String] {
        let keys = KeyFiles("seal", in: "\(home)/pki/organisations/aivd")
        let template = try self.hasStatements ? HeaderTemplate.report(home) : HeaderTemplate.intelligence(home)
        return try (0..<count).map { number in
            let document = "\(self.path)/documents/\(number).txt"
            try Data("Bericht \(number) van de dienst.\n".utf8).write(to: URL(fileURLWithPath: document))
            let members = template.map { member in
                member.key == "kenmerk" ? JSONValue.Member("kenmerk", .string("AIVD-BENCH-\(number)")) : member
            }
            let path = "\(self.path)/containers/\(number).asice"
            try SignedFile.write(members, document: document, by: keys, to: path)
            return path
        }
    }
}
