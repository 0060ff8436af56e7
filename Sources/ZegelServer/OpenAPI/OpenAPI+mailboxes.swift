// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// The lists of a mailbox: its post, its events, what is due, what a day had.
extension OpenAPI {
    static let line = Self.object(
        [
            ("id", Self.id), ("kenmerk", Self.kenmerk), ("date", Self.day), ("exchange", Self.label),
            ("kind", Self.label),
            ("from", Self.reference("address")), ("classification", Self.level), ("receivedAt", Self.moment),
            ("availableAt", Self.moment), ("container", Self.digest), ("size", Self.count),
            ("state", Self.one(of: DeliveryState.allCases.map(\.rawValue))), ("number", Self.count),
            ("list", Self.object([("name", Self.text(upTo: 200)), ("version", Self.count)])),
            ("notice", Self.one(of: MailboxNotice.allCases.map(\.rawValue))),
        ],
        optional: ["state", "number", "list", "notice"]
    )

    static let page = Self.object([
        ("messages", Self.list(of: Self.reference("line"))),
        ("next", ["type": ["string", "null"], "pattern": "^[A-Za-z0-9._~-]+$"]),
    ])

    /// A CloudEvent in the profile of NL GOV.
    static let event = Self.object(
        [
            ("specversion", ["const": "1.0"]), ("id", Self.text("^[A-Za-z0-9._~-]+$")),
            ("source", Self.text("^urn:nld:oin:[0-9]{20}:systeem:zegel$")),
            ("type", Self.one(of: EventView.types)), ("subject", Self.id), ("time", Self.moment),
            ("datacontenttype", ["const": "application/json"]), ("dataref", Self.text("^/v1/messages/[0-9a-f]{32}$")),
            ("data", Self.object([("kind", Self.label), ("number", Self.count)], optional: ["number"])),
        ],
        example: Example.event
    )

    static let request = Self.object([
        ("id", Self.id), ("kenmerk", Self.kenmerk), ("date", Self.day), ("exchange", Self.label), ("kind", Self.label),
        ("from", Self.mailbox), ("to", Self.mailbox), ("dueAt", Self.moment), ("late", Self.boolean),
        ("parts", Self.count),
    ])

    static let review = Self.object([
        ("id", Self.id), ("kenmerk", Self.kenmerk), ("date", Self.day), ("exchange", Self.label), ("kind", Self.label),
        ("endsAt", Self.moment), ("lapsed", Self.boolean),
    ])

    static let due = Self.object([
        ("incoming", Self.list(of: Self.reference("request"))), ("outgoing", Self.list(of: Self.reference("request"))),
        ("consents", Self.list(of: Self.reference("openForward"))),
        ("forwards", Self.list(of: Self.reference("openForward"))),
        ("escalated", Self.list(of: Self.reference("request"))), ("reviews", Self.list(of: Self.review)),
    ])

    static let listedVersion = Self.object(
        [
            ("id", Self.id), ("kenmerk", Self.kenmerk), ("date", Self.day), ("exchange", Self.label),
            ("kind", Self.label), ("publisher", Self.mailbox),
            ("list", Self.object([("name", Self.text(upTo: 200)), ("version", Self.count)])),
            ("standing", Self.one(of: ListStanding.allCases.map(\.rawValue))), ("receivedAt", Self.moment),
            ("deliveries", Self.list(of: Self.reference("delivery"))), ("period", Self.label), ("asOf", Self.day),
        ],
        optional: ["period", "asOf"]
    )

    static let lists = Self.object([
        ("published", Self.list(of: Self.listedVersion)), ("received", Self.list(of: Self.listedVersion)),
    ])

    static let reconciliation = Self.object([("record", Self.base64), ("signature", Self.base64)])

    /// Of a message that was destroyed there is no container any more.
    static let passages = Self.object([
        (
            "passages",
            Self.list(
                of: Self.object(
                    [
                        ("taker", Self.oin), ("time", Self.moment), ("message", Self.id), ("container", Self.digest),
                        ("statement", Self.digest), ("erased", ["const": true]),
                    ],
                    optional: ["message", "container", "statement", "erased"]
                )
            )
        ), ("next", ["type": ["string", "null"]]),
    ])

    static let claim = Self.object(
        [
            ("claimant", Self.label), ("limit", ["type": "integer", "minimum": 1, "maximum": 100]),
            ("lease", ["type": "integer", "minimum": 1, "maximum": 3_600]),
        ],
        optional: ["limit", "lease"]
    )

    static let claimed = Self.object([
        ("messages", Self.list(of: Self.reference("line"))), ("until", Self.moment),
    ])
}
