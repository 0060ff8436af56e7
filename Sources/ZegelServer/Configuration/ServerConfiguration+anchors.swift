// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelPolicy
package import ZegelTrust

extension ServerConfiguration {
    /// A file of anchors, with what they are allowed.
    package struct Anchors: Sendable {
        /// The file, PEM.
        package let path: String
        /// What its anchors are allowed.
        package let terms: AnchorTerms
    }

    /// Reads `anchors`: each is a file, or a file with its terms: `{ file, rsa, curves, organisations, ocsp }`.
    static func anchors(_ reader: inout YAMLReader, _ path: (String) -> String) -> [Anchors] {
        guard let node = reader.value("anchors") else { return [] }
        guard let elements = node.sequence else {
            reader.fault(node, "anchors must be a list of files")
            return []
        }
        return elements.compactMap { element in
            if let file = element.scalar { return Anchors(path: path(file), terms: AnchorTerms()) }
            return reader.nested(element) { inner in
                let file = inner.required("file", "a file", path)
                let bits = inner.optional("rsa", "a number of bits from 2048 to 8192") { text in
                    Int(text).flatMap { AnchorTerms.rsaBounds.contains($0) ? $0 : nil }
                }
                let curves = inner.list("curves", "p256 or p384", AnchorTerms.Curve.init(rawValue:))
                let isLimited = inner.value("organisations") != nil
                let organisations = inner.list("organisations", "an OIN of 20 digits") { OIN($0) }
                let status = inner.mapping("ocsp", Self.status)
                return file.map { file in
                    let terms = AnchorTerms(
                        minimumRSABits: bits ?? 3_072,
                        curves: curves.isEmpty ? [.p256, .p384] : Set(curves),
                        organisations: isLimited ? Set(organisations) : nil,
                        status: status
                    )
                    return Anchors(path: file, terms: terms)
                }
            }
        }
    }

    /// Reads `ocsp`: `{ responder: URL | certificate, failure: hard | soft }`.
    private static func status(_ reader: inout YAMLReader) -> StatusTerms? {
        let responder = reader.required("responder", "an address, or certificate") { text -> String? in
            text == "certificate" ? text : FetchAddress(text)?.text
        }
        let isRequired = reader.optional("failure", "hard or soft") { ["hard": true, "soft": false][$0] } ?? true
        guard let responder else { return nil }
        let isFromCertificate = responder == "certificate"
        return StatusTerms(
            responder: isFromCertificate ? nil : responder,
            isFromCertificate: isFromCertificate,
            isRequired: isRequired
        )
    }
}
