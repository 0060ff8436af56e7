// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import X509
import ZegelCore
import ZegelTrust

/// Judges certificates by files that a person named.
struct CertificateCheck {
    private var source: TrustSource
    private var intermediates: [Certificate] = []
    /// What was wrong with files that only help: the verdict may stand without them.
    private var faults: [CertificateReport.Reason] = []

    /// - Throws: `trust.syntax`, `trust.no-anchor` or a code of a certificate for the anchors; `request.parameter` for a
    ///   file that cannot be read.
    init(anchors: [String], intermediates: [String], lists: [String]) throws {
        var trusted: [Certificate] = []
        for path in anchors {
            trusted += try TrustFile.read(path) { file throws(TrustError) in try file.certificates() }
        }
        self.source = try TrustSource(anchorsPEM: trusted.map(\.pemText), crlsPEM: [])
        for path in intermediates {
            let file = try TrustFile(path)
            do throws(TrustError) { self.intermediates += try file.certificates() } catch { self.note(error, path) }
        }
        self.source = self.source.adding(certificates: self.intermediates, lists: [])
        for path in lists {
            let file = try TrustFile(path)
            do throws(TrustError) {
                for list in try file.lists() { try self.source.keep(list) }
            } catch {
                self.note(error, path)
            }
        }
    }

    /// Judges one certificate.
    ///
    /// - Parameters:
    ///   - moment: The time; `nil` for the present, with the newest lists.
    func report(
        on file: TrustFile,
        as profile: CertificateProfile?,
        at moment: Instant?,
        grace: Int64
    ) async -> CertificateReport {
        let now = moment ?? Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        var report = CertificateReport(file: file.path, profile: profile, moment: now)
        let chain: [Certificate]
        do throws(TrustError) { chain = try file.certificates() } catch {
            report.exit = .invalid
            report.reasons = [.init(error, file: file.path)]
            return report
        }
        report.leaf = chain[0]
        let verdict = await self.source.validate(
            leaf: chain[0],
            intermediates: Array(chain.dropFirst()),
            profile: profile,
            at: now,
            view: moment == nil ? .live : .historical,
            grace: grace
        )
        switch verdict {
        case .trusted(let good):
            report.exit = .done
            report.chain = good.certificates
            report.validUntil = good.validUntil
            report.warnings = self.faults
        case .refused(let error):
            report.exit = .invalid
            report.reasons = [.init(error)]
            report.warnings = self.faults
        case .undecided(let error):
            // A list that was named but does not count is why there is none.
            report.exit = .undecided
            report.reasons = self.faults + [.init(error)]
        }
        return report
    }

    private mutating func note(_ error: TrustError, _ path: String) { self.faults.append(.init(error, file: path)) }
}
