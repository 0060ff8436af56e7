// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1
package import X509
package import ZegelCore

extension OIN {
    /// The OIN that the subject of a certificate names, where it names exactly one; nothing is judged.
    package init?(subjectOf certificate: Certificate) {
        let serialNumber: ASN1ObjectIdentifier = [2, 5, 4, 5]
        let texts = certificate.subject.flatMap { $0 }.filter { $0.type == serialNumber }.map { String($0.value) }
        guard texts.count == 1, let text = texts[0] else { return nil }
        self.init(text)
    }
}
