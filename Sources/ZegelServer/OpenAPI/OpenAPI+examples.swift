// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// One message, followed through every call: the examples of the document belong together.
///
/// A test plays the same story on a server, sends what is sent here, and compares what comes back.
extension OpenAPI {
    enum Example {
        static let report = Array("Ambtsbericht\n\nBetrokkene is vertrokken. Dit is een voorbeeld.\n".utf8)
        static let moment = "2026-11-20T12:00:00.000Z"
        static let id: JSONValue = "6f1d2c3b4a5968778695a4b3c2d1e0f9"
        static let container: JSONValue = "5b41362bc82b7f3d56edc5a306db22105707d01ff4819e26faef9724a2d406c9"
        static let server: JSONValue = "00000099000000099000"
        private static let aivd: JSONValue = ["oin": "00000099000000001000", "mailbox": "aivd/ct"]

        /// `message.json`; `POST /v1/messages/_check` takes it as it stands.
        static let header: JSONValue = [
            "zegel": "1", "kenmerk": "AIVD-2026-004711", "date": "2026-11-20", "exchange": "ambtsberichten",
            "kind": "ambtsbericht", "subject": "Uitreis naar strijdgebied", "from": Self.aivd,
            "to": [["oin": "00000099000000002000", "mailbox": "om/lovj", "role": "action"]],
            "purpose": "opsporing-en-vervolging", "legalBasis": "wiv2017-art66",
            "classification": "departementaal-vertrouwelijk", "classifiedBy": "hoofd contraterrorisme",
            "classifiedOn": "2026-11-20", "declassifyOn": "2036-11-20", "markings": [],
            "details": [
                "subjects": 1, "underlyingSeen": "2026-11-18", "evaluation": ["source": "A", "information": "1"],
            ],
            "nonce": "q1sT5n2Vb8Kx0Lw9Zr3YdA",
            "documents": [
                [
                    "name": "documents/ambtsbericht.txt", "role": "main", "title": "Ambtsbericht",
                    "mediaType": "text/plain", "size": .integer(Int64(Self.report.count)),
                    "sha256": .string("\(ContentDigest(of: Self.report))"), "encrypted": false,
                ]
            ],
        ]

        static let receipt: JSONValue = [
            "id": Self.id, "state": "awaiting-release", "kenmerk": "AIVD-2026-004711", "date": "2026-11-20",
            "receivedAt": .string(Self.moment), "container": Self.container,
            "acceptance": "eyJ6ZWdlbCI6IjEiLCJyZWNvcmQiOiJhY2NlcHRhbmNlIn0=",
            "sealManifest": "PD94bWwgdmVyc2lvbj0iMS4wIiBlbmNvZGluZz0iVVRGLTgiPz4=", "seal": "MIIEYgYJKoZIhvcNAQcC",
            "proof": Self.proof, "salt": Self.salt,
        ]

        private static let proof: JSONValue = "YzJzcC5vcmcvdGxvZy1wcm9vZkB2MQppbmRleCAwCg=="
        private static let salt: JSONValue = "3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8="

        /// The first hash of the log, which every log has that ever did anything.
        static let tile: JSONValue = "0/000.p/1"
        static let logQuestion: JSONValue = ["leaf": Self.container]
        static let logProof: JSONValue = ["index": 0, "size": 1, "proof": Self.proof]
        static let logTimestamp: JSONValue = [
            "size": 4711, "checkpoint": "emVnZWwuZXhhbXBsZS90cmlhbAo0NzExCg==", "token": "MIIEwAYJKoZIhvcNAQcC",
        ]

        /// The message as its originator sees it, acknowledged.
        static let message: JSONValue = .object(
            [.init("id", Self.id)]
                + (Self.header.members ?? []).filter { !["zegel", "nonce"].contains($0.key) }
                + [
                    .init("receivedAt", .string(Self.moment)), .init("container", Self.container),
                    .init("size", 5_142), .init("state", "accepted"),
                    .init(
                        "deliveries",
                        [
                            [
                                "mailbox": "om/lovj", "state": "acknowledged", "number": 1,
                                "availableAt": .string(Self.moment),
                                "collectedAt": .string(Self.moment),
                                "collectedBy": ["oin": "00000099000000002000", "certificate": Self.container],
                                "acknowledgedAt": .string(Self.moment),
                            ]
                        ]
                    ),
                ]
        )

