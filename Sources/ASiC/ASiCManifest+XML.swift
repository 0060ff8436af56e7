// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension ASiCManifest {
    /// Reads a manifest, in the part of XML that has one way to say things.
    ///
    /// - Throws: ``ASiCError`` with a code that begins with `manifest`.
    public init(parsing bytes: [UInt8]) throws(ASiCError) {
        guard bytes.count <= Self.maximumSize else {
            throw ASiCError(.manifestTooLarge, "The manifest has \(bytes.count) bytes.")
        }
        var parser = try ManifestParser(bytes)
        self = try parser.manifest()
    }
}

/// Reads the elements of a manifest in their order.
private struct ManifestParser {
    private struct Element {
        let local: String
        let namespace: String
        var attributes: [XMLScanner.Attribute]

        func isNamed(_ local: String, _ namespace: String) -> Bool {
            self.local == local && self.namespace == namespace
        }
    }

    private var scanner: XMLScanner
    private var namespaces: [String: String] = [:]
    private var uris: Set<String> = []

    init(_ bytes: [UInt8]) throws(ASiCError) {
        self.scanner = try XMLScanner(bytes)
    }

    mutating func manifest() throws(ASiCError) -> ASiCManifest {
        try self.readRoot()
        let (uri, mimeType) = try self.readSignatureReference()
        var references: [ASiCManifest.Reference] = []
        while let element = try self.child() {
            references.append(try self.readReference(element))
        }
        guard !references.isEmpty else { throw ASiCError(.manifestNoReference, "The manifest refers to nothing.") }
        return ASiCManifest(signatureURI: uri, signatureMimeType: mimeType, references: references)
    }

    // MARK: Elements

    private mutating func readRoot() throws(ASiCError) {
        guard case .start(let name, let attributes)? = try self.scanner.next() else {
            throw ASiCError(.manifestRoot, "There is no root element.")
        }
        for attribute in attributes {
            let isDefault = attribute.name == XMLScanner.Name(prefix: "", local: "xmlns")
            guard isDefault || attribute.name.prefix == "xmlns" else {
                throw ASiCError(
                    .manifestForeignAttribute,
                    "The root element has the attribute '\(attribute.name.text)'."
                )
            }
            let known = [ASiCManifest.Namespace.asic, ASiCManifest.Namespace.signature]
            guard known.contains(attribute.value), !["xml", "xmlns"].contains(attribute.name.local) || isDefault else {
                throw ASiCError(
                    .manifestNamespace,
                    "The declaration '\(attribute.name.text)' is of a foreign namespace."
                )
            }
            self.namespaces[isDefault ? "" : attribute.name.local] = attribute.value
        }
        guard name.local == "ASiCManifest", self.namespaces[name.prefix] == ASiCManifest.Namespace.asic else {
            throw ASiCError(.manifestRoot, "The root element is '\(name.text)'.")
        }
    }

    private mutating func readSignatureReference() throws(ASiCError) -> (uri: String, mimeType: String?) {
        guard var element = try self.child(), element.isNamed("SigReference", ASiCManifest.Namespace.asic) else {
            throw ASiCError(.manifestElement, "SigReference is not the first element.")
        }
        let uri = try self.takeURI(of: &element)
        let mimeType = try self.takeMimeType(of: &element)
        try self.refuseAttributes(of: element)
        try self.expectEnd(of: element)
        return (uri, mimeType)
    }

    private mutating func readReference(_ found: Element) throws(ASiCError) -> ASiCManifest.Reference {
        var element = found
        try self.refuseExtensions(element)
        guard element.isNamed("DataObjectReference", ASiCManifest.Namespace.asic) else {
            throw ASiCError(.manifestElement, "There is the element '\(element.local)' among the references.")
        }
        let uri = try self.takeURI(of: &element)
        let mimeType = try self.takeMimeType(of: &element)
        guard self.take("Rootfile", of: &element) == nil else {
            throw ASiCError(.manifestRootfile, "The reference to '\(uri)' has the attribute Rootfile.")
        }
        try self.refuseAttributes(of: element)
        try self.readDigestMethod(uri)
        let digest = try self.readDigestValue(uri)
        if let extra = try self.child() {
            try self.refuseExtensions(extra)
            throw ASiCError(.manifestElement, "The reference to '\(uri)' has the element '\(extra.local)'.")
        }
        return ASiCManifest.Reference(uri: uri, mimeType: mimeType, digest: digest)
    }

