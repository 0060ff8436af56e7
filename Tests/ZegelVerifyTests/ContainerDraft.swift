// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import ZegelCore

/// A container in the making; each step can be changed, and every later step follows the change, as a sender's would.
struct ContainerDraft {
    struct Document {
        var name: String
        var bytes: [UInt8]
        var mediaType = "text/plain"
        /// What the header says where that is not the truth.
        var statedSize: Int?
        var statedDigest: ContentDigest?
        var statedRole: String?
        var isEncrypted: Bool?
    }

    typealias Entry = RawZip.Entry

    var documents: [Document] = [
        Document(name: "documents/bericht.txt", bytes: Array("bericht\n".utf8)),
        Document(name: "documents/bijlage.txt", bytes: Array("bijlage\n".utf8)),
    ]
    var changeHeader: (String) -> String = { $0 }
    var changeHeaderBytes: ([UInt8]) -> [UInt8] = { $0 }
    var changeReferences: ([ASiCManifest.Reference]) -> [ASiCManifest.Reference] = { $0 }
    var signatureURI = "META-INF/signature-sender.p7s"
    var changeManifest: (String) -> String = { $0 }
    var changeManifestBytes: ([UInt8]) -> [UInt8] = { $0 }
    var signer: CAdESSigner
    var isAttached = false
    var signingTime = TestPKI.now.milliseconds / 1_000
    var changeSignature: ([UInt8]) -> [UInt8] = { $0 }
    var changeEntries: ([Entry]) -> [Entry] = { $0 }
    var changeContainer: ([UInt8]) -> [UInt8] = { $0 }

    init(_ signer: CAdESSigner) { self.signer = signer }

    static let mimetype = Entry("mimetype", Array("application/vnd.etsi.asic-e+zip".utf8))

    var headerText: String {
        let documents = self.documents.enumerated().map { index, document in
            #"{"name":"\#(document.name)","role":"\#(document.statedRole ?? (index == 0 ? "main" : "annex"))","#
                + #""mediaType":"\#(document.mediaType)","size":\#(document.statedSize ?? document.bytes.count),"#
                + #""sha256":"\#(document.statedDigest ?? ContentDigest(of: document.bytes))","#
                + #""encrypted":\#(document.isEncrypted ?? document.name.hasSuffix(".age"))}"#
        }
        return """
            {"zegel":"1","kenmerk":"AIVD-2026-004711","date":"2026-11-20","exchange":"ambtsberichten",
             "kind":"ambtsbericht","from":{"oin":"00000099000000001000","mailbox":"aivd/ct"},
             "to":[{"oin":"00000099000000002000","mailbox":"om/lovj","role":"action"}],
             "purpose":"opsporing-en-vervolging","legalBasis":"wiv2017-art66","classification":"ongerubriceerd",
             "details":{"subjects":1},"nonce":"AAAAAAAAAAAAAAAAAAAAAA","documents":[\(documents.joined(separator: ","))]}
            """
    }

    func built() throws -> [UInt8] {
        let header = self.changeHeaderBytes(Array(self.changeHeader(self.headerText).utf8))
        let references =
            [ASiCManifest.Reference(uri: "message.json", mimeType: "application/json", digest: Self.digest(header))]
            + self.documents.map { .init(uri: $0.name, mimeType: $0.mediaType, digest: Self.digest($0.bytes)) }
        let text = ASiCManifest(signatureURI: self.signatureURI, references: self.changeReferences(references))
            .encoded()
        let manifest = self.changeManifestBytes(
            Array(self.changeManifest(String(decoding: text, as: UTF8.self)).utf8)
        )
        let signature =
            self.isAttached
            ? try self.signer.sign(attached: manifest, at: self.signingTime)
            : try self.signer.sign(detached: manifest, at: self.signingTime)
        let entries =
            [
                Self.mimetype, Entry("message.json", header), Entry("META-INF/ASiCManifest-sender.xml", manifest),
                Entry("META-INF/signature-sender.p7s", self.changeSignature(signature)),
            ] + self.documents.map { Entry($0.name, $0.bytes) }
        return self.changeContainer(RawZip.write(self.changeEntries(entries)))
    }

    static func digest(_ bytes: [UInt8]) -> [UInt8] { ContentDigest(of: bytes).bytes }
}

/// Writes ZIP archives of stored entries without asking whether they make sense.
enum RawZip {
    struct Entry {
        var name: String
        var bytes: [UInt8]

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    static func write(_ entries: [Entry]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let name = Array(entry.name.utf8)
            let flags = name.allSatisfy { $0 < 0x80 } ? 0 : 0x800
            let crc = ContainerWriter.crc32(entry.bytes)
            let common =
                self.bytes(20, 2) + self.bytes(flags, 2) + self.bytes(0, 2) + self.bytes(0, 2) + self.bytes(0x21, 2)
                + self.bytes(Int(crc), 4) + self.bytes(entry.bytes.count, 4) + self.bytes(entry.bytes.count, 4)
                + self.bytes(name.count, 2) + self.bytes(0, 2)
            directory += [0x50, 0x4B, 1, 2] + self.bytes(20, 2) + common + self.bytes(0, 10)
            directory += self.bytes(archive.count, 4) + name
            archive += [0x50, 0x4B, 3, 4] + common + name + entry.bytes
        }
        let end =
            [0x50, 0x4B, 5, 6] + self.bytes(0, 4) + self.bytes(entries.count, 2) + self.bytes(entries.count, 2)
            + self.bytes(directory.count, 4) + self.bytes(archive.count, 4) + self.bytes(0, 2)
        return archive + directory + end
    }

    private static func bytes(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }
}
