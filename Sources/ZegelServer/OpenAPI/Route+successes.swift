// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelSeal

/// One way in which a call can end well: what `openapi.json` says of it.
struct Success {
    var status = 200
    let description: String
    /// The media type of the body; `nil` where there is none.
    var type: String? = "application/json"
    var schema: JSONValue = ["type": "object"]
    var example: JSONValue?
    /// What the answer has beyond the common fields: name and meaning.
    var fields: [(String, String)] = []
}

extension Route {
    /// What the call does, in one line.
    var summary: String {
        switch self {
        case .issueToken: "Ask for an access token, bound to the certificate of the connection."
        case .introspectToken: "Ask what a token of one's own organisation is worth (RFC 7662)."
        case .revokeToken: "Take back a token of one's own organisation (RFC 7009)."
        case .authorizationServer: "Metadata of the authorization server (RFC 8414)."
        case .protectedResource: "Metadata of the protected resource (RFC 9728)."
        case .keys: "The public keys of the tokens (RFC 7517)."
        case .openAPI: "This document."
        case .submit: "Hand in a message."
        case .beginUpload: "Begin to hand in a message in parts (draft-ietf-httpbis-resumable-upload)."
        case .uploadOffset: "Ask how much of an upload is durable."
        case .appendUpload: "Go on with an upload; the last part of it hands the message in."
        case .cancelUpload: "Forget an upload."
        case .resubmit: "Bring back a message that the server lost, with the receipt that it gave for it."
        case .relay: "Bring a message from another server, or a statement about one."
        case .relayDay: "What passed between the server that asks and this one on a day, signed; or one by one."
        case .check: "Ask what handing in a message with this header would be answered; nothing of it is stored."
        case .message: "Look at a message: header, state and deliveries, as the caller may see them."
        case .container: "Collect the container as it was accepted, whole or a range of its bytes."
        case .dossier: "Collect the container with its evidence; an auditor's is without documents unless granted."
        case .mailbox: "List the post of a mailbox in order of arrival, waiting for it where asked to."
        case .events: "Follow what comes into a mailbox, as CloudEvents in server-sent events, until the token ends."
        case .claim: "Claim messages of a mailbox for one of the systems that share it, until a lease ends."
        case .due: "List the requests that a mailbox is to answer or consent to, and its own that wait for others."
        case .lists: "List the versions of the lists that a mailbox publishes and has, with their deliveries."
        case .reconcile: "What was delivered to and from a mailbox on a day, by number, signed by the server."
        case .acknowledge: "Acknowledge a message for a mailbox, with a signed statement."
        case .refuse: "Refuse a message, or as its originator that it goes on, with a signed statement that says why."
        case .release: "Release a message as the second person, with a signed statement."
        case .dispose: "Say what became of a mailbox's copy, with a signed statement."
        case .forward: "Pass a message on to further mailboxes, with a signed statement."
        case .consent: "Let a message go on to further mailboxes, with a signed statement of its originator."
        case .withdraw: "Take a message back, with a signed statement that says why."
        case .correct: "Name the message that takes the place of this one, with a signed statement."
        case .organisations: "The organisations and mailboxes that the caller shares an exchange with."
        case .organisation: "One of them."
        case .evaluate: "Ask whether something would be allowed, and why (AuthZEN Authorization API 1.0)."
        case .decisions: "The decision records of the exchanges that the caller audits, in the order of storing."
        case .logCheckpoint: "The newest checkpoint of the log: a signed note (c2sp.org/tlog-checkpoint)."
        case .logTile: "Hashes or entries of the log (c2sp.org/tlog-tiles); they never change."
        case .logProof: "Prove under the newest checkpoint that the log has an entry."
        case .logTimestamp: "The newest checkpoint of the log that was time-stamped, with its token (RFC 3161)."
        }
    }

