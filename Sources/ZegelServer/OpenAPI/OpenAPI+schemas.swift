// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore
import ZegelExchange
import ZegelPolicy
import ZegelStore

/// What goes in and out, as JSON Schema.
extension OpenAPI {
    /// All schemas of the document, by name.
    static let schemas: JSONValue = [
        "problem": Self.problem, "fault": Self.fault, "header": Self.header, "address": Self.address,
        "document": Self.document, "receipt": Self.receipt, "message": Self.message, "delivery": Self.delivery,
        "forward": Self.forward, "openForward": Self.openForward,
        "line": Self.line, "page": Self.page, "event": Self.event,
        "claim": Self.claim, "claimed": Self.claimed,
        "request": Self.request, "due": Self.due, "lists": Self.lists,
        "reconciliation": Self.reconciliation, "passages": Self.passages, "check": Self.check,
        "statement": Self.statement,
        "statementReceipt": Self.statementReceipt, "organisation": Self.organisation,
        "organisations": Self.object([("organisations", Self.list(of: Self.reference("organisation")))]),
        "decision": Self.decision, "decisions": Self.decisions, "tokenRequest": Self.tokenRequest, "token": Self.token,
        "keys": Self.keys, "tokenStatus": Self.tokenStatus, "introspection": Self.introspection,
        "actor": Self.actor, "evaluation": Self.evaluation, "evaluated": Self.evaluated,
        "logQuestion": Self.object([("leaf", Self.digest)]),
        "logTimestamp": Self.object([("size", Self.count), ("checkpoint", Self.base64), ("token", Self.base64)]),
        "logProof": Self.object([("index", Self.count), ("size", Self.count), ("proof", Self.base64)]),
    ]

    // MARK: - Problems

    private static let fault = Self.object([
        ("code", ["type": "string"]), ("location", ["type": "string"]), ("detail", ["type": "string"]),
    ])

    private static let problem = Self.object(
        [
            ("type", Self.text("^urn:zegel:problem:[a-z0-9._-]+$")), ("title", ["type": "string"]),
            ("status", ["type": "integer", "minimum": 400, "maximum": 599]),
            ("code", Self.one(of: Self.codes)), ("detail", ["type": "string"]),
            ("errors", Self.list(of: Self.reference("fault"), minimum: 1)),
            ("reasons", Self.list(of: Self.one(of: ReasonCode.allCases.map(\.rawValue)), minimum: 1)),
            ("allow", Self.list(of: ["type": "string"])), ("size", Self.count), ("id", Self.id),
            ("expected-offset", Self.count), ("provided-offset", Self.count),
            ("container", Self.digest), ("reason", Self.text(upTo: 500)), ("statement", Self.base64),
            ("record", Self.base64), ("signature", Self.base64), ("proof", Self.base64), ("salt", Self.base64),
        ],
        optional: [
            "detail", "errors", "reasons", "allow", "size", "expected-offset", "provided-offset", "id", "container",
            "reason", "statement", "record", "signature", "proof", "salt",
        ]
    )

    // MARK: - Messages

    private static let address = Self.object([("oin", Self.oin), ("mailbox", Self.mailbox)])

    private static let recipient = Self.object(
        [("oin", Self.oin), ("mailbox", Self.mailbox), ("role", Self.one(of: ["action", "information"]))],
        optional: ["role"]
    )

    private static let document = Self.object(
        [
            ("name", Self.text("^documents/[^/]+$")), ("role", Self.one(of: ["main", "annex"])),
            ("title", Self.text(upTo: 200)), ("mediaType", Self.text(upTo: 200)), ("size", Self.count),
            ("sha256", Self.digest), ("encrypted", Self.boolean),
        ],
        optional: ["title"]
    )