    private mutating func readDigestMethod(_ uri: String) throws(ASiCError) {
        guard var method = try self.child(), method.isNamed("DigestMethod", ASiCManifest.Namespace.signature) else {
            throw ASiCError(.manifestElement, "The reference to '\(uri)' does not begin with DigestMethod.")
        }
        guard let algorithm = self.take("Algorithm", of: &method) else {
            throw ASiCError(.manifestMissingAttribute, "DigestMethod of '\(uri)' has no Algorithm.")
        }
        guard algorithm == ASiCManifest.sha256 else {
            throw ASiCError(.manifestDigestAlgorithm, "The digest of '\(uri)' is by another algorithm.")
        }
        try self.refuseAttributes(of: method)
        try self.expectEnd(of: method)
    }

    private mutating func readDigestValue(_ uri: String) throws(ASiCError) -> [UInt8] {
        guard let value = try self.child(), value.isNamed("DigestValue", ASiCManifest.Namespace.signature) else {
            throw ASiCError(.manifestElement, "DigestMethod of '\(uri)' is not followed by DigestValue.")
        }
        try self.refuseAttributes(of: value)
        guard case .text(let text)? = try self.scanner.next(), let digest = DigestValue.decode(text),
            case .end? = try self.scanner.next()
        else { throw ASiCError(.manifestDigestValue, "The digest of '\(uri)' is not valid.") }
        return digest
    }

    // MARK: Attributes

    private func take(_ name: String, of element: inout Element) -> String? {
        let wanted = XMLScanner.Name(prefix: "", local: name)
        guard let index = element.attributes.firstIndex(where: { $0.name == wanted }) else { return nil }
        return element.attributes.remove(at: index).value
    }

    private mutating func takeURI(of element: inout Element) throws(ASiCError) -> String {
        guard let uri = self.take("URI", of: &element) else {
            throw ASiCError(.manifestMissingAttribute, "The element '\(element.local)' has no URI.")
        }
        do {
            try EntryName.check(uri)
        } catch {
            throw ASiCError(.manifestURI, "A URI is not allowed as a name (\(error.code.rawValue)).")
        }
        guard self.uris.insert(uri).inserted else {
            throw ASiCError(.manifestDuplicateURI, "The URI '\(uri)' is there twice.")
        }
        return uri
    }

    private func takeMimeType(of element: inout Element) throws(ASiCError) -> String? {
        guard let type = self.take("MimeType", of: &element) else { return nil }
        let bytes = Array(type.utf8)
        guard (3...255).contains(bytes.count), bytes.contains(UInt8(ascii: "/")),
            bytes.allSatisfy({ (0x20...0x7E).contains($0) }), bytes.first != 0x20, bytes.last != 0x20
        else { throw ASiCError(.manifestMimeType, "A MimeType of '\(element.local)' is not a media type.") }
        return type
    }

    private func refuseAttributes(of element: Element) throws(ASiCError) {
        guard let attribute = element.attributes.first else { return }
        throw ASiCError(
            .manifestForeignAttribute,
            "The element '\(element.local)' has the attribute '\(attribute.name.text)'."
        )
    }

    // MARK: Nesting

    /// The next child of the open element, or `nil` at its end.
    private mutating func child() throws(ASiCError) -> Element? {
        while let token = try self.scanner.next() {
            switch token {
            case .text(let text):
                guard text.utf8.allSatisfy({ $0 <= 0x20 }) else {
                    throw ASiCError(.manifestText, "There is text between the elements.")
                }
            case .end:
                return nil
            case .start(let name, let attributes):
                let declares = attributes.contains { attribute in
                    attribute.name.prefix == "xmlns" || attribute.name == XMLScanner.Name(prefix: "", local: "xmlns")
                }
                guard !declares else {
                    throw ASiCError(.manifestNamespacePlace, "The element '\(name.text)' declares a namespace.")
                }
                guard let namespace = self.namespaces[name.prefix] else {
                    throw ASiCError(.manifestNamespace, "The element '\(name.text)' is in no known namespace.")
                }
                return Element(local: name.local, namespace: namespace, attributes: attributes)
            }
        }
        return nil
    }

    private func refuseExtensions(_ element: Element) throws(ASiCError) {
        guard element.local != "ASiCManifestExtensions", element.local != "DataObjectReferenceExtensions" else {
            throw ASiCError(.manifestExtension, "There is the element '\(element.local)'.")
        }
    }

    private mutating func expectEnd(of element: Element) throws(ASiCError) {
        guard let child = try self.child() else { return }
        throw ASiCError(.manifestElement, "The element '\(element.local)' contains '\(child.local)'.")
    }
}
