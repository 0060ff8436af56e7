// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// The stable codes of Zegel's own refusals, each with its status and the sentence that goes with it.
///
/// The format libraries have codes of their own (`container.…`, `manifest.…`, `cms.…`), and the policy has its reasons; what stands here
/// is the rest. A code is never reused for another cause.
package enum ProblemCode: String, Sendable, CaseIterable {
    // Connection and token
    /// The request names a host that is not in the server's certificate.
    case misdirected = "request.misdirected"
    /// A call that needs a scope came without the field `authorization`.
    case tokenMissing = "token.missing"
    /// The token is not one of ours: its form, signature, issuer or audience is wrong, or it is not valid yet.
    ///
    /// Also where `authorization` is given twice or with another scheme than Bearer, and where
    /// the judgement on the certificate of the connection has run out: connect again.
    case tokenInvalid = "token.invalid"
    /// The token was good and its time is over; ask for a new one.
    case tokenExpired = "token.expired"
    /// The token was given to a client with another certificate or OIN (RFC 8705 §3).
    case tokenBinding = "token.other-certificate"
    /// The token is good and covers none of the scopes of this call, or not the mailbox in `from`.
    case scopeMissing = "scope.missing"
    /// The organisation is not in the policy any more, or not between its `validFrom` and `validUntil`.
    case organisationInactive = "organisation.inactive"
    /// No organisation of the policy has the OIN of the client certificate.
    ///
    /// The connection is closed before HTTP begins: the log has the code, the client sees none.
    case organisationUnknown = "organisation.unknown"
    /// The OIN of the client certificate is for trials and this server is not, or the other way round.
    ///
    /// The connection is closed before HTTP begins: the log has the code, the client sees none.
    case testNumber = "certificate.test-oin"
    // Token requests, in the words of RFC 6749 §5.2
    /// The body of a token request is no form, has an unknown parameter or one twice, or lacks `grant_type`.
    case oauthRequest = "invalid_request"
    /// `client_id` is given and is not the OIN of the client certificate, or `client_assertion` does not hold or was used before.
    case oauthClient = "invalid_client"
    /// `grant_type` is another than `client_credentials`.
    case oauthGrantType = "unsupported_grant_type"
    /// The token that is to be revoked was issued to another organisation.
    case oauthUnauthorized = "unauthorized_client"
    /// A scope is unknown, asked for twice, not granted, or narrowed to a mailbox that the organisation does not have.
    case oauthScope = "invalid_scope"
    // Request
    /// A header field, the path, the scheme, the host or `content-length` is not as HTTP has it.
    case requestSyntax = "request.syntax"
    /// The path exists and not with this method; `allow` lists those it has.
    case methodNotAllowed = "request.method-not-allowed"
    /// `content-type` is not the one media type that the call takes.
    case mediaType = "request.media-type"
    /// A container, by its `content-length`, or another body is longer than its limit.
    case contentTooLarge = "request.too-large"
    /// The header fields of one request are longer together than the limit, 32 bytes added for each.
    case fieldsTooLarge = "request.fields-too-large"
    /// The body ended before `content-length` was reached, or went on after it.
    case lengthMismatch = "request.length-mismatch"
    /// An upload stalled: no byte came for as long as the limit says.
    case requestTimeout = "request.timeout"
    /// A parameter is unknown, empty, given twice or out of bounds; in the tool, a file cannot be sent.
    case parameterInvalid = "request.parameter"
    /// The cursor of a listing was not made by this server for this mailbox.
    case cursorInvalid = "request.cursor"
    /// No byte of the range that was asked for lies in the content; `size` says how long it is.
    case rangeInvalid = "request.range"
    /// `if-match` names another entity tag than the container has.
    case preconditionFailed = "request.precondition"
    /// There is no such path, message, mailbox or organisation, or the caller may not know of it.
    ///
    /// The two are answered alike, so that nobody learns by asking what exists.
    case notFound = "not-found"
    // JSON and header
    /// The JSON breaks the grammar of RFC 8259; the detail says at which byte.
    case jsonSyntax = "json.syntax"
    /// The bytes are not UTF-8, or begin with a byte order mark.
    case jsonUTF8 = "json.utf8"
    /// An object has a key twice, which two readers would resolve in two ways.
    case jsonDuplicateKey = "json.duplicate-key"
    /// Objects and lists nest deeper than the limit.
    case jsonDepth = "json.depth"
    /// A number has a fraction, an exponent, a leading zero or a minus before zero, or is 2^53 or more.
    case jsonNumber = "json.number"
    /// A text is not in Unicode form NFC, or holds a character that hides or reorders others.
    case jsonText = "json.text"
    /// `message.json` is longer than its limit; nothing of it was read.
    case headerTooLarge = "header.too-large"
    /// `message.json` is JSON and no header: `errors` lists every fault, each with its place.
    case headerInvalid = "header.invalid"
    /// `from` is not the organisation that is connected, or not a mailbox of it.
    case headerSender = "header.sender"
    /// An acceptance, statement record or export is not spelled byte for byte as a server writes it.
    case recordInvalid = "record.invalid"
    // Container against header
    /// An entry stands where another belongs, or the container ends too soon.
    ///
    /// The order is `mimetype`, header, manifest, signature, documents.
    case containerOrder = "container.order"
    /// There is an entry behind the documents that header and manifest do not name.
    case containerUnreferenced = "container.unreferenced-entry"
    /// Header, manifest and entries differ in names, order or sizes of the documents.
    case documentsMismatch = "container.documents-mismatch"
    /// A document, or `message.json`, has another SHA-256 than header or manifest give.
    ///
    /// In the tool also where a file changed while it was being sealed.
    case digestMismatch = "container.digest-mismatch"
    /// `SigReference` of the manifest names another entry than the signature that follows it.
    case signatureReference = "container.signature-reference"
    /// A document is marked encrypted, named `.age` and an age file in part: it must be all three or none.
    case encryptionMismatch = "container.encryption-mismatch"
    // Trust
    /// The group of the causes for which no chain leads to a trusted authority at that moment.
    ///
    /// Alone it is used where a client certificate was presented in another encoding than the one that was judged.
    case certificateUntrusted = "certificate.untrusted"
    /// The certificate is trusted for another job than this one.
    ///
    /// Also the group of the causes that lie in key usage, names and other fields of the certificate.
    case certificateProfile = "certificate.profile"
    /// The group of the one cause that a list names a certificate of the chain as revoked.
    case certificateRevoked = "certificate.revoked"
    /// The group of the causes for which no list at hand can say whether a certificate is revoked.
    case certificateUndecided = "certificate.revocation-unknown"
    /// The signer's certificate is of another organisation than `from` names.
    case signerOther = "signature.other-organisation"
    /// The signing-time, or the time in a statement, lies further ahead than clocks may differ.
    case signingTimeFuture = "signature.time-future"
    /// The signing-time, or the time in a statement, is further back than the exchange or the limit allows.
    case signingTimeOld = "signature.time-old"
    // Policy
    /// The policy says no; `reasons` lists why in the fixed order, without what the asker may not know.
    case policyDenied = "policy.denied"
    /// The organisation asks more often than the limits allow, or was refused more often in this minute than is recorded one by one.
    case rateExceeded = "rate.exceeded"
    /// As many streams of events as one connection, one organisation or the server may have are open already.
    case eventsTooMany = "events.too-many"
    // Uploads that can be resumed
    /// The offset of the request is not where the upload stands; `expected-offset` says where that is.
    case uploadOffset = "upload.offset"
    /// The length of the container is not said or is 0, or what the requests say of it does not agree.
    case uploadLength = "upload.length"
    /// The container has come whole; what is left is to ask for the receipt with an empty last request.
    case uploadComplete = "upload.complete"
    /// A request that is not the last one brings fewer bytes than it must.
    case uploadAppendSize = "upload.append-size"
    /// The organisation has as many uploads under way, or as many bytes in them, as it may.
    case uploadsTooMany = "upload.too-many"
    /// A later request for the same upload took the place of this one.
    case uploadTakenOver = "upload.taken-over"
    // State
    /// Kenmerk and date of the sending mailbox belong to another container; `id` names its message.
    case kenmerkTaken = "message.kenmerk-taken"
    /// The container was here, and came to its end: it was destroyed when its term was over, or withdrawn before a restore lost it.
    ///
    /// It is never taken again, whoever brings it.
    case ended = "message.ended"
    /// A signed statement is not one JSON object with the fields it must have, or is of another kind than the call.
    case statementInvalid = "statement.invalid"
    /// Message, container or server in a statement are not those it was handed in for.
    case statementOtherMessage = "statement.other-message"
    /// The mailbox that speaks, or the one who signed for it, may not make this statement about this message.
    ///
    /// For a release also where the organisation registered its releasers and the signer is none of them.
    case statementSigner = "statement.signer"
    /// The message or the delivery is past the state in which the statement has effect.
    ///
    /// Also where the message has gathered as many statements as the limit allows.
    case statementState = "statement.state"
    /// An addressee asks for the content of a message that its sender took back.
    case withdrawn = "message.withdrawn"
    /// The content was destroyed at the end of its term; what proves that it was there remains.
    case erased = "message.erased"
    /// In the tool: a case, or a seat at its table, is not in a state that allows the change.
    case caseState = "case.state"
    /// At the operator's socket: what should reach another server has arrived, was taken back, or is under way.
    case outboxState = "outbox.state"
    /// What is brought back is not a container with its old acceptance, seal, proof and salt behind it.
    case resubmissionForm = "resubmission.form"
    /// What is brought back was not sealed by this server for this sender, or no earlier log of it has the seal; the detail says why.
    case resubmissionNotOurs = "resubmission.not-ours"
    /// What a server brings with a message does not show the way that it came; the detail says why.
    case relayInvalid = "relay.invalid"
    /// A message comes back to a server that it has passed.
    case relayLoop = "relay.loop"
    /// The server may not bring messages of this organisation, or none of the addressees has its post here.
    case relayUnknown = "relay.unknown"
    /// A message comes by a second server, or from one after its originator handed it in here.
    case relayPresent = "relay.present"
    // Receipt, on the other side of the interface
    /// A receipt, as the tool reads it, speaks of something else than was sent.
    case receiptInvalid = "receipt.invalid"
    /// A receipt, as the tool reads it, is signed by a server that the configuration does not name as sealer.
    case receiptSealer = "receipt.sealer"
    // Log
    /// A proof does not lead from the entry to a checkpoint of the log, or it is missing where a log is named.
    case logProof = "log.proof-invalid"
    /// The log does not agree with itself, with its anchor, or with a checkpoint that was kept.
    case logDisagrees = "log.disagrees"
    /// A log signed two checkpoints that contradict each other; both are kept as evidence.
    case logFork = "log.fork"
    // Backups, in the tool
    /// A folder holds no backup: the record that is written last is not there.
    case backupMissing = "backup.missing"
    /// The record of a backup is not as it was written, or was written with another storage key.
    case backupAltered = "backup.altered"
    /// A file of a backup is missing or is not the one that was written.
    case backupDamaged = "backup.damaged"
    /// A backup, or what it is made of, cannot be read or written: the disk says why.
    case backupFailed = "backup.failed"
    /// A backup is put back into an empty data folder only, and there is something in it.
    case restoreTarget = "restore.not-empty"
    /// A restore begins a new log: origin, key or public key in the configuration are not new.
    case restoreLog = "restore.log-not-new"
    // Server
    /// The queue of the committer, or the memory for uploads, is full; `retry-after` says when to try again.
    case busy = "server.busy"
    /// The server was told to stop and takes nothing new.
    case stopping = "server.stopping"
    /// The seals have been without a time-stamp for longer than the operator tolerates, so that none more is made.
    case timeUnproven = "server.time-unproven"
    /// The commit failed, or the database does not keep the settings that durability needs; nothing was stored.
    case storage = "server.storage"
    /// So little is free on the server's disk that it takes no new messages; all else goes on.
    case storageLow = "server.storage-low"
    /// The lists and answers that judge the certificates of a message are larger together than its dossier may hold.
    case evidenceTooLarge = "server.evidence-too-large"
    /// What was stored cannot be read back or decrypted: a matter for the operator.
    case storageDamaged = "storage.damaged"
    /// At start: another process holds the lock of the data folder.
    case storeLocked = "store.locked"
    /// At start, or in the tool: a file or option cannot be used, or an existing file would be overwritten.
    case configuration = "configuration.invalid"
    /// A mistake of the server's own, of which the other side learns nothing more.
    case internalError = "server.error"

    /// The HTTP status of the code.
    package var status: Int {
        switch self {
        case .misdirected: 421
        case .tokenMissing, .tokenInvalid, .tokenExpired, .tokenBinding, .oauthClient: 401
        case .scopeMissing, .organisationInactive, .organisationUnknown, .testNumber, .policyDenied, .headerSender,
            .relayUnknown:
            403
        case .methodNotAllowed: 405
        case .mediaType: 415
        case .contentTooLarge: 413
        case .fieldsTooLarge: 431
        case .requestTimeout: 408
        case .rangeInvalid: 416
        case .preconditionFailed: 412
        case .notFound, .backupMissing: 404
        case .kenmerkTaken, .ended, .statementState, .caseState, .outboxState, .restoreTarget, .relayLoop,
            .relayPresent, .uploadOffset, .uploadTakenOver:
            409
        case .withdrawn, .erased: 410
        case .rateExceeded, .eventsTooMany, .uploadsTooMany: 429
        case .busy, .stopping, .storage, .storageLow, .evidenceTooLarge, .timeUnproven: 503
        case .internalError, .storageDamaged, .configuration, .storeLocked, .logDisagrees, .logFork, .backupAltered,
            .backupDamaged, .backupFailed, .restoreLog:
            500
        default: 400
        }
    }

    /// Whether what was refused with it may be taken later, as it is: once a clock is set right, a newer revocation list has come, the
    /// connection is better, or the policy names the organisation again.
    package var passes: Bool {
        [.signingTimeFuture, .certificateUndecided, .organisationInactive, .requestTimeout].contains(self)
    }
}