    /// What stands in the header and in the message as it is shown; the server's own fields come on top.
    private static let headerMembers: [(String, JSONValue)] = [
        ("kenmerk", Self.kenmerk), ("date", Self.day), ("exchange", Self.label), ("kind", Self.label),
        ("subject", Self.text(upTo: 200)), ("from", Self.reference("address")),
        (
            "to",
            .object((Self.list(of: Self.recipient, minimum: 1).members ?? []) + [.init("maxItems", 200)])
        ),
        ("purpose", Self.label), ("legalBasis", Self.label), ("classification", Self.level),
        ("classifiedBy", Self.text(upTo: 100)), ("classifiedOn", Self.day), ("declassifyOn", Self.day),
        ("declassifyWhen", Self.text(upTo: 200)), ("foreignClassification", Self.text(upTo: 64)),
        ("markings", Self.list(of: Self.label, unique: true)), ("details", ["type": "object"]),
        (
            "inReplyTo",
            Self.list(
                of: Self.object([("kenmerk", Self.kenmerk), ("date", Self.day)], optional: ["kenmerk", "date"])
            )
        ),
        ("references", Self.list(of: Self.text(upTo: 200))), ("case", Self.text(upTo: 64)),
        ("onBehalfOf", Self.text(upTo: 64)), ("notBefore", Self.term), ("respondBy", Self.term),
        ("reviewBy", Self.day), ("retainUntil", Self.day),
        ("documents", Self.list(of: Self.reference("document"))),
    ]

    private static let optionalInHeader = [
        "subject", "classifiedBy", "classifiedOn", "declassifyOn", "declassifyWhen", "foreignClassification",
        "markings",
        "details", "inReplyTo", "references", "case", "onBehalfOf", "notBefore", "respondBy", "reviewBy", "retainUntil",
    ]

    private static let header = Self.object(
        [("zegel", Self.version)] + Self.headerMembers + [("nonce", Self.text("^[A-Za-z0-9_-]{21}[AQgw]$"))],
        optional: Self.optionalInHeader,
        example: Example.header
    )

    private static let receipt = Self.object(
        [
            ("id", Self.id), ("state", Self.one(of: MessageState.allCases.map(\.rawValue))),
            ("kenmerk", Self.kenmerk), ("date", Self.day), ("receivedAt", Self.moment), ("container", Self.digest),
            ("acceptance", Self.base64), ("sealManifest", Self.base64), ("seal", Self.base64), ("proof", Self.base64),
            ("salt", Self.base64),
        ],
        optional: ["proof", "salt"]
    )

    private static let delivery = Self.object(
        [
            ("mailbox", Self.mailbox), ("state", Self.one(of: DeliveryState.allCases.map(\.rawValue))),
            ("number", Self.count), ("availableAt", Self.moment), ("collectedAt", Self.moment),
            ("collectedBy", Self.object([("oin", Self.oin), ("certificate", Self.digest)], optional: ["certificate"])),
            ("acknowledgedAt", Self.moment), ("forwardedBy", Self.mailbox), ("disposedAt", Self.moment),
        ],
        optional: [
            "number", "availableAt", "collectedAt", "collectedBy", "acknowledgedAt", "forwardedBy", "disposedAt",
        ]
    )

    private static let forward = Self.object(
        [
            ("statement", Self.digest), ("mailbox", Self.mailbox),
            ("to", Self.list(of: Self.reference("address"), minimum: 1)), ("purpose", Self.label),
            ("legalBasis", Self.label), ("state", Self.one(of: ForwardState.allCases.map(\.rawValue))),
            ("receivedAt", Self.moment), ("settledAt", Self.moment),
            ("reasons", Self.list(of: Self.one(of: ReasonCode.allCases.map(\.rawValue)), minimum: 1)),
            ("reason", Self.text(upTo: 500)), ("relays", Self.list(of: Self.relay, minimum: 1)),
        ],
        optional: ["settledAt", "reasons", "reason", "relays"],
        example: Example.forward
    )

    private static let openForward = Self.object([
        ("id", Self.id), ("kenmerk", Self.kenmerk), ("date", Self.day), ("exchange", Self.label), ("kind", Self.label),
        ("originator", Self.mailbox), ("forward", Self.reference("forward")),
    ])

