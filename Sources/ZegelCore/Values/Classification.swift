// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// How far information may spread: the Dutch levels, in rising order.
package enum Classification: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Not classified.
    case ongerubriceerd
    /// Departmentally confidential.
    case departementaalVertrouwelijk = "departementaal-vertrouwelijk"
    /// State secret, confidential.
    case stgConfidentieel = "stg-confidentieel"
    /// State secret, secret.
    case stgGeheim = "stg-geheim"
    /// State secret, top secret.
    case stgZeerGeheim = "stg-zeer-geheim"

    /// The place in the order, from 0.
    package var rank: Int {
        switch self {
        case .ongerubriceerd: 0
        case .departementaalVertrouwelijk: 1
        case .stgConfidentieel: 2
        case .stgGeheim: 3
        case .stgZeerGeheim: 4
        }
    }

    /// The one that may spread further comes first.
    package static func < (left: Classification, right: Classification) -> Bool { left.rank < right.rank }
}
