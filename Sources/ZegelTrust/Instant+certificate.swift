// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
package import X509
package import ZegelCore

extension Instant {
    /// The moment of a certificate's date; X.509 knows whole seconds.
    init(_ date: Date) { self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1_000).rounded())) }

    /// This moment as certificates write it: the fraction of the second is cut.
    var certificateDate: Date { Date(timeIntervalSince1970: Double(self.wholeSeconds)) }

    /// Seconds since 1970, cut downwards.
    var wholeSeconds: Int64 {
        let (seconds, rest) = self.milliseconds.quotientAndRemainder(dividingBy: 1_000)
        return rest < 0 ? seconds - 1 : seconds
    }
}

extension Certificate {
    /// The first moment at which the certificate is valid.
    package var begin: Instant { Instant(self.notValidBefore) }
    /// The last second in which the certificate is valid.
    package var end: Instant { Instant(self.notValidAfter) }
}