    private static let message = Self.object(
        [("id", Self.id)] + Self.headerMembers
            + [
                ("replacedBy", Self.reference), ("replaces", Self.list(of: Self.reference)),
                ("forwards", Self.list(of: Self.reference("forward"), minimum: 1)),
                ("receivedAt", Self.moment), ("container", Self.digest), ("size", Self.count),
                ("state", Self.one(of: MessageState.allCases.map(\.rawValue))),
                ("deliveries", Self.list(of: Self.reference("delivery"))),
                ("relays", Self.list(of: Self.relay)),
            ],
        optional: Self.optionalInHeader + ["replacedBy", "replaces", "forwards", "relays"]
    )

    /// How the way to the server of another stands.
    private static let relay = Self.object(
        [
            ("server", Self.oin), ("state", Self.one(of: DispatchState.allCases.map(\.rawValue))),
            ("attempts", Self.count), ("since", Self.moment), ("reason", Self.text("^[a-z_.-]{1,100}$")),
            ("due", Self.moment), ("expires", Self.moment),
        ],
        optional: ["reason", "due", "expires"]
    )

    /// A message of the same sender.
    private static let reference = Self.object([("kenmerk", Self.kenmerk), ("date", Self.day)])

    // MARK: - Decisions

    /// A record of the Authorization Decision Log of Logius; its body is a request and response of AuthZEN.
    private static let decision = Self.object([
        ("trace_id", Self.text("^[0-9a-f]{32}$")), ("span_id", Self.text("^[0-9a-f]{16}$")),
        ("event_name", ["const": "adl.access_evaluation"]), ("timestamp", Self.count),
        ("status", Self.one(of: ["Ok", "Unset", "Error"])), ("attributes", ["type": "object"]),
        ("resource", ["type": "object"]), ("body", ["type": "object"]),
    ])

    private static let decisions = Self.object([
        ("decisions", Self.list(of: Self.reference("decision"))),
        ("next", ["type": ["string", "null"], "pattern": "^[A-Za-z0-9._~-]+$"]),
    ])

    private static let evaluation = Self.object(
        [
            ("subject", Self.object([("type", ["const": "organisation"]), ("id", Self.oin)])),
            ("action", Self.object([("name", Self.one(of: EvaluateAccess.actions.map(\.rawValue)))])),
            (
                "resource",
                Self.object(
                    [
                        ("type", Self.one(of: ["message", "mailbox"])), ("id", ["type": "string"]),
                        ("properties", ["type": "object"]),
                    ],
                    optional: ["properties"]
                )
            ), ("context", ["type": "object"]),
        ],
        optional: ["context"]
    )

    private static let evaluated = Self.object([
        ("decision", Self.boolean),
        (
            "context",
            Self.object([
                ("id", Self.id), ("reasons", Self.list(of: Self.one(of: ReasonCode.allCases.map(\.rawValue)))),
                ("reason_user", Self.object([("en", ["type": "string"])])),
                ("rules", Self.list(of: Self.object([("at", ["type": "string"]), ("id", ["type": "string"])]))),
                ("wouldAllow", Self.list(of: Self.list(of: Self.change))),
            ])
        ),
    ])

    /// A change to a header; one that has to go has the value null.
    private static let change: JSONValue = [
        "type": "object", "required": ["path", "value"], "additionalProperties": false,
        "properties": ["path": ["type": "string"], "value": .object([])],
    ]

    private static let check = Self.object([("decision", Self.one(of: ["allow"])), ("release", Self.count)])

    // MARK: - Statements

