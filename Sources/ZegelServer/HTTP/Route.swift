// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// A call of the interface (DESIGN §7): its method, its path, and the scope that a token needs for it.
///
/// The router, the metrics and `openapi.json` are all made from ``all``.
package enum Route: String, Sendable, CaseIterable {
    /// Gives a token to the organisation of the connection (RFC 6749 §4.4, RFC 8705).
    case issueToken
    /// Says what a token is worth, to the organisation that it was issued to (RFC 7662).
    case introspectToken
    /// Takes a token back before its time (RFC 7009).
    case revokeToken
    /// Describes how tokens are had here (RFC 8414).
    case authorizationServer
    /// Says which server gives the tokens that are taken here (RFC 9728).
    case protectedResource
    /// The public keys by which tokens can be verified (RFC 7517).
    case keys
    /// The description of every call, made from these routes.
    case openAPI
    /// Hands in a container; it answers once the message is durable.
    case submit
    /// Begins to hand in a container in parts, so that what breaks off can be resumed.
    case beginUpload
    /// Says how much of an upload is durable.
    case uploadOffset
    /// Takes what comes next of an upload; the last of it answers as handing in does.
    case appendUpload
    /// Forgets an upload.
    case cancelUpload
    /// Takes back a message that was accepted before a restore and lost, with its old receipt behind it.
    case resubmit
    /// Takes a sealed message from a server of partners, or a statement about one that passed between the two.
    case relay
    /// Signs what passed between this server and the one of partners that asks on a day, so that either finds what the other lacks.
    case relayDay
    /// Decides on a header as a submission would; of the message nothing is stored.
    case check
    /// Where a message stands, for its parties.
    case message
    /// The container as it was accepted, or a range of it, for its parties.
    case container
    /// The container with seal, evidence and statements, signed for the one who asks; also for auditors.
    case dossier
    /// Lists what has come into a mailbox, by cursor; it may wait for post.
    case mailbox
    /// Tells what comes into a mailbox as it comes, as server-sent events.
    case events
    /// Gives one of several systems that share a mailbox messages to collect, for a while.
    case claim
    /// Lists what a mailbox is to answer, and what others are to answer it.
    case due
    /// Lists the versions of the lists that a mailbox publishes and has.
    case lists
    /// Signs what was delivered to and from a mailbox on a day, so that either side finds what the other lacks.
    case reconcile
    /// Takes an addressee's signed statement that it has the message.
    case acknowledge
    /// Takes an addressee's signed statement that it refuses the message.
    case refuse
    /// Takes the signed statement of a second person that lets a message go.
    case release
    /// Takes an addressee's signed statement that it destroyed its copy, or keeps it.
    case dispose
    /// Takes the signed statement of one who has the message that it passes it on.
    case forward
    /// Takes the originator's signed statement that it lets the message go on to others.
    case consent
    /// Takes the originator's signed statement that the message is withdrawn.
    case withdraw
    /// Takes the originator's signed statement that another message takes the place of this one.
    case correct
    /// Lists the organisations that the caller shares an exchange with, and their mailboxes.
    case organisations
    /// One of these organisations, by its short name.
    case organisation
    /// Says whether something would be allowed, and why (AuthZEN).
    case evaluate
    /// Lists the decision records of the exchanges that the caller audits, by cursor.
    case decisions
    /// The newest checkpoint of the log, signed.
    case logCheckpoint
    /// Hashes or entries of the log (c2sp.org/tlog-tiles); they never change.
    case logTile
    /// Proves that the log has an entry.
    case logProof
    /// The newest checkpoint of the log that was time-stamped, with its token.
    case logTimestamp

    /// The method; `HEAD` goes where `GET` goes.
    package var method: String {
        switch self {
        case .issueToken, .introspectToken, .revokeToken, .submit, .resubmit, .relay, .check, .claim, .acknowledge,
            .refuse, .release, .dispose, .forward, .consent, .withdraw, .correct, .evaluate, .logProof, .beginUpload:
            "POST"
        case .uploadOffset: "HEAD"
        case .appendUpload: "PATCH"
        case .cancelUpload: "DELETE"
        default: "GET"
        }
    }

    /// The path, parameters in braces, of which `{tile}` stands for the rest of it; this is also how metrics and the access log name the call.
    package var template: String {
        switch self {
        case .issueToken: "/oauth/token"
        case .introspectToken: "/oauth/introspect"
        case .revokeToken: "/oauth/revoke"
        case .authorizationServer: "/.well-known/oauth-authorization-server"
        case .protectedResource: "/.well-known/oauth-protected-resource"
        case .keys: "/.well-known/jwks.json"
        case .openAPI: "/openapi.json"
        case .submit: "/v1/messages"
        case .beginUpload: "/v1/uploads"
        case .uploadOffset, .appendUpload, .cancelUpload: "/v1/uploads/{id}"
        case .resubmit: "/v1/messages/_resubmit"
        case .relay: "/v1/relay"
        case .relayDay: "/v1/relay/reconciliation"
        case .check: "/v1/messages/_check"
        case .message: "/v1/messages/{id}"
        case .container: "/v1/messages/{id}/container"
        case .dossier: "/v1/messages/{id}/dossier"
        case .mailbox: "/v1/mailboxes/{organisation}/{name}/messages"
        case .events: "/v1/mailboxes/{organisation}/{name}/events"
        case .claim: "/v1/mailboxes/{organisation}/{name}/claims"
        case .due: "/v1/mailboxes/{organisation}/{name}/due"
        case .lists: "/v1/mailboxes/{organisation}/{name}/lists"
        case .reconcile: "/v1/mailboxes/{organisation}/{name}/reconciliation"
        case .acknowledge: "/v1/messages/{id}/acknowledgements"
        case .refuse: "/v1/messages/{id}/refusals"
        case .release: "/v1/messages/{id}/releases"
        case .dispose: "/v1/messages/{id}/disposals"
        case .forward: "/v1/messages/{id}/forwards"
        case .consent: "/v1/messages/{id}/consents"
        case .withdraw: "/v1/messages/{id}/withdrawals"
        case .correct: "/v1/messages/{id}/corrections"
        case .organisations: "/v1/organisations"
        case .organisation: "/v1/organisations/{short}"
        case .evaluate: "/access/v1/evaluation"
        case .decisions: "/v1/decisions"
        case .logCheckpoint: "/log/checkpoint"
        case .logTile: "/log/tile/{tile}"
        case .logProof: "/log/proofs/_find"
        case .logTimestamp: "/log/timestamp"
        }
    }

    /// The scopes of which a token needs one; empty where the certificate alone is enough.
    package var scopes: [Scope.Name] {
        switch self {
        case .issueToken, .introspectToken, .revokeToken, .authorizationServer, .protectedResource, .keys, .openAPI: []
        case .submit, .resubmit, .check, .beginUpload, .uploadOffset, .appendUpload, .cancelUpload: [.send]
        case .relay, .relayDay: [.relay]
        case .message, .container, .mailbox, .events, .claim, .due, .lists, .reconcile, .organisations, .organisation:
            [.read]
        case .dossier: [.read, .audit]
        case .evaluate: [.readPolicy]
        case .decisions: [.audit]
        case .acknowledge, .refuse, .dispose: [.acknowledge]
        case .forward: [.forward]
        case .consent, .withdraw, .correct: [.withdraw]
        case .release: [.release]
        case .logCheckpoint, .logTile, .logProof, .logTimestamp: [.readLog]
        }
    }

    /// The media types of which a body must have one; empty where the call takes none.
    package var mediaTypes: [String] {
        switch self {
        case .issueToken, .introspectToken, .revokeToken: ["application/x-www-form-urlencoded"]
        case .submit, .resubmit, .beginUpload: [MessageView.mediaType]
        case .appendUpload: [Self.partialUpload]
        case .relay: [MessageView.mediaType, Self.statement]
        case .check, .claim, .evaluate, .logProof: ["application/json"]
        case .acknowledge, .refuse, .release, .dispose, .forward, .consent, .withdraw, .correct: [Self.statement]
        default: []
        }
    }

    /// The media type of a part of an upload.
    static let partialUpload = "application/partial-upload"
    /// The media type of a signed statement.
    static let statement = "application/pkcs7-mime"
}
