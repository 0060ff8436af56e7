// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ZegelTrust

/// Why a certificate is revoked, in the words of RFC 5280 §5.3.1.
enum ReasonOption: String, ExpressibleByArgument, CaseIterable {
    case unspecified
    case keyCompromise
    case cACompromise
    case affiliationChanged
    case superseded
    case cessationOfOperation
    case certificateHold
    case privilegeWithdrawn
    case aACompromise

    init(_ reason: RevocationReason) {
        self =
            switch reason {
            case .unspecified: .unspecified
            case .keyCompromise: .keyCompromise
            case .authorityCompromise: .cACompromise
            case .affiliationChanged: .affiliationChanged
            case .superseded: .superseded
            case .cessationOfOperation: .cessationOfOperation
            case .certificateHold: .certificateHold
            case .privilegeWithdrawn: .privilegeWithdrawn
            case .attributeAuthorityCompromise: .aACompromise
            }
    }

    /// The reason as a list has it: "unspecified" is better left out (RFC 5280 §5.3.1).
    var listed: RevocationReason? {
        self == .unspecified ? nil : RevocationReason.allCases.first { ReasonOption($0) == self }
    }
}
