// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import ZegelCore
import ZegelTrust

/// The interface as OpenAPI 3.1, made from the same table as the router.
enum OpenAPI {
    /// The document.
    static func document(name: String) -> JSONValue {
        var paths: [JSONValue.Member] = []
        for (template, routes) in Self.byPath {
            paths.append(.init(template, .object(routes.map { .init($0.method.lowercased(), Self.operation($0)) })))
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Zegel", "version": .string(AnswerRenderer.version),
                "description": "Exchange of official reports: signed, sealed, to those who need to know.",
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
                "schemas": ["problem": Self.problem],
            ],
        ]
    }

    /// Every code that an answer may carry, each once: trust has a few words in common with the rest.
    static let codes: [String] = {
        let own = ProblemCode.allCases.map(\.rawValue)
        let trust = TrustError.Code.allCases.map(\.rawValue).filter { !own.contains($0) }
        return own + trust + ASiCError.Code.allCases.map(\.rawValue) + CAdESError.Code.allCases.map(\.rawValue)
    }()

    private static var byPath: [(String, [Route])] {
        var order: [String] = []
        for route in Route.allCases where !order.contains(route.template) { order.append(route.template) }
        return order.map { template in (template, Route.allCases.filter { $0.template == template }) }
    }

    private static func operation(_ route: Route) -> JSONValue {
        var members: [JSONValue.Member] = [.init("operationId", .string(route.rawValue))]
        let parameters = route.template.split(separator: "/").filter { $0.hasPrefix("{") }.map {
            $0.dropFirst().dropLast()
        }
        let inQuery = route == .mailbox ? ["after", "limit", "wait"] : []
        members.append(
            .init(
                "parameters",
                .array(
                    parameters.map { Self.parameter(String($0), in: "path", isRequired: true) }
                        + inQuery.map { Self.parameter($0, in: "query", isRequired: false) }
                )
            )
        )
        if let type = route.mediaType {
            members.append(
                .init("requestBody", ["required": true, "content": .object([.init(type, ["schema": [:]])])])
            )
        }
        members.append(
            .init(
                "responses",
                [
                    "2XX": ["description": "Done."],
                    "default": [
                        "description": "Refused.",
                        "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/problem"]]],
                    ],
                ]
            )
        )
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

    private static func parameter(_ name: String, in place: String, isRequired: Bool) -> JSONValue {
        let isNumber = ["limit", "wait"].contains(name)
        return [
            "name": .string(name), "in": .string(place), "required": .bool(isRequired),
            "schema": ["type": .string(isNumber ? "integer" : "string")],
        ]
    }

    private static var problem: JSONValue {
        [
            "type": "object", "required": ["type", "title", "status", "code"],
            "properties": [
                "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
                "detail": ["type": "string"],
                "code": ["type": "string", "enum": .array(Self.codes.map { .string($0) })],
                "errors": ["type": "array", "items": ["type": "object"]],
                "reasons": ["type": "array", "items": ["type": "string"]],
            ],
        ]
    }
}
