// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import ZegelVerify

/// The media types that the server's manifests give to the entries it adds.
enum MediaType {
    /// The media type of an entry, by its name.
    static func of(_ name: String) -> String {
        let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
        return switch dot.map({ name[name.utf8.index(after: $0)...] }) ?? name[...] {
        case "json": "application/json"
        case "xml": "text/xml"
        case "p7s": ASiCManifest.signatureMimeType
        case "p7m": "application/pkcs7-mime"
        case "cer": "application/pkix-cert"
        case "crl": "application/pkix-crl"
        case "ocsp": "application/ocsp-response"
        case "tst": "application/vnd.etsi.timestamp-token"
        case "tlog-proof": "text/plain"
        default: "application/octet-stream"
        }
    }
}
