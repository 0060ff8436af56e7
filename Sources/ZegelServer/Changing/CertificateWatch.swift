// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Metrics
import ZegelCore
import ZegelTrust

/// Tells of the ends of certificates and lists: as metrics always, in the log 60, 30, 14, 7 and 1 days before.
struct CertificateWatch {
    private var told: [WatchedCertificate: Int64] = [:]

    /// Shows when all end.
    func show(_ installed: Installed) {
        for certificate in installed.certificates {
            Gauge(
                label: "zegel_certificate_not_after_seconds",
                dimensions: [("job", certificate.job), ("certificate", certificate.name)]
            )
            .record(certificate.notAfter.milliseconds / 1_000)
        }
        for list in installed.trust.lists {
            let issuer = [("issuer", "\(list.issuer)")]
            Gauge(label: "zegel_revocation_list_this_update_seconds", dimensions: issuer)
                .record(list.thisUpdate.milliseconds / 1_000)
            Gauge(label: "zegel_revocation_list_next_update_seconds", dimensions: issuer)
                .record(list.nextUpdate.milliseconds / 1_000)
        }
    }

    /// Warns of each certificate that came nearer to its end than any warning before said.
    mutating func warn(_ installed: Installed, at moment: Instant, _ logger: Logger) {
        for certificate in installed.certificates {
            guard let days = certificate.warning(at: moment), days < self.told[certificate] ?? .max else { continue }
            self.told[certificate] = days
            logger.warning(
                days == 0 ? "a certificate has ended" : "a certificate ends soon",
                metadata: [
                    "job": .string(certificate.job), "certificate": .string(certificate.name),
                    "days": .stringConvertible(days), "notAfter": .string(certificate.notAfter.description),
                ]
            )
        }
    }
}
