// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// An ASiCManifest (EN 319 162-1, Annex A.4): which entries a signature covers, by name and SHA-256.
public struct ASiCManifest: Hashable, Sendable {
    /// What the manifest says about one entry.
    public struct Reference: Hashable, Sendable {
        /// The name of the entry, byte for byte.
        public let uri: String

        /// The media type of the entry, if the manifest gives one.
        public let mimeType: String?

        /// SHA-256 of the content, 32 bytes.
        public let digest: [UInt8]

        /// Makes a reference.
        public init(uri: String, mimeType: String?, digest: [UInt8]) {
            self.uri = uri
            self.mimeType = mimeType
            self.digest = digest
        }
    }

    /// The media type of a detached CMS signature.
    public static let signatureMimeType = "application/pkcs7-signature"

    /// The media type of a time-stamp token (EN 319 162-1, Annex A.4).
    public static let timestampMimeType = "application/vnd.etsi.timestamp-token"

    /// The largest manifest that is read, in bytes: room for references to 1,000 entries with the longest names.
    public static let maximumSize = 2 << 20

    /// The name of the entry with the signature or time-stamp token over this manifest.
    public let signatureURI: String

    /// The media type of that entry, if the manifest gives one.
    public let signatureMimeType: String?

    /// The entries that are covered, in order.
    public let references: [Reference]

    /// Makes a manifest.
    public init(
        signatureURI: String,
        signatureMimeType: String? = Self.signatureMimeType,
        references: [Reference]
    ) {
        self.signatureURI = signatureURI
        self.signatureMimeType = signatureMimeType
        self.references = references
    }

    /// The manifest as XML.
    ///
    /// The same manifest gives the same bytes, without white space between the elements.
    public func encoded() -> [UInt8] {
        var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
        text += #"<asic:ASiCManifest xmlns:asic="\#(Namespace.asic)" xmlns:ds="\#(Namespace.signature)">"#
        text += "<asic:SigReference" + Self.attribute("URI", self.signatureURI)
        text += Self.attribute("MimeType", self.signatureMimeType) + "/>"
        for reference in self.references {
            text += "<asic:DataObjectReference" + Self.attribute("URI", reference.uri)
            text += Self.attribute("MimeType", reference.mimeType) + ">"
            text += #"<ds:DigestMethod Algorithm="\#(Self.sha256)"/>"#
            text += "<ds:DigestValue>\(DigestValue.encode(reference.digest))</ds:DigestValue>"
            text += "</asic:DataObjectReference>"
        }
        return Array((text + "</asic:ASiCManifest>\n").utf8)
    }

    /// The only digest algorithm.
    static let sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"

    /// The two namespaces of a manifest.
    enum Namespace {
        static let asic = "http://uri.etsi.org/02918/v1.2.1#"
        static let signature = "http://www.w3.org/2000/09/xmldsig#"
    }

    private static func attribute(_ name: String, _ value: String?) -> String {
        guard let value else { return "" }
        var text = ""
        for character in value.unicodeScalars {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.unicodeScalars.append(character)
            }
        }
        return " \(name)=\"\(text)\""
    }
}
