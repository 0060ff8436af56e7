// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TransparencyLog
import ZegelCore
import ZegelTrust

@testable import ZegelCommands

@Suite("A trial installation")
struct TrialInstallationTests {
    private static func withFolder(_ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "trial-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    private static let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970) * 1_000)

    private static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test("Has every file, and keys that only their owner reads")
    func files() async throws {
        try await Self.withFolder { path in
            try TrialInstallation(at: Self.now).write(to: path)
            for name in [
                "zegel.yaml", "policies/organisations.yaml", "pki/ca.pem", "pki/ca.crl.pem", "pki/log.pub",
                "profiles/om.yaml",
            ] {
                #expect(FileManager.default.fileExists(atPath: "\(path)/\(name)"), "\(name)")
            }
            let names = try FileManager.default.subpathsOfDirectory(atPath: path)
            let keys = names.filter { $0.hasSuffix(".key") }
            #expect(keys.count == 3 * 54 + 7)
            for key in keys {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(key)")
                #expect(attributes[.posixPermissions] as? Int == 0o600, "\(key)")
            }
        }
    }

    @Test("Is never written over something")
    func existing() async throws {
        try await Self.withFolder { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            #expect(throws: Problem(.configuration)) { try TrialInstallation(at: Self.now).write(to: path) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
        }
    }

    @Test("Leaves nothing behind where it cannot be written")
    func unwritable() async throws {
        try await Self.withFolder { path in
            try #require(FileManager.default.createFile(atPath: path, contents: nil))
            #expect(throws: Problem(.configuration)) { try TrialInstallation(at: Self.now).write(to: "\(path)/below") }
        }
    }

    @Test(
        "Has certificates that its own authority vouches for, one job each",
        arguments: [
            ("server", CertificateProfile.server), ("server-seal", .seal), ("organisations/om/client", .client),
            ("organisations/om/seal", .seal), ("organisations/om/release", .release),
        ]
    )
    func certificates(_ name: String, _ profile: CertificateProfile) async throws {
        try await Self.withFolder { path in
            try TrialInstallation(at: Self.now).write(to: path)
            let source = try TrustSource(
                anchorsPEM: [Self.text("\(path)/pki/ca.pem")],
                crlsPEM: [Self.text("\(path)/pki/ca.crl.pem")]
            )
            let evaluator = TrustEvaluator(source: source, grace: 0)
            let leaf = try #require(try PEMFile.certificates(in: Self.text("\(path)/pki/\(name).pem")).first)
            for other in CertificateProfile.allCases {
                let verdict = await evaluator.judge(leaf: leaf, intermediates: [], profile: other, at: Self.now)
                switch verdict {
                case .trusted: #expect(other == profile)
                case .refused, .undecided: #expect(other != profile)
                }
            }
        }
    }

    @Test("Has a log key in the form of a signed note, and the verifier key that belongs to it")
    func logKey() async throws {
        try await Self.withFolder { path in
            try TrialInstallation(at: Self.now).write(to: path)
            let secret = try Self.text("\(path)/pki/log.key").split(separator: "\n")
            let signer = try NoteSigner(parsing: String(try #require(secret.first)))
            #expect(try Self.text("\(path)/pki/log.pub") == "\(signer.verifier)\n")
            #expect(try Self.text("\(path)/zegel.yaml").contains("log: { origin: \(signer.verifier.name), "))
            #expect(secret.count == 1)
        }
    }

    @Test("The exit codes are frozen")
    func exitCodes() {
        #expect(ProcessExit.allCases.map(\.rawValue) == [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 20, 21, 22, 64, 78, 130])
    }
}
