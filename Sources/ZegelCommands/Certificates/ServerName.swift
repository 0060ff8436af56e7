// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SwiftASN1
import X509

/// Names of a server as a person writes them: a host name, or an address.
enum ServerName {
    /// The name, or `nil` for something else; a host name may begin with one `*`.
    static func parse(_ text: String) -> GeneralName? {
        if let address = Self.address(text) { return .ipAddress(ASN1OctetString(contentBytes: address[...])) }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 253, let last = labels.last, last.contains(where: \.isLetter) else { return nil }
        let isName = labels.enumerated().allSatisfy { place, label in
            place == 0 && labels.count > 2 && label == "*" || Self.isLabel(label)
        }
        return isName ? .dnsName(text) : nil
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    private static func address(_ text: String) -> [UInt8]? {
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: count)
            if unsafe inet_pton(family, text, &bytes) == 1 { return bytes }
        }
        return nil
    }
}
