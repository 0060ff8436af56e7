// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import ZegelClient
import ZegelCore

/// Messages for the tests: from aivd/ct to om/lovj, in the trial's own policy.
enum TrialMessage {
    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }

    /// Builds a container beside the installation.
    ///
    /// - Parameters:
    ///   - kind: `ambtsbericht`, which a second person must release, or `inlichtingenbericht`.
    ///   - size: Bytes of its document.
    /// - Returns: Its path.
    static func seal(
        on server: TrialServer,
        kind: String = "ambtsbericht",
        kenmerk: String = "AIVD-2026-000001",
        size: Int = 1_000
    ) throws -> String {
        let document = "\(server.home)/report.txt"
        try Data(repeating: UInt8(ascii: "x"), count: size).write(to: URL(fileURLWithPath: document))
        let profile = try server.profile("aivd", "aivd/ct")
        let builder = try ContainerBuilder(
            template: Self.header(kind, kenmerk),
            documents: [EnclosedDocument(path: document)],
            signer: try #require(profile.seal).signer(),
            at: Self.now
        )
        let path = "\(server.home)/\(kenmerk).asice"
        try #require(FileManager.default.createFile(atPath: path, contents: nil))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try builder.pieces { try file.write(contentsOf: $0) }
        try file.close()
        return path
    }

    static func header(_ kind: String, _ kenmerk: String) -> JSONValue {
        let today = Self.now.date
        return [
            "kenmerk": .string(kenmerk), "exchange": "ambtsberichten", "kind": .string(kind),
            "subject": "Uitreis naar strijdgebied", "from": ["oin": "00000099000000001000", "mailbox": "aivd/ct"],
            "to": [["oin": "00000099000000002000", "mailbox": "om/lovj", "role": "action"]],
            "purpose": "opsporing-en-vervolging", "legalBasis": "wiv2017-art66",
            "classification": "departementaal-vertrouwelijk", "classifiedBy": "hoofd contraterrorisme",
            "classifiedOn": .string("\(today)"),
            "declassifyOn": .string("\(Self.now.advanced(bySeconds: 3_650 * 86_400).date)"), "markings": [],
            "details": [
                "subjects": 1, "underlyingSeen": .string("\(today)"),
                "evaluation": ["source": "A", "information": "1"],
            ],
        ]
    }

    /// A signed statement about a message.
    static func statement(
        _ declaration: Statement.Declaration,
        _ id: MessageID,
        _ container: ContentDigest,
        by profile: ClientProfile
    ) throws -> SignedStatement {
        let files = declaration == .release ? profile.release : profile.seal
        return try SignedStatement(
            Statement(
                declaration,
                server: try #require(profile.sealers.first),
                message: id,
                container: container,
                mailbox: profile.mailbox,
                time: Self.now
            ),
            signer: try #require(files).signer()
        )
    }
}
