// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

@testable import ASiC

extension ManifestDeviation {
    /// Every way in which a manifest may be wrong, beside one in which it is right.
    static let all: [ManifestDeviation] = [
        ManifestDeviation("a document type", .manifestDoctype, Change("?>\n", "?>\n<!DOCTYPE asic:ASiCManifest>")),
        ManifestDeviation(
            "entities declared in a document type",
            .manifestDoctype,
            Change("?>\n", "?>\n<!DOCTYPE x [<!ENTITY a \"b\">]>")
        ),
        ManifestDeviation(
            "a comment before the root",
            .manifestComment,
            Change("?>\n", "?>\n<!-- x -->"),
            good: Change("?>\n", "?>\n\n \t")
        ),
        ManifestDeviation(
            "a comment between references",
            .manifestComment,
            Change("<asic:DataObjectReference URI=\"a.txt\"", "<!----><asic:DataObjectReference URI=\"a.txt\""),
            good: Change("<asic:DataObjectReference URI=\"a.txt\"", "\n  <asic:DataObjectReference URI=\"a.txt\"")
        ),
        ManifestDeviation(
            "a comment behind the root",
            .manifestComment,
            Change("</asic:ASiCManifest>", "</asic:ASiCManifest><!-- x -->"),
            good: Change("</asic:ASiCManifest>", "</asic:ASiCManifest>\n\n")
        ),
        ManifestDeviation(
            "a comment within a digest",
            .manifestComment,
            Change("<ds:DigestValue>", "<ds:DigestValue><!-- x -->")
        ),
        ManifestDeviation(
            "a CDATA section",
            .manifestCDATA,
            Change("<ds:DigestValue>", "<ds:DigestValue><![CDATA[]]>")
        ),
        ManifestDeviation("a processing instruction", .manifestProcessingInstruction, Change("?>\n", "?>\n<?php x?>")),
        ManifestDeviation(
            "a style sheet in place of the declaration",
            .manifestProcessingInstruction,
            Change("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<?xml-stylesheet href=\"x\"?>")
        ),
        ManifestDeviation(
            "a second XML declaration",
            .manifestProcessingInstruction,
            Change("?>\n", "?>\n<?xml version=\"1.0\"?>")
        ),
        ManifestDeviation(
            "a decimal character reference",
            .manifestCharacterReference,
            Change("a.txt", "&#97;.txt"),
            good: Change("a.txt", "a&amp;b.txt")
        ),
        ManifestDeviation(
            "a hexadecimal character reference",
            .manifestCharacterReference,
            Change("a.txt", "&#x61;.txt"),
            good: Change("a.txt", "a&apos;b.txt")
        ),
        ManifestDeviation("an undeclared entity", .manifestEntity, Change("a.txt", "&nbsp;.txt")),
        ManifestDeviation("a lone ampersand", .manifestEntity, Change("a.txt", "a&b.txt")),
        ManifestDeviation("XML 1.1", .manifestDeclaration, Change("version=\"1.0\"", "version=\"1.1\"")),
        ManifestDeviation("a declaration without a version", .manifestDeclaration, Change("version=\"1.0\" ", "")),
        ManifestDeviation(
            "an encoding before the version",
            .manifestDeclaration,
            Change("version=\"1.0\" encoding=\"UTF-8\"", "encoding=\"UTF-8\" version=\"1.0\"")
        ),
        ManifestDeviation(
            "an unknown part of the declaration",
            .manifestDeclaration,
            Change("encoding=\"UTF-8\"", "charset=\"UTF-8\""),
            good: Change("encoding=\"UTF-8\"", "encoding='utf-8' standalone=\"no\" ")
        ),
        ManifestDeviation(
            "another encoding",
            .manifestEncoding,
            Change("UTF-8", "ISO-8859-1"),
            good: Change("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "")
        ),
        ManifestDeviation("a byte order mark", .manifestByteOrderMark, Change("<?xml ", "\u{FEFF}<?xml ")),
        ManifestDeviation("a zero byte", .manifestCharacter, Change("a.txt", "a\0.txt")),
        ManifestDeviation("a line end within an attribute", .manifestCharacter, Change("a.txt", "a\n.txt")),
        ManifestDeviation("a tab within an attribute", .manifestCharacter, Change("a.txt", "a\t.txt")),
        ManifestDeviation("text before the root", .manifestSyntax, Change("?>\n", "?>\nx")),
        ManifestDeviation(
            "a space before the declaration",
            .manifestProcessingInstruction,
            Change("<?xml ", " <?xml ")
        ),
        ManifestDeviation(
            "an attribute without quotes",
            .manifestSyntax,
            Change("URI=\"a.txt\"", "URI=a.txt"),
            good: Change("URI=\"a.txt\"", "URI = 'a.txt'")
        ),
        ManifestDeviation(
            "two attributes that are not separated",
            .manifestSyntax,
            Change("\"a.txt\" M", "\"a.txt\"M"),
            good: Change("\"a.txt\" M", "\"a.txt\"\n  M")
        ),
        ManifestDeviation("a smaller-than sign within an attribute", .manifestSyntax, Change("a.txt", "a<.txt")),
        ManifestDeviation(
            "tags that do not nest",
            .manifestSyntax,
            Change("</ds:DigestValue></asic:DataObjectReference>", "</asic:DataObjectReference></ds:DigestValue>")
        ),
        ManifestDeviation(
            "an end tag with another prefix",
            .manifestSyntax,
            Change("</ds:DigestValue>", "</asic:DigestValue>")
        ),
        ManifestDeviation(
            "an element name that begins with a digit",
            .manifestSyntax,
            Change("<ds:DigestMethod", "<ds:1DigestMethod")
        ),
        ManifestDeviation(
            "an attribute twice",
            .manifestDuplicateAttribute,
            Change("URI=\"a.txt\"", "URI=\"a.txt\" URI=\"a.txt\"")
        ),
        ManifestDeviation("no end of the root", .manifestTruncated, Change("</asic:ASiCManifest>\n", "")),
        ManifestDeviation("half a tag", .manifestTruncated, Change("</asic:ASiCManifest>\n", "</asic:ASiC")),
        ManifestDeviation("an entity without its end", .manifestEntity, Change("a.txt", "a&amp")),
        ManifestDeviation(
            "text behind the root",
            .manifestTrailing,
            Change("</asic:ASiCManifest>\n", "</asic:ASiCManifest>\nx")
        ),
        ManifestDeviation(
            "a second root",
            .manifestTrailing,
            Change("</asic:ASiCManifest>\n", "</asic:ASiCManifest>\n<x/>")
        ),
        ManifestDeviation("another root", .manifestRoot, Change("ASiCManifest", "Manifest")),
        ManifestDeviation("a root in no namespace", .manifestRoot, Change("<asic:ASiCManifest", "<ASiCManifest")),
        ManifestDeviation(
            "a prefix of the root that is not declared",
            .manifestRoot,
            Change("xmlns:asic=", "xmlns:x=")
        ),
        ManifestDeviation("an older namespace", .manifestNamespace, Change("v1.2.1", "v1.1.1")),
        ManifestDeviation(
            "a foreign namespace",
            .manifestNamespace,
            Change("xmlns:ds=", "xmlns:x=\"urn:x\" xmlns:ds=")
        ),
        ManifestDeviation(
            "a namespace that is none",
            .manifestNamespace,
            Change("xmlns:ds=", "xmlns:x=\"\" xmlns:ds=")
        ),
        ManifestDeviation(
            "a prefix that is not declared",
            .manifestNamespace,
            Change("<ds:DigestMethod Algorithm=", "<x:DigestMethod Algorithm=")
        ),
        ManifestDeviation(
            "an element in no namespace",
            .manifestNamespace,
            Change("<ds:DigestMethod Algorithm=", "<DigestMethod Algorithm=")
        ),
        ManifestDeviation(
            "a namespace declared below the root",
            .manifestNamespacePlace,
            Change("<ds:DigestMethod", "<ds:DigestMethod xmlns:x=\"http://www.w3.org/2000/09/xmldsig#\"")
        ),
        ManifestDeviation(
            "a foreign attribute of the root",
            .manifestForeignAttribute,
            Change("<asic:ASiCManifest", "<asic:ASiCManifest Id=\"x\"")
        ),
        ManifestDeviation(
            "a language of the root",
            .manifestForeignAttribute,
            Change("<asic:ASiCManifest", "<asic:ASiCManifest xml:lang=\"nl\"")
        ),
        ManifestDeviation(
            "a foreign attribute of a reference",
            .manifestForeignAttribute,
            Change("URI=\"a.txt\"", "URI=\"a.txt\" Size=\"1\"")
        ),
        ManifestDeviation(
            "an attribute with a prefix",
            .manifestMissingAttribute,
            Change("URI=\"a.txt\"", "asic:URI=\"a.txt\"")
        ),
        ManifestDeviation(
            "a foreign attribute of the signature reference",
            .manifestForeignAttribute,
            Change("<asic:SigReference", "<asic:SigReference Id=\"x\"")
        ),
        ManifestDeviation(
            "a foreign attribute of a digest method",
            .manifestForeignAttribute,
            Change("<ds:DigestMethod", "<ds:DigestMethod Id=\"x\"")
        ),
        ManifestDeviation(
            "a foreign attribute of a digest value",
            .manifestForeignAttribute,
            Change("<ds:DigestValue", "<ds:DigestValue Id=\"x\"")
        ),
        ManifestDeviation(
            "a reference without a URI",
            .manifestMissingAttribute,
            Change("URI=\"a.txt\" ", ""),
            good: Change("MimeType=\"text/plain\"", "")
        ),
        ManifestDeviation(
            "a signature reference without a URI",
            .manifestMissingAttribute,
            Change("URI=\"META-INF/signature.p7s\" ", ""),
            good: Change("MimeType=\"application/pkcs7-signature\"", "")
        ),
        ManifestDeviation(
            "a digest method without an algorithm",
            .manifestMissingAttribute,
            Change("Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"", "")
        ),
        ManifestDeviation(
            "the attribute Rootfile",
            .manifestRootfile,
            Change("URI=\"a.txt\"", "URI=\"a.txt\" Rootfile=\"true\"")
        ),
        ManifestDeviation(
            "extensions of the manifest",
            .manifestExtension,
            Change("</asic:ASiCManifest>", "<asic:ASiCManifestExtensions/></asic:ASiCManifest>")
        ),
        ManifestDeviation(
            "extensions of a reference",
            .manifestExtension,
            Change("</asic:DataObjectReference>", "<asic:DataObjectReferenceExtensions/></asic:DataObjectReference>")
        ),
        ManifestDeviation(
            "no signature reference",
            .manifestElement,
            Change("<asic:SigReference URI=\"META-INF/signature.p7s\" MimeType=\"application/pkcs7-signature\"/>", "")
        ),
        ManifestDeviation(
            "two signature references",
            .manifestElement,
            Change(
                "<asic:SigReference URI=\"META-INF/signature.p7s\"",
                "<asic:SigReference URI=\"b.p7s\"/><asic:SigReference URI=\"META-INF/signature.p7s\""
            )
        ),
        ManifestDeviation(
            "a foreign element among the references",
            .manifestElement,
            Change("</asic:ASiCManifest>", "<asic:Other/></asic:ASiCManifest>")
        ),
        ManifestDeviation(
            "a child of the signature reference",
            .manifestElement,
            Change("MimeType=\"application/pkcs7-signature\"/>", "><asic:x/></asic:SigReference>"),
            good: Change("MimeType=\"application/pkcs7-signature\"/>", "></asic:SigReference>")
        ),
        ManifestDeviation(
            "a child of a digest method",
            .manifestElement,
            Change("#sha256\"/>", "#sha256\"><ds:x/></ds:DigestMethod>"),
            good: Change("#sha256\"/>", "#sha256\"></ds:DigestMethod>")
        ),
        ManifestDeviation(
            "a reference without a digest",
            .manifestElement,
            Change("<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>", "")
        ),
        ManifestDeviation(
            "two digests of one entry",
            .manifestElement,
            Change("</asic:DataObjectReference>", "<ds:DigestMethod/></asic:DataObjectReference>")
        ),
        ManifestDeviation(
            "a digest method of the wrong namespace",
            .manifestElement,
            Change("<ds:DigestMethod", "<asic:DigestMethod")
        ),
        ManifestDeviation(
            "text between the elements",
            .manifestText,
            Change("</asic:ASiCManifest>", "x</asic:ASiCManifest>"),
            good: Change("</asic:ASiCManifest>", "\r\n</asic:ASiCManifest>")
        ),
        ManifestDeviation(
            "an entity between the elements",
            .manifestText,
            Change("</asic:ASiCManifest>", "&amp;</asic:ASiCManifest>")
        ),
        ManifestDeviation(
            "text within a signature reference",
            .manifestText,
            Change("MimeType=\"application/pkcs7-signature\"/>", ">x</asic:SigReference>")
        ),
        ManifestDeviation(
            "SHA-1",
            .manifestDigestAlgorithm,
            Change("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1")
        ),
        ManifestDeviation("SHA-512", .manifestDigestAlgorithm, Change("xmlenc#sha256", "xmlenc#sha512")),
        ManifestDeviation("an empty digest", .manifestDigestValue, Change(ManifestDeviation.digest, "")),
        ManifestDeviation(
            "a digest of 33 bytes",
            .manifestDigestValue,
            Change(ManifestDeviation.digest, "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB")
        ),
        ManifestDeviation("a digest without padding", .manifestDigestValue, Change("AQE=", "AQE")),
        ManifestDeviation(
            "a digest with bits behind its end",
            .manifestDigestValue,
            Change("AQE=", "AQF="),
            good: Change("AQE=", "AQI=")
        ),
        ManifestDeviation(
            "a digest in base64url",
            .manifestDigestValue,
            Change("AQEB", "-_-_"),
            good: Change("AQEB", "+/+/")
        ),
        ManifestDeviation(
            "a digest with white space",
            .manifestDigestValue,
            Change("<ds:DigestValue>", "<ds:DigestValue>\n")
        ),
        ManifestDeviation(
            "a digest with an element",
            .manifestDigestValue,
            Change("<ds:DigestValue>", "<ds:DigestValue><ds:x/>")
        ),
        ManifestDeviation("an empty URI", .manifestURI, Change("a.txt", "")),
        ManifestDeviation(
            "a URI that climbs out",
            .manifestURI,
            Change("a.txt", "../a.txt"),
            good: Change("a.txt", "b/a.txt")
        ),
        ManifestDeviation("a URI with percent encoding", .manifestURI, Change("a.txt", "%61.txt")),
        ManifestDeviation("a URI with a scheme", .manifestURI, Change("a.txt", "file:a.txt")),
        ManifestDeviation("a URI with a fragment", .manifestURI, Change("a.txt", "a.txt#b")),
        ManifestDeviation(
            "a URI in normalization form D",
            .manifestURI,
            Change("a.txt", "e\u{301}.txt"),
            good: Change("a.txt", "\u{E9}.txt")
        ),
        ManifestDeviation(
            "a signature URI that is no name",
            .manifestURI,
            Change("META-INF/signature.p7s", "/signature.p7s")
        ),
        ManifestDeviation("a URI twice", .manifestDuplicateURI, Change("b.txt", "a.txt")),
        ManifestDeviation(
            "a reference to the signature itself",
            .manifestDuplicateURI,
            Change("a.txt", "META-INF/signature.p7s")
        ),
        ManifestDeviation("an empty media type", .manifestMimeType, Change("text/plain", "")),
        ManifestDeviation(
            "a media type without a slash",
            .manifestMimeType,
            Change("text/plain", "text"),
            good: Change("text/plain", "text/plain; charset=utf-8")
        ),
        ManifestDeviation("a media type that is not ASCII", .manifestMimeType, Change("text/plain", "text/\u{E9}")),
        ManifestDeviation("no references", .manifestNoReference, Change(ManifestDeviation.references, "")),
        ManifestDeviation(
            "more than 2 MiB",
            .manifestTooLarge,
            Change("</asic:ASiCManifest>", String(repeating: " ", count: 2 << 20) + "</asic:ASiCManifest>")
        ),
    ]
}
