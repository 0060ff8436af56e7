// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What a call takes, as `openapi.json` says it.
extension Route {
    /// The parameters of path, query and header fields, each with an example.
    var parameters: [JSONValue] {
        let inPath = self.template.split(separator: "/").filter { $0.hasPrefix("{") }.map { part -> JSONValue in
            switch part {
            case "{id}" where self.template.hasPrefix("/v1/uploads"):
                Self.parameter("id", in: "path", OpenAPI.Example.id, "The id of the upload; any other text is 404.")
            case "{id}":
                Self.parameter("id", in: "path", OpenAPI.Example.id, "The id of the message; any other text is 404.")
            case "{tile}":
                Self.parameter(
                    "tile",
                    in: "path",
                    OpenAPI.Example.tile,
                    "Level and place, or `entries` and place: `0/x001/234`, `0/x001/234.p/56`, `entries/000`; with its slashes."
                )
            case "{name}": Self.parameter("name", in: "path", "lovj", "The function within the organisation.")
            default:
                Self.parameter(String(part.dropFirst().dropLast()), in: "path", "om", "The organisation's short name.")
            }
        }
        return inPath + self.otherParameters
    }

    private var otherParameters: [JSONValue] {
        let limits = Limits()
        return switch self {
        case .relay:
            [
                Self.parameter(
                    "forward",
                    in: "query",
                    "waiting",
                    "How a forward stands at the server that brings it: it waits for a consent, had effect, or has none; or mailboxes here are to have the message by it. With a forward, and with nothing else.",
                    ["type": "string", "enum": .array(ForwardWord.allCases.map { .string($0.rawValue) })]
                )
            ]
        case .mailbox:
            [
                Self.parameter("after", in: "query", OpenAPI.Example.cursor, "The `next` of the page before."),
                Self.parameter(
                    "limit",
                    in: "query",
                    100,
                    "How many messages at most; 100 where left out.",
                    OpenAPI.number(1, limits.page)
                ),
                Self.parameter(
                    "wait",
                    in: "query",
                    0,
                    "Seconds to wait for post where there is none.",
                    OpenAPI.number(0, limits.wait)
                ),
            ]
        case .events:
            [
                Self.parameter("after", in: "query", OpenAPI.Example.cursor, "The `next` of a page, to begin there."),
                Self.parameter(
                    "last-event-id",
                    in: "header",
                    OpenAPI.Example.cursor,
                    "The id of the last event that the caller had; it counts before `after`."
                ),
            ]
        case .due:
            [
                Self.parameter(
                    "limit",
                    in: "query",
                    100,
                    "How many requests of each side at most; 100 where left out.",
                    OpenAPI.number(1, limits.page)
                )
            ]
        case .lists:
            [
                Self.parameter(
                    "limit",
                    in: "query",
                    100,
                    "How many versions of each side at most, the last ones; 100 where left out.",
                    OpenAPI.number(1, limits.page)
                )
            ]
        case .reconcile:
            [
                Self.parameter(
                    "day",
                    in: "query",
                    "2026-11-20",
                    "The day, in Europe/Amsterdam; today, as far as it is over, where left out.",
                    OpenAPI.day
                )
            ]
        case .relayDay:
            [
                Self.parameter(
                    "day",
                    in: "query",
                    "2026-11-20",
                    "The day, in Europe/Amsterdam, of the moment of taking; today, as far as it is over, where left out.",
                    OpenAPI.day
                ),
                Self.parameter(
                    "after",
                    in: "query",
                    "0-",
                    "`0-`, or the `next` of a page: the passages behind it, not the record.",
                    OpenAPI.text("^[0-9]+-[0-9a-f]{0,64}$")
                ),
            ]
        case .beginUpload: Self.uploadFields(["upload-complete", "upload-length", "upload-draft-interop-version"])
        case .appendUpload:
            Self.uploadFields(["upload-offset", "upload-complete", "upload-length", "upload-draft-interop-version"])
        case .decisions:
            [
                Self.parameter("after", in: "query", OpenAPI.Example.cursor, "The `next` of the page before."),
                Self.parameter(
                    "limit",
                    in: "query",
                    100,
                    "How many records at most; 100 where left out.",
                    OpenAPI.number(1, limits.page)
                ),
            ]
        case .dossier:
            [
                Self.parameter(
                    "range",
                    in: "header",
                    "bytes=65536-",
                    "From a byte within the container's entries on; another range is passed over."
                )
            ]
        case .container:
            [
                Self.parameter("range", in: "header", "bytes=0-1023", "One range of bytes."),
                Self.parameter("if-range", in: "header", Self.tag, "The range only where the tag is this one."),
                Self.parameter("if-match", in: "header", Self.tag, "Only where the tag is this one."),
                Self.parameter("if-none-match", in: "header", Self.tag, "304 where the tag is this one."),
            ]
        default: []
        }
    }

