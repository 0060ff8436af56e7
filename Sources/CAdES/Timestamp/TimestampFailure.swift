// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

/// Why an authority gives no time-stamp: the bits of PKIFailureInfo (RFC 3161, section 2.4.2) that one here has a use for.
enum TimestampFailure: Int, Error, Sendable, CaseIterable {
    /// Another digest than SHA-256.
    case badAlgorithm = 0
    /// Another version than 1.
    case badRequest = 2
    /// Not DER, or with other fields than a request has.
    case badDataFormat = 5
    /// A policy that is not the authority's.
    case unacceptedPolicy = 15
    /// Extensions: none is known.
    case unacceptedExtension = 16

    /// What a fault within a part of a request is to the asker.
    init(_ error: CAdESError) {
        self =
            switch error.code {
            case .algorithmUnsupported: .badAlgorithm
            case .versionInvalid: .badRequest
            default: .badDataFormat
            }
    }

    /// A TimeStampResp that says so: PKIStatus 2, rejection.
    var response: [UInt8] {
        // A named bit list in DER ends with its last bit that is set (X.690, section 11.2.2).
        let bits = [UInt8](repeating: 0, count: self.rawValue / 8) + [0x80 >> UInt8(self.rawValue % 8)]
        return DER.encoded(.sequence) { response in
            response.appendConstructedNode(identifier: .sequence) { status in
                status.serializeRawBytes([0x02, 0x01, 2])
                status.appendPrimitiveNode(identifier: .bitString) {
                    $0.append(UInt8(7 - self.rawValue % 8))
                    $0.append(contentsOf: bits)
                }
            }
        }
    }
}