    private static let statement = Self.object(
        [
            ("zegel", Self.version), ("statement", Self.one(of: Statement.Kind.allCases.map(\.rawValue))),
            ("server", Self.oin), ("message", Self.id), ("container", Self.digest), ("mailbox", Self.mailbox),
            ("time", Self.moment), ("reason", Self.text(upTo: 500)),
            ("to", Self.list(of: Self.reference("address"), minimum: 1)),
            ("purpose", Self.label), ("legalBasis", Self.label),
            ("replacedBy", Self.reference),
            ("outcome", Self.one(of: Statement.Outcome.allCases.map(\.rawValue))), ("ground", Self.text(upTo: 500)),
        ],
        optional: ["reason", "to", "purpose", "legalBasis", "replacedBy", "outcome", "ground"],
        example: Example.statement(.acknowledgement)
    )

    private static let statementReceipt = Self.object(
        [
            ("message", Self.id), ("statement", Self.digest), ("receivedAt", Self.moment), ("record", Self.base64),
            ("signature", Self.base64), ("proof", Self.base64), ("salt", Self.base64),
        ],
        optional: ["proof", "salt"]
    )

    // MARK: - Organisations and tokens

    private static let organisation = Self.object([
        ("short", Self.text("^[a-z0-9-]{1,40}$")), ("oin", Self.oin), ("name", ["type": "string"]),
        ("kind", Self.one(of: Organisation.Kind.allCases.map(\.rawValue))),
        ("region", Self.one(of: Organisation.Region.allCases.map(\.rawValue))),
        ("mailboxes", Self.list(of: Self.object([("name", Self.mailbox), ("clearance", Self.level)]))),
    ])

    private static let tokenRequest = Self.object(
        [
            ("grant_type", Self.one(of: ["client_credentials"])), ("scope", Self.text("^[!-~]+( [!-~]+)*$")),
            ("client_id", Self.oin),
            (
                "client_assertion_type",
                Self.one(of: ["urn:ietf:params:oauth:client-assertion-type:jwt-bearer"])
            ), ("client_assertion", ["type": "string"]),
        ],
        optional: ["scope", "client_id", "client_assertion_type", "client_assertion"]
    )

    private static let tokenStatus = Self.object(
        [
            ("token", ["type": "string"]), ("token_type_hint", ["type": "string"]), ("client_id", Self.oin),
        ],
        optional: ["token_type_hint", "client_id"]
    )

    private static let actor = Self.object([
        ("sub", Self.text("^[A-Za-z0-9._-]{1,64}$")), ("function", Self.text(upTo: 100)), ("clearance", Self.level),
        ("roles", Self.list(of: Self.text(upTo: 64), unique: true)),
    ])

    private static let introspection = Self.object(
        [
            ("active", Self.boolean), ("token_type", Self.one(of: ["Bearer"])), ("iss", ["type": "string"]),
            ("aud", ["type": "string"]), ("sub", Self.oin), ("client_id", Self.oin), ("scope", ["type": "string"]),
            ("iat", Self.count), ("nbf", Self.count), ("exp", Self.count), ("jti", ["type": "string"]),
            ("cnf", Self.object([("x5t#S256", Self.text("^[A-Za-z0-9_-]{43}$"))])),
            ("act", Self.reference("actor")),
        ],
        optional: [
            "token_type", "iss", "aud", "sub", "client_id", "scope", "iat", "nbf", "exp", "jti", "cnf", "act",
        ]
    )

    private static let token = Self.object([
        ("access_token", Self.text("^[A-Za-z0-9._-]+$")), ("token_type", Self.one(of: ["Bearer"])),
        ("expires_in", Self.count), ("scope", ["type": "string"]),
    ])

    private static let keys = Self.object([
        (
            "keys",
            Self.list(
                of: Self.object([
                    ("crv", Self.one(of: ["P-256"])), ("kty", Self.one(of: ["EC"])),
                    ("x", Self.text("^[A-Za-z0-9_-]{43}$")), ("y", Self.text("^[A-Za-z0-9_-]{43}$")),
                    ("kid", Self.text("^[A-Za-z0-9_-]{43}$")), ("use", Self.one(of: ["sig"])),
                    ("alg", Self.one(of: ["ES256"])),
                ])
            )
        )
    ])
}
