// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import ZegelCore
import ZegelTrust

/// The interface as OpenAPI 3.1, made from the same table as the router.
enum OpenAPI {
    /// A container or dossier: bytes, so that its schema says no more than the media type.
    static let container: JSONValue = ["type": "string", "contentMediaType": .string(MessageView.mediaType)]

    /// The document.
    static func document(name: String) -> JSONValue {
        var paths: [JSONValue.Member] = []
        for (template, routes) in Self.byPath {
            paths.append(.init(template, .object(routes.map { .init($0.method.lowercased(), Self.operation($0)) })))
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Zegel", "version": .string(AnswerRenderer.version), "description": .string(Self.description),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": .string(name)]], "paths": .object(paths),
            "components": [
                "securitySchemes": [
                    "certificate": ["type": "mutualTLS"],
                    "token": [
                        "type": "oauth2",
                        "flows": [
                            "clientCredentials": [
                                "tokenUrl": .string("\(name)/oauth/token"),
                                "scopes": .object(Scope.Name.allCases.map { .init($0.rawValue, .string($0.rawValue)) }),
                            ]
                        ],
                    ],
                ],
                "headers": .object(
                    Self.commonFields.map { .init($0.0, ["description": .string($0.1), "schema": ["type": "string"]]) }
                ),
                "responses": [
                    "noCall": Self.refused(
                        Refusal.noCall,
                        "No call has this path, or not with this method; `allow` names those that it has."
                    )
                ],
                "schemas": Self.schemas,
            ],
        ]
    }

    /// Every code that an answer may carry, each once.
    static let codes: [String] = {
        var seen: Set<String> = []
        let all = Route.allCases.flatMap(\.refusals) + Refusal.noCall
        return all.map(\.code).filter { seen.insert($0).inserted }
    }()

    private static let description = """
        Exchange of official reports: signed, sealed, to those who need to know. HTTP/2 over mutual TLS. HEAD goes where GET \
        goes. To those who may not know of a message it does not exist. Every refusal is a problem document (RFC 9457) \
        with a stable `code`, one per cause; each call lists those that it can give.
        """

    /// The fields that every answer has.
    private static let commonFields = [
        ("api-version", "The version of the interface."), ("x-request-id", "The id of the request, also in the log."),
        ("zegel-trial", "`true` where this is a trial installation; absent otherwise."),
    ]

    private static var byPath: [(String, [Route])] {
        var order: [String] = []
        for route in Route.allCases where !order.contains(route.template) { order.append(route.template) }
        return order.map { template in (template, Route.allCases.filter { $0.template == template }) }
    }

    private static func operation(_ route: Route) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("operationId", .string(route.rawValue)), .init("summary", .string(route.summary)),
        ]
        if !route.parameters.isEmpty { members.append(.init("parameters", .array(route.parameters))) }
        if let body = route.requestBody { members.append(.init("requestBody", body)) }
        members.append(.init("responses", .object(Self.responses(route))))
        let scopes = route.scopes.map { JSONValue.string($0.rawValue) }
        members.append(
            .init(
                "security",
                scopes.isEmpty
                    ? [["certificate": []]]
                    : .array(scopes.map { ["certificate": [], "token": .array([$0])] })
            )
        )
        return .object(members)
    }

    private static func responses(_ route: Route) -> [JSONValue.Member] {
        let good = route.successes.map { success -> JSONValue.Member in
            var members: [JSONValue.Member] = [
                .init("description", .string(success.description)), .init("headers", Self.fields(success.fields)),
            ]
            if let type = success.type {
                let content = Self.content(success.schema, success.example, named: route.rawValue)
                members.append(.init("content", .object([.init(type, content)])))
            }
            return .init("\(success.status)", .object(members))
        }
        let statuses = Set(route.refusals.map(\.status)).sorted()
        return good
            + statuses.map { status in
                let refusals = route.refusals.filter { $0.status == status }
                return .init("\(status)", Self.refused(refusals, "Refused; `code` says why."))
            }
    }

    /// The answer to a refusal: a problem document with one of these codes.
    private static func refused(_ refusals: [Refusal], _ description: String) -> JSONValue {
        let codes = Self.one(of: refusals.map(\.code))
        let examples = refusals.prefix(1).map { JSONValue.Member($0.code, ["value": $0.document]) }
        var fields: [(String, String)] = []
        switch refusals.first?.status {
        case 401: fields = [("www-authenticate", "Bearer (RFC 6750).")]
        case 416: fields = [("content-range", "How many bytes there are.")]
        case 429, 503: fields = [("retry-after", "Seconds to wait.")]
        default: ()
        }
        return [
            "description": .string(description), "headers": Self.fields(fields),
            "content": [
                "application/problem+json": [
                    "schema": [
                        "allOf": [Self.reference("problem"), ["type": "object", "properties": ["code": codes]]]
                    ],
                    "examples": .object(examples),
                ]
            ],
        ]
    }

    /// A body: its schema, and where it can be written as JSON an example.
    static func content(_ schema: JSONValue, _ example: JSONValue?, named name: String) -> JSONValue {
        var members: [JSONValue.Member] = [.init("schema", schema)]
        if let example {
            members.append(.init("examples", .object([.init(name, ["value": example])])))
        }
        return .object(members)
    }

    private static func fields(_ own: [(String, String)]) -> JSONValue {
        .object(
            Self.commonFields.map { .init($0.0, ["$ref": .string("#/components/headers/\($0.0)")]) }
                + own.map { .init($0.0, ["description": .string($0.1), "schema": ["type": "string"]]) }
        )
    }
}