    /// Every way in which the call can end well.
    var successes: [Success] {
        switch self {
        case .issueToken:
            [
                Success(
                    description: "The token.",
                    schema: OpenAPI.reference("token"),
                    example: OpenAPI.Example.token
                )
            ]
        case .introspectToken:
            [
                Success(
                    description: "What it says; `active` is false, and alone, where it is worth nothing to the asker.",
                    schema: OpenAPI.reference("introspection"),
                    example: OpenAPI.Example.introspection
                )
            ]
        case .revokeToken:
            [Success(description: "It is worth nothing from now on, or was not before.", example: [:])]
        case .authorizationServer, .protectedResource:
            [Success(description: "The metadata.", example: OpenAPI.Example.metadata(self))]
        case .keys:
            [
                Success(
                    description: "The keys.",
                    schema: OpenAPI.reference("keys"),
                    example: OpenAPI.Example.keys
                )
            ]
        case .openAPI:
            [Success(description: "OpenAPI 3.1.", example: ["openapi": "3.1.0"])]
        case .submit, .resubmit: self.submitted
        case .beginUpload, .uploadOffset, .appendUpload, .cancelUpload: self.uploaded
        case .relay: self.relayed
        case .relayDay:
            [
                Success(
                    description:
                        "The record, and the detached CAdES of the server over it: how much passed, and SHA-256 over a line for each passage by time and then name, its JSON with a line feed. With `after` the passages themselves, and where the next page begins.",
                    schema: ["oneOf": [OpenAPI.reference("reconciliation"), OpenAPI.reference("passages")]],
                    example: OpenAPI.Example.reconciliation
                )
            ]
        case .check:
            [
                Success(
                    description: "It would be accepted; `release` people of the sender must sign first.",
                    schema: OpenAPI.reference("check"),
                    example: ["decision": "allow", "release": 2]
                )
            ]
        case .message:
            [
                Success(
                    description: "The message. Its originator sees all deliveries and forwards, an addressee its own.",
                    schema: OpenAPI.reference("message"),
                    example: OpenAPI.Example.message
                )
            ]
        case .container: self.collected
        case .dossier: self.exported
        case .mailbox:
            [
                Success(
                    description: "A page. `next` is the cursor of the next one; null where nothing ever came.",
                    schema: OpenAPI.reference("page"),
                    example: OpenAPI.Example.page
                )
            ]
        case .events:
            [
                Success(
                    description:
                        "Events in order of arrival, then each as it comes; `id` is the cursor behind it. Each holds a CloudEvent, as `x-holds` says. A comment now and then says that the stream is still there.",
                    type: EventView.mediaType,
                    schema: [
                        "type": "string", "contentMediaType": .string(EventView.mediaType),
                        "x-holds": OpenAPI.reference("event"),
                    ]
                )
            ]
        case .claim:
            [
                Success(
                    description:
                        "What the system holds now, what it held already included: no other one is given these until the lease ends by the server's clock. Collecting ends it.",
                    schema: OpenAPI.reference("claimed"),
                    example: OpenAPI.Example.claimed
                )
            ]
        case .due:
            [
                Success(
                    description:
                        "Requests with a `respondBy` that were neither answered nor refused, the most urgent first; `late` by the server's clock, `parts` answers that said they are a part. `escalated` are requests between others that the exchange has this mailbox hear of, `reviews` its own messages that lapse unless renewed. `consents` are forwards of its messages that wait for its consent, `forwards` its own that wait for the originator's.",
                    schema: OpenAPI.reference("due"),
                    example: OpenAPI.Example.due
                )
            ]
        case .lists:
            [
                Success(
                    description:
                        "Versions, the last first: `published` those that the mailbox sent, with the delivery to each addressee, `received` those that came into it, with its own. One of each list is `in-force`; what was destroyed at the end of its term is left out.",
                    schema: OpenAPI.reference("lists"),
                    example: OpenAPI.Example.lists
                )
            ]
        case .reconcile:
            [
                Success(
                    description:
                        "The record, and the detached CAdES of the server over it. Numbers of a pair of mailboxes have no gaps; `sha256` in it is over a line for each delivery: number, space, SHA-256 of the container, line feed.",
                    schema: OpenAPI.reference("reconciliation"),
                    example: OpenAPI.Example.reconciliation
                )
            ]
        case .acknowledge, .refuse, .release, .dispose, .consent, .withdraw, .correct: self.stated
        case .forward: self.forwarded
        case .evaluate:
            [
                Success(
                    description:
                        "What would be decided. An organisation asks about itself, an auditor about others, too.",
                    schema: OpenAPI.reference("evaluated"),
                    example: OpenAPI.Example.evaluated
                )
            ]
        case .decisions:
            [
                Success(
                    description: "A page. `next` is the cursor of the next one; null where nothing was ever decided.",
                    schema: OpenAPI.reference("decisions"),
                    example: OpenAPI.Example.decisions
                )
            ]
        case .organisations:
            [
                Success(
                    description: "The organisations, the caller's own among them.",
                    schema: OpenAPI.reference("organisations"),
                    example: ["organisations": [OpenAPI.Example.organisation]]
                )
            ]
        case .organisation:
            [
                Success(
                    description: "The organisation.",
                    schema: OpenAPI.reference("organisation"),
                    example: OpenAPI.Example.organisation
                )
            ]
        case .logCheckpoint:
            [
                Success(
                    description: "The checkpoint.",
                    type: LogHarness.noteType,
                    schema: ["type": "string", "contentMediaType": .string(LogHarness.noteType)]
                )
            ]
        case .logTile:
            [
                Success(
                    description: "The hashes one after the other, or the entries, each behind its length in two bytes.",
                    type: LogHarness.tileType,
                    schema: ["type": "string", "contentMediaType": .string(LogHarness.tileType)]
                )
            ]
        case .logProof:
            [
                Success(
                    description: "The proof (c2sp.org/tlog-proof), without the salt.",
                    schema: OpenAPI.reference("logProof"),
                    example: OpenAPI.Example.logProof
                )
            ]
        case .logTimestamp:
            [
                Success(
                    description: "The bytes of the checkpoint, which were stamped, and the token over them.",
                    schema: OpenAPI.reference("logTimestamp"),
                    example: OpenAPI.Example.logTimestamp
                )
            ]
        }
    }

