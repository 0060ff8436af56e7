// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import X509
import ZegelCore
import ZegelTrust

/// What was found about one certificate.
struct CertificateReport {
    /// Why, with a stable code.
    struct Reason {
        let code: String
        let detail: String
        /// Which certificate of the chain; 0 is the certificate itself.
        let position: Int?
        /// Which of the files.
        let file: String?

        init(_ error: TrustError, file: String? = nil) {
            self.code = error.code.rawValue
            self.detail = error.detail
            self.position = error.position
            self.file = file
        }

        fileprivate var json: JSONValue {
            var members = [JSONValue.Member("code", .string(self.code))]
            members.append(.init("detail", .string(self.detail)))
            if let position = self.position { members.append(.init("position", .integer(Int64(position)))) }
            if let file = self.file { members.append(.init("file", .string(file))) }
            return .object(members)
        }

        fileprivate var text: String { "  \(self.code): \(self.detail)\(self.file.map { " (\($0))" } ?? "")" }
    }

    let file: String
    let profile: CertificateProfile?
    let moment: Instant
    /// 0, 20 or 21.
    var exit = ProcessExit.undecided
    var leaf: Certificate?
    /// From the certificate to the anchor, where it is good.
    var chain: [Certificate] = []
    var validUntil: Instant?
    /// Why it is not good.
    var reasons: [Reason] = []
    /// What is wrong beside that and changes nothing.
    var warnings: [Reason] = []

    /// The outcome in the words of ETSI EN 319 102-1 §5.2.6.
    private var indication: String {
        switch self.exit {
        case .done: "PASSED"
        case .invalid: "FAILED"
        default: "INDETERMINATE"
        }
    }

    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("file", .string(self.file)), .init("indication", .string(self.indication)),
            .init("exitCode", .integer(Int64(self.exit.rawValue))),
            .init("profile", .string(self.profile?.rawValue ?? "any")), .init("at", .string(self.moment.description)),
            .init("reasons", .array(self.reasons.map(\.json))), .init("warnings", .array(self.warnings.map(\.json))),
        ]
        if let leaf = self.leaf { members.append(.init("certificate", CertificateDescription(leaf).json)) }
        if !self.chain.isEmpty {
            let digests = self.chain.map { JSONValue.string(ContentDigest(of: $0.derBytes).description) }
            members.append(.init("chain", .array(digests)))
        }
        if let end = self.validUntil { members.append(.init("validUntil", .string(end.description))) }
        return .object(members)
    }

    var text: String {
        var lines = ["\(self.indication)  \(self.file)"]
        if let leaf = self.leaf { lines.append("  \(CertificateDescription(leaf).subject)") }
        lines += self.reasons.map(\.text)
        if let end = self.validUntil { lines.append("  good until \(end), then to be judged again") }
        lines += self.warnings.map { "  not used:\($0.text.dropFirst())" }
        return lines.joined(separator: "\n")
    }
}
