// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import Testing
import ZegelCore
import ZegelTrust

/// One way in which a container can be wrong, with all else properly made and signed, and the code that says so.
struct ContainerDeviation: Sendable, CustomTestStringConvertible {
    let what: String
    let code: String
    let change: @Sendable (inout ContainerDraft, TestPKI) throws -> Void

    var testDescription: String { "\(self.what): \(self.code)" }

    init(_ what: String, _ code: String, _ change: @escaping @Sendable (inout ContainerDraft, TestPKI) throws -> Void) {
        self.what = what
        self.code = code
        self.change = change
    }

    static let all = Self.header + Self.order + Self.list + Self.manifest + Self.signature + Self.sender + Self.zip

    private static func replacing(
        _ what: String,
        _ code: String,
        _ old: String,
        _ new: String
    ) -> ContainerDeviation {
        Self(what, code) { draft, _ in draft.changeHeader = { $0.replacing(old, with: new) } }
    }

    static let header: [ContainerDeviation] = [
        Self.replacing("a header that is no JSON", "json.syntax", #"{"zegel""#, #"["zegel""#),
        Self("a byte order mark", "json.utf8") { draft, _ in draft.changeHeaderBytes = { [0xEF, 0xBB, 0xBF] + $0 } },
        Self("a header in Latin-1", "json.utf8") { draft, _ in
            draft.changeHeaderBytes = { bytes in bytes.map { $0 == UInt8(ascii: "m") ? 0xE9 : $0 } }
        },
        Self.replacing("a key twice", "json.duplicate-key", #""zegel":"1","#, #""zegel":"1","zegel":"1","#),
        Self.replacing(
            "a header nested too deeply",
            "json.depth",
            #"{"subjects":1}"#,
            #"{"a":[[[[[[[1]]]]]]]}"#
        ),
        Self.replacing("a number with a fraction", "json.number", #""subjects":1"#, #""subjects":1.5"#),
        Self.replacing("a character that turns the text", "json.text", "opsporing", "ops\u{202E}poring"),
        Self.replacing(
            "a header that is too large",
            "header.too-large",
            "{",
            String(repeating: " ", count: 70_000) + "{"
        ),
        Self.replacing("an unknown key", "header.invalid", #""zegel":"1","#, #""zegel":"1","priority":1,"#),
        Self.replacing("no kenmerk", "header.invalid", #""kenmerk":"AIVD-2026-004711","#, ""),
        Self.replacing("null for an optional key", "header.invalid", #""zegel":"1","#, #""zegel":"1","case":null,"#),
        Self.replacing("another version", "header.invalid", #""zegel":"1""#, #""zegel":"2""#),
        Self("two main documents", "header.invalid") { draft, _ in draft.documents[1].statedRole = "main" },
        Self("a name that says encrypted and a flag that does not", "header.invalid") { draft, _ in
            draft.documents[1].name = "documents/b.age"
            draft.documents[1].isEncrypted = false
        },
        Self("a document outside documents/", "header.invalid") { draft, _ in draft.documents[1].name = "b.txt" },
        Self("a list for a header", "header.invalid") { draft, _ in draft.changeHeader = { _ in "[]" } },
    ]

    private static func entries(
        _ what: String,
        _ code: String,
        _ change: @escaping @Sendable ([ContainerDraft.Entry]) -> [ContainerDraft.Entry]
    ) -> ContainerDeviation {
        Self(what, code) { draft, _ in draft.changeEntries = change }
    }

    static let order: [ContainerDeviation] = [
        Self.entries("mimetype last", "container.mimetype-missing") { Array($0.dropFirst()) + [$0[0]] },
        Self.entries("mimetype alone", "container.order") { [$0[0]] },
        Self.entries("no header", "container.order") { [$0[0]] + $0.dropFirst(2) },
        Self.entries("the manifest before the header", "container.order") { [$0[0], $0[2], $0[1]] + $0.dropFirst(3) },
        Self.entries("no manifest", "container.order") { Array($0.prefix(2)) + $0.dropFirst(3) },
        Self.entries("no signature", "container.order") { Array($0.prefix(3)) + $0.dropFirst(4) },
        Self.entries("nothing behind the manifest", "container.order") { Array($0.prefix(3)) },
        Self.entries("a document before the signature", "container.order") {
            Array($0.prefix(3)) + [$0[4], $0[3]] + $0.dropFirst(5)
        },
        Self.entries("a manifest with another name", "container.order") { entries in
            entries.map { $0.name.hasSuffix(".xml") ? .init("META-INF/ASiCManifest.xml", $0.bytes) : $0 }
        },
        Self.entries("a signature with another name", "container.order") { entries in
            entries.map { $0.name.hasSuffix(".p7s") ? .init("META-INF/signature.p7s", $0.bytes) : $0 }
        },
        Self("a SigReference to another entry", "container.signature-reference") { draft, _ in
            draft.signatureURI = "META-INF/signature-seal.p7s"
        },
        Self("another name for the signature, in the manifest too", "container.signature-reference") { draft, _ in
            draft.signatureURI = "META-INF/signature001.p7s"
            draft.changeEntries = { entries in
                entries.map { $0.name.hasSuffix(".p7s") ? .init("META-INF/signature001.p7s", $0.bytes) : $0 }
            }
        },
    ]

    static let list: [ContainerDeviation] = [
        Self.entries("a document that nothing names", "container.unreferenced-entry") {
            $0 + [.init("documents/extra.txt", [1])]
        },
        Self.entries("a second signature", "container.unreferenced-entry") {
            $0 + [.init("META-INF/signature-other.p7s", $0[3].bytes)]
        },
        Self.entries("an acceptance that the sender adds", "container.unreferenced-entry") {
            $0 + [.init("META-INF/acceptance.json", Array("{}".utf8))]
        },
        Self.entries("no last document", "container.documents-mismatch") { Array($0.dropLast()) },
        Self.entries("no documents", "container.documents-mismatch") { Array($0.prefix(4)) },
        Self.entries("documents in another order", "container.documents-mismatch") {
            Array($0.prefix(4)) + [$0[5], $0[4]]
        },
        Self.entries("a document twice", "container.duplicate-name") { $0 + [$0[5]] },
        Self("names equal but for case", "container.duplicate-name-case") { draft, _ in
            draft.documents[1].name = "documents/BERICHT.txt"
        },
        Self("a name that climbs out", "manifest.uri") { draft, _ in
            draft.documents[1].name = "documents/../../etc/passwd"
        },
        Self("a document in a folder of its own", "container.documents-mismatch") { draft, _ in
            draft.documents[1].name = "documents/annex/b.txt"
        },
        Self("a document that the manifest leaves out", "container.documents-mismatch") { draft, _ in
            draft.changeReferences = { Array($0.dropLast()) }
        },
        Self("a document that the header leaves out", "container.documents-mismatch") { draft, _ in
            draft.changeReferences = { $0 + [.init(uri: "documents/c.txt", mimeType: "a/b", digest: $0[0].digest)] }
            draft.changeEntries = { $0 + [.init("documents/c.txt", [])] }
        },
        Self("a manifest without the header", "container.documents-mismatch") { draft, _ in
            draft.changeReferences = { Array($0.dropFirst()) }
        },
        Self("the header last in the manifest", "container.documents-mismatch") { draft, _ in
            draft.changeReferences = { Array($0.dropFirst()) + [$0[0]] }
        },
        Self("a manifest in another order", "container.documents-mismatch") { draft, _ in
            draft.changeReferences = { [$0[0], $0[2], $0[1]] }
        },
        Self("a size that is not that of the document", "container.documents-mismatch") { draft, _ in
            draft.documents[1].statedSize = 9
        },
        Self("another digest in the header", "container.digest-mismatch") { draft, _ in
            draft.documents[1].statedDigest = ContentDigest(of: [1])
        },
        Self("another digest in the manifest", "container.digest-mismatch") { draft, _ in
            draft.changeReferences = { $0.dropLast() + [.init(uri: $0[2].uri, mimeType: nil, digest: $0[1].digest)] }
        },
        Self("another digest of the header in the manifest", "container.digest-mismatch") { draft, _ in
            draft.changeReferences = { [.init(uri: $0[0].uri, mimeType: nil, digest: $0[1].digest)] + $0.dropFirst() }
        },
        Self.entries("a changed document", "container.digest-mismatch") { entries in
            entries.dropLast() + [.init("documents/bijlage.txt", Array("BIJLAGE\n".utf8))]
        },
        Self.entries("a changed header", "container.digest-mismatch") { entries in
            let text = String(decoding: entries[1].bytes, as: UTF8.self).replacing("004711", with: "004712")
            return [entries[0], .init("message.json", Array(text.utf8))] + entries.dropFirst(2)
        },
        Self("an age file that is none", "container.encryption-mismatch") { draft, _ in
            draft.documents[1].name = "documents/b.txt.age"
        },
        Self("an age file that is cut off", "container.encryption-mismatch") { draft, _ in
            draft.documents[1] = .init(name: "documents/b.age", bytes: Array("age-encryption.org".utf8))
        },
        Self("an age file that is empty", "container.encryption-mismatch") { draft, _ in
            draft.documents[1] = .init(name: "documents/b.age", bytes: [])
        },
        Self("an age file under another name", "container.encryption-mismatch") { draft, _ in
            draft.documents[1].bytes = Array("age-encryption.org/v1\n-> X25519".utf8)
        },
    ]
}
