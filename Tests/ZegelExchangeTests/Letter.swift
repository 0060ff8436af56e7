// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import ZegelCore
import ZegelVerify

/// A message as a sender's tool makes it, with places where a test may deviate.
struct Letter: Sendable {
    /// What stands in the header, in order.
    var members: [JSONValue.Member]
    var documents: [(name: String, bytes: [UInt8])] = [
        ("documents/bericht.txt", Array("bericht van de dienst\n".utf8))
    ]
    var signedAt = Parties.now

    /// An official report, which waits for a second person; `nil` takes a member out.
    static func report(_ kenmerk: String = "AIVD-1", _ changes: [String: JSONValue?] = [:]) throws -> Letter {
        try Letter(
            [
                "zegel": "1", "kenmerk": .string(kenmerk), "date": "2026-11-20", "exchange": "ambtsberichten",
                "kind": "ambtsbericht", "from": Self.address("aivd/ct"), "to": .array([Self.address("om/lovj")]),
                "purpose": "opsporing-en-vervolging", "legalBasis": "wiv2017-art66",
                "classification": "departementaal-vertrouwelijk", "classifiedBy": "hoofd",
                "classifiedOn": "2026-11-20", "declassifyOn": "2036-11-20", "markings": [],
                "details": [
                    "subjects": 1, "underlyingSeen": "2026-11-18", "evaluation": ["source": "A", "information": "1"],
                ],
                "nonce": "q1s7mZ1bR0y2Qk3c9V8u5A",
            ],
            changes
        )
    }

    /// Intelligence, which one person may let go.
    static func intelligence(_ kenmerk: String = "AIVD-1", _ changes: [String: JSONValue?] = [:]) throws -> Letter {
        let base: [String: JSONValue?] = [
            "exchange": "inlichtingenberichten", "kind": "inlichtingenbericht", "purpose": "informeren-over-dreiging",
            "legalBasis": "wiv2017-art62", "classification": "stg-confidentieel",
            "to": .array([try Self.address("nctv/analyse")]), "markings": ["originator-control", "geen-bewijs"],
            "reviewBy": "2027-05-20",
            "details": ["subjects": 1, "evaluation": ["source": "B", "information": "2"]],
        ]
        return try Self.report(kenmerk, base.merging(changes) { _, new in new })
    }

    private init(_ base: JSONValue, _ changes: [String: JSONValue?]) throws {
        self.members = base.members ?? []
        for (key, value) in changes.sorted(by: { $0.key < $1.key }) {
            self.members.removeAll { $0.key == key }
            if let value { self.members.append(.init(key, value)) }
        }
    }

    /// The same with a document of some size, as of now the only one.
    func with(documentOf size: Int) -> Letter {
        var copy = self
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
        copy.documents = [("documents/bericht.txt", bytes)]
        return copy
    }

    /// The header as it is signed.
    var header: [UInt8] {
        let lines = self.documents.enumerated().map { index, document -> JSONValue in
            [
                "name": .string(document.name), "role": index == 0 ? "main" : "annex", "mediaType": "text/plain",
                "size": .integer(Int64(document.bytes.count)),
                "sha256": .string("\(ContentDigest(of: document.bytes))"), "encrypted": false,
            ]
        }
        return JSONValue.object(self.members + [.init("documents", .array(lines))]).encoded
    }

    /// The container, signed by the sender unless by another; `damaged` changes the last byte of the first document afterwards.
    func container(by signer: CAdESSigner? = nil, damaged: Bool = false) throws -> [UInt8] {
        let header = self.header
        let own = ASiCManifest.Reference(
            uri: EntryPath.header,
            mimeType: "application/json",
            digest: ContentDigest(of: header).bytes
        )
        let manifest = ASiCManifest(
            signatureURI: EntryPath.senderSignature,
            references: [own]
                + self.documents.map {
                    .init(uri: $0.name, mimeType: "text/plain", digest: ContentDigest(of: $0.bytes).bytes)
                }
        )
        .encoded()
        let seal = try signer ?? Parties.shared.get()["aivd"].seal
        var writer = ContainerWriter()
        var container = try writer.entry(name: EntryPath.header, content: header)
        container += try writer.entry(name: EntryPath.senderManifest, content: manifest)
        container += try writer.entry(
            name: EntryPath.senderSignature,
            content: seal.sign(detached: manifest, at: self.signedAt.milliseconds / 1_000)
        )
        for (index, document) in self.documents.enumerated() {
            var bytes = document.bytes
            if damaged, index == 0, let last = bytes.indices.last { bytes[last] ^= 1 }
            container += try writer.entry(name: document.name, content: bytes)
        }
        return container + writer.directory()
    }

    static func address(_ mailbox: String) throws -> JSONValue {
        let organisation = try Parties.shared.get().organisation(String(mailbox.prefix { $0 != "/" }))
        return ["oin": .string("\(organisation.oin)"), "mailbox": .string(mailbox)]
    }
}
