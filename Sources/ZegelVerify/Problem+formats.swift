// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ASiC
package import CAdES
package import ZegelCore

extension Problem {
    /// A refusal of the container library as the other side learns it: the library's own code, status 400.
    package init(_ error: ASiCError) {
        let isManifest = error.code.rawValue.hasPrefix("manifest.")
        self.init(
            code: error.code.rawValue,
            status: 400,
            title: isManifest ? "The manifest is not as the format says." : "The container is not as the format says.",
            detail: error.detail
        )
    }

    /// A refusal of the signature library as the other side learns it: the library's own code, status 400.
    package init(_ error: CAdESError) {
        self.init(
            code: error.code.rawValue,
            status: 400,
            title: "The signature is not as the format says, or does not hold.",
            detail: error.detail
        )
    }

    /// The first size that went over its bound, with the code that the library of its format has for that.
    init(tooLarge code: String, _ name: String, _ limit: Int) {
        self.init(
            code: code,
            status: 400,
            title: "An entry is too large.",
            detail: "\(name) holds more than \(limit) bytes."
        )
    }
}