    /// The body; bytes are described by what they hold, under `x-holds`.
    var requestBody: JSONValue? {
        guard let type = self.mediaTypes.first else { return nil }
        let content: JSONValue
        var description = "JSON in its one spelling."
        switch self {
        case .issueToken:
            description =
                "`scope` may be left out, for all that is granted; `client_id`, too. `client_assertion` with its type, a JWT that the organisation signed, says for whom it acts (RFC 7523)."
            content = OpenAPI.content(
                OpenAPI.reference("tokenRequest"),
                ["grant_type": "client_credentials", "scope": "messages.send"],
                named: self.rawValue
            )
        case .introspectToken, .revokeToken:
            description = "The token; the other parameters of RFC 7662 and RFC 7009 are read and change nothing."
            content = OpenAPI.content(
                OpenAPI.reference("tokenStatus"),
                ["token": OpenAPI.Example.token["access_token"] ?? ""],
                named: self.rawValue
            )
        case .check:
            content = OpenAPI.content(OpenAPI.reference("header"), OpenAPI.Example.header, named: self.rawValue)
        case .claim:
            description =
                "Which system asks: those that share a mailbox need a certificate or a name each. The same one again renews its leases."
            content = OpenAPI.content(OpenAPI.reference("claim"), OpenAPI.Example.claim, named: self.rawValue)
        case .evaluate:
            description =
                "A question as AuthZEN has it. `action.name` is send, forward, read, audit or list; `resource.id` names the message or mailbox, and `resource.properties` holds the header of the message or forward."
            content = OpenAPI.content(
                OpenAPI.reference("evaluation"),
                OpenAPI.Example.evaluation,
                named: self.rawValue
            )
        case .logProof:
            content = OpenAPI.content(
                OpenAPI.reference("logQuestion"),
                OpenAPI.Example.logQuestion,
                named: self.rawValue
            )
        case .submit:
            description = "The container (ASiC-E), signed by the sender; `message.json` in it is a `header`."
            content = ["schema": OpenAPI.container, "x-holds": OpenAPI.reference("header")]
        case .beginUpload, .appendUpload:
            description =
                "The next bytes of the container, as many as there are; none are needed to begin, nor to ask for the receipt again."
            content = [
                "schema": ["type": "string", "contentMediaType": .string(type)],
                "x-holds": OpenAPI.reference("header"),
            ]
        case .resubmit:
            description =
                "The container with `META-INF/acceptance.json`, the seal's manifest and signature, `receipt.tlog-proof`, `receipt.salt` and `container-directory.bin` behind its entries, as a dossier has them; a dossier is one."
            content = ["schema": OpenAPI.container, "x-holds": OpenAPI.reference("header")]
        case .relay:
            description =
                "The dossier of a message as the server before has it for an addressee here, or a statement that was made there about one that passed between the two."
            content = ["schema": OpenAPI.container, "x-holds": OpenAPI.reference("header")]
        default:
            description = "A statement inside an attached CAdES-B signature, DER."
            content = Self.statementBody
        }
        let others = self.mediaTypes.dropFirst().map { JSONValue.Member($0, Self.statementBody) }
        return [
            "required": .bool(self != .beginUpload && self != .appendUpload), "description": .string(description),
            "content": .object([.init(type, content)] + others),
        ]
    }

    private static let statementBody: JSONValue = [
        "schema": ["type": "string", "contentMediaType": .string(Route.statement)],
        "x-holds": OpenAPI.reference("statement"),
    ]

    private static let tag = JSONValue.string("\"\(OpenAPI.Example.container.string ?? "")\"")

    static func parameter(
        _ name: String,
        in place: String,
        _ example: JSONValue,
        _ description: String,
        _ schema: JSONValue = ["type": "string"]
    ) -> JSONValue {
        [
            "name": .string(name), "in": .string(place), "required": .bool(place == "path"),
            "description": .string(description), "schema": schema, "example": example,
        ]
    }
}

extension OpenAPI {
    /// A number between two bounds.
    fileprivate static func number(_ minimum: Int, _ maximum: Int) -> JSONValue {
        ["type": "integer", "minimum": .integer(Int64(minimum)), "maximum": .integer(Int64(maximum))]
    }
}

extension OpenAPI.Example {
    /// What a server of the trial says of itself.
    static func metadata(_ route: Route) -> JSONValue {
        route == .authorizationServer
            ? [
                "issuer": "https://localhost:8443", "token_endpoint": "https://localhost:8443/oauth/token",
                "introspection_endpoint": "https://localhost:8443/oauth/introspect",
                "revocation_endpoint": "https://localhost:8443/oauth/revoke",
                "jwks_uri": "https://localhost:8443/.well-known/jwks.json", "response_types_supported": [],
                "grant_types_supported": ["client_credentials"],
                "token_endpoint_auth_methods_supported": ["tls_client_auth"],
                "introspection_endpoint_auth_methods_supported": ["tls_client_auth"],
                "revocation_endpoint_auth_methods_supported": ["tls_client_auth"],
                "tls_client_certificate_bound_access_tokens": true, "scopes_supported": ["messages.send"],
            ]
            : [
                "resource": "https://localhost:8443", "authorization_servers": ["https://localhost:8443"],
                "bearer_methods_supported": ["header"], "tls_client_certificate_bound_access_tokens": true,
                "scopes_supported": ["messages.send"],
            ]
    }
}
