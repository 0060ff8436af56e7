// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import ASiC

/// A replacement of one text by another, at its first place.
struct Change: Sendable {
    let old: String
    let new: String

    init(_ old: String, _ new: String) {
        self.old = old
        self.new = new
    }

    func applied(to text: String) throws -> [UInt8] {
        let range = try #require(text.range(of: self.old))
        return Array(text.replacingCharacters(in: range, with: self.new).utf8)
    }
}

/// One way in which a manifest is wrong, beside a change of the same kind that is right.
struct ManifestDeviation: Sendable, CustomTestStringConvertible {
    let name: String
    let code: ASiCError.Code
    let bad: Change
    let good: Change?

    init(_ name: String, _ code: ASiCError.Code, _ bad: Change, good: Change? = nil) {
        self.name = name
        self.code = code
        self.bad = bad
        self.good = good
    }

    var testDescription: String { self.name }

    static let digest = String(decoding: DigestValue.encode([UInt8](repeating: 1, count: 32)), as: UTF8.self)

    static let valid = ASiCManifest(
        signatureURI: "META-INF/signature.p7s",
        references: ["a.txt", "b.txt"].map {
            ASiCManifest.Reference(uri: $0, mimeType: "text/plain", digest: [UInt8](repeating: 1, count: 32))
        }
    )

    static let text = String(decoding: valid.encoded(), as: UTF8.self)

    /// Both references of the text.
    static let references = String(
        text[(text.range(of: "<asic:Data")?.lowerBound ?? text.startIndex)...].dropLast("</asic:ASiCManifest>\n".count)
    )
}

@Suite("ASiCManifest")
struct ManifestTests {
    private func code(of bytes: [UInt8]) -> ASiCError.Code? {
        do throws(ASiCError) {
            _ = try ASiCManifest(parsing: bytes)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("Refuses what is wrong with its own code, and accepts its twin", arguments: ManifestDeviation.all)
    func deviation(_ deviation: ManifestDeviation) throws {
        #expect(try self.code(of: deviation.bad.applied(to: ManifestDeviation.text)) == deviation.code)
        let good = deviation.good ?? Change("a.txt", "c.txt")
        #expect(try self.code(of: good.applied(to: ManifestDeviation.text)) == nil)
    }

    @Test("Has a deviation for every code of a manifest")
    func everyCode() {
        let codes = Set(ASiCError.Code.allCases.filter { $0.rawValue.hasPrefix("manifest.") })
        #expect(codes == Set(ManifestDeviation.all.map(\.code)))
    }

    @Test("Refuses every shorter manifest")
    func everyPrefix() {
        let bytes = ManifestDeviation.valid.encoded()
        for count in 0..<(bytes.count - 1) {
            #expect(self.code(of: Array(bytes.prefix(count))) != nil)
        }
    }

    @Test("Refuses bytes that are not UTF-8")
    func notUTF8() {
        #expect(self.code(of: ManifestDeviation.valid.encoded() + [0xFF]) == .manifestEncoding)
        #expect(self.code(of: Array("<x>".utf16.flatMap { [UInt8($0), 0] })) == .manifestCharacter)
    }

    @Test("Reads what it writes, names with entities included")
    func roundTrip() throws {
        let manifest = ASiCManifest(
            signatureURI: "META-INF/signature-seal.tst",
            signatureMimeType: ASiCManifest.timestampMimeType,
            references: [
                .init(uri: "documents/één & 'twee'.pdf", mimeType: "application/pdf", digest: Array(0..<32)),
                .init(uri: "日本語", mimeType: nil, digest: Array((0..<32).reversed())),
            ]
        )
        #expect(try ASiCManifest(parsing: manifest.encoded()) == manifest)
        #expect(ManifestDeviation.text.contains(ManifestDeviation.references))
    }

    @Test("Escapes a value that is no name, so that it cannot become markup")
    func escapes() {
        let manifest = ASiCManifest(
            signatureURI: "\"/><x y=\"",
            references: [.init(uri: "a&<b>", mimeType: nil, digest: [])]
        )
        let text = String(decoding: manifest.encoded(), as: UTF8.self)
        #expect(text.contains(#"URI="&quot;/&gt;&lt;x y=&quot;""#))
        #expect(text.contains(#"URI="a&amp;&lt;b&gt;""#))
    }

    @Test("Writes the bytes that clients in other languages write")
    func bytes() {
        let manifest = ASiCManifest(
            signatureURI: "META-INF/signature-sender.p7s",
            references: [
                .init(uri: "message.json", mimeType: "application/json", digest: [UInt8](repeating: 0, count: 32))
            ]
        )
        let expected = """
            <?xml version="1.0" encoding="UTF-8"?>
            <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" \
            xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\
            <asic:SigReference URI="META-INF/signature-sender.p7s" MimeType="application/pkcs7-signature"/>\
            <asic:DataObjectReference URI="message.json" MimeType="application/json">\
            <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\
            <ds:DigestValue>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=</ds:DigestValue>\
            </asic:DataObjectReference></asic:ASiCManifest>

            """
        #expect(String(decoding: manifest.encoded(), as: UTF8.self) == expected)
    }

    @Test("Accepts other prefixes, a default namespace and white space, as other writers use them")
    func otherPrefixes() throws {
        let text = """
            <ASiCManifest xmlns="http://uri.etsi.org/02918/v1.2.1#" xmlns:ns2='http://www.w3.org/2000/09/xmldsig#'>
              <SigReference MimeType="application/pkcs7-signature" URI="META-INF/signature.p7s" ></SigReference>
              <DataObjectReference MimeType="text/plain" URI="a.txt">
                <ns2:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256" />
                <ns2:DigestValue>\(ManifestDeviation.digest)</ns2:DigestValue >
              </DataObjectReference>
            </ASiCManifest>
            """
        let manifest = try ASiCManifest(parsing: Array(text.utf8))
        #expect(manifest.signatureURI == "META-INF/signature.p7s")
        #expect(manifest.references == [ManifestDeviation.valid.references[0]])
    }

    @Test("Has one spelling in base64 for every digest")
    func base64() {
        for byte in UInt8.min...UInt8.max {
            let digest = (0..<32).map { byte &+ $0 &* 7 }
            let text = String(decoding: DigestValue.encode(digest), as: UTF8.self)
            #expect(text == Data(digest).base64EncodedString())
            #expect(DigestValue.decode(text) == digest)
        }
    }
}
