// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import ZegelCore
import ZegelTrust

/// One way in which a call can be refused: what `openapi.json` says of it.
struct Refusal: Hashable {
    let code: String
    let status: Int
    let title: String

    init(_ code: ProblemCode) {
        self.init(Problem(code))
    }

    init(_ problem: Problem) {
        self.code = problem.code
        self.status = problem.status
        self.title = problem.title
    }

    private init(format code: String, title: String) {
        self.code = code
        self.status = 400
        self.title = title
    }

    /// The document that a peer gets, without the detail that belongs to the case at hand.
    var document: JSONValue {
        Problem(code: self.code, status: self.status, title: self.title, detail: "").document
    }

    // MARK: - What belongs together

    /// Of any request, by the HTTP layer; and the mistakes of the server itself.
    static let everywhere = Self.list([
        .requestSyntax, .lengthMismatch, .requestTimeout, .misdirected, .fieldsTooLarge, .rateExceeded, .internalError,
        .busy,
    ])

    /// Of a path that leads to no call, or not by this method.
    static let noCall = Self.list([.notFound, .methodNotAllowed])

    /// Of a token that is missing, wrong, or too narrow.
    static let token = Self.list([
        .tokenMissing, .tokenInvalid, .tokenExpired, .tokenBinding, .organisationInactive, .scopeMissing,
    ])

    /// Of a server that cannot store or read.
    static let store = Self.list([.stopping, .storage, .storageDamaged])

    /// Of a server that takes no message now, whatever it is.
    static let intake = Self.list([.timeUnproven, .storageLow, .evidenceTooLarge])

    /// Of a body as such.
    static let body = Self.list([.mediaType, .contentTooLarge])

    /// Of JSON that is not in its one spelling.
    static let json = Self.list([.jsonSyntax, .jsonUTF8, .jsonDuplicateKey, .jsonDepth, .jsonNumber, .jsonText])

    /// Of a header.
    static let header = Self.json + Self.list([.headerTooLarge, .headerInvalid, .headerSender])

    /// Of the policy.
    static let policy = Self.list([.policyDenied, .rateExceeded])

    /// Of a signature: of its form, of who made it, and when.
    static let signature =
        CAdESError.Code.allCases.filter { !Self.signingOnly.contains($0) }
        .map { Self(format: $0.rawValue, title: "The signature is not as the format says, or does not hold.") }
        + TrustError.Code.allCases.filter { !Self.filesOnly.contains($0) }.map { Self(TrustError($0).problem) }
        + Self.list([.certificateProfile, .signingTimeFuture, .signingTimeOld])

    /// Of a container: of its form, and against its header and manifest.
    static let container =
        ASiCError.Code.allCases.filter { $0 != .readerStopped }.map { code in
            let part = code.rawValue.hasPrefix("manifest.") ? "manifest" : "container"
            return Self(format: code.rawValue, title: "The \(part) is not as the format says.")
        }
        + Self.list([
            .containerOrder, .containerUnreferenced, .documentsMismatch, .digestMismatch, .signatureReference,
            .encryptionMismatch, .signerOther,
        ])

    /// Codes of keys that only one who signs can meet.
    private static let signingOnly: [CAdESError.Code] = [.keyUnsupported, .keyMismatch, .signingFailed]

    /// Codes of files that only an operator can meet, at start.
    private static let filesOnly: [TrustError.Code] = [
        .fileSyntax, .noAnchor, .listSyntax, .listTooLarge, .listWithoutNextUpdate, .listDelta, .listIndirect,
        .listPartial, .listCriticalExtension, .listAlgorithm, .listIssuer, .listSignature, .serverName,
    ]

    fileprivate static func list(_ codes: [ProblemCode]) -> [Refusal] { codes.map { Refusal($0) } }
}

extension Route {
    /// Every refusal that this call can be answered with, each once, by status and then in the order of the checks.
    var refusals: [Refusal] {
        var seen: Set<String> = []
        let all = (Refusal.everywhere + self.ownRefusals).filter { seen.insert($0.code).inserted }
        return Set(all.map(\.status)).sorted().flatMap { status in all.filter { $0.status == status } }
    }

