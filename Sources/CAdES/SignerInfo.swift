// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// The fields of SignerInfo, RFC 5652 section 5.3.
struct SignerInfo {
    let identifier: SignerIdentifier
    let digestAlgorithm: DERNode
    let attributes: DERNode
    let signatureAlgorithm: DERNode
    let signature: ArraySlice<UInt8>

    init(_ node: DERNode) throws(CAdESError) {
        var fields = try NodeReader(node, as: .sequence, in: "SignerInfo")
        let version = try fields.version()
        self.identifier = try SignerIdentifier(&fields)
        guard version == self.identifier.version else { throw .versionInvalid }
        self.digestAlgorithm = try fields.constructed()
        guard let attributes = fields.optionalConstructed(.context(0)) else {
            throw CAdESError(.attributeMissing, "There are no signed attributes: sign with -cades and without -noattr.")
        }
        self.attributes = attributes
        self.signatureAlgorithm = try fields.constructed()
        self.signature = try fields.octets()
        guard fields.optionalConstructed(.context(1)) == nil else {
            throw CAdESError(
                .unsignedAttributes,
                "Unsigned attributes can be added by anyone and are not accepted; time-stamps stand beside the signature."
            )
        }
        try fields.end()
    }
}