        static let cursor: JSONValue = "q2Zk0d3nZ0x8S4vB1mT7yLr5uP9cW6aHfE3oJgKiNsQbXtVz"

        static let page: JSONValue = [
            "messages": [
                [
                    "id": Self.id, "kenmerk": "AIVD-2026-004711", "date": "2026-11-20", "exchange": "ambtsberichten",
                    "kind": "ambtsbericht", "from": Self.aivd, "classification": "departementaal-vertrouwelijk",
                    "receivedAt": .string(Self.moment), "availableAt": .string(Self.moment),
                    "container": Self.container, "size": 5_142, "state": "available", "number": 1,
                ]
            ],
            "next": Self.cursor,
        ]

        static let due: JSONValue = [
            "incoming": [
                [
                    "id": Self.id, "kenmerk": "AIVD-2026-004711", "date": "2026-11-20", "exchange": "ambtsberichten",
                    "kind": "ambtsbericht", "from": "aivd/ct", "to": "om/lovj", "dueAt": "2026-12-01T23:00:00.000Z",
                    "late": false, "parts": 0,
                ]
            ], "outgoing": [], "escalated": [], "reviews": [], "consents": [], "forwards": [],
        ]

        /// A mailbox that publishes no list and has none.
        static let lists: JSONValue = ["published": [], "received": []]

        static let reconciliation: JSONValue = [
            "record": "eyJ6ZWdlbCI6IjEiLCJyZWNvcmQiOiJyZWNvbmNpbGlhdGlvbiJ9", "signature": "MIIEYgYJKoZIhvcNAQcC",
        ]

        /// A forward that waits for its originator.
        static let forward: JSONValue = [
            "statement": "9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab", "mailbox": "om/lovj",
            "to": Self.others, "purpose": "verblijfsrecht", "legalBasis": "wiv2017-art62", "state": "waiting",
            "receivedAt": .string(Self.moment),
        ]

        private static let others: JSONValue = [["oin": "00000099000000004000", "mailbox": "ind/nv"]]

        static let claim: JSONValue = ["claimant": "scanner-1", "limit": 10, "lease": 300]
        static let claimed: JSONValue = ["messages": Self.page["messages"] ?? [], "until": "2026-11-20T12:05:00.000Z"]

        static let event: JSONValue = [
            "specversion": "1.0", "id": Self.cursor, "source": "urn:nld:oin:00000099000000099000:systeem:zegel",
            "type": "nl.zegel.message.available", "subject": Self.id, "time": .string(Self.moment),
            "datacontenttype": "application/json", "dataref": .string("/v1/messages/\(Self.id.string ?? "")"),
            "data": ["kind": "ambtsbericht", "number": 1],
        ]

        /// A decision record, as DESIGN §4.5 has it.
        static let decision: JSONValue = [
            "trace_id": "e67fe71429b59de344e4efe8bd7d0cd1", "span_id": "bb1ec60e011c1c84",
            "event_name": "adl.access_evaluation", "timestamp": 1_795_249_972_239, "status": "Ok",
            "attributes": [
                "adl.core.policies": ["zegel": ["digest": .string("sha256:\(Self.container.string ?? "")")]],
                "zegel.decision.id": Self.id,
            ], "resource": ["service.name": "zegel"],
            "body": ["adl.core.request": Self.decisionRequest, "adl.core.response": Self.decisionResponse],
        ]

        private static let decisionRequest: JSONValue = [
            "subject": [
                "type": "organisation", "id": "00000099000000001000",
                "properties": ["certificate": Self.container, "token": "FyY-5lCWesTdvM_7ptU3yg"],
            ], "action": ["name": "send"],
            "resource": [
                "type": "message", "id": .string("sha256:\(Self.container.string ?? "")"),
                "properties": [
                    "kenmerk": "AIVD-2026-004711", "date": "2026-11-20", "exchange": "ambtsberichten",
                    "kind": "ambtsbericht", "from": Self.aivd,
                    "to": [["oin": "00000099000000002000", "mailbox": "om/lovj"]],
                    "purpose": "opsporing-en-vervolging", "legalBasis": "wiv2017-art66",
                    "classification": "departementaal-vertrouwelijk", "markings": [],
                    "details": [
                        "subjects": 1, "underlyingSeen": "2026-11-18",
                        "evaluation": ["source": "A", "information": "1"],
                    ], "inReplyTo": [], "subject": true, "documents": 1,
                ],
            ], "context": ["asOf": .string(Self.moment), "release": 1, "ceiling": "stg-zeer-geheim"],
        ]

