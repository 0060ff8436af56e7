// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Testing
import X509
import ZegelCore
import ZegelTrust

/// One PKI for all tests that do not change it, and the moment at which it was made.
enum TestPKI {
    static let moment = Instant(milliseconds: 1_795_176_000_000)  // 2026-11-20T12:00:00Z
    static let oin = OIN("00000099000000001000")
    static let shared = Result { try TestAuthority(at: moment) }
    static let day: Int64 = 86_400

    /// A request of a job with the usual names, changed as a case asks.
    static func request(
        _ profile: CertificateProfile,
        _ change: (inout LeafRequest) throws -> Void = { _ in }
    ) throws -> LeafRequest {
        var request = try LeafRequest(profile, organisation: "Dienst", oin: try #require(oin), from: moment)
        try change(&request)
        return request
    }
}

extension Verdict {
    /// The code of the verdict, `trusted` where it is good.
    var code: String {
        switch self {
        case .trusted: "trusted"
        case .refused(let error), .undecided(let error): error.code.rawValue
        }
    }

    var trusted: Good? {
        guard case .trusted(let certificate) = self else { return nil }
        return certificate
    }

    var isUndecided: Bool {
        guard case .undecided = self else { return false }
        return true
    }
}

extension TestPKI {
    /// Judges a certificate a minute after the PKI was made, by its own lists.
    static func judge(
        _ leaf: Certificate,
        _ profile: CertificateProfile,
        presenting intermediates: [Certificate] = [],
        by source: TrustSource? = nil,
        at moment: Instant = TestPKI.moment.advanced(bySeconds: 60),
        view: RevocationView = .live,
        grace: Int64 = 0
    ) async throws -> TrustVerdict {
        let source = try source ?? TestPKI.shared.get().source()
        return await source.judge(
            leaf: leaf,
            intermediates: intermediates,
            profile: profile,
            at: moment,
            view: view,
            grace: grace
        )
    }
}