    private var ownRefusals: [Refusal] {
        switch self {
        case .authorizationServer, .protectedResource, .keys, .openAPI: []
        case .issueToken:
            Refusal.body
                + Refusal.list([
                    .oauthRequest, .oauthGrantType, .oauthClient, .oauthScope, .organisationInactive, .tokenInvalid,
                    .rateExceeded,
                ])
        case .introspectToken:
            Refusal.body + Refusal.list([.oauthRequest, .organisationInactive, .tokenInvalid])
        case .revokeToken:
            Refusal.body
                + Refusal.list([
                    .oauthRequest, .oauthUnauthorized, .organisationInactive, .tokenInvalid, .rateExceeded,
                ]) + Refusal.store
        case .submit:
            Refusal.token + Refusal.body + Refusal.header + Refusal.policy + Refusal.container + Refusal.signature
                + Refusal.list([.kenmerkTaken, .ended]) + Refusal.intake + Refusal.store
        case .beginUpload: self.uploadRefusals + Refusal.list([.uploadsTooMany])
        case .appendUpload: self.uploadRefusals
        case .uploadOffset, .cancelUpload: Refusal.token + Refusal.list([.notFound]) + Refusal.store
        case .resubmit:
            Refusal.token + Refusal.body + Refusal.header + Refusal.policy + Refusal.container + Refusal.signature
                + Refusal.list([.resubmissionForm, .resubmissionNotOurs, .kenmerkTaken, .ended]) + Refusal.intake
                + Refusal.store
        case .relay:
            Refusal.token + Refusal.body + Refusal.header + Refusal.policy + Refusal.container + Refusal.signature
                + Refusal.list([
                    .resubmissionForm, .relayInvalid, .relayLoop, .relayUnknown, .relayPresent, .logProof,
                    .kenmerkTaken, .ended, .notFound, .statementInvalid, .statementOtherMessage, .statementSigner,
                    .statementState, .withdrawn, .erased, .parameterInvalid,
                ]) + Refusal.intake + Refusal.store
        case .relayDay: Refusal.token + Refusal.list([.parameterInvalid, .relayUnknown]) + Refusal.store
        case .check: Refusal.token + Refusal.body + Refusal.header + Refusal.policy + Refusal.store
        case .evaluate:
            Refusal.token + Refusal.body + Refusal.json + Refusal.list([.parameterInvalid]) + Refusal.policy
                + Refusal.store
        case .message, .dossier: Refusal.token + Refusal.list([.notFound, .withdrawn, .erased]) + Refusal.store
        case .container:
            Refusal.token + Refusal.list([.notFound, .preconditionFailed, .rangeInvalid, .withdrawn, .erased])
                + Refusal.store
        case .mailbox: Refusal.token + Refusal.list([.parameterInvalid, .cursorInvalid, .notFound]) + Refusal.store
        case .events:
            Refusal.token + Refusal.list([.parameterInvalid, .cursorInvalid, .notFound, .eventsTooMany])
                + Refusal.store
        case .claim:
            Refusal.token + Refusal.body + Refusal.json + Refusal.list([.parameterInvalid, .notFound])
                + Refusal.store
        case .due, .lists, .reconcile: Refusal.token + Refusal.list([.parameterInvalid, .notFound]) + Refusal.store
        case .acknowledge, .refuse: self.statementRefusals + Refusal.list([.withdrawn])
        case .release, .dispose, .forward, .consent, .withdraw, .correct: self.statementRefusals
        case .decisions:
            Refusal.token + Refusal.list([.parameterInvalid, .cursorInvalid]) + Refusal.policy + Refusal.store
        case .organisations: Refusal.token
        case .organisation: Refusal.token + Refusal.list([.notFound])
        case .logCheckpoint: Refusal.token
        case .logTile, .logTimestamp: Refusal.token + Refusal.list([.notFound]) + Refusal.store
        case .logProof:
            Refusal.token + Refusal.body + Refusal.json + Refusal.list([.parameterInvalid, .notFound]) + Refusal.store
        }
    }

    private var uploadRefusals: [Refusal] {
        Route.submit.ownRefusals
            + Refusal.list([
                .notFound, .parameterInvalid, .uploadOffset, .uploadLength, .uploadComplete, .uploadAppendSize,
                .uploadTakenOver,
            ])
    }

    private var statementRefusals: [Refusal] {
        Refusal.token + Refusal.body + Refusal.list([.notFound]) + Refusal.signature + Refusal.json
            + Refusal.list([.statementInvalid, .statementOtherMessage, .statementSigner]) + Refusal.policy
            + Refusal.list([.statementState, .erased]) + Refusal.store
    }
}
