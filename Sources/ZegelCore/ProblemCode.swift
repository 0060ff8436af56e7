// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The stable codes of Zegel's own refusals, each with its status and the sentence that goes with it.
///
/// The format libraries have codes of their own (`container.…`, `manifest.…`, `cms.…`), and the policy has its reasons; what stands here
/// is the rest. A code is never reused for another cause.
package enum ProblemCode: String, Sendable, CaseIterable {
    // Connection and token
    case misdirected = "request.misdirected"
    case tokenMissing = "token.missing"
    case tokenInvalid = "token.invalid"
    case tokenExpired = "token.expired"
    case tokenBinding = "token.other-certificate"
    case scopeMissing = "scope.missing"
    case organisationInactive = "organisation.inactive"
    case organisationUnknown = "organisation.unknown"
    case testNumber = "certificate.test-oin"
    // Token requests, in the words of RFC 6749 §5.2
    case oauthRequest = "invalid_request"
    case oauthClient = "invalid_client"
    case oauthGrantType = "unsupported_grant_type"
    case oauthScope = "invalid_scope"
    // Request
    case requestSyntax = "request.syntax"
    case methodNotAllowed = "request.method-not-allowed"
    case mediaType = "request.media-type"
    case contentTooLarge = "request.too-large"
    case fieldsTooLarge = "request.fields-too-large"
    case lengthMismatch = "request.length-mismatch"
    case requestTimeout = "request.timeout"
    case parameterInvalid = "request.parameter"
    case cursorInvalid = "request.cursor"
    case rangeInvalid = "request.range"
    case preconditionFailed = "request.precondition"
    case notFound = "not-found"
    // JSON and header
    case jsonSyntax = "json.syntax"
    case jsonUTF8 = "json.utf8"
    case jsonDuplicateKey = "json.duplicate-key"
    case jsonDepth = "json.depth"
    case jsonNumber = "json.number"
    case jsonText = "json.text"
    case headerTooLarge = "header.too-large"
    case headerInvalid = "header.invalid"
    case headerSender = "header.sender"
    case recordInvalid = "record.invalid"
    // Container against header
    case containerOrder = "container.order"
    case containerUnreferenced = "container.unreferenced-entry"
    case documentsMismatch = "container.documents-mismatch"
    case digestMismatch = "container.digest-mismatch"
    case signatureReference = "container.signature-reference"
    case encryptionMismatch = "container.encryption-mismatch"
    // Trust
    case certificateUntrusted = "certificate.untrusted"
    case certificateProfile = "certificate.profile"
    case certificateRevoked = "certificate.revoked"
    case certificateUndecided = "certificate.revocation-unknown"
    case signerOther = "signature.other-organisation"
    case signingTimeFuture = "signature.time-future"
    case signingTimeOld = "signature.time-old"
    // Policy
    case policyDenied = "policy.denied"
    case rateExceeded = "rate.exceeded"
    // State
    case kenmerkTaken = "message.kenmerk-taken"
    case statementInvalid = "statement.invalid"
    case statementOtherMessage = "statement.other-message"
    case statementSigner = "statement.signer"
    case statementState = "statement.state"
    case withdrawn = "message.withdrawn"
    case erased = "message.erased"
    // Receipt, on the other side of the interface
    case receiptInvalid = "receipt.invalid"
    case receiptSealer = "receipt.sealer"
    // Server
    case busy = "server.busy"
    case stopping = "server.stopping"
    case storage = "server.storage"
    case storageDamaged = "storage.damaged"
    case storeLocked = "store.locked"
    case configuration = "configuration.invalid"
    case internalError = "server.error"

    /// The HTTP status of the code.
    package var status: Int {
        switch self {
        case .misdirected: 421
        case .tokenMissing, .tokenInvalid, .tokenExpired, .tokenBinding, .oauthClient: 401
        case .scopeMissing, .organisationInactive, .organisationUnknown, .testNumber, .policyDenied, .headerSender: 403
        case .methodNotAllowed: 405
        case .mediaType: 415
        case .contentTooLarge: 413
        case .fieldsTooLarge: 431
        case .requestTimeout: 408
        case .rangeInvalid: 416
        case .preconditionFailed: 412
        case .notFound: 404
        case .kenmerkTaken, .statementState: 409
        case .withdrawn, .erased: 410
        case .rateExceeded: 429
        case .busy, .stopping, .storage: 503
        case .internalError, .storageDamaged, .configuration, .storeLocked: 500
        default: 400
        }
    }
}
