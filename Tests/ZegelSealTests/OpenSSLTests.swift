// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import Foundation
import Testing
import ZegelCore
import ZegelTrust
import ZegelVerify

@testable import ZegelSeal

@Suite("openssl alone")
struct OpenSSLTests {
    private static let openssl = "/usr/bin/openssl"

    @Test(
        "openssl verifies the signatures of sender, seal and export, and every statement",
        .enabled(if: FileManager.default.isExecutableFile(atPath: Self.openssl), "openssl is not installed")
    )
    func signatures() async throws {
        let world = try TestWorld.shared.get()
        let container = try world.container()
        let statement = try world.statement(
            .acknowledgement,
            about: container,
            mailbox: "om/lovj",
            by: world.om.seal.cades
        )
        let release = try world.statement(
            .release,
            about: container,
            mailbox: "aivd/ct",
            by: world.aivd.release.cades
        )
        let dossier = try await world.dossier(
            container,
            statements: [.init(kind: .release, bytes: release), .init(kind: .acknowledgement, bytes: statement)]
        )
        let entries = try Self.entries(of: dossier)
        try await TemporaryFolder.with { folder in
            let anchors = try folder.write(Array(world.authority.anchorsPEM.utf8), "ca.pem")
            for name in ["sender", "seal", "export"] {
                let manifest = try TestWorld.some(entries["META-INF/ASiCManifest-\(name).xml"])
                let signature = try TestWorld.some(entries["META-INF/signature-\(name).p7s"])
                let status = try Self.run([
                    "cms", "-verify", "-binary", "-cades", "-inform", "DER", "-attime", Self.time,
                    "-in", try folder.write(signature, "\(name).p7s"),
                    "-content", try folder.write(manifest, "\(name).xml"), "-CAfile", anchors, "-out", "/dev/null",
                ])
                #expect(status == 0, "\(name)")
                for reference in try ASiCManifest(parsing: manifest).references {
                    let content = try TestWorld.some(entries[reference.uri])
                    #expect(ContentDigest(of: content).bytes == reference.digest)
                }
            }
            for (name, bytes) in entries where name.hasSuffix(".p7m") {
                let status = try Self.run([
                    "cms", "-verify", "-binary", "-cades", "-inform", "DER", "-attime", Self.time,
                    "-in", try folder.write(bytes, "statement.p7m"), "-CAfile", anchors, "-out", "/dev/null",
                ])
                #expect(status == 0, "\(name)")
            }
        }
        #expect(entries.keys.count(where: { $0.hasSuffix(".p7m") }) == 2)
    }

    private static let time = String(TestWorld.now.milliseconds / 1_000)

    /// The entries of a container by name.
    static func entries(of container: [UInt8]) throws -> [String: [UInt8]] {
        var reader = ContainerReader()
        var entries: [String: [UInt8]] = [:]
        var name = ""
        try reader.consume(container) { event in
            switch event {
            case .began(let next, _): name = next
            case .content(let bytes): entries[name, default: []] += bytes
            case .ended: ()
            }
        }
        _ = try reader.finish()
        return entries
    }

    private static func run(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.openssl)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
