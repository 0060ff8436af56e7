// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Metrics
import X509
import ZegelCore
import ZegelTrust

/// Tells of the ends of certificates and lists: as metrics always, in the log 60, 30, 14, 7 and 1 days before.
struct CertificateWatch {
    private var told: [WatchedCertificate: Int64] = [:]
    /// The ends of lists that were told of, and when each stops to count.
    private var toldOfLists: [ContentDigest: Instant] = [:]
    private var shown: [Gauge] = []
    /// Of each list that counts: where its age is shown, and when it was made.
    private var ages: [(gauge: Gauge, since: Instant)] = []

    /// Shows when all end; what is not in force any more is not shown any more.
    mutating func show(_ installed: Installed) {
        for gauge in self.shown { gauge.destroy() }
        for age in self.ages { age.gauge.destroy() }
        self.shown = []
        self.ages = installed.trust.newestLists.map { issuer, list in
            (Gauge(label: "zegel_revocation_list_age_seconds", dimensions: [("issuer", "\(issuer)")]), list.thisUpdate)
        }
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

    /// Shows how old the lists are, and is loud about those that are due: once when that is seen, and once when they count no more.
    mutating func watch(
        _ lists: [(issuer: DistinguishedName, list: RevocationList)],
        grace: Int64,
        at moment: Instant,
        _ logger: Logger
    ) {
        for age in self.ages { age.gauge.record((moment.milliseconds - age.since.milliseconds) / 1_000) }
        let present = Set(lists.map(\.list.digest))
        self.toldOfLists = self.toldOfLists.filter { present.contains($0.key) }
        for (issuer, list) in lists where list.nextUpdate < moment {
            let end = list.nextUpdate.advanced(bySeconds: grace)
            let stage = moment <= end ? list.nextUpdate : end
            guard self.toldOfLists.updateValue(stage, forKey: list.digest) != stage else { continue }
            logger.error(
                moment <= end
                    ? "a revocation list is due and no newer one is here"
                    : "a revocation list counts no more, and with it no certificate of its issuer",
                metadata: [
                    "issuer": .string("\(issuer)"), "nextUpdate": .string(list.nextUpdate.description),
                    "countsUntil": .string(end.description),
                ]
            )
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