    var submitted: [Success] {
        [(200, "The same container was accepted before: its receipt."), (201, "Sealed and durable: the receipt.")].map {
            Success(
                status: $0.0,
                description: $0.1,
                schema: OpenAPI.reference("receipt"),
                example: OpenAPI.Example.receipt,
                fields: [("location", "The path of the message.")]
            )
        }
    }

    private var stated: [Success] {
        [(200, "The same statement was accepted before: its receipt."), (201, "It counts: the receipt.")].map {
            Success(
                status: $0.0,
                description: $0.1,
                schema: OpenAPI.reference("statementReceipt"),
                example: OpenAPI.Example.statementReceipt
            )
        }
    }

    private var forwarded: [Success] {
        self.stated + [
            Success(
                status: 202,
                description:
                    "Nothing but the originator's consent is missing. The statement is kept, with its receipt, and has effect once that comes; until then nobody has the message by it.",
                schema: OpenAPI.reference("statementReceipt"),
                example: OpenAPI.Example.statementReceipt
            )
        ]
    }

    private var relayed: [Success] {
        [(200, "It came before: its receipt."), (201, "It counts here: the receipt.")].map {
            Success(
                status: $0.0,
                description: "\($0.1) That of a message is a `receipt`, that of a statement a `statementReceipt`.",
                schema: ["oneOf": [OpenAPI.reference("receipt"), OpenAPI.reference("statementReceipt")]],
                example: OpenAPI.Example.receipt
            )
        }
    }

    private var exported: [Success] {
        let ranges = ("accept-ranges", "bytes")
        return [
            Success(
                description: "The dossier.",
                type: MessageView.mediaType,
                schema: OpenAPI.container,
                fields: [ranges]
            ),
            Success(
                status: 206,
                description:
                    "What is left of the dossier from a byte on. A dossier begins with the container's entries, the same bytes each time; one that broke off within them is taken up so.",
                type: MessageView.mediaType,
                schema: OpenAPI.container,
                fields: [ranges, ("content-range", "Which bytes of how many.")]
            ),
        ]
    }

    private var collected: [Success] {
        let tag = ("etag", "The SHA-256 of the container, for `if-range`, `if-match` and `if-none-match`.")
        let ranges = ("accept-ranges", "bytes")
        return [
            Success(
                description: "All of the container.",
                type: MessageView.mediaType,
                schema: OpenAPI.container,
                fields: [tag, ranges]
            ),
            Success(
                status: 206,
                description: "The range of bytes that was asked for.",
                type: MessageView.mediaType,
                schema: OpenAPI.container,
                fields: [tag, ranges, ("content-range", "Which bytes of how many.")]
            ),
            Success(status: 304, description: "The container that the caller has.", type: nil, fields: [tag]),
        ]
    }
}
