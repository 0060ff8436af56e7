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
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512 + 384 * self.references.count)
        bytes += Self.beginning
        bytes += "<asic:SigReference".utf8
        Self.write("URI", self.signatureURI, to: &bytes)
        Self.write("MimeType", self.signatureMimeType, to: &bytes)
        bytes += "/>".utf8
        for reference in self.references {
            bytes += "<asic:DataObjectReference".utf8
            Self.write("URI", reference.uri, to: &bytes)
            Self.write("MimeType", reference.mimeType, to: &bytes)
            bytes += Self.beforeDigest
            bytes += DigestValue.encode(reference.digest)
            bytes += "</ds:DigestValue></asic:DataObjectReference>".utf8
        }
        bytes += "</asic:ASiCManifest>\n".utf8
        return bytes
    }

    private static let beginning = Array(
        (#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
            + #"<asic:ASiCManifest xmlns:asic="\#(Namespace.asic)" xmlns:ds="\#(Namespace.signature)">"#).utf8
    )

    private static let beforeDigest = Array(#"><ds:DigestMethod Algorithm="\#(Self.sha256)"/><ds:DigestValue>"#.utf8)

    /// The only digest algorithm.
    static let sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"

    /// The two namespaces of a manifest.
    enum Namespace {
        static let asic = "http://uri.etsi.org/02918/v1.2.1#"
        static let signature = "http://www.w3.org/2000/09/xmldsig#"
    }

    /// Writes an attribute, if there is a value.
    private static func write(_ name: String, _ value: String?, to bytes: inout [UInt8]) {
        guard let value else { return }
        bytes.append(UInt8(ascii: " "))
        bytes += name.utf8
        bytes += "=\"".utf8
        // Nearly all are plain; without branches, many bytes are looked at in one step.
        let span = value.utf8.span
        var others: UInt8 = 0
        for index in span.indices {
            let byte = span[index]
            others |= (byte == 0x26 ? 1 : 0) | (byte == 0x3C ? 1 : 0) | (byte == 0x3E ? 1 : 0) | (byte == 0x22 ? 1 : 0)
        }
        if others == 0 { bytes += value.utf8 }
        for byte in others == 0 ? "".utf8 : value.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
