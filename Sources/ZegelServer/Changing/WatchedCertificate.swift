// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import X509
import ZegelCore
import ZegelTrust

/// A certificate of this installation whose end must not come unseen.
struct WatchedCertificate: Hashable {
    /// Days before the end at which there is a warning.
    private static let days: [Int64] = [1, 7, 14, 30, 60]

    /// What it is for: `tls`, `seal`, `anchor`, `intermediate`.
    let job: String
    /// The first 16 digits of its SHA-256, as openssl prints it.
    let name: String
    let notAfter: Instant

    init(_ certificate: Certificate, job: String) {
        self.job = job
        self.name = String(ContentDigest(of: certificate.derBytes).description.prefix(16))
        self.notAfter = certificate.end
    }

    /// The number of days of the warning that is due; 0 where it has ended, `nil` where there is time.
    func warning(at moment: Instant) -> Int64? {
        guard moment <= self.notAfter else { return 0 }
        return Self.days.first { self.notAfter.advanced(bySeconds: -$0 * 86_400) <= moment }
    }
}