        private static let decisionResponse: JSONValue = [
            "decision": true,
            "context": [
                "reasons": [], "releases": 2,
                "rules": [["at": "exchanges/ambtsberichten.yaml:40", "id": "ambtsbericht/permits"]],
            ],
        ]

        static let evaluation: JSONValue = [
            "subject": ["type": "organisation", "id": "00000099000000011000"], "action": ["name": "send"],
            "resource": [
                "type": "message", "id": "NCTV-2026-000042",
                "properties": [
                    "exchange": "bestuurlijke-maatregelen", "kind": "maatregel",
                    "from": ["oin": "00000099000000011000", "mailbox": "nctv/maatregelen"],
                    "to": [["oin": "00000099000000002000", "mailbox": "om/lovj"]],
                ],
            ],
        ]

        static let evaluated: JSONValue = [
            "decision": false,
            "context": [
                "id": Self.id, "reasons": ["exchange.not-member"],
                "reason_user": ["en": "A party is in no role of the exchange, or there is no such exchange."],
                "rules": [], "wouldAllow": [],
            ],
        ]

        static let decisions: JSONValue = ["decisions": [Self.decision], "next": Self.cursor]

        /// What a signed statement holds.
        static func statement(_ kind: Statement.Kind) -> JSONValue {
            let members: [JSONValue.Member] = [
                .init("zegel", "1"), .init("statement", .string(kind.rawValue)), .init("server", Self.server),
                .init("message", Self.id), .init("container", Self.container),
                .init("mailbox", kind.isOriginators ? "aivd/ct" : "om/lovj"), .init("time", "2026-11-20T12:00:00Z"),
            ]
            return .object(members + Self.fields(of: kind))
        }

        private static func fields(of kind: Statement.Kind) -> [JSONValue.Member] {
            switch kind {
            case .release, .acknowledgement: []
            case .refusal: [.init("reason", "Niet voor ons bestemd.")]
            case .withdrawal: [.init("reason", "De bron is onbetrouwbaar gebleken.")]
            case .consent, .forward:
                [
                    .init("to", Self.others),
                    .init("purpose", "verblijfsrecht"), .init("legalBasis", "wiv2017-art62"),
                ]
            case .correction: [.init("replacedBy", ["kenmerk": "AIVD-2026-004712", "date": "2026-11-20"])]
            case .disposal: [.init("outcome", "kept"), .init("ground", "Het stuk hoort bij een strafdossier.")]
            }
        }

        static let statementReceipt: JSONValue = [
            "message": Self.id,
            "statement": "9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab",
            "receivedAt": .string(Self.moment), "record": "eyJ6ZWdlbCI6IjEiLCJyZWNvcmQiOiJzdGF0ZW1lbnQifQ==",
            "signature": "MIIEYgYJKoZIhvcNAQcC", "proof": Self.proof, "salt": Self.salt,
        ]

        static let organisation: JSONValue = [
            "short": "om", "oin": "00000099000000002000", "name": "Openbaar Ministerie", "kind": "prosecution",
            "region": "nl", "mailboxes": [["name": "om/lovj", "clearance": "stg-geheim"]],
        ]

        static let introspection: JSONValue = [
            "active": true, "token_type": "Bearer", "iss": "https://localhost:8443", "aud": "https://localhost:8443",
            "sub": "00000099000000001000", "client_id": "00000099000000001000", "scope": "messages.send",
            "iat": 1_795_176_000, "nbf": 1_795_176_000, "exp": 1_795_176_600, "jti": "q83vEjRWeJCrze8SNFZ4kA",
            "cnf": ["x5t#S256": "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2"],
        ]

        static let token: JSONValue = [
            "access_token": "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIwIn0.MEUCIQ", "token_type": "Bearer",
            "expires_in": 600, "scope": "messages.send",
        ]

        static let keys: JSONValue = [
            "keys": [
                [
                    "crv": "P-256", "kty": "EC", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
                    "kid": "cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s", "use": "sig", "alg": "ES256",
                ]
            ]
        ]
    }
}
