// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
import X509
import ZegelCore

extension DistinguishedName {
    /// X.520 serialNumber, which holds the OIN.
    static let serialNumber: ASN1ObjectIdentifier = [2, 5, 4, 5]
    /// X.520 pseudonym (RFC 3739 §3.1.2), which marks a release certificate.
    static let pseudonym: ASN1ObjectIdentifier = [2, 5, 4, 65]

    /// The texts of all attributes of one type; `nil` for a value that is not a text.
    func texts(of type: ASN1ObjectIdentifier) -> [String?] {
        self.flatMap { $0 }.filter { $0.type == type }.map { String($0.value) }
    }

    /// The organisation's number: exactly one serialNumber, which is an OIN.
    func organisationNumber() throws(TrustError) -> OIN {
        let texts = self.texts(of: Self.serialNumber)
        guard let text = texts.first else { throw TrustError(.oinMissing) }
        guard texts.count == 1 else { throw TrustError(.oinRepeated) }
        guard let number = text.flatMap({ OIN($0) }) else { throw TrustError(.oinInvalid) }
        return number
    }
}
