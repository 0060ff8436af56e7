// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
package import X509
package import ZegelCore

extension DistinguishedName {
    /// The subject of an organisation's certificate: C, O, serialNumber (the OIN), pseudonym if there is one, and CN.
    ///
    /// - Throws: an error of the library where a value cannot be written.
    package static func subject(
        organisation: String,
        oin: OIN,
        commonName: String,
        pseudonym: String? = nil
    ) throws -> DistinguishedName {
        var attributes: [RelativeDistinguishedName.Attribute] = [
            try .init(type: .RDNAttributeType.countryName, printableString: "NL"),
            .init(type: .RDNAttributeType.organizationName, utf8String: organisation),
            try .init(type: DistinguishedName.serialNumber, printableString: oin.description),
        ]
        if let pseudonym { attributes.append(.init(type: DistinguishedName.pseudonym, utf8String: pseudonym)) }
        attributes.append(.init(type: .RDNAttributeType.commonName, utf8String: commonName))
        return try DistinguishedName(attributes)
    }
}
