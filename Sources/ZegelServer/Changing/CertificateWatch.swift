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
    private var shown: [Gauge] = []

    /// Shows when all end; what is not in force any more is not shown any more.
    mutating func show(_ installed: Installed) {
        for gauge in self.shown { gauge.destroy() }
        self.shown = []
        for certificate in installed.certificates {
            let labels = [("job", certificate.job), ("certificate", certificate.name)]
            self.show("zegel_certificate_not_after_seconds", labels, certificate.notAfter)
        }
        for list in installed.trust.lists {
            let labels = [("issuer", "\(list.issuer)")]
            self.show("zegel_revocation_list_this_update_seconds", labels, list.thisUpdate)
            self.show("zegel_revocation_list_next_update_seconds", labels, list.nextUpdate)
        }
    }

    private mutating func show(_ label: String, _ labels: [(String, String)], _ moment: Instant) {
        let gauge = Gauge(label: label, dimensions: labels)
        gauge.record(moment.milliseconds / 1_000)
        self.shown.append(gauge)
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
